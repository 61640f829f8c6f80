// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct SparseAssignmentTests {
  @Test("agrees with the trial of every set of pairs", arguments: [UInt64(5)])
  func enumeration(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let goals: [SparseAssignment.Goal] = [
      .leastValue, .greatestValue, .mostPairsThenLeastValue, .mostPairsThenGreatestValue,
    ]
    for _ in 0..<2500 {
      let people = random.integer(in: 0...3)
      let places = random.integer(in: 0...3)
      let pairs = people * places == 0 ? 0 : random.integer(in: 0...7)
      let instance = try SparseAssignment(
        personLimits: (0..<people).map { _ in random.integer(in: 0...2) },
        placeLimits: (0..<places).map { _ in random.integer(in: 0...2) },
        people: (0..<pairs).map { _ in Int32(random.below(people)) },
        places: (0..<pairs).map { _ in Int32(random.below(places)) },
        values: (0..<pairs).map { _ in random.integer(in: -3...3) })
      for goal in goals {
        let best = instance.best(goal)
        #expect(instance.isAllowed(best.pairs))
        #expect(best.value == Int128(best.pairs.reduce(0) { $0 + instance.values[$1] }))
        let expected = instance.bestByEnumeration(goal)
        #expect(Int128(expected.value) == best.value, "\(instance) \(goal)")
        if goal == .mostPairsThenLeastValue || goal == .mostPairsThenGreatestValue {
          #expect(expected.count == best.pairs.count)
        }
        for pair in 0..<pairs {
          let isMaximizing = goal == .greatestValue || goal == .mostPairsThenGreatestValue
          let cost = isMaximizing ? -instance.values[pair] : instance.values[pair]
          let personPrice = best.personPrices[Int(instance.people[pair])]
          let placePrice = best.placePrices[Int(instance.places[pair])]
          let reduced = cost + personPrice - placePrice
          #expect(best.pairs.contains(pair) ? reduced <= 0 : reduced >= 0)
        }
      }
    }
  }

  @Test("refuses people and places that do not exist")
  func refusals() {
    #expect(throws: FlowNetwork.Invalid.node(arc: 0, 1)) {
      try SparseAssignment(
        personLimits: [1], placeLimits: [1], people: [1], places: [0], values: [0])
    }
    #expect(throws: FlowNetwork.Invalid.supply(node: 0, .max)) {
      try SparseAssignment(
        personLimits: [.max, .max], placeLimits: [], people: [], places: [], values: [])
    }
    #expect(throws: FlowNetwork.Invalid.supply(node: 1, -1)) {
      try SparseAssignment(
        personLimits: [1], placeLimits: [-1], people: [], places: [], values: [])
    }
  }
}

extension SparseAssignment {
  fileprivate func isAllowed(_ pairs: [Int]) -> Bool {
    var people = personLimits
    var places = placeLimits
    for pair in pairs {
      people[Int(self.people[pair])] -= 1
      places[Int(self.places[pair])] -= 1
    }
    return people.allSatisfy { $0 >= 0 } && places.allSatisfy { $0 >= 0 }
  }

  fileprivate func bestByEnumeration(_ goal: Goal) -> (count: Int, value: Int) {
    var best = (count: 0, value: 0)
    for set in 0..<1 << values.count {
      let pairs = values.indices.filter { set >> $0 & 1 == 1 }
      guard isAllowed(pairs) else { continue }
      let value = pairs.reduce(0) { $0 + values[$1] }
      let count = pairs.count
      let isBetter =
        switch goal {
        case .leastValue: value < best.value
        case .greatestValue: value > best.value
        case .mostPairsThenLeastValue:
          count > best.count || count == best.count && value < best.value
        case .mostPairsThenGreatestValue:
          count > best.count || count == best.count && value > best.value
        }
      if isBetter { best = (count, value) }
    }
    return best
  }
}
