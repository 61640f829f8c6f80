// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

extension ActivitySeating {
  /// Makes the plan better goal by goal, leaving every activity that takes place at least as
  /// good as it is: wishes are met, then those who have little get seats along chains of
  /// people of whom each takes over from the next, then journeys become shorter by exchanges
  /// that leave as many people with as many activities.
  ///
  /// - Parameter isOver: Asked often; true leaves the plan as it is then.
  mutating func improve(_ isOver: () -> Bool) {
    for _ in 0..<Self.mostPasses where !isOver() {
      if !mend(isOver) { break }
    }
    evenOut(isOver)
    let cheapest = people.indices.map { activity in
      eligibility.pairs(ofActivity: activity).sorted {
        (eligibility.pairs[$0].cost, $0) < (eligibility.pairs[$1].cost, $1)
      }
    }
    for _ in 0..<Self.mostPasses where !isOver() {
      let taken = takeOver(cheapest, isOver)
      if !swap(isOver) && !taken { break }
    }
  }

  /// How often all people are gone through for one goal.
  private static var mostPasses: Int { 4 }

  // MARK: - Wishes

  /// Brings people whom activities wish for; whether that helped somewhere.
  private mutating func mend(_ isOver: () -> Bool) -> Bool {
    var isBetter = false
    for activity in people.indices where !people[activity].isEmpty {
      while !isOver(), shortage(activity, people[activity]).soft > 0, mend(activity) {
        isBetter = true
      }
    }
    return isBetter
  }

  private mutating func mend(_ activity: Int) -> Bool {
    let team = people[activity]
    let now = shortage(activity, team)
    let missing = wishes[activity].filter { wish in
      wish.penalty != nil && team.count { brings($0, wish) } < wish.count
    }
    let leaving: [Int?] = team.count < data.activities[activity].seatsMax ? [nil] : team
    for position in eligibility.pairs(ofActivity: activity)
    where !team.contains(position) && missing.contains(where: { brings(position, $0) }) {
      for seat in leaving where seat.map({ mayLeave($0) }) ?? true {
        let after = shortage(activity, team.filter { $0 != seat } + [position])
        guard after.hard <= now.hard, after.soft < now.soft else { continue }
        if take(position, inPlaceOf: seat) { return true }
      }
    }
    return false
  }

  /// Seats somebody, who may have to leave another activity where a third person takes over.
  ///
  /// - Returns: Whether that was possible; otherwise nothing has changed.
  private mutating func take(_ position: Int, inPlaceOf seat: Int?) -> Bool {
    let before = self
    let pair = eligibility.pairs[position]
    if let seat { leave(seat) }
    if mayJoin(position) {
      join(position)
      return true
    }
    for other in obstacles(position) where other != pair.activity {
      guard
        let own = people[other].first(where: {
          eligibility.pairs[$0].returnee == pair.returnee
        }), mayLeave(own), replace(own, sparing: nil)
      else { continue }
      if mayJoin(position) {
        join(position)
        return true
      }
      self = before
      if let seat { leave(seat) }
    }
    self = before
    return false
  }

  // MARK: - Evenness

  /// Gives those who have least one activity more, at the cost of those who have two more.
  private mutating func evenOut(_ isOver: () -> Bool) {
    let own = eligibility.pairsOfReturnees()
    var level = 0
    while level < activities.lazy.map(\.count).max() ?? 0 {
      var failures = 0
      for returnee in own.indices where activities[returnee].count == level {
        if isOver() { return }
        var chain = Chain(level: level, count: own.count)
        chain.visited[returnee] = true
        failures = gain(returnee, own, Self.longestChain, &chain) ? 0 : failures + 1
        if failures >= Self.mostFailures { break }
      }
      level += 1
    }
  }

  /// What a search for a chain knows.
  private struct Chain {
    /// How many activities the first of the chain has.
    let level: Int
    var visited: [Bool]
    /// People who may still be looked at.
    var left = 150

    init(level: Int, count: Int) {
      self.level = level
      visited = [Bool](repeating: false, count: count)
    }
  }

  /// People with the same number of activities who may find nothing one after the other before
  /// the others are left as they are.
  private static var mostFailures: Int { 60 }

  /// People of a chain behind the first.
  private static var longestChain: Int { 5 }

