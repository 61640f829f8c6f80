// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Sessions of a course, as offsets into its possible ones.
struct SessionSet {
  private var words: [UInt64]

  init(upTo count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ offset: Int) -> Bool { words[offset / 64] >> (offset % 64) & 1 == 1 }

  mutating func insert(_ offset: Int) { words[offset / 64] |= 1 << (offset % 64) }

  mutating func formUnion(_ other: SessionSet) {
    for (index, word) in other.words.enumerated() { words[index] |= word }
  }
}

/// The possible sessions of each course, and which of them the hard rules about a group
/// and a session alone exclude for a delegation.
///
/// Each rule is asked once for all delegations of which it reads the same.
final class PossibleTable {
  /// Of each course, whether the site is closed or not: by site, then by start.
  let sessions: [[SessionFacts]]
  /// The hard rules, in the order of `TrainingRule`.
  let rules: [TrainingRule]

  private let plan: TrainingFacts
  private let readings: RuleReadings
  /// Starts of each course, which are the same at all its sites.
  private let starts: [Int]
  private var courses: [Int: [Int]] = [:]
  private var exclusions: [Key: SessionSet] = [:]
  private var exclusionsByAny: [Pair: SessionSet] = [:]

  private struct Key: Hashable {
    let rule: TrainingRule
    let course: Int
    let reading: Int
  }

  private struct Pair: Hashable {
    let course: Int
    let delegation: Int
  }

  /// Rules that look at the site of a session; to the others only its days and its
  /// course matter.
  private static let rulesOfSite: Set<TrainingRule> = [.closures, .diet, .pin]

  init(of plan: TrainingFacts, _ readings: RuleReadings) {
    self.plan = plan
    self.readings = readings
    rules = Exclusions.hardRules(of: plan.year)
    sessions = plan.year.training.courses.indices.map {
      AcceptedCourseCheck.possibleSessions(of: $0, in: plan.year)
    }
    starts = sessions.map { sessions in
      sessions.count { $0.session.site == sessions.first?.session.site }
    }
  }

  /// The courses with a possible session that a delegation accepts and that take it.
  func courses(of delegation: Int) -> [Int] {
    let reading = readings[.acceptedCourse, delegation]
    if let known = courses[reading] { return known }
    let found = sessions.indices.filter { course in
      sessions[course].first.map {
        AcceptedCourseCheck.courseReasons(.delegation(delegation), $0, plan).isEmpty
      } ?? false
    }
    courses[reading] = found
    return found
  }

  /// Sessions of a course that a rule excludes for a delegation.
  func excluded(_ delegation: Int, by rule: TrainingRule, in course: Int) -> SessionSet {
    let key = Key(rule: rule, course: course, reading: readings[rule, delegation])
    if let known = exclusions[key] { return known }
    let exclusion = Exclusions(of: .delegation(delegation), in: plan)
    let (sessions, starts) = (sessions[course], starts[course])
    let looksAtSite = Self.rulesOfSite.contains(rule)
    var found = SessionSet(upTo: sessions.count)
    for (offset, session) in sessions.enumerated() {
      let isExcluded =
        looksAtSite || offset < starts
        ? exclusion.excludes(rule, session) : found.contains(offset % starts)
      if isExcluded { found.insert(offset) }
    }
    exclusions[key] = found
    return found
  }

  /// Sessions of a course that some rule excludes for a delegation.
  func excluded(_ delegation: Int, in course: Int) -> SessionSet {
    let key = Pair(course: course, delegation: delegation)
    if let known = exclusionsByAny[key] { return known }
    let found = rules.reduce(into: SessionSet(upTo: sessions[course].count)) {
      $0.formUnion(excluded(delegation, by: $1, in: course))
    }
    exclusionsByAny[key] = found
    return found
  }
}
