// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct NetworkSimplexTests {
  @Test(
    "agrees with the enumeration of every flow on 10,000 small networks of each kind",
    arguments: NetworkKind.allCases)
  func enumeration(_ kind: NetworkKind) throws {
    var random = SplitMix64(seed: 1)
    var counts = [0, 0, 0]
    for round in 0..<10_000 {
      let network = try kind.network(&random)
      let outcome = network.cheapestFlow()
      counts[outcome.kind] += 1
      if let fault = outcome.fault(in: network) {
        Issue.record("round \(round): \(fault) in \(network)")
        return
      }
      if kind == .unlimited { continue }
      let least = network.leastCostByEnumeration()
      if outcome.cost != least.map({ Int128($0) }) {
        Issue.record("round \(round): \(outcome) instead of \(String(describing: least))")
        return
      }
    }
    #expect(counts[0] > 1000 && counts[1] > 1000, "\(counts)")
    #expect((counts[2] > 100) == (kind == .unlimited), "\(counts)")
  }

  @Test("finds a flow for every unbounded network", arguments: [UInt64(2)])
  func unbounded(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let network = try NetworkKind.unlimited.network(&random)
      guard case .unbounded = network.cheapestFlow() else { continue }
      let free = try FlowNetwork(
        supplies: network.supplies, tails: network.tails, heads: network.heads,
        lowers: network.lowers, capacities: network.capacities,
        costs: network.costs.map { _ in 0 })
      #expect(free.cheapestFlow().kind == 0)
    }
  }

  @Test("proves optimality on larger networks of long and of short paths", arguments: 1...6)
  func larger(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let nodes = seed * 150
    let supplyEvery = seed.isMultiple(of: 2) ? 1 : 20
    var supplies = Array(repeating: 0, count: nodes)
    for node in stride(from: 0, to: nodes, by: supplyEvery) {
      let amount = random.integer(in: 0...9)
      supplies[node] += amount
      supplies[random.below(nodes)] -= amount
    }
    let arcs = nodes * 6
    let network = try FlowNetwork(
      supplies: supplies, tails: (0..<arcs).map { _ in Int32(random.below(nodes)) },
      heads: (0..<arcs).map { _ in Int32(random.below(nodes)) },
      capacities: (0..<arcs).map { _ in random.integer(in: 0...20) },
      costs: (0..<arcs).map { _ in random.integer(in: -50...1000) })
    let outcome = network.cheapestFlow()
    #expect(outcome.fault(in: network) == nil)
    #expect(outcome == network.cheapestFlow(), "Equal input, equal answer.")
  }

  @Test("keeps 64 bits at the greatest costs and amounts")
  func greatest() throws {
    let most = FlowNetwork.greatestMagnitude
    let network = try FlowNetwork(
      supplies: [most, 0, -most], tails: [0, 1, 0], heads: [1, 2, 2],
      capacities: [most, FlowNetwork.unlimited, most / 2], costs: [most, most, most])
    let outcome = network.cheapestFlow()
    #expect(outcome.fault(in: network) == nil)
    #expect(outcome.cost == Int128(most) * Int128(most) / 2 * 3)
  }

  @Test("answers for no nodes and for no arcs")
  func empty() throws {
    let nothing = try FlowNetwork(supplies: [], tails: [], heads: [], capacities: [], costs: [])
    #expect(nothing.cheapestFlow().cost == 0)
    let apart = try FlowNetwork(supplies: [1, -1], tails: [], heads: [], capacities: [], costs: [])
    #expect(apart.cheapestFlow().fault(in: apart) == nil)
    #expect(apart.cheapestFlow().kind == 1)
  }

  @Test("refuses what could leave 64 bits or has no meaning")
  func refusals() {
    func fault(
      supplies: [Int] = [0, 0], tail: Int32 = 0, head: Int32 = 1, lower: Int = 0,
      capacity: Int = 1, cost: Int = 0
    ) -> FlowNetwork.Invalid? {
      do {
        _ = try FlowNetwork(
          supplies: supplies, tails: [tail], heads: [head], lowers: [lower],
          capacities: [capacity], costs: [cost])
        return nil
      } catch { return error }
    }
    let most = FlowNetwork.greatestMagnitude
    #expect(fault() == nil)
    #expect(fault(supplies: [most + 1, 0]) == .supply(node: 0, most + 1))
    #expect(fault(supplies: [.min, 0]) == .supply(node: 0, .min))
    #expect(fault(tail: 2) == .node(arc: 0, 2))
    #expect(fault(head: -1) == .node(arc: 0, -1))
    #expect(fault(cost: -most - 1) == .cost(arc: 0, -most - 1))
    #expect(fault(lower: 2) == .bounds(arc: 0, lower: 2, capacity: 1))
    #expect(fault(lower: .min) == .bounds(arc: 0, lower: .min, capacity: 1))
    #expect(fault(capacity: most + 1) == .bounds(arc: 0, lower: 0, capacity: most + 1))
    let nodes = 1 << 21
    #expect(
      fault(supplies: Array(repeating: 0, count: nodes), cost: most)
        == .magnitude(nodes: nodes, cost: most))
    #expect(fault(supplies: Array(repeating: most, count: nodes)) == .amounts)
  }
}
