// SPDX-License-Identifier: GPL-3.0-or-later

/// A matching of a market with couples that can be changed, and who would
/// block it.
///
/// For each place it knows how many are there and the two whom the place likes
/// least, from which every rule of `CoupleStability` is decided at once.
struct CouplesState {
  let market: CouplesMarket
  let stability: CoupleStability
  /// The entry each agent has; −1 is nowhere.
  private(set) var entryOfAgent: [Int32]

  // Seats of place `p` are `seatStarts[p] ..< seatStarts[p] + taken[p]`.
  private let seatStarts: [Int32]
  private var seatPersons: [Int32]
  private var seatRanks: [Int32]
  private(set) var taken: [Int32]
  // The two whom a place likes least; of equally good ones who came first.
  // Persons and ranks are −1 where there are not as many.
  private(set) var worstPersons: [Int32]
  private(set) var worstRanks: [Int32]
  private(set) var nextWorstRanks: [Int32]

  /// Starts with everybody nowhere.
  init(_ market: CouplesMarket, _ stability: CoupleStability) {
    self.market = market
    self.stability = stability
    entryOfAgent = Array(repeating: -1, count: market.agentCount)
    // A place never has more persons than ask for it.
    var starts: [Int32] = [0]
    for place in 0..<market.placeCount {
      let most = min(
        market.quotas[place], market.interestStarts[place + 1] - market.interestStarts[place])
      starts.append(starts[place] + most)
    }
    seatStarts = starts
    let seats = Int(starts[market.placeCount])
    seatPersons = Array(repeating: -1, count: seats)
    seatRanks = Array(repeating: -1, count: seats)
    taken = Array(repeating: 0, count: market.placeCount)
    worstPersons = Array(repeating: -1, count: market.placeCount)
    worstRanks = worstPersons
    nextWorstRanks = worstPersons
  }

  /// Whether a place has no free seat.
  func isFull(_ place: Int) -> Bool { taken[place] >= market.quotas[place] }
}

// MARK: - Changing

extension CouplesState {
  /// Gives an agent an entry; it must have none, and seats must be free.
  mutating func seat(_ agent: Int, at entry: Int) {
    entryOfAgent[agent] = Int32(entry)
    let (first, second) = (market.entryFirsts[entry], market.entrySeconds[entry])
    if first >= 0 {
      add(market.firstPersons[agent], rank: market.entryFirstRanks[entry], to: Int(first))
    }
    if second >= 0 {
      add(market.secondPersons[agent], rank: market.entrySecondRanks[entry], to: Int(second))
    }
  }

  /// Takes an agent's entry away; nothing happens if it has none.
  mutating func unseat(_ agent: Int) {
    let entry = Int(entryOfAgent[agent])
    guard entry >= 0 else { return }
    entryOfAgent[agent] = -1
    let (first, second) = (market.entryFirsts[entry], market.entrySeconds[entry])
    if first >= 0 { remove(market.firstPersons[agent], from: Int(first)) }
    if second >= 0 { remove(market.secondPersons[agent], from: Int(second)) }
  }

  private mutating func add(_ person: Int32, rank: Int32, to place: Int) {
    let seat = Int(seatStarts[place] + taken[place])
    seatPersons[seat] = person
    seatRanks[seat] = rank
    taken[place] += 1
    note(person, rank, at: place)
  }

  private mutating func note(_ person: Int32, _ rank: Int32, at place: Int) {
    if rank > worstRanks[place] {
      nextWorstRanks[place] = worstRanks[place]
      worstRanks[place] = rank
      worstPersons[place] = person
    } else if rank > nextWorstRanks[place] {
      nextWorstRanks[place] = rank
    }
  }

  private mutating func remove(_ person: Int32, from place: Int) {
    let start = Int(seatStarts[place])
    let last = start + Int(taken[place]) - 1
    var seat = start
    while seatPersons[seat] != person { seat += 1 }
    // Later ones move up, so that who came first stays first.
    while seat < last {
      seatPersons[seat] = seatPersons[seat + 1]
      seatRanks[seat] = seatRanks[seat + 1]
      seat += 1
    }
    taken[place] -= 1
    worstPersons[place] = -1
    worstRanks[place] = -1
    nextWorstRanks[place] = -1
    for seat in start..<last { note(seatPersons[seat], seatRanks[seat], at: place) }
  }
}

// MARK: - Blocking

extension CouplesState {
  /// Whether an agent and an entry it would rather have block the matching.
  ///
  /// - Precondition: The agent strictly prefers the entry to what it has.
  func blocks(_ agent: Int, _ entry: Int) -> Bool {
    let current = Int(entryOfAgent[agent])
    let (first, second) = (market.entryFirsts[entry], market.entrySeconds[entry])
    let firstMoves = first != (current < 0 ? -1 : market.entryFirsts[current])
    let secondMoves = second != (current < 0 ? -1 : market.entrySeconds[current])
    let (firstRank, secondRank) = (market.entryFirstRanks[entry], market.entrySecondRanks[entry])
    guard first == second else {
      return (!firstMoves || first < 0 || takes(firstRank, at: Int(first)))
        && (!secondMoves || second < 0 || takes(secondRank, at: Int(second)))
    }
    let place = Int(first)
    if firstMoves, secondMoves { return takesBoth(firstRank, secondRank, at: place) }
    return firstMoves
      ? takes(firstRank, beside: secondRank, of: market.secondPersons[agent], at: place)
      : takes(secondRank, beside: firstRank, of: market.firstPersons[agent], at: place)
  }

