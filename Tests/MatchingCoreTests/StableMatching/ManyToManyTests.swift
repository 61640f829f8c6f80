// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite("Deferred acceptance where persons have several places")
struct ManyToManyTests {
  private struct Pair: Hashable {
    let person: Int
    let place: Int
  }

  /// Whether no pair that is not matched would both rather be.
  private func isStable(
    _ matched: Set<Pair>, _ pairs: [Pair], _ market: SmallMarket, _ personQuotas: [Int]
  ) -> Bool {
    pairs.allSatisfy { pair in
      if matched.contains(pair) { return true }
      let places = matched.filter { $0.person == pair.person }.map(\.place)
      let persons = matched.filter { $0.place == pair.place }.map(\.person)
      func rank(_ entry: Int, _ groups: [[Int]]) -> Int { market.rank(entry, in: groups) ?? .max }
      let wants =
        places.count < personQuotas[pair.person]
        || places.contains {
          rank(pair.place, market.persons[pair.person]) < rank($0, market.persons[pair.person])
        }
      let takes =
        persons.count < market.quotas[pair.place]
        || persons.contains {
          rank(pair.person, market.places[pair.place]) < rank($0, market.places[pair.place])
        }
      return !(wants && takes)
    }
  }

  @Test("finds the stable matching that is best for every person, of all small matchings")
  func bruteForce() throws {
    var random = SplitMix64(seed: 4)
    for number in 0..<1_500 {
      let small = SmallMarket(random: &random, isStrict: false).strict
      let personQuotas = small.persons.indices.map { _ in random.integer(in: 0...2) }
      let market = try small.market()
      let pairs = small.persons.indices.flatMap { person in
        small.places.indices.map { Pair(person: person, place: $0) }
      }.filter {
        small.rank($0.place, in: small.persons[$0.person]) != nil
          && small.rank($0.person, in: small.places[$0.place]) != nil
      }
      let found = Set(
        market.personOptimal(personQuotas: personQuotas).map {
          Pair(person: $0.person, place: $0.place)
        })
      try #require(isStable(found, pairs, small, personQuotas), "market \(number)")
      func ranks(_ matched: Set<Pair>, _ person: Int) -> [Int] {
        let own = matched.filter { $0.person == person }.map {
          small.rank($0.place, in: small.persons[person]) ?? .max
        }.sorted()
        return own + [Int](repeating: .max, count: max(0, personQuotas[person] - own.count))
      }
      guard pairs.count <= 9 else { continue }
      for mask in 0..<(1 << pairs.count) {
        let matched = Set(pairs.indices.filter { mask & (1 << $0) != 0 }.map { pairs[$0] })
        let keepsQuotas =
          small.persons.indices.allSatisfy { person in
            matched.count { $0.person == person } <= personQuotas[person]
          }
          && small.places.indices.allSatisfy { place in
            matched.count { $0.place == place } <= small.quotas[place]
          }
        guard keepsQuotas, isStable(matched, pairs, small, personQuotas) else { continue }
        for person in small.persons.indices {
          let isAsGood = zip(ranks(found, person), ranks(matched, person)).allSatisfy { $0 <= $1 }
          try #require(isAsGood, "market \(number), person \(person)")
        }
      }
    }
  }
}
