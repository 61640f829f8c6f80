// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

/// Small random networks of one kind each.
enum NetworkKind: String, CaseIterable, CustomTestStringConvertible {
  /// One unit a person, one a place, some cells forbidden, ties.
  case assignment
  /// Amounts of up to three, not always balanced.
  case transportation
  /// Lower bounds, parallel arcs, loops, negative costs.
  case general
  /// The same with costs up to ±2⁴⁰.
  case extreme
  /// The same with arcs that have no limit.
  case unlimited

  var testDescription: String { rawValue }

  func network(_ random: inout SplitMix64) throws -> FlowNetwork {
    switch self {
    case .assignment: try bipartite(&random, amount: 1)
    case .transportation: try bipartite(&random, amount: 3)
    case .general: try general(&random, cost: 5, unlimited: 0)
    case .extreme: try general(&random, cost: 1 << 40, unlimited: 0)
    case .unlimited: try general(&random, cost: 5, unlimited: 40)
    }
  }

  private func bipartite(_ random: inout SplitMix64, amount: Int) throws -> FlowNetwork {
    let rows = random.integer(in: 1...3)
    let columns = random.chance(70) ? rows : random.integer(in: 1...3)
    var supplies = (0..<rows).map { _ in random.integer(in: 1...amount) }
    supplies += (0..<columns).map { _ in -random.integer(in: 1...amount) }
    if random.chance(70) {
      // Balanced where the last column can take the difference.
      supplies[rows + columns - 1] -= supplies.reduce(0, +)
    }
    var tails: [Int32] = []
    var heads: [Int32] = []
    var costs: [Int] = []
    for row in 0..<rows {
      for column in 0..<columns where random.chance(80) {
        tails.append(Int32(row))
        heads.append(Int32(rows + column))
        costs.append(random.integer(in: 0...4))
      }
    }
    return try FlowNetwork(
      supplies: supplies, tails: tails, heads: heads,
      capacities: tails.map { _ in random.integer(in: 1...amount) }, costs: costs)
  }

  private func general(
    _ random: inout SplitMix64, cost: Int, unlimited: Int
  ) throws -> FlowNetwork {
    let nodes = random.integer(in: 1...5)
    let arcs = random.integer(in: 0...7)
    var supplies = Array(repeating: 0, count: nodes)
    for _ in 0..<random.integer(in: 0...3) {
      let amount = random.integer(in: 0...2)
      supplies[random.below(nodes)] += amount
      supplies[random.below(nodes)] -= amount
    }
    if random.chance(5) { supplies[random.below(nodes)] += 1 }
    let tails = (0..<arcs).map { _ in Int32(random.below(nodes)) }
    let heads = (0..<arcs).map { _ in Int32(random.below(nodes)) }
    let lowers = (0..<arcs).map { _ in random.chance(25) ? random.integer(in: -1...1) : 0 }
    return try FlowNetwork(
      supplies: supplies, tails: tails, heads: heads, lowers: lowers,
      capacities: lowers.map {
        random.chance(unlimited) ? FlowNetwork.unlimited : $0 + random.integer(in: 0...2)
      },
      costs: (0..<arcs).map { _ in
        random.chance(30) ? cost * random.integer(in: -1...1) : random.integer(in: -cost...cost)
      })
  }
}
