// SPDX-License-Identifier: GPL-3.0-or-later

/// What a search for a stable matching with couples ended with.
public struct CouplesMatching: Hashable, Sendable {
  /// The place of each person; −1 is nowhere.
  public let placeOfPerson: [Int32]
  /// What blocks it, by `CouplesMarket.blockingPairs(of:stability:)`; 0 is
  /// stable.
  public let blockingPairs: Int

  /// Puts a matching and its count together; nothing is checked.
  package init(placeOfPerson: [Int32], blockingPairs: Int) {
    self.placeOfPerson = placeOfPerson
    self.blockingPairs = blockingPairs
  }

  /// Whether nothing blocks it.
  public var isStable: Bool { blockingPairs == 0 }
  /// How many persons have a place.
  public var placed: Int { placeOfPerson.count { $0 >= 0 } }
}

extension CouplesMarket {
  /// Looks for a stable matching by proposals and repair, within bounded work.
  ///
  /// Method: after Roth and Peranson, "The redesign of the matching market for
  /// American physicians" (1999): single persons first, by deferred acceptance;
  /// then couples one by one. Whoever is sent away asks again at once; when a
  /// partner goes with somebody who is sent away, or a couple moves on, those
  /// who would like the free seat ask again. When nobody asks any more nothing
  /// blocks. This need not happen, also where a stable matching exists; then
  /// the couples are tried in other orders (each turned round by a part of the
  /// list) until the work is used up. The outline in the paper leaves the order
  /// of repairs open; ours is a stack, so that the latest trouble is mended
  /// first, and in every other try a queue, so that no circle of couples keeps
  /// the rest waiting.
  ///
  /// Without couples this is deferred acceptance, and the answer is the stable
  /// matching that is best for the persons.
  ///
  /// - Parameters:
  ///   - stability: Which deviations of couples count.
  ///   - work: The most entries that are looked at; nothing means 200 for each
  ///     entry of the market, and at least a million.
  ///   - isStopped: Asked now and then whether to stop; without it equal markets
  ///     give equal answers.
  /// - Returns: The first stable matching found, or of those tried the one with
  ///   the fewest blocking pairs.
  /// - Complexity: O(*w* *q*) for the work *w* and the largest quota *q*.
  public func repaired(
    stability: CoupleStability, work: Int? = nil, isStopped: (() -> Bool)? = nil
  ) -> CouplesMatching {
    let limit = work ?? max(1_000_000, 200 * entryCount)
    var search = CouplesRepair(self, stability)
    // An order that has not come to rest in its share of the work goes round in
    // circles more often than not.
    let orders = coupleCount == 0 ? 1 : min(8, max(2, coupleCount))
    var best: CouplesMatching?
    for order in 0..<orders {
      let share = max(1, (limit - search.work) / (orders - order))
      search.run(
        turnedBy: coupleCount * order / orders, inTurn: !order.isMultiple(of: 2),
        work: search.work + share, isStopped: isStopped)
      let found = CouplesMatching(
        placeOfPerson: search.state.placeOfPerson(), blockingPairs: search.state.blockingCount())
      if found.isStable { return found }
      for found in [found, search.best].compactMap({ $0 }) {
        if best.map({ found.blockingPairs < $0.blockingPairs }) ?? true { best = found }
      }
      if search.work >= limit || search.isStopped { break }
    }
    return best
      ?? CouplesMatching(
        placeOfPerson: Array(repeating: -1, count: personCount), blockingPairs: 0)
  }
}

/// Proposals and repair with a stack of agents that may block.
private struct CouplesRepair {
  let market: CouplesMarket
  var state: CouplesState
  var work = 0
  var isStopped = false
  /// The matching with the fewest blocking pairs among those looked at.
  private(set) var best: CouplesMatching?
  // Agents that wait to ask, in a ring of one slot each: every agent waits at
  // most once.
  private var ring: [Int32]
  private var head = 0
  private var depth = 0
  private var isWaiting: [Bool]

  init(_ market: CouplesMarket, _ stability: CoupleStability) {
    self.market = market
    state = CouplesState(market, stability)
    isWaiting = Array(repeating: false, count: market.agentCount)
    ring = Array(repeating: 0, count: market.agentCount)
  }

