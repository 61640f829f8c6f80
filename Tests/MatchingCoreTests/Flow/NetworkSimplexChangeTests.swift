// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct NetworkSimplexChangeTests {
  @Test("goes on after every kind of change as if from nothing", arguments: NetworkKind.allCases)
  func changes(_ kind: NetworkKind) throws {
    var random = SplitMix64(seed: 3)
    for round in 0..<2000 {
      var simplex = NetworkSimplex(try kind.network(&random))
      for step in 0..<5 {
        let outcome = simplex.solve()
        let network = simplex.network
        if let fault = outcome.fault(in: network) {
          Issue.record("round \(round), step \(step): \(fault) in \(network)")
          return
        }
        let fresh = network.cheapestFlow()
        if fresh.kind != outcome.kind || fresh.cost != outcome.cost {
          Issue.record("round \(round), step \(step): \(outcome) instead of \(fresh)")
          return
        }
        for _ in 0..<random.integer(in: 1...3) { try change(&simplex, &random) }
      }
    }
  }

  private func change(_ simplex: inout NetworkSimplex, _ random: inout SplitMix64) throws {
    let network = simplex.network
    let nodes = network.nodeCount
    let draw = random.below(network.arcCount == 0 ? 2 : 6)
    switch draw {
    case 0:
      let amount = random.integer(in: 0...2)
      let giver = random.below(nodes)
      try simplex.setSupply(simplex.network.supplies[giver] + amount, ofNode: giver)
      let taker = random.below(nodes)
      try simplex.setSupply(simplex.network.supplies[taker] - amount, ofNode: taker)
    case 1:
      let isAddingNode = random.chance(30)
      let all = nodes + (isAddingNode ? 1 : 0)
      try simplex.add(
        supplies: isAddingNode ? [0] : [], tails: [Int32(random.below(all))],
        heads: [Int32(random.below(all))], capacities: [random.integer(in: 0...2)],
        costs: [random.integer(in: -5...5)])
    case 2: try simplex.setCost(random.integer(in: -5...5), ofArc: random.below(network.arcCount))
    case 3:
      let lower = random.chance(30) ? random.integer(in: -1...1) : 0
      let isUnlimited = random.chance(10)
      try simplex.setBounds(
        lower: lower,
        capacity: isUnlimited ? FlowNetwork.unlimited : lower + random.integer(in: 0...2),
        ofArc: random.below(network.arcCount))
    case 4: simplex.closeArc(random.below(network.arcCount))
    default: if random.chance(30) { simplex.closeNodes([random.below(nodes)]) }
    }
  }

  @Test("goes on after many changes at once where branches are large", arguments: 0..<4)
  func manyChanges(_ seed: UInt64) throws {
    var random = SplitMix64(seed: 70 + seed)
    for round in 0..<40 {
      var simplex = NetworkSimplex(try nested(people: 300, places: 120, groups: 5, &random))
      for step in 0..<6 {
        let outcome = simplex.solve()
        if let fault = outcome.fault(in: simplex.network) {
          Issue.record("round \(round), step \(step): \(fault)")
          return
        }
        let fresh = simplex.network.cheapestFlow()
        if fresh.kind != outcome.kind || fresh.cost != outcome.cost {
          Issue.record("round \(round), step \(step): \(outcome.kind) instead of \(fresh.kind)")
          return
        }
        for _ in 0..<random.integer(in: 1...60) {
          let arc = random.below(simplex.network.arcCount)
          if random.chance(70) {
            try simplex.setCost(random.integer(in: 0...30), ofArc: arc)
          } else if random.chance(50) {
            let capacity = simplex.network.capacities[arc]
            try simplex.setBounds(
              capacity: max(0, capacity + random.integer(in: -1...1)), ofArc: arc)
          } else {
            simplex.closeNodes([300 + random.below(120)])
          }
        }
      }
    }
  }

  /// People, places, groups of places and one sink; everybody may stay away.
  private func nested(
    people: Int, places: Int, groups: Int, _ random: inout SplitMix64
  ) throws -> FlowNetwork {
    let firstGroup = people + places
    let sink = firstGroup + groups
    var arcs: [(tail: Int, head: Int, capacity: Int, cost: Int)] = []
    for person in 0..<people {
      for _ in 0..<6 {
        arcs.append((person, people + random.below(places), 1, random.integer(in: 0...30)))
      }
      arcs.append((person, sink, 1, 40))
    }
    for place in 0..<places {
      arcs.append((people + place, firstGroup + random.below(groups), random.integer(in: 1...4), 0))
    }
    for group in 0..<groups {
      arcs.append((firstGroup + group, sink, people / groups - random.integer(in: -5...5), 0))
    }
    if random.chance(50) { arcs.shuffle(using: &random) }
    return try FlowNetwork(
      supplies: Array(repeating: 1, count: people) + Array(repeating: 0, count: places + groups)
        + [-people],
      tails: arcs.map { Int32($0.tail) }, heads: arcs.map { Int32($0.head) },
      capacities: arcs.map(\.capacity), costs: arcs.map(\.cost))
  }

  @Test("refuses a change that a network could not have, and keeps its answer")
  func refusals() throws {
    let network = try FlowNetwork(
      supplies: [1, -1], tails: [0], heads: [1], capacities: [1], costs: [7])
    var simplex = NetworkSimplex(network)
    let most = FlowNetwork.greatestMagnitude
    #expect(throws: FlowNetwork.Invalid.cost(arc: 0, most + 1)) {
      try simplex.setCost(most + 1, ofArc: 0)
    }
    #expect(throws: FlowNetwork.Invalid.bounds(arc: 0, lower: 2, capacity: 1)) {
      try simplex.setBounds(lower: 2, capacity: 1, ofArc: 0)
    }
    #expect(throws: FlowNetwork.Invalid.node(arc: 1, 2)) {
      try simplex.add(tails: [2], heads: [0], capacities: [1], costs: [0])
    }
    #expect(simplex.solve().cost == 7)
  }

  @Test("needs few pivots after a small change")
  func fewPivots() throws {
    var random = SplitMix64(seed: 4)
    let people = 2000
    let places = 500
    let sink = people + places
    var tails: [Int32] = []
    var heads: [Int32] = []
    for person in 0..<people {
      for _ in 0..<10 {
        tails.append(Int32(person))
        heads.append(Int32(people + random.below(places)))
      }
    }
    for place in 0..<places {
      tails.append(Int32(people + place))
      heads.append(Int32(sink))
    }
    var simplex = NetworkSimplex(
      try FlowNetwork(
        supplies: Array(repeating: 1, count: people) + Array(repeating: 0, count: places)
          + [-people],
        tails: tails, heads: heads, capacities: tails.map { $0 < people ? 1 : 5 },
        costs: tails.map { $0 < people ? random.integer(in: 1...1000) : 0 }))
    #expect(simplex.solve().kind == 0)
    let first = simplex.pivotCount
    try simplex.setCost(1, ofArc: 17)
    simplex.closeNodes([people + 3])
    let outcome = simplex.solve()
    #expect(outcome.fault(in: simplex.network) == nil)
    #expect((simplex.pivotCount - first) * 10 < first)
  }
}
