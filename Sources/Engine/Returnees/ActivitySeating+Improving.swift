// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

extension ActivitySeating {
  /// Makes the plan better, leaving every activity that takes place at least as good as it is:
  /// wishes are met one by one, then people are seated anew on many days at once.
  ///
  /// - Parameter isOver: Asked often; true leaves the plan as it is then.
  mutating func improve(_ isOver: () -> Bool) {
    for _ in 0..<Self.mostPasses where !isOver() {
      if !mend(isOver) { break }
    }
    reseat(isOver)
  }

  /// How often all activities are gone through.
  private static var mostPasses: Int { 4 }

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
}
