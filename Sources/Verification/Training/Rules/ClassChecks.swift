// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SessionFacts {
  /// Classes for each language: that of the course, or of people's countries.
  func classes(in plan: TrainingFacts) -> [String: Int] {
    var taught: [String: Int] = [:]
    for group in groups {
      let language =
        course.language.isEmpty
        ? plan.year.countries[plan.country(group)].language : course.language
      taught[language, default: 0] += plan.people(group)
    }
    return taught.mapValues { ceiling($0, course.classSize ?? site.classSize) }
  }
}

extension TrainingFacts {
  /// Days but Sundays from the first to the last of the sessions.
  fileprivate func weekdays(of sessions: [SessionFacts]) -> [Day] {
    guard let span = span(of: sessions) else { return [] }
    return (span.lowerBound.number...span.upperBound.number).map(Day.init(number:))
      .filter { $0.weekday != .sunday }
  }

  /// Classrooms that a site's bookings leave on a morning.
  func classroomsLeft(at site: Int, on morning: Day) -> Int {
    let booked = year.siteBookings.filter { $0.site == site && $0.days.contains(morning) }
      .reduce(Int128(0)) { $0 + Int128($1.classrooms) }
    return Int(clamping: max(0, Int128(year.sites[site].classrooms) - booked))
  }

  /// Classes of the sessions together, on each of the mornings.
  fileprivate func classes(
    of sessions: [SessionFacts], on mornings: [Day], counting: ([String: Int]) -> Int
  ) -> [Int] {
    let counts = sessions.map { counting($0.classes(in: self)) }
    return mornings.map { morning in
      zip(sessions, counts).reduce(0) { $0 + ($1.0.isMorning(morning) ? $1.1 : 0) }
    }
  }
}

/// Checks `classrooms`.
///
/// An instance is a site with sessions; each classroom over on a morning is a unit.
enum ClassroomsCheck: TrainingCheck {
  static let rule = TrainingRule.classrooms

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for (index, site) in plan.year.sites.enumerated() {
      let sessions = plan.sessions.filter { $0.session.site == index }
      guard !sessions.isEmpty else { continue }
      found.checked += 1
      let mornings = plan.weekdays(of: sessions)
      let left = mornings.map { plan.classroomsLeft(at: index, on: $0) }
      let needed = plan.classes(of: sessions, on: mornings) { $0.values.reduce(0, +) }
      found.violations += shortages(on: mornings, needed: needed, left: left)
        .map {
          $0.violation(
            at: site, of: "\(plain: $0.needed, "classroom", "classrooms")", on: .morning)
        }
    }
    return found
  }
}

/// Checks `lecturers`.
///
/// An instance is a language that is taught at a site with `lecturers`; each class
/// over on a morning is a unit.
enum LecturersCheck: TrainingCheck {
  static let rule = TrainingRule.lecturers

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for (index, site) in plan.year.sites.enumerated() where !site.lecturers.isEmpty {
      let sessions = plan.sessions.filter { $0.session.site == index }
      let mornings = plan.weekdays(of: sessions)
      let languages = Set(sessions.flatMap { $0.classes(in: plan).keys })
      for language in languages.sorted(by: { identifier($0, precedes: $1) }) {
        found.checked += 1
        let classes = site.lecturers.filter { $0.language == language }
          .reduce(0) { $0 + max(0, $1.classes) }
        let needed = plan.classes(of: sessions, on: mornings) { $0[language] ?? 0 }
        let left = Array(repeating: classes, count: mornings.count)
        found.violations += shortages(on: mornings, needed: needed, left: left).map { shortage in
          let name: Sentence = language.isEmpty ? "no known language" : "\(language)"
          return Violation(
            units: (shortage.needed - classes) * shortage.count,
            subjects: [.site(site.id), .value(language)],
            sentence: shortage.count == 1
              ? """
              \(site.id) needs lecturers for \(plain: shortage.needed, "class", "classes") of \(name) on \
              the morning of \(stretch(shortage.days)); it has them for \(classes).
              """
              : """
              \(site.id) needs lecturers for \(plain: shortage.needed, "class", "classes") of \(name) on \
              the mornings of \(stretch(shortage.days)); it has them for \(classes).
              """)
        }
      }
    }
    return found
  }
}
