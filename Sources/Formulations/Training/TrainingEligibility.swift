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
}

extension TrainingEligibility {
  /// Whether a delegation had rather not join each of some sessions (goal `months`).
  ///
  /// - Parameters:
  ///   - index: The delegation.
  ///   - candidates: Sessions by index.
  /// - Returns: What holds for each of them.
  package func unloved(_ index: Int, of candidates: [Int]) -> [Bool] {
    let delegation = year.training.delegations[index]
    let school = year.schools[delegation.school]
    let avoided = avoided.days(
      country: school.country, area: school.area, delegation.trainee)
    return candidates.map { session in
      !delegation.months.isEmpty
        && !delegation.months.contains(sessions[session].start.parts.month)
        || avoided?.touch(days[session]) ?? false
    }
  }

  /// Whether a delegation had rather not join any of some sessions (goal `months`).
  func isUnloved(_ delegation: Int, _ sessions: [Int]) -> Bool {
    unloved(delegation, of: sessions).allSatisfy { $0 }
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

  func days(country: Int, area: String, _ trainee: Trainee) -> MarkedDays? {
    days[Key(country: countries[country], area: area, trainee: trainee)]
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

  /// The sessions that a delegation may join, each with the price of the soft rules
  /// that one person breaks by joining it.
  ///
  /// - Parameters:
  ///   - delegation: The delegation.
  ///   - candidates: Sessions by index, of courses that accept it.
  /// - Returns: Those that no hard rule forbids.
  /// - Complexity: O(candidates), beside looking up what is asked of the delegation.
  func prices(
    of delegation: Delegation, in candidates: [Int]
  ) -> [(session: Int, price: Int64)] {
    let rules = year.training.rules
    let active = TrainingRule.pairwise.filter { rules[$0] != .off }
      .map { (rule: $0, penalty: rules[$0].penalty) }
    let demands = demands(of: delegation)
    return candidates.compactMap { session in
      var price: Int64 = 0
      for (rule, penalty) in active where breaks(rule, demands, session) {
        guard let penalty else { return nil }
        price += Int64(penalty)
      }
      return (session, price)
    }
  }

  /// What the rules about a delegation and a session look at.
  private struct Demands {
    /// Days on which it is free.
    var free: ClosedRange<Day>
    var blocked: MarkedDays?
    var isNoHost: Bool
    /// The first weeks of the dispatches to its school.
    var firstWeeks: [ClosedRange<Day>]
    /// By site, whether its diets are kept there.
    var isFed: [Bool]
  }

  private func demands(of delegation: Delegation) -> Demands {
    let school = year.schools[delegation.school]
    let cohorts = hosting.cohortsOfSchool?[delegation.school]
    let weeks = year.training.rules.presentWeeks
    let from = delegation.availableFrom ?? Day(number: Int(Int32.min))
    let to = delegation.availableTo ?? Day(number: Int(Int32.max))
    return Demands(
      free: from...max(from, to),
      blocked: blocked.days(
        country: school.country, area: school.area, delegation.trainee),
      isNoHost: (cohorts?.isEmpty ?? false) && school.lastHostedYear != year.fiscalYear - 1,
      firstWeeks: delegation.teachers > 0 && weeks > 0
        ? (cohorts ?? []).map { cohort in
          let start = year.cohorts[cohort].dispatchStart
          return start...start.adding(days: 7 * weeks - 1)
        } : [],
      isFed: year.sites.map { site in delegation.diet.allSatisfy(site.diets.contains) })
  }

  private func breaks(_ rule: TrainingRule, _ demands: Demands, _ session: Int) -> Bool {
    let range = days[session]
    switch rule {
    case .availability:
      return range.lowerBound < demands.free.lowerBound
        || demands.free.upperBound < range.upperBound
    case .calendars: return demands.blocked?.touch(range) ?? false
    case .japanSchoolsOpen:
      return year.training.courses[sessions[session].course].visitsSchools
        && schoolBreaks.touch(range)
    case .hostSchool: return demands.isNoHost
    case .hostTeacherPresent: return demands.firstWeeks.contains(where: range.overlaps)
    case .diet: return !demands.isFed[sessions[session].site]
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
  package func meetsInTerm(_ delegation: Delegation, _ session: Int) -> Bool {
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
  package func meet(_ first: Int, _ second: Int) -> Bool {
    guard sessions[first].site == sessions[second].site else { return false }
    let from = max(days[first].lowerBound.number, days[second].lowerBound.number)
    let to = min(days[first].upperBound.number, days[second].upperBound.number)
    return to - from + 1 >= max(1, year.training.rules.meetDays)
  }
}
