// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Which group may join which session as far as the two alone are concerned.
package struct TrainingEligibility: Sendable {
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  /// By start, course and site.
  package let sessions: [TrainingSession]
  /// First to last day of each session.
  package let days: [ClosedRange<Day>]
  /// Days on which nobody of a kind may be in Japan, by country (as its
  /// identifier), area and kind.
  private let blocked: CalendarDays
  private let avoided: CalendarDays
  private let schoolBreaks: MarkedDays

  package init(_ year: ProgrammeYear, hosting: HostingFacts) {
    self.year = year
    self.hosting = hosting
    sessions = possibleSessions(of: year)
    days = sessions.map { $0.days(in: year) }
    let span = days.reduce(nil as ClosedRange<Day>?) { span, days in
      span.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) } ?? days
    }
    let whole = span ?? Day(number: 0)...Day(number: 0)
    blocked = CalendarDays(year, in: whole, of: \.blocks, withJapan: true)
    // What one had rather not miss is at home.
    avoided = CalendarDays(year, in: whole, of: \.avoids, withJapan: false)
    let breaks = year.training.calendars.filter {
      $0.country == CalendarEntry.japan && $0.kind == .schoolBreak
    }
    // A Sunday keeps no school closed.
    schoolBreaks = MarkedDays(
      breaks.flatMap { entry in
        (entry.days.lowerBound.number...entry.days.upperBound.number).map { Day(number: $0) }
          .filter { $0.weekday != .sunday }.map { $0...$0 }
      }, in: whole)
  }

  /// Whether an entry of the calendars says that a delegation had rather not be
  /// in Japan in a session.
  func avoids(_ delegation: Delegation, _ session: Int) -> Bool {
    let school = year.schools[delegation.school]
    return avoided.touch(
      days[session], country: school.country, area: school.area, delegation.trainee)
  }
}

/// Days that calendars mark for a kind of people, by country and area.
private struct CalendarDays: Sendable {
  private struct Key: Hashable {
    var country: String
    var area: String
    var trainee: Trainee
  }

  private let countries: [String]
  private var days: [Key: MarkedDays] = [:]

  init(
    _ year: ProgrammeYear, in span: ClosedRange<Day>, of kinds: KeyPath<CalendarEntry, [Trainee]>,
    withJapan: Bool
  ) {
    countries = year.countries.map(\.id)
    var areas: Set<Key> = [Key(country: CalendarEntry.japan, area: "", trainee: .partners)]
    for delegation in year.training.delegations {
      let school = year.schools[delegation.school]
      areas.insert(
        Key(
          country: year.countries[school.country].id, area: school.area,
          trainee: delegation.trainee))
    }
    for key in areas {
      let marked = year.training.calendars.filter { entry in
        entry[keyPath: kinds].contains(key.trainee)
          && (withJapan && entry.country == CalendarEntry.japan
            || entry.country == key.country
              && (entry.areas.isEmpty || entry.areas.contains(key.area)))
      }
      days[key] = MarkedDays(marked.map(\.days), in: span)
    }
  }

  func touch(
    _ range: ClosedRange<Day>, country: Int, area: String, _ trainee: Trainee
  ) -> Bool {
    days[Key(country: countries[country], area: area, trainee: trainee)]?.touch(range) ?? false
  }

  func touchPartners(_ range: ClosedRange<Day>) -> Bool {
    days[Key(country: CalendarEntry.japan, area: "", trainee: .partners)]?.touch(range) ?? false
  }
}

// MARK: - Rules about a group and a session

extension TrainingEligibility {
  /// Whether a delegation's course takes it at all (`accepted-course`).
  func accepts(_ delegation: Delegation, course index: Int) -> Bool {
    let course = year.training.courses[index]
    return course.trainee == delegation.trainee
      && (course.countries.isEmpty
        || course.countries.contains(year.schools[delegation.school].country))
      && (delegation.courses.isEmpty || delegation.courses.contains(index))
      && (course.levelMin.rank...max(course.levelMin.rank, course.levelMax.rank))
        .contains(delegation.level.rank)
      && course.levelMin.rank <= course.levelMax.rank
  }

