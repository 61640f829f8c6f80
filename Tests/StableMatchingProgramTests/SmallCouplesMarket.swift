// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import TestSupport

/// A market with couples small enough to look at every matching; blocking is
/// decided literally by the definitions, on sets of persons.
struct SmallCouplesMarket {
  typealias Pair = CouplePreferences.Pair

  /// One list of places for each person, empty for members.
  var persons: [[[Int]]] = []
  var couples: [CouplePreferences] = []
  var places: [[[Int]]] = []
  var quotas: [Int] = []

  init() {}

  /// Random lists with ties, missing entries and members who may go nowhere.
  init(random: inout SplitMix64) {
    let singleCount = random.integer(in: 0...3)
    let coupleCount = random.integer(in: 1...2)
    let placeCount = random.integer(in: 1...3)
    let personCount = singleCount + 2 * coupleCount
    let tieEvery = random.below(2) == 0 ? 3 : 1_000
    func grouped<Entry>(_ entries: [Entry], random: inout SplitMix64) -> [[Entry]] {
      var groups: [[Entry]] = []
      for entry in entries {
        if !groups.isEmpty, random.below(tieEvery) == 0 {
          groups[groups.count - 1].append(entry)
        } else {
          groups.append([entry])
        }
      }
      return groups
    }
    for person in 0..<personCount {
      let list = Array(0..<placeCount).shuffled(using: &random).filter { _ in random.below(5) > 0 }
      persons.append(person < singleCount ? grouped(list, random: &random) : [])
    }
    for number in 0..<coupleCount {
      var pairs: [Pair] = []
      for first in -1..<placeCount {
        for second in -1..<placeCount where first >= 0 || second >= 0 {
          let isNowhere = first < 0 || second < 0
          if random.below(isNowhere ? 5 : 2) > 0 { continue }
          pairs.append(Pair(first < 0 ? nil : first, second < 0 ? nil : second))
        }
      }
      pairs = Array(pairs.shuffled(using: &random).prefix(5))
      couples.append(
        CouplePreferences(
          first: singleCount + 2 * number, second: singleCount + 2 * number + 1,
          groups: grouped(pairs, random: &random)))
    }
    for _ in 0..<placeCount {
      let list = Array(0..<personCount).shuffled(using: &random).filter { _ in
        random.below(8) > 0
      }
      places.append(grouped(list, random: &random))
      quotas.append(random.below(10) == 0 ? 0 : random.integer(in: 1...3))
    }
  }

  func market() throws -> CouplesMarket {
    var (left, right) = (PreferenceLists(), PreferenceLists())
    for groups in persons { left.append(groups) }
    for groups in places { right.append(groups) }
    return try CouplesMarket(checking: left, couples: couples, places: right, quotas: quotas)
  }

  func rank(_ person: Int, at place: Int) -> Int? {
    places[place].firstIndex { $0.contains(person) }
  }

  /// Whether one place likes one person strictly better than another.
  func prefers(_ place: Int, _ person: Int, to other: Int) -> Bool {
    (rank(person, at: place) ?? .max) < (rank(other, at: place) ?? .max)
  }

  /// Every matching that keeps lists and quotas, as the place of each person.
  var matchings: [[Int?]] {
    var found: [[Int?]] = [Array(repeating: nil, count: persons.count)]
    func extended(_ options: [(inout [Int?]) -> Void]) -> [[Int?]] {
      found.flatMap { matching in
        options.map { option in
          var copy = matching
          option(&copy)
          return copy
        }
      }.filter { matching in
        quotas.indices.allSatisfy { place in
          matching.count { $0 == place } <= quotas[place]
        }
      }
    }
    for person in persons.indices {
      let list = persons[person].joined().filter { rank(person, at: $0) != nil }
      found = extended([{ _ in }] + list.map { place in { $0[person] = place } })
    }
    for couple in couples {
      let pairs = couple.groups.joined().filter { accepts($0, couple) }
      found = extended(
        [{ _ in }]
          + pairs.map { pair in
            {
              $0[couple.first] = pair.first
              $0[couple.second] = pair.second
            }
          })
    }
    return found
  }

  private func accepts(_ pair: Pair, _ couple: CouplePreferences) -> Bool {
    (pair.first.map { rank(couple.first, at: $0) != nil } ?? true)
      && (pair.second.map { rank(couple.second, at: $0) != nil } ?? true)
  }

  /// Blocking pairs, each looked at by the definition's own words.
  func blocking(_ matching: [Int?], _ stability: CoupleStability) -> Int {
    var count = 0
    for person in persons.indices {
      let own = matching[person].map { place in persons[person].firstIndex { $0.contains(place) } }
      for (level, group) in persons[person].enumerated() {
        if let own, level >= own ?? .max { break }
        count += group.count { takes($0, [person], in: matching, stability) }
      }
    }
    for couple in couples {
      let now = Pair(matching[couple.first], matching[couple.second])
      let own =
        now == Pair(nil, nil) ? .max : couple.groups.firstIndex { $0.contains(now) } ?? .max
      for group in couple.groups.prefix(own) {
        count += group.count { pair in
          guard accepts(pair, couple) else { return false }
          let firstMoves = pair.first != now.first
          let secondMoves = pair.second != now.second
          if let place = pair.first, pair.first == pair.second {
            let movers =
              (firstMoves ? [couple.first] : []) + (secondMoves ? [couple.second] : [])
            return takes(place, movers, [couple.first, couple.second], in: matching, stability)
          }
          return
            (!firstMoves
            || pair.first.map { takes($0, [couple.first], in: matching, stability) }
              ?? true)
            && (!secondMoves
              || pair.second.map { takes($0, [couple.second], in: matching, stability) } ?? true)
        }
      }
    }
    return count
  }

  private func takes(
    _ place: Int, _ movers: [Int], _ group: [Int]? = nil, in matching: [Int?],
    _ stability: CoupleStability
  ) -> Bool {
    let group = group ?? movers
    let members = persons.indices.filter { matching[$0] == place }
    guard movers.allSatisfy({ rank($0, at: place) != nil }), quotas[place] >= group.count else {
      return false
    }
    switch stability {
    case .choice:
      // The best of all who are there or come, the group last among equals.
      let chosen = (members + movers).sorted {
        let left = (rank($0, at: place) ?? .max, group.contains($0) ? 1 : 0, $0)
        let right = (rank($1, at: place) ?? .max, group.contains($1) ? 1 : 0, $1)
        return left < right
      }.prefix(quotas[place])
      return group.allSatisfy { chosen.contains($0) }
    case .responsive:
      let free = quotas[place] - members.count
      if free >= movers.count { return true }
      if movers.count == 1 {
        return members.contains { !group.contains($0) && prefers(place, movers[0], to: $0) }
      }
      if free == 1 {
        return members.contains { member in movers.contains { prefers(place, $0, to: member) } }
      }
      return members.contains { one in
        members.contains { other in
          one != other && prefers(place, movers[0], to: one)
            && prefers(place, movers[1], to: other)
        }
      }
    }
  }
}
