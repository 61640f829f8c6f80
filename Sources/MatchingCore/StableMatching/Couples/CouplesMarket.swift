// SPDX-License-Identifier: GPL-3.0-or-later

/// A couple and the pairs of places it would accept.
public struct CouplePreferences: Hashable, Sendable {
  /// Where the two members go; nothing is nowhere.
  public struct Pair: Hashable, Sendable {
    public var first: Int?
    public var second: Int?

    /// Names two places, in the order of the members.
    public init(_ first: Int?, _ second: Int?) {
      self.first = first
      self.second = second
    }
  }

  /// The first member.
  public var first: Int
  /// The second member.
  public var second: Int
  /// Groups of equally good pairs, the best first.
  ///
  /// That both go nowhere is always accepted and stands behind all of them.
  public var groups: [[Pair]]

  /// Describes a couple.
  public init(first: Int, second: Int, groups: [[Pair]]) {
    self.first = first
    self.second = second
    self.groups = groups
  }
}

/// Persons, couples and places with quotas and preferences (hospitals and
/// residents with couples and ties).
///
/// A couple has one list, of pairs of places. Whether a stable matching exists
/// is NP-complete (Ng, Hirschberg 1988; Ronn 1990), whichever `CoupleStability`
/// is meant.
///
/// Single persons and couples are *agents*: single persons first, in their
/// order, then the couples. A single person is kept like a couple whose second
/// member is always nowhere.
public struct CouplesMarket: Sendable {
  /// How many persons there are, members of couples included.
  public let personCount: Int
  /// How many places there are.
  public let placeCount: Int
  /// The most persons of each place.
  public let quotas: [Int32]
  /// How many agents there are.
  public let agentCount: Int
  /// How many of them are couples; they stand behind the single persons.
  public let coupleCount: Int

  /// The person, or the first member, of each agent.
  public let firstPersons: [Int32]
  /// The second member of each agent; −1 for a single person.
  public let secondPersons: [Int32]
  /// The agent of each person.
  public let agentOfPerson: [Int32]

  /// The entries of agent `a` are `entryStarts[a] ..< entryStarts[a + 1]`,
  /// the best first, ties in the order of their place numbers.
  public let entryStarts: [Int32]
  /// The first member's place in each entry; −1 is nowhere.
  public let entryFirsts: [Int32]
  /// The second member's place in each entry; −1 is nowhere.
  public let entrySeconds: [Int32]
  /// How the agent ranks each entry among its own; equal ranks are a tie.
  public let entryRanks: [Int32]
  /// How the place ranks the first member; −1 where there is no place.
  public let entryFirstRanks: [Int32]
  /// How the place ranks the second member; −1 where there is no place.
  public let entrySecondRanks: [Int32]

  // Who might want to go to each place: the agents that list it, by the
  // place's rank of their member. Agents may stand twice.
  let interestStarts: [Int32]
  let interestAgents: [Int32]

  /// How many entries all agents have.
  public var entryCount: Int { entryFirsts.count }

  /// The positions of an agent's entries.
  public func entries(of agent: Int) -> Range<Int> {
    Int(entryStarts[agent])..<Int(entryStarts[agent + 1])
  }

  /// Whether an agent is a couple.
  public func isCouple(_ agent: Int) -> Bool { agent >= agentCount - coupleCount }
}

// MARK: - Checking

extension CouplesMarket {
  /// Checks the data and keeps the entries all whose places accept them.
  ///
  /// An entry that can never be, two members at a place with one seat, is left
  /// out as well.
  ///
  /// - Parameters:
  ///   - persons: A list of places for each person, empty for members of couples.
  ///   - couples: The couples.
  ///   - places: A list of persons for each place.
  ///   - quotas: The most persons of each place, from 0.
  /// - Throws: `InvalidMarket` for the first fault.
  /// - Complexity: O(*l* log *l*), where *l* is the length of all lists.
  public init(
    checking persons: PreferenceLists, couples: [CouplePreferences], places: PreferenceLists,
    quotas: [Int]
  ) throws(InvalidMarket) {
    guard quotas.count == places.count else {
      throw .quotaCount(quotas: quotas.count, places: places.count)
    }
    for (place, quota) in quotas.enumerated() where quota < 0 || quota > Int(Int32.max) {
      throw .quota(place: place, value: quota)
    }
    try persons.check(.persons, against: places.count)
    try places.check(.places, against: persons.count)
    var isMember = [Bool](repeating: false, count: persons.count)
    for (index, couple) in couples.enumerated() {
      for person in [couple.first, couple.second] {
        guard person >= 0, person < persons.count, !isMember[person] else {
          throw .couple(index: index, person: person)
        }
        guard persons.range(of: person).isEmpty else { throw .memberHasOwnList(person: person) }
        isMember[person] = true
      }
      try Self.checkPairs(of: couple, index: index, placeCount: places.count)
    }
    var builder = Builder(persons: persons, places: places, quotas: quotas)
    for person in 0..<persons.count where !isMember[person] { builder.addSingle(person) }
    for couple in couples { builder.addCouple(couple) }
    self = builder.market(coupleCount: couples.count)
  }

  private static func checkPairs(
    of couple: CouplePreferences, index: Int, placeCount: Int
  ) throws(InvalidMarket) {
    var seen: Set<CouplePreferences.Pair> = []
    for pair in couple.groups.joined() {
      for place in [pair.first, pair.second] {
        guard let place, place < 0 || place >= placeCount else { continue }
        throw .unknownEntry(side: .persons, list: couple.first, entry: place, count: placeCount)
      }
      guard pair.first != nil || pair.second != nil, seen.insert(pair).inserted else {
        throw .couplePair(index: index, first: pair.first, second: pair.second)
      }
    }
  }
}