  /// The price of the soft rules that a delegation breaks by joining a session, a
  /// person; nothing when it breaks a hard one.
  func price(of delegation: Delegation, in session: Int) -> Int64? {
    let rules = year.training.rules
    var price: Int64 = 0
    for rule in TrainingRule.pairwise
    where rules[rule] != .off && breaks(rule, delegation, session) {
      guard let penalty = rules[rule].penalty else { return nil }
      price += Int64(penalty)
    }
    return price
  }

  private func breaks(_ rule: TrainingRule, _ delegation: Delegation, _ session: Int) -> Bool {
    let range = days[session]
    let school = year.schools[delegation.school]
    let course = year.training.courses[sessions[session].course]
    switch rule {
    case .availability:
      return delegation.availableFrom.map { $0 > range.lowerBound } ?? false
        || delegation.availableTo.map { $0 < range.upperBound } ?? false
    case .calendars:
      return blocked.touch(
        range, country: school.country, area: school.area, delegation.trainee)
    case .japanSchoolsOpen: return course.visitsSchools && schoolBreaks.touch(range)
    case .hostSchool:
      guard let cohorts = hosting.cohortsOfSchool else { return false }
      return cohorts[delegation.school].isEmpty && school.lastHostedYear != year.fiscalYear - 1
    case .hostTeacherPresent:
      guard delegation.teachers > 0 else { return false }
      return (hosting.cohortsOfSchool?[delegation.school] ?? []).contains { cohort in
        let start = year.cohorts[cohort].dispatchStart
        let weeks = year.training.rules.presentWeeks
        return weeks > 0 && range.overlaps(start...start.adding(days: 7 * weeks - 1))
      }
    case .diet:
      let site = year.sites[sessions[session].site]
      return delegation.diet.contains { !site.diets.contains($0) }
    default: return false
    }
  }

  /// The price of the soft rules that a cohort breaks by joining a session, for
  /// all its partners; nothing when it cannot join.
  func price(ofCohort index: Int, in session: Int) -> Int64? {
    let cohort = year.cohorts[index]
    let course = year.training.courses[sessions[session].course]
    let range = days[session]
    guard course.trainee == .partners, let window = cohort.predeparture,
      window.lowerBound <= range.lowerBound, range.upperBound <= window.upperBound,
      course.countries.isEmpty || course.countries.contains(cohort.country),
      cohort.predepartureSite == nil || cohort.predepartureSite == sessions[session].site
    else { return nil }
    let rules = year.training.rules
    let gap = cohort.dispatchStart.number - range.upperBound.number
    var price: Int64 = 0
    for (rule, isBroken) in [
      (TrainingRule.calendars, blocked.touchPartners(range)),
      (.japanSchoolsOpen, course.visitsSchools && schoolBreaks.touch(range)),
      (.predepartureGap, gap < rules.gapMinDays || gap > rules.gapMaxDays),
    ] where isBroken && rules[rule] != .off {
      guard let penalty = rules[rule].penalty else { return nil }
      price += Int64(penalty)
    }
    return price * Int64(hosting.partners[index].people)
  }

  /// Whether a delegation of teachers meets partners for certain by being in
  /// Japan in the right weeks of a dispatch (`meet-your-partner`), or has nobody
  /// to meet.
  func meetsInTerm(_ delegation: Delegation, _ session: Int) -> Bool {
    guard delegation.trainee == .teachers,
      let cohorts = hosting.cohortsOfSchool?[delegation.school], !cohorts.isEmpty
    else { return true }
    let rules = year.training.rules
    return cohorts.contains { index in
      let cohort = year.cohorts[index]
      return cohort.dispatchStart.adding(days: 7 * rules.meetAfterWeeks) <= days[session].lowerBound
        && days[session].upperBound <= cohort.dispatchEnd.adding(days: -7 * rules.meetBeforeWeeks)
    }
  }

  /// Whether people of two sessions meet (`meet-your-partner`).
  func meet(_ first: Int, _ second: Int) -> Bool {
    guard sessions[first].site == sessions[second].site else { return false }
    let from = max(days[first].lowerBound.number, days[second].lowerBound.number)
    let to = min(days[first].upperBound.number, days[second].upperBound.number)
    return to - from + 1 >= max(1, year.training.rules.meetDays)
  }
}
