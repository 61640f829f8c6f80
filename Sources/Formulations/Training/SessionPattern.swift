// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// How finely a formulation tells sessions apart.
///
/// The coarser ones know less of when and where people travel: everything that
/// some session of a set allows is allowed, at the least cost and penalty any of
/// them has, and of capacities only sums over the time that a set spans are kept.
/// So each is a relaxation of the finer ones. Sessions of partners are always told
/// apart. (Boland, Hewitt, Marshall and
/// Savelsbergh, "The Continuous-Time Service Network Design Problem", 2017,
/// refine time in the same spirit.)
package enum TimeResolution: String, CaseIterable, Sendable {
  /// All sessions of a course, whenever and wherever.
  case year
  /// Sessions of a course that start in the same month, at whatever site.
  case month
  /// Sessions of a course at a site that start in the same month.
  case siteMonth = "site-month"
  /// Every session by itself.
  case exact
}

/// Sessions that a formulation does not tell apart, with what their groups have in
/// common: one country where the course asks for that, and a band of levels where
/// it has one.
///
/// Which country and which band is decided by choosing the pattern, so that who
/// may join one is a matter of the two alone, and the linear relaxation knows of
/// no session that mixes what must not be mixed.
package struct SessionPattern: Sendable {
  /// Indices into the possible sessions, ascending; all of one course.
  package var sessions: [Int]
  /// Index into the year's countries; none where the course may have several.
  package var country: Int?
  /// Ranks of the levels; none where the course has no band.
  package var levels: ClosedRange<Int>?
  /// The classes that may join it, ascending, each with the least price of the
  /// soft rules that a member breaks.
  package var joins: [(group: Int, penalty: Int64)]
  /// Most sessions that may be open, 1 or more.
  package var most: Int
}

/// What the sessions of one pattern have in common.
private struct PatternKey: Hashable, Comparable {
  var start: Int
  var course: Int
  var site: Int

  static func < (left: PatternKey, right: PatternKey) -> Bool {
    (left.start, left.course, left.site) < (right.start, right.course, right.site)
  }
}

extension TrainingEligibility {
  /// The patterns that enough people may join, by time, course, site, country and
  /// levels.
  ///
  /// - Parameters:
  ///   - classes: The classes of the year.
  ///   - resolution: How finely sessions are told apart.
  ///   - isUsed: Whether a class may join a session as far as the caller cares.
  /// - Returns: The patterns.
  /// - Complexity: O(classes × sessions).
  func patterns(
    of classes: [TrainingClass], at resolution: TimeResolution,
    where isUsed: (_ group: Int, _ session: Int) -> Bool
  ) -> [SessionPattern] {
    var members: [PatternKey: [Int: [(group: Int, penalty: Int64)]]] = [:]
    for (index, group) in classes.enumerated() {
      for (session, penalty) in group.sessions where isUsed(index, session) {
        members[key(of: session, at: resolution), default: [:]][session, default: []].append(
          (index, penalty))
      }
    }
    var patterns: [SessionPattern] = []
    for (key, joins) in members.sorted(by: { $0.key < $1.key }) {
      let course = year.training.courses[key.course]
      for country in countries(of: course, joins, classes) {
        let ranks = Set(
          joins.values.joined().filter {
            country == nil || classes[$0.group].country == country
          }.map { rank(of: classes[$0.group]) })
        for levels in bands(of: course, ranks.sorted()) {
          let pattern = pattern(course, joins, classes, country, levels)
          if pattern.most > 0 { patterns.append(pattern) }
        }
      }
    }
    return patterns
  }

  private func key(of session: Int, at resolution: TimeResolution) -> PatternKey {
    let (course, site) = (sessions[session].course, sessions[session].site)
    let (year, month, _) = sessions[session].start.parts
    // A cohort has few sessions to choose from.
    let isForPartners = self.year.training.courses[course].trainee == .partners
    return switch isForPartners ? .exact : resolution {
    case .year: PatternKey(start: 0, course: course, site: -1)
    case .month: PatternKey(start: year * 12 + month, course: course, site: -1)
    case .siteMonth: PatternKey(start: year * 12 + month, course: course, site: site)
    case .exact: PatternKey(start: sessions[session].start.number, course: course, site: site)
    }
  }

  private func pattern(
    _ course: Course, _ all: [Int: [(group: Int, penalty: Int64)]], _ classes: [TrainingClass],
    _ country: Int?, _ levels: ClosedRange<Int>?
  ) -> SessionPattern {
    var prices: [Int: Int64] = [:]
    var joined: [Int] = []
    for (session, joins) in all.sorted(by: { $0.key < $1.key }) {
      let members = joins.filter {
        (country == nil || classes[$0.group].country == country)
          && levels?.contains(rank(of: classes[$0.group])) ?? true
      }
      guard canReachSize(course, members.map { classes[$0.group] }) else { continue }
      joined.append(session)
      for (group, penalty) in members { prices[group] = min(prices[group] ?? .max, penalty) }
    }
    let people = prices.keys.reduce(0) { $0 + classes[$1].people * classes[$1].groups.count }
    return SessionPattern(
      sessions: joined, country: country, levels: levels,
      joins: prices.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      most: min(mostOpen(joined, course, country), people / leastSize(of: course)))
  }

  /// Most of some sessions that can be open together as far as their distances
  /// (`country-spacing`) and their course's number say.
  private func mostOpen(_ sessions: [Int], _ course: Course, _ country: Int?) -> Int {
    var most = sessions.count
    let rules = year.training.rules
    if country != nil, course.trainee != .partners, rules[.countrySpacing] != .off {
      // The one that ends first leaves most room for the others.
      most = 0
      var free = Int.min
      for session in sessions where days[session].lowerBound.number >= free {
        most += 1
        free = days[session].upperBound.number + rules.spacingDays + 1
      }
    }
    return rules[.sessionSize] == .off ? most : min(most, course.sessionsMax ?? .max)
  }

  private func countries(
    of course: Course, _ joins: [Int: [(group: Int, penalty: Int64)]], _ classes: [TrainingClass]
  ) -> [Int?] {
    guard course.mix == .one, year.training.rules[.mix] != .off else { return [nil] }
    return Set(joins.values.joined().map { classes[$0.group].country }).sorted()
  }

  private func rank(of group: TrainingClass) -> Int {
    group.delegation.map { year.training.delegations[$0].level.rank } ?? 0
  }

  /// The bands of levels that are not part of a wider one; one without limits
  /// where the course has no band, or nobody is outside of it.
  private func bands(of course: Course, _ ranks: [Int]) -> [ClosedRange<Int>?] {
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

  private func canReachSize(_ course: Course, _ joins: [TrainingClass]) -> Bool {
    joins.reduce(0) { $0 + $1.people * $1.groups.count } >= leastSize(of: course)
  }

  /// Fewest people in an open session of a course.
  package func leastSize(of course: Course) -> Int {
    year.training.rules[.sessionSize] == .off ? 1 : max(1, course.sizeMin)
  }
}