  /// Whether a place has a seat for a rank, or would make one.
  private func takes(_ rank: Int32, at place: Int) -> Bool {
    !isFull(place) || worstRanks[place] > rank
  }

  /// Whether a place would take somebody beside his partner who is there.
  private func takes(
    _ rank: Int32, beside partnerRank: Int32, of partner: Int32, at place: Int
  ) -> Bool {
    if !isFull(place) { return true }
    let asked = stability == .responsive ? rank : max(rank, partnerRank)
    let other = worstPersons[place] == partner ? nextWorstRanks[place] : worstRanks[place]
    return other > asked
  }

  /// Whether a place would take both members, neither of whom is there.
  private func takesBoth(_ one: Int32, _ other: Int32, at place: Int) -> Bool {
    let (better, worse) = (min(one, other), max(one, other))
    switch (market.quotas[place] - taken[place], stability) {
    case (2..., _): return true
    case (1, .responsive): return worstRanks[place] > better
    case (1, .choice): return worstRanks[place] > worse
    case (_, .responsive): return worstRanks[place] > worse && nextWorstRanks[place] > better
    case (_, .choice): return nextWorstRanks[place] > worse
    }
  }

  /// The best entry by which an agent blocks, if there is one.
  func bestBlocking(_ agent: Int) -> Int? {
    let current = entryOfAgent[agent]
    let own = current < 0 ? Int32.max : market.entryRanks[Int(current)]
    for entry in market.entries(of: agent) {
      guard market.entryRanks[entry] < own else { return nil }
      if blocks(agent, entry) { return entry }
    }
    return nil
  }

  /// How many pairs of an agent and an entry block.
  func blockingCount() -> Int {
    var count = 0
    for agent in 0..<market.agentCount {
      let current = entryOfAgent[agent]
      let own = current < 0 ? Int32.max : market.entryRanks[Int(current)]
      for entry in market.entries(of: agent) {
        guard market.entryRanks[entry] < own else { break }
        if blocks(agent, entry) { count += 1 }
      }
    }
    return count
  }

  /// The matching as the place of each person.
  func placeOfPerson() -> [Int32] {
    var places = [Int32](repeating: -1, count: market.personCount)
    for agent in 0..<market.agentCount where entryOfAgent[agent] >= 0 {
      let entry = Int(entryOfAgent[agent])
      places[Int(market.firstPersons[agent])] = market.entryFirsts[entry]
      if market.secondPersons[agent] >= 0 {
        places[Int(market.secondPersons[agent])] = market.entrySeconds[entry]
      }
    }
    return places
  }
}

extension CouplesMarket {
  /// Counts what blocks a matching, whoever made it: pairs of a single person
  /// and a place, and pairs of a couple and an entry of its list.
  ///
  /// With ties a pair blocks only if all who decide strictly gain.
  ///
  /// - Parameters:
  ///   - placeOfPerson: The place of each person; −1 is nowhere.
  ///   - stability: Which deviations of couples count.
  /// - Returns: How many block.
  /// - Throws: `InvalidMatching` when quotas or lists are not kept.
  /// - Complexity: O(*n* + *m* + *l*) for *l* entries of all lists, and for
  ///   each place its seats.
  public func blockingPairs(
    of placeOfPerson: [Int32], stability: CoupleStability
  ) throws(InvalidMatching) -> Int {
    guard placeOfPerson.count == personCount else {
      throw .count(given: placeOfPerson.count, persons: personCount)
    }
    var taken = [Int](repeating: 0, count: placeCount)
    for (person, place) in placeOfPerson.enumerated() where place != -1 {
      guard place >= 0, Int(place) < placeCount else {
        throw .forbidden(person: person, place: Int(place))
      }
      taken[Int(place)] += 1
    }
    for place in 0..<placeCount where taken[place] > Int(quotas[place]) {
      throw .overfull(place: place, persons: taken[place], quota: Int(quotas[place]))
    }
    var state = CouplesState(self, stability)
    for agent in 0..<agentCount {
      let person = Int(firstPersons[agent])
      let first = placeOfPerson[person]
      let second = secondPersons[agent] < 0 ? -1 : placeOfPerson[Int(secondPersons[agent])]
      if first < 0, second < 0 { continue }
      let entry = entries(of: agent).first {
        entryFirsts[$0] == first && entrySeconds[$0] == second
      }
      guard let entry else {
        if isCouple(agent) { throw .couple(index: agent - (agentCount - coupleCount)) }
        throw .forbidden(person: person, place: Int(first))
      }
      state.seat(agent, at: entry)
    }
    return state.blockingCount()
  }
}
