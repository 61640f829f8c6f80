// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme

extension ActivitySeating {
  /// Seats people anew on many days at once, for one choice of days after the other, as long
  /// as that makes the plan better.
  ///
  /// The days of a choice are so far apart that whoever may be in an activity of one of them may
  /// be in any of another. Each choice is searched whole by a cheapest flow
  /// (`ReseatingNetwork`).
  ///
  /// - Parameter isOver: Asked between flows; true leaves the plan as it is then.
  mutating func reseat(_ isOver: () -> Bool) {
    let days = data.activities.map(\.days)
    guard let first = days.map(\.lowerBound.number).min(),
      let last = days.map(\.lowerBound.number).max(),
      let longest = days.map({ $0.upperBound.number - $0.lowerBound.number }).max()
    else { return }
    let nearest = data.rules.daysBetween + 1 + longest
    var idle = 0
    for round in 0..<Self.mostReseatings where !isOver() {
      let distance = nearest + round % Self.distances
      let start = first + round % distance
      let isBetter = reseat(onDays: Array(stride(from: start, through: last, by: distance)))
      idle = isBetter ? 0 : idle + 1
      if idle >= Self.mostIdleReseatings { return }
    }
  }

  private static var mostReseatings: Int { 30 }
  /// How many distances between the days of a choice there are.
  private static var distances: Int { 3 }
  private static var mostIdleReseatings: Int { 9 }

  /// Seats people anew in the activities of some days.
  ///
  /// - Parameter days: Rising.
  /// - Returns: Whether the plan is better now; otherwise nothing has changed.
  private mutating func reseat(onDays days: [Int]) -> Bool {
    guard let teams = ReseatingNetwork(self, cliques(of: days)).cheapest() else { return false }
    let before = self
    for (activity, team) in teams {
      for position in people[activity] where !team.contains(position) { leave(position) }
    }
    for (activity, team) in teams {
      for position in team where !people[activity].contains(position) {
        guard mayJoin(position) else {
          self = before
          return false
        }
        join(position)
      }
    }
    return true
  }

  /// The activities of each of some days that take place: those of one day collide with each
  /// other and are in one quarter, those of two days do not.
  private func cliques(of days: [Int]) -> [[Int]] {
    let apart = data.rules.daysBetween
    let order = data.activities.indices.filter { !people[$0].isEmpty }.sorted {
      let (left, right) = (data.activities[$0].days, data.activities[$1].days)
      return (left.lowerBound.number, $0) < (right.lowerBound.number, $1)
    }
    var cliques: [[Int]] = []
    var next = order[...]
    for day in days {
      let begun = next.prefix { data.activities[$0].days.lowerBound.number <= day }
      next = next.dropFirst(begun.count)
      let clique = begun.filter { data.activities[$0].days.upperBound.number + apart >= day }
      guard let quarter = clique.last.map({ data.activities[$0].quarter }) else { continue }
      cliques.append(clique.filter { data.activities[$0].quarter == quarter })
      let end = clique.map { data.activities[$0].days.upperBound.number + apart }.max() ?? day
      next = next.drop { data.activities[$0].days.lowerBound.number <= end }
    }
    return cliques
  }
}
