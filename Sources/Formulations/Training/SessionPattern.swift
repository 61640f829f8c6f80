// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A session with what its groups have in common: one country where its course
/// asks for that, and a band of levels where it has one.
///
/// Which country and which band is decided by choosing the pattern, so that who
/// may join one is a matter of the two alone, and the linear relaxation knows of
/// no session that mixes what must not be mixed.
package struct SessionPattern: Sendable {
  /// Index into the possible sessions.
  package var session: Int
  /// Index into the year's countries; none where the course may have several.
  package var country: Int?
  /// Ranks of the levels; none where the course has no band.
  package var levels: ClosedRange<Int>?
  /// The classes that may join it, ascending, each with the price of the soft
  /// rules that a member breaks.
  package var joins: [(group: Int, penalty: Int64)]
}

extension TrainingEligibility {
  /// The patterns that enough people may join, by session, country and levels.
  ///
  /// - Complexity: O(classes × sessions).
  func patterns(of classes: [TrainingClass]) -> [SessionPattern] {
    var joins = [[(group: Int, penalty: Int64)]](repeating: [], count: sessions.count)
    for (index, group) in classes.enumerated() {
      for (session, penalty) in group.sessions { joins[session].append((index, penalty)) }
    }
    var patterns: [SessionPattern] = []
    for session in sessions.indices where !joins[session].isEmpty {
      let course = year.training.courses[sessions[session].course]
      let countries: [Int?] =
        course.mix == .one && year.training.rules[.mix] != .off
        ? Set(joins[session].map { classes[$0.group].country }).sorted() : [nil]
      for country in countries {
        let ofCountry = joins[session].filter {
          country == nil || classes[$0.group].country == country
        }
        for levels in bands(of: course, ofCountry, classes) {
          let members = ofCountry.filter {
            levels?.contains(rank(of: classes[$0.group])) ?? true
          }
          guard canReachSize(course, members, classes) else { continue }
          patterns.append(
            SessionPattern(session: session, country: country, levels: levels, joins: members))
        }
      }
    }
    return patterns
  }

  private func rank(of group: TrainingClass) -> Int {
    group.delegation.map { year.training.delegations[$0].level.rank } ?? 0
  }

  /// The bands of levels that are not part of a wider one; one without limits
  /// where the course has no band, or nobody is outside of it.
  private func bands(
    of course: Course, _ joins: [(group: Int, penalty: Int64)], _ classes: [TrainingClass]
  ) -> [ClosedRange<Int>?] {
    let ranks = Set(joins.map { rank(of: classes[$0.group]) }).sorted()
    guard let band = course.levelBand, course.trainee != .partners,
      year.training.rules[.levelBand] != .off, let lowest = ranks.first,
      let highest = ranks.last, highest - lowest > band
    else { return [nil] }
    var bands: [ClosedRange<Int>] = []
    for rank in ranks {
      let top = ranks.last { $0 <= rank + band } ?? rank
      if let last = bands.last, last.upperBound >= top { continue }
      bands.append(rank...top)
    }
    return bands
  }

  private func canReachSize(
    _ course: Course, _ joins: [(group: Int, penalty: Int64)], _ classes: [TrainingClass]
  ) -> Bool {
    let least = year.training.rules[.sessionSize] == .off ? 1 : course.sizeMin
    let people = joins.reduce(0) { sum, join in
      sum + classes[join.group].people * classes[join.group].groups.count
    }
    return people >= max(1, least)
  }
}
