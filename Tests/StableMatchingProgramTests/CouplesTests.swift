// SPDX-License-Identifier: GPL-3.0-or-later
internal import GLPKBackend
internal import IntegerProgramming
internal import MatchingCore
internal import StableMatchingProgram
internal import TestSupport
internal import Testing

private let solver = GLPKSolver()

@Suite struct CouplesTests {
  @Test("counts what blocks as the definitions do", arguments: CoupleStability.allCases)
  func blocking(stability: CoupleStability) throws {
    var random = SplitMix64(seed: 11)
    for number in 0..<1_500 {
      let small = SmallCouplesMarket(random: &random)
      let market = try small.market()
      for matching in small.matchings {
        let places = matching.map { Int32($0 ?? -1) }
        let count = try market.blockingPairs(of: places, stability: stability)
        try #require(count == small.blocking(matching, stability), "market \(number), \(places)")
      }
    }
  }

  @Test(
    "knows whether a stable matching exists, and the fewest blocking pairs",
    arguments: CoupleStability.allCases, [nil, 0])
  func verdicts(stability: CoupleStability, repairWork: Int?) throws {
    // Without repair every market goes through the integer programs.
    var random = SplitMix64(seed: 12)
    var withoutStable = 0
    for number in 0..<2_500 {
      let small = SmallCouplesMarket(random: &random)
      let market = try small.market()
      let fewest = small.matchings.map { small.blocking($0, stability) }.min()
      let verdict = try findStableMatching(
        market, stability: stability, solver: solver, repairWork: repairWork)
      try #require(verdict.exists == (fewest == 0), "market \(number)")
      try #require(verdict.matching.blockingPairs == fewest, "market \(number)")
      try #require(verdict.bound == fewest, "market \(number)")
      try #require(
        try market.blockingPairs(of: verdict.matching.placeOfPerson, stability: stability)
          == fewest)
      if fewest != 0 { withoutStable += 1 }
    }
    #expect(withoutStable > 10)
  }

  @Test("what is stable under the responsive rule is stable under the choice rule")
  func implication() throws {
    var random = SplitMix64(seed: 13)
    var (differing, onlyChoice) = (0, 0)
    for _ in 0..<3_000 {
      let small = SmallCouplesMarket(random: &random)
      let matchings = small.matchings
      let responsive = matchings.filter { small.blocking($0, .responsive) == 0 }
      let choice = matchings.filter { small.blocking($0, .choice) == 0 }
      try #require(responsive.allSatisfy { choice.contains($0) })
      if responsive.count != choice.count { differing += 1 }
      if responsive.isEmpty, !choice.isEmpty { onlyChoice += 1 }
    }
    #expect(differing > 30)
    #expect(onlyChoice > 0)
  }

  @Test("a market in which only the choice rule has a stable matching")
  func rulesDiffer() throws {
    // Somebody single and a couple want the one place of two seats. Alone there,
    // the single person stands between the members in the place's eyes: it
    // would rather have the group of both, but would not choose the second.
    var small = SmallCouplesMarket()
    small.persons = [[[0]], [], []]
    small.couples = [CouplePreferences(first: 1, second: 2, groups: [[.init(0, 0)]])]
    small.places = [[[1], [0], [2]]]
    small.quotas = [2]
    let market = try small.market()
    let responsive = try findStableMatching(market, stability: .responsive, solver: solver)
    #expect(responsive.exists == false)
    #expect(responsive.matching.blockingPairs == 1)
    let choice = try findStableMatching(market, stability: .choice, solver: solver)
    #expect(choice.exists == true)
    #expect(choice.matching.placeOfPerson == [0, -1, -1])
  }

  @Test("the couple and the single person of Roth have no stable matching")
  func roth() throws {
    // After Roth (1984) and Klaus, Klijn (2005): the couple wants both places
    // or nothing, the single one of them; each place likes another side.
    var small = SmallCouplesMarket()
    small.persons = [[[0], [1]], [], []]
    small.couples = [CouplePreferences(first: 1, second: 2, groups: [[.init(0, 1)]])]
    small.places = [[[1], [0]], [[0], [2]]]
    small.quotas = [1, 1]
    for stability in CoupleStability.allCases {
      let verdict = try findStableMatching(
        try small.market(), stability: stability, solver: solver)
      #expect(verdict.exists == false)
      #expect(verdict.matching.blockingPairs == 1)
    }
  }

  @Test("without couples it is deferred acceptance")
  func noCouples() throws {
    var random = SplitMix64(seed: 14)
    for _ in 0..<500 {
      var small = SmallCouplesMarket(random: &random)
      small.couples = []
      var (left, right) = (PreferenceLists(), PreferenceLists())
      for groups in small.persons { left.append(groups) }
      for groups in small.places { right.append(groups) }
      let plain = try StableMarket(checking: left, places: right, quotas: small.quotas)
      let found = try small.market().repaired(stability: .responsive)
      try #require(found.isStable)
      let isStrict = (small.persons + small.places).allSatisfy { $0.allSatisfy { $0.count == 1 } }
      if isStrict {
        try #require(found.placeOfPerson == plain.personOptimal().placeOfPerson)
      }
      try #require(try plain.blockingPairs(of: found.placeOfPerson).count == 0)
    }
  }

  @Test("faulty couples are refused with their values")
  func faults() throws {
    var small = SmallCouplesMarket()
    small.persons = [[[0]], [], []]
    small.places = [[[0, 1, 2]]]
    small.quotas = [2]
    func refusal(_ couple: CouplePreferences) -> InvalidMarket? {
      var copy = small
      copy.couples = [couple]
      do { _ = try copy.market() } catch { return error as? InvalidMarket }
      return nil
    }
    #expect(
      refusal(.init(first: 1, second: 1, groups: [])) == .couple(index: 0, person: 1))
    #expect(refusal(.init(first: 1, second: 3, groups: [])) == .couple(index: 0, person: 3))
    #expect(refusal(.init(first: 0, second: 1, groups: [])) == .memberHasOwnList(person: 0))
    #expect(
      refusal(.init(first: 1, second: 2, groups: [[.init(nil, nil)]]))
        == .couplePair(index: 0, first: nil, second: nil))
    #expect(
      refusal(.init(first: 1, second: 2, groups: [[.init(0, 0)], [.init(0, 0)]]))
        == .couplePair(index: 0, first: 0, second: 0))
    #expect(
      refusal(.init(first: 1, second: 2, groups: [[.init(0, 7)]]))
        == .unknownEntry(side: .persons, list: 1, entry: 7, count: 1))
    #expect(refusal(.init(first: 1, second: 2, groups: [[.init(0, 0)]])) == nil)
  }
}
