// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport

/// A market small enough to look at every matching.
struct SmallMarket {
  var persons: [[[Int]]]
  var places: [[[Int]]]
  var quotas: [Int]

  /// Random lists with ties and missing entries; quotas from 0.
  init(random: inout SplitMix64, isStrict: Bool) {
    let personCount = random.integer(in: 0...4)
    let placeCount = random.integer(in: 1...3)
    func lists(_ owners: Int, over others: Int, random: inout SplitMix64) -> [[[Int]]] {
      (0..<owners).map { _ in
        var groups: [[Int]] = []
        for entry in (0..<others).shuffled(using: &random) where random.below(5) > 0 {
          if !isStrict, !groups.isEmpty, random.below(3) == 0 {
            groups[groups.count - 1].append(entry)
          } else {
            groups.append([entry])
          }
        }
        return groups
      }
    }
    persons = lists(personCount, over: placeCount, random: &random)
    places = lists(placeCount, over: personCount, random: &random)
    quotas = (0..<placeCount).map { _ in random.integer(in: 0...3) }
  }

  func market() throws -> StableMarket {
    var (left, right) = (PreferenceLists(), PreferenceLists())
    for groups in persons { left.append(groups) }
    for groups in places { right.append(groups) }
    return try StableMarket(checking: left, places: right, quotas: quotas)
  }

  /// The same with ties broken by number.
  var strict: SmallMarket {
    var copy = self
    copy.persons = persons.map { $0.flatMap { $0.sorted() }.map { [$0] } }
    copy.places = places.map { $0.flatMap { $0.sorted() }.map { [$0] } }
    return copy
  }

  func rank(_ entry: Int, in groups: [[Int]]) -> Int? {
    groups.firstIndex { $0.contains(entry) }
  }

  /// Every way to place persons at places that both accept, within quotas.
  var matchings: [[Int32]] {
    var found: [[Int32]] = [[]]
    for person in persons.indices {
      found = found.flatMap { partial in
        ([-1] + quotas.indices.map(Int32.init)).filter { place in
          guard place >= 0 else { return true }
          return rank(Int(place), in: persons[person]) != nil
            && rank(person, in: places[Int(place)]) != nil
            && partial.count { $0 == place } < quotas[Int(place)]
        }.map { partial + [$0] }
      }
    }
    return found
  }

  /// Blocking pairs by the definition: everybody against every place.
  func blocking(_ matching: [Int32], _ strength: BlockingStrength) -> Int {
    var count = 0
    for person in persons.indices {
      for place in quotas.indices where matching[person] != place && quotas[place] > 0 {
        guard let gain = rank(place, in: persons[person]),
          let own = rank(person, in: places[place])
        else { continue }
        let current = matching[person] < 0 ? nil : rank(Int(matching[person]), in: persons[person])
        let members = persons.indices.filter { matching[$0] == place }
        let ranks = members.compactMap { rank($0, in: places[place]) }
        let hasRoom = members.count < quotas[place]
        let personGains = current.map { gain < $0 } ?? true
        let personKeeps = current.map { gain <= $0 } ?? true
        let placeGains = hasRoom || ranks.contains { own < $0 }
        let placeKeeps = hasRoom || ranks.contains { own <= $0 }
        let blocks =
          switch strength {
          case .bothGain: personGains && placeGains
          case .oneGains: (personGains && placeKeeps) || (personKeeps && placeGains)
          case .neitherLoses: personKeeps && placeKeeps
          }
        if blocks { count += 1 }
      }
    }
    return count
  }
}
