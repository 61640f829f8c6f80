// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension TrainingOracle {
  /// Units of a rule about one group in one session.
  ///
  /// - Precondition: The rule is one of `TrainingRule.pairwise` or `closures`.
  package func pairUnits(
    _ rule: TrainingRule, _ group: TrainingGroup, _ session: TrainingSession
  ) -> Int {
    isKept(rule, group, session) ? 0 : people(group)
  }

  private func isKept(
    _ rule: TrainingRule, _ group: TrainingGroup, _ session: TrainingSession
  ) -> Bool {
    let days = days(session)
    switch rule {
    case .closures:
      return days.allSatisfy { day in
        !year.sites[session.site].closed.contains { $0.contains(Day(number: day)) }
      }
    case .availability:
      guard let delegation = delegation(group) else { return true }
      return days.allSatisfy { day in
        day >= delegation.availableFrom?.number ?? day
          && day <= delegation.availableTo?.number ?? day
      }
    case .calendars:
      return !isCovered(days, by: entries(about: group) { $0.blocks })
    case .japanSchoolsOpen:
      guard course(session).visitsSchools else { return true }
      let breaks = year.training.calendars.filter {
        $0.country == "JPN" && $0.kind == .schoolBreak
      }
      return !days.contains { day in
        !isSunday(day) && breaks.contains { $0.days.contains(Day(number: day)) }
      }
    case .hostSchool:
      guard let delegation = delegation(group), let hosts = small.hosting.cohortsOfSchool else {
        return true
      }
      let hostedBefore = year.schools[delegation.school].lastHostedYear == year.fiscalYear - 1
      return hostedBefore || !hosts[delegation.school].isEmpty
    case .predepartureGap:
      guard let cohort = cohort(group) else { return true }
      let gap = cohort.dispatchStart.number - (days.last ?? 0)
      return gap >= rules.gapMinDays && gap <= rules.gapMaxDays
    case .hostTeacherPresent:
      guard let delegation = delegation(group) else { return true }
      let hasTeachers = delegation.trainee == .teachers || delegation.leaders.people > 0
      return !hasTeachers
        || hosted(by: delegation.school).allSatisfy { index in
          let arrival = year.cohorts[index].dispatchStart.number
          return (0..<(7 * rules.presentWeeks)).allSatisfy { !days.contains(arrival + $0) }
        }
    case .diet:
      let kept = Set(year.sites[session.site].diets)
      return Set(delegation(group)?.diet ?? []).isSubset(of: kept)
    default: preconditionFailure("\(rule.rawValue) is not about one group in one session.")
    }
  }

  /// Entries that say something to a group: those of Japan, and for a delegation
  /// those of its country and area.
  private func entries(
    about group: TrainingGroup, _ trainees: (CalendarEntry) -> [Trainee]
  ) -> [CalendarEntry] {
    let trainee = delegation(group)?.trainee ?? .partners
    return year.training.calendars.filter { entry in
      trainees(entry).contains(trainee) && (entry.country == "JPN" || isOfHome(entry, group))
    }
  }

  private func isOfHome(_ entry: CalendarEntry, _ group: TrainingGroup) -> Bool {
    guard let delegation = delegation(group) else { return false }
    let school = year.schools[delegation.school]
    return entry.country == year.countries[school.country].id
      && (entry.areas.isEmpty || entry.areas.contains(school.area))
  }

  private func isCovered(_ days: ClosedRange<Int>, by entries: [CalendarEntry]) -> Bool {
    days.contains { day in entries.contains { $0.days.contains(Day(number: day)) } }
  }

  /// Whether a delegation had rather not travel to a session (goal `months`).
  func travelsUnwillingly(_ group: TrainingGroup, _ session: TrainingSession) -> Bool {
    guard let delegation = delegation(group) else { return false }
    let month = session.start.parts.month
    let isOtherMonth = !delegation.months.isEmpty && !delegation.months.contains(month)
    let avoided = entries(about: group) { $0.avoids }.filter { isOfHome($0, group) }
    return isOtherMonth || isCovered(days(session), by: avoided)
  }
}