  /// Gives somebody a seat: a free one, that of somebody who has two activities more than the
  /// first of the chain, or that of somebody who is given another one in the same way.
  ///
  /// - Returns: Whether there was one; otherwise nothing has changed.
  private mutating func gain(
    _ returnee: Int, _ own: [[Int]], _ length: Int, _ chain: inout Chain
  ) -> Bool {
    let open = own[returnee].filter {
      eligibility.pairs[$0].penalty == 0 && !people[eligibility.pairs[$0].activity].isEmpty
        && mayJoin($0)
    }
    for position in open {
      let activity = eligibility.pairs[position].activity
      guard people[activity].count < data.activities[activity].seatsMax else { continue }
      join(position)
      return true
    }
    for position in open {
      for seat in people[eligibility.pairs[position].activity] {
        let holder = eligibility.pairs[seat].returnee
        guard !chain.visited[holder], activities[holder].count >= chain.level + 2,
          mayLeave(seat), replace(seat, sparing: position)
        else { continue }
        return true
      }
    }
    guard length > 1 else { return false }
    for position in open {
      for seat in people[eligibility.pairs[position].activity] {
        let holder = eligibility.pairs[seat].returnee
        guard !chain.visited[holder], mayLeave(seat) else { continue }
        guard chain.left > 0 else { return false }
        guard replace(seat, sparing: position) else { continue }
        chain.visited[holder] = true
        chain.left -= 1
        if gain(holder, own, length - 1, &chain) { return true }
        leave(position)
        join(seat)
      }
    }
    return false
  }

  // MARK: - Journeys

  /// Lets people take over seats from others who live farther away and have one activity
  /// more: then the two have changed places.
  private mutating func takeOver(_ cheapest: [[Int]], _ isOver: () -> Bool) -> Bool {
    var isBetter = false
    for activity in people.indices {
      if isOver() { return isBetter }
      for seat in people[activity] {
        let now = eligibility.pairs[seat]
        guard now.cost > 0, mayLeave(seat) else { continue }
        for position in cheapest[activity] {
          let pair = eligibility.pairs[position]
          guard pair.cost < now.cost else { break }
          guard pair.penalty <= now.penalty,
            activities[pair.returnee].count + 1 == activities[now.returnee].count,
            replace(seat, sparing: position)
          else { continue }
          isBetter = true
          break
        }
      }
    }
    return isBetter
  }

  /// Lets two people exchange activities where that is cheaper.
  private mutating func swap(_ isOver: () -> Bool) -> Bool {
    let own = eligibility.pairsOfReturnees()
    var isBetter = false
    for returnee in own.indices {
      if isOver() { return isBetter }
      for activity in activities[returnee] {
        guard
          let seat = people[activity].first(where: {
            eligibility.pairs[$0].returnee == returnee
          }), eligibility.pairs[seat].cost > 0
        else { continue }
        if swap(seat, own[returnee]) { isBetter = true }
      }
    }
    return isBetter
  }

  /// Lets somebody exchange a seat for another one, nearer to them, whose holder comes in
  /// their place.
  private mutating func swap(_ seat: Int, _ pairs: [Int]) -> Bool {
    let mine = eligibility.pairs[seat]
    for position in pairs where eligibility.pairs[position].cost < mine.cost {
      let pair = eligibility.pairs[position]
      for other in people[pair.activity] {
        let theirs = eligibility.pairs[other]
        guard theirs.returnee != mine.returnee,
          let back = self.position(of: theirs.returnee, in: mine.activity),
          pair.cost + eligibility.pairs[back].cost < mine.cost + theirs.cost,
          exchange((seat, other), for: (position, back))
        else { continue }
        return true
      }
    }
    return false
  }

  /// The position of a pair; nothing where somebody may not take part.
  private func position(of returnee: Int, in activity: Int) -> Int? {
    let pairs = eligibility.pairs(ofActivity: activity)
    var (low, high) = (pairs.lowerBound, pairs.upperBound)
    // Invariant: the pair stands from `low` up to before `high` if there is one.
    while low < high {
      let middle = (low + high) / 2
      if eligibility.pairs[middle].returnee < returnee { low = middle + 1 } else { high = middle }
    }
    return low < pairs.upperBound && eligibility.pairs[low].returnee == returnee ? low : nil
  }

  /// Ends two pairs and begins two others in the same two activities.
  ///
  /// - Returns: Whether that was possible; otherwise nothing has changed.
  private mutating func exchange(_ old: (Int, Int), for new: (Int, Int)) -> Bool {
    let activities = (
      eligibility.pairs[old.0].activity, eligibility.pairs[old.1].activity
    )
    guard mayLeave(old.0), mayLeave(old.1),
      isAsGood(activities.0, without: old.0, with: new.1),
      isAsGood(activities.1, without: old.1, with: new.0)
    else { return false }
    leave(old.0)
    leave(old.1)
    if mayJoin(new.0) {
      join(new.0)
      if mayJoin(new.1) {
        join(new.1)
        return true
      }
      leave(new.0)
    }
    join(old.0)
    join(old.1)
    return false
  }

  private func isAsGood(_ activity: Int, without seat: Int, with position: Int) -> Bool {
    let now = shortage(activity, people[activity])
    let after = shortage(activity, people[activity].filter { $0 != seat } + [position])
    return (after.hard, after.soft) <= (now.hard, now.soft)
  }
}
