// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct DeferredAcceptanceTests {
  @Test("agrees with every matching of 10,000 small markets", arguments: [false, true])
  func bruteForce(isStrict: Bool) throws {
    var random = SplitMix64(seed: isStrict ? 1 : 2)
    for number in 0..<5_000 {
      let small = SmallMarket(random: &random, isStrict: isStrict)
      let strict = small.strict
      let market = try small.market()
      let (best, worst) = (market.personOptimal(), market.placeOptimal())
      let stable = small.matchings.filter { strict.blocking($0, .bothGain) == 0 }
      for found in [best, worst] {
        try #require(stable.contains(found.placeOfPerson), "market \(number)")
        try #require(try market.blockingPairs(of: found.placeOfPerson).count == 0)
        try #require(found.proposals <= market.pairCount)
      }
      // Best and worst for each person among all stable matchings.
      for other in stable {
        for person in small.persons.indices {
          func rank(_ matching: [Int32]) -> Int {
            strict.rank(Int(matching[person]), in: strict.persons[person]) ?? .max
          }
          try #require(rank(best.placeOfPerson) <= rank(other), "market \(number)")
          try #require(rank(worst.placeOfPerson) >= rank(other), "market \(number)")
        }
      }
    }
  }

  @Test("counts blocking pairs of any matching as the definitions do")
  func blocking() throws {
    var random = SplitMix64(seed: 3)
    for number in 0..<2_000 {
      let small = SmallMarket(random: &random, isStrict: false)
      let market = try small.market()
      for matching in small.matchings {
        for strength in BlockingStrength.allCases {
          let count = try market.blockingPairs(of: matching, strength: strength).count
          try #require(count == small.blocking(matching, strength), "market \(number)")
        }
      }
    }
  }

  @Test("a matching that keeps no lists or quotas is refused with the place")
  func invalid() throws {
    var (persons, places) = (PreferenceLists(), PreferenceLists())
    persons.append(strict: [0])
    persons.append(strict: [0, 1])
    places.append(strict: [0, 1])
    places.append(strict: [])
    let market = try StableMarket(checking: persons, places: places, quotas: [1, 1])
    #expect(throws: InvalidMatching.overfull(place: 0, persons: 2, quota: 1)) {
      try market.blockingPairs(of: [0, 0])
    }
    #expect(throws: InvalidMatching.forbidden(person: 1, place: 1)) {
      try market.blockingPairs(of: [0, 1])
    }
    #expect(throws: InvalidMatching.count(given: 1, persons: 2)) {
      try market.blockingPairs(of: [0])
    }
    let first = try #require(try market.blockingPairs(of: [-1, 0]).first)
    #expect(first.person == 0 && first.place == 0)
    #expect(market.personOptimal().placeOfPerson == [0, -1])
  }

  @Test("faulty lists and quotas are refused with their values")
  func faults() throws {
    func market(_ persons: [[Int]], _ places: [[Int]], _ quotas: [Int]) throws {
      var (left, right) = (PreferenceLists(), PreferenceLists())
      for list in persons { left.append(strict: list) }
      for list in places { right.append(strict: list) }
      _ = try StableMarket(checking: left, places: right, quotas: quotas)
    }
    #expect(throws: InvalidMarket.quota(place: 0, value: -1)) { try market([[0]], [[0]], [-1]) }
    #expect(throws: InvalidMarket.quotaCount(quotas: 0, places: 1)) {
      try market([[0]], [[0]], [])
    }
    #expect(throws: InvalidMarket.unknownEntry(side: .persons, list: 0, entry: 1, count: 1)) {
      try market([[1]], [[0]], [1])
    }
    #expect(throws: InvalidMarket.repeatedEntry(side: .places, list: 0, entry: 0)) {
      try market([[0]], [[0, 0]], [1])
    }
    try market([], [], [])
  }

  @Test("the worst cases of Gale and Shapley take every proposal and end")
  func worstCase() throws {
    // Persons want 0, 1, … in turn; places like later persons better.
    let count = 200
    var (persons, places) = (PreferenceLists(), PreferenceLists())
    for _ in 0..<count { persons.append(strict: Array(0..<count)) }
    for _ in 0..<count { places.append(strict: Array((0..<count).reversed())) }
    let market = try StableMarket(
      checking: persons, places: places, quotas: Array(repeating: 1, count: count))
    let found = market.personOptimal()
    #expect(found.placeOfPerson == (0..<Int32(count)).reversed())
    #expect(found.proposals == count * (count + 1) / 2)
    #expect(market.placeOptimal().placeOfPerson == found.placeOfPerson)
  }
}