// MARK: - Building

/// Lays agents and entries end to end.
private struct Builder {
  let persons: PreferenceLists
  let quotas: [Int]
  let placeCount: Int
  // The places that accept a person, by number, with the place's rank.
  var acceptedStarts: [Int]
  var acceptedPlaces: [Int32]
  var acceptedRanks: [Int32]

  var firstPersons: [Int32] = []
  var secondPersons: [Int32] = []
  var agentOfPerson: [Int32]
  var entryStarts: [Int32] = [0]
  var firsts: [Int32] = []
  var seconds: [Int32] = []
  var ranks: [Int32] = []
  var firstRanks: [Int32] = []
  var secondRanks: [Int32] = []
  var order: [Int] = []

  init(persons: PreferenceLists, places: PreferenceLists, quotas: [Int]) {
    self.persons = persons
    self.quotas = quotas
    placeCount = places.count
    agentOfPerson = Array(repeating: -1, count: persons.count)
    var starts = [Int](repeating: 0, count: persons.count + 1)
    for person in places.entries { starts[Int(person) + 1] += 1 }
    for person in 0..<persons.count { starts[person + 1] += starts[person] }
    acceptedStarts = starts
    acceptedPlaces = Array(repeating: 0, count: places.entries.count)
    acceptedRanks = acceptedPlaces
    for place in 0..<places.count {
      for entry in places.range(of: place) {
        let person = Int(places.entries[entry])
        acceptedPlaces[starts[person]] = Int32(place)
        acceptedRanks[starts[person]] = places.ranks[entry]
        starts[person] += 1
      }
    }
  }

  /// How a place ranks a person, if it accepts him and has a seat.
  func rank(of person: Int, at place: Int) -> Int32? {
    guard quotas[place] > 0 else { return nil }
    var (low, high) = (acceptedStarts[person], acceptedStarts[person + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(acceptedPlaces[middle]) < place { low = middle + 1 } else { high = middle }
    }
    guard low < acceptedStarts[person + 1], Int(acceptedPlaces[low]) == place else { return nil }
    return acceptedRanks[low]
  }

  mutating func open(first: Int, second: Int) {
    agentOfPerson[first] = Int32(firstPersons.count)
    if second >= 0 { agentOfPerson[second] = Int32(firstPersons.count) }
    firstPersons.append(Int32(first))
    secondPersons.append(Int32(second))
  }

  mutating func addSingle(_ person: Int) {
    open(first: person, second: -1)
    persons.orderTies(of: person, into: &order)
    for entry in order {
      let place = Int(persons.entries[entry])
      guard let rank = rank(of: person, at: place) else { continue }
      append(first: place, second: nil, rank: persons.ranks[entry], rank, -1)
    }
    entryStarts.append(Int32(firsts.count))
  }

  mutating func addCouple(_ couple: CouplePreferences) {
    open(first: couple.first, second: couple.second)
    for (rank, group) in couple.groups.enumerated() {
      let sorted = group.sorted {
        ($0.first ?? -1, $0.second ?? -1) < ($1.first ?? -1, $1.second ?? -1)
      }
      for pair in sorted {
        if let place = pair.first, place == pair.second, quotas[place] < 2 { continue }
        let firstRank = pair.first.map { self.rank(of: couple.first, at: $0) }
        let secondRank = pair.second.map { self.rank(of: couple.second, at: $0) }
        if case .some(.none) = firstRank { continue }
        if case .some(.none) = secondRank { continue }
        append(
          first: pair.first, second: pair.second, rank: Int32(rank),
          (firstRank ?? nil) ?? -1, (secondRank ?? nil) ?? -1)
      }
    }
    entryStarts.append(Int32(firsts.count))
  }

  private mutating func append(
    first: Int?, second: Int?, rank: Int32, _ firstRank: Int32, _ secondRank: Int32
  ) {
    firsts.append(first.map { Int32($0) } ?? -1)
    seconds.append(second.map { Int32($0) } ?? -1)
    ranks.append(rank)
    firstRanks.append(firstRank)
    secondRanks.append(secondRank)
  }

  func market(coupleCount: Int) -> CouplesMarket {
    var interest: [(place: Int32, rank: Int32, agent: Int32)] = []
    interest.reserveCapacity(firsts.count)
    for agent in 0..<firstPersons.count {
      for entry in Int(entryStarts[agent])..<Int(entryStarts[agent + 1]) {
        if firsts[entry] >= 0 {
          interest.append((firsts[entry], firstRanks[entry], Int32(agent)))
        }
        if seconds[entry] >= 0 {
          interest.append((seconds[entry], secondRanks[entry], Int32(agent)))
        }
      }
    }
    interest.sort { ($0.place, $0.rank, $0.agent) < ($1.place, $1.rank, $1.agent) }
    var starts = [Int32](repeating: 0, count: placeCount + 1)
    for item in interest { starts[Int(item.place) + 1] += 1 }
    for place in 0..<placeCount { starts[place + 1] += starts[place] }
    return CouplesMarket(
      personCount: persons.count, placeCount: placeCount, quotas: quotas.map { Int32($0) },
      agentCount: firstPersons.count, coupleCount: coupleCount, firstPersons: firstPersons,
      secondPersons: secondPersons, agentOfPerson: agentOfPerson, entryStarts: entryStarts,
      entryFirsts: firsts, entrySeconds: seconds, entryRanks: ranks, entryFirstRanks: firstRanks,
      entrySecondRanks: secondRanks, interestStarts: starts,
      interestAgents: interest.map(\.agent))
  }
}