  /// Starts from nothing and repairs until nobody asks or the work is done.
  ///
  /// The latest who waits asks first; with `inTurn` who has waited longest.
  mutating func run(
    turnedBy shift: Int, inTurn: Bool, work limit: Int, isStopped: (() -> Bool)?
  ) {
    for agent in 0..<market.agentCount { state.unseat(agent) }
    while depth > 0 { _ = pop(inTurn: false) }
    let singles = market.agentCount - market.coupleCount
    if inTurn { for agent in 0..<singles { push(agent) } }
    for position in 0..<market.coupleCount {
      let next = inTurn ? position : market.coupleCount - 1 - position
      push(singles + (next + shift) % market.coupleCount)
    }
    if !inTurn { for agent in (0..<singles).reversed() { push(agent) } }
    // Counting takes a step for each entry, so it is not done often.
    let pause = max(64, market.entryCount / 2)
    var turns = 0
    while depth > 0 {
      let agent = pop(inTurn: inTurn)
      turns &+= 1
      if turns & 1023 == 0, let isStopped, isStopped() {
        self.isStopped = true
        return
      }
      if turns.isMultiple(of: pause) { look() }
      let entries = market.entries(of: Int(agent)).count
      work += entries + 1
      if work > limit { return }
      if let entry = state.bestBlocking(Int(agent)) { move(Int(agent), to: entry) }
    }
  }

  /// Keeps the matching at hand if it has fewer blocking pairs than those before.
  private mutating func look() {
    let count = state.blockingCount()
    if let best, best.blockingPairs <= count { return }
    best = CouplesMatching(placeOfPerson: state.placeOfPerson(), blockingPairs: count)
  }

  private mutating func push(_ agent: Int) {
    guard !isWaiting[agent] else { return }
    isWaiting[agent] = true
    ring[(head + depth) % ring.count] = Int32(agent)
    depth += 1
  }

  private mutating func pop(inTurn: Bool) -> Int32 {
    depth -= 1
    let agent = ring[inTurn ? head : (head + depth) % ring.count]
    if inTurn { head = (head + 1) % ring.count }
    isWaiting[Int(agent)] = false
    return agent
  }

  /// Gives an agent a blocking entry, and sends away whoever is in the way.
  private mutating func move(_ agent: Int, to entry: Int) {
    let old = Int(state.entryOfAgent[agent])
    let oldPlaces = old < 0 ? (-1, -1) : (market.entryFirsts[old], market.entrySeconds[old])
    state.unseat(agent)
    let (first, second) = (Int(market.entryFirsts[entry]), Int(market.entrySeconds[entry]))
    if first == second {
      makeRoom(2, at: first)
    } else {
      if first >= 0 { makeRoom(1, at: first) }
      if second >= 0 { makeRoom(1, at: second) }
    }
    state.seat(agent, at: entry)
    callBack(oldPlaces.0)
    callBack(oldPlaces.1)
    // A better entry may be open now that the agent is where it is.
    if market.isCouple(agent) { push(agent) }
  }

  /// Sends the least liked away until so many seats are free.
  private mutating func makeRoom(_ seats: Int32, at place: Int) {
    while market.quotas[place] - state.taken[place] < seats {
      let agent = Int(market.agentOfPerson[Int(state.worstPersons[place])])
      let lost = Int(state.entryOfAgent[agent])
      state.unseat(agent)
      let (first, second) = (market.entryFirsts[lost], market.entrySeconds[lost])
      // Callbacks go below the agent on the stack, who asks first.
      if Int(first) != place { callBack(first) }
      if Int(second) != place { callBack(second) }
      push(agent)
    }
  }

  /// Has everybody ask again who may want a seat that became free.
  private mutating func callBack(_ place: Int32) {
    guard place >= 0, !state.isFull(Int(place)) else { return }
    let range =
      Int(market.interestStarts[Int(place)])..<Int(market.interestStarts[Int(place) + 1])
    work += range.count
    for position in range.reversed() { push(Int(market.interestAgents[position])) }
  }
}
