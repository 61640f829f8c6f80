// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension TrainingOracle {
  /// A rule of the year, or one of its quotas.
  package struct RuleInstance: Sendable {
    /// As in verifications: the rule's word, or `quota:` and the quota's.
    package let id: String
    package let rule: TrainingRule
    package let strictness: Strictness
    let quota: TrainingQuota?
  }

  static func instances(of rules: TrainingRules) -> [RuleInstance] {
    TrainingRule.allCases.filter { !$0.isStructural && $0 != .quota }.map {
      RuleInstance(id: $0.rawValue, rule: $0, strictness: rules[$0], quota: nil)
    }
      + rules.quotas.map {
        RuleInstance(
          id: "quota:" + $0.id, rule: .quota, strictness: $0.strictness, quota: $0)
      }
  }

  /// Units of violation of a rule in a plan.
  package func units(of instance: RuleInstance, in plan: Plan) -> Int {
    switch instance.rule {
    case .oneSession, .acceptedCourse: return 0
    case .sessionSize: return sizeUnits(plan)
    case .beds: return bedUnits(plan)
    case .classrooms: return classroomUnits(plan)
    case .lecturers: return lecturerUnits(plan)
    case .closures:
      return plan.open.count { pairUnits(.closures, $0.value[0], $0.key) > 0 }
    case .availability, .calendars, .japanSchoolsOpen, .hostSchool, .predepartureGap,
      .hostTeacherPresent, .diet:
      return plan.choice.reduce(0) { $0 + pairUnits(instance.rule, $1.key, $1.value) }
    case .levelBand: return plan.open.count { !keepsLevelBand($0.key, $0.value) }
    case .mix: return plan.open.count { !keepsMix($0.key, $0.value) }
    case .leaders: return plan.open.reduce(0) { $0 + leaderUnits($1.key, $1.value) }
    case .oneTeacherAway: return teacherUnits(plan)
    case .meetYourPartner:
      return plan.choice.reduce(0) { $0 + (meets($1.key, plan) ? 0 : people($1.key)) }
    case .countrySpacing: return spacingUnits(plan)
    case .invitedOnce: return invitedUnits(plan)
    case .budget: return budgetUnits(plan)
    case .pin: return small.pins.count { plan.choice[$0.group] != $0.session }
    case .announced: return max(0, movedPeople(plan) - rules.mostMoved)
    case .quota: return instance.quota.map { quotaUnits($0, plan) } ?? 0
    }
  }

  private func sizeUnits(_ plan: Plan) -> Int {
    var units = 0
    for (session, groups) in plan.open {
      let size = groups.reduce(0) { $0 + people($1) }
      let course = course(session)
      if size < course.sizeMin { units += course.sizeMin - size }
      if size > course.sizeMax { units += size - course.sizeMax }
    }
    for (index, course) in year.training.courses.enumerated() {
      let count = plan.open.keys.count { $0.course == index }
      if let most = course.sessionsMax, count > most { units += count - most }
    }
    return units
  }

  private func keepsLevelBand(_ session: TrainingSession, _ groups: [TrainingGroup]) -> Bool {
    guard let band = course(session).levelBand else { return true }
    let ranks = groups.compactMap { delegation($0)?.level.rank }
    return ranks.allSatisfy { low in ranks.allSatisfy { $0 - low <= band } }
  }

  private func keepsMix(_ session: TrainingSession, _ groups: [TrainingGroup]) -> Bool {
    let countries = Set(groups.map(country)).count
    return switch course(session).mix {
    case .any: true
    case .one: countries == 1
    case .atLeast(let least): countries >= least
    }
  }

  private func leaderUnits(_ session: TrainingSession, _ groups: [TrainingGroup]) -> Int {
    let ratio = course(session).studentsPerLeader
    guard ratio >= 1 else { return 0 }
    let delegations = groups.compactMap(delegation)
    let leaders = delegations.map(\.leaders.people).reduce(0, +)
    let students = delegations.map { $0.trainee == .students ? $0.members.people : 0 }
      .reduce(0, +)
    return max(0, students - ratio * leaders)
  }

  private func teacherUnits(_ plan: Plan) -> Int {
    var away: [Int: [Int: Int]] = [:]
    for (group, session) in plan.choice {
      guard let delegation = delegation(group) else { continue }
      let teachers =
        delegation.trainee == .teachers ? delegation.members.people : delegation.leaders.people
      for day in days(session) {
        away[delegation.school, default: [:]][day, default: 0] += teachers
      }
    }
    return away.reduce(0) { sum, entry in
      let most = max(1, year.schools[entry.key].japaneseTeachers - 1)
      return sum + max(0, (entry.value.values.max() ?? 0) - most)
    }
  }

  private func meets(_ group: TrainingGroup, _ plan: Plan) -> Bool {
    guard let delegation = delegation(group), delegation.trainee == .teachers,
      let session = plan.choice[group]
    else { return true }
    let cohorts = hosted(by: delegation.school)
    if cohorts.isEmpty { return true }
    return cohorts.contains { index in
      let cohort = year.cohorts[index]
      if let theirs = plan.choice[.cohort(index)], theirs.site == session.site,
        Set(days(theirs)).intersection(days(session)).count >= rules.meetDays
      {
        return true
      }
      let from = cohort.dispatchStart.number + 7 * rules.meetAfterWeeks
      let to = cohort.dispatchEnd.number - 7 * rules.meetBeforeWeeks
      return days(session).allSatisfy { from <= $0 && $0 <= to }
    }
  }

  private func spacingUnits(_ plan: Plan) -> Int {
    let sessions = plan.open.keys.filter {
      course($0).mix == .one && course($0).trainee != .partners
    }
    .sorted()
    var units = 0
    for (index, one) in sessions.enumerated() {
      for other in sessions[(index + 1)...] where course(one).trainee == course(other).trainee {
        let countries = Set((plan.open[one] ?? []).map(country))
        guard (plan.open[other] ?? []).contains(where: { countries.contains(country($0)) }) else {
          continue
        }
        let ends = [days(one), days(other)].map(\.upperBound)
        let starts = [days(one), days(other)].map(\.lowerBound)
        let (end, start) =
          starts[0] == starts[1]
          ? (ends[0] < ends[1] ? ends[0] : ends[1], starts[0])
          : starts[0] < starts[1] ? (ends[0], starts[1]) : (ends[1], starts[0])
        units += max(0, rules.spacingDays + 1 - (start - end))
      }
    }
    return units
  }

  private func invitedUnits(_ plan: Plan) -> Int {
    let delegations = plan.choice.keys.compactMap(delegation)
    let names = Set(delegations.flatMap(\.people))
    var units = names.count { name in delegations.count { $0.people.contains(name) } > 1 }
    for delegation in delegations {
      guard let last = delegation.lastInvitedYear else { continue }
      if let years = rules.invitedYears, year.fiscalYear - last >= years { continue }
      units += delegation.members.people + delegation.leaders.people
    }
    return units
  }

  private func budgetUnits(_ plan: Plan) -> Int {
    guard let total = rules.totalBudget else { return 0 }
    var over = 1000 * cost(plan) - Int(total)
    var units = 0
    while over > 0 {
      over -= 10_000
      units += 1
    }
    return units
  }

  private func quotaUnits(_ quota: TrainingQuota, _ plan: Plan) -> Int {
    func count(_ selector: TrainingSelector) -> Int {
      plan.choice.reduce(0) {
        selects(selector, $1.key, $1.value) ? $0 + people($1.key) : $0
      }
    }
    let selected = count(quota.select)
    var units = max(0, (quota.minimum ?? selected) - selected)
    units += max(0, selected - (quota.maximum ?? selected))
    guard let share = quota.share else { return units }
    let whole = count(share.of)
    var short = 0
    while let percent = share.minimumPercent, 100 * (selected + short) < percent * whole {
      short += 1
    }
    var over = 0
    while let percent = share.maximumPercent, 100 * (selected - over) > percent * whole {
      over += 1
    }
    return units + short + over
  }

  private func selects(
    _ selector: TrainingSelector, _ group: TrainingGroup, _ session: TrainingSession
  ) -> Bool {
    guard let delegation = delegation(group) else { return false }
    let school = year.schools[delegation.school]
    return selector.conditions.allSatisfy { condition in
      let value: AttributeValue =
        switch condition.attribute {
        case .delegation: .words([delegation.id])
        case .school: .words([school.id])
        case .country: .words([year.countries[school.country].id])
        case .area: .words([school.area])
        case .trainee: .words([delegation.trainee.rawValue])
        case .level: .words([delegation.level.rawValue])
        case .firstVisit: .words([delegation.isFirstVisit ? "yes" : "no"])
        case .priority: .number(delegation.priority)
        case .tags: .words(delegation.tags)
        case .course: .words([course(session).id])
        case .site: .words([year.sites[session.site].id])
        case .month: .number(session.start.parts.month)
        }
      return value.meets(condition.test)
    }
  }
}
