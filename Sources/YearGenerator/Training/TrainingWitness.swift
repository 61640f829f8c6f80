// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A plan of trainings that keeps every hard rule of a generated year.
///
/// Cohorts train from the first day of their windows. Then, course by course,
/// the session that takes most of those who are waiting is opened while there is
/// one; the earliest of equal ones. Good enough to prove that a plan exists; not
/// the best. Quotas, budgets and pins are not looked at.
///
/// - Parameters:
///   - year: A year with the rules of generated ones.
///   - hosting: Who leaves with each cohort, and who hosts.
/// - Returns: The plan, with the rooms of each session.
/// - Complexity: O(sessions of the plan × start days × delegations).
package func trainingWitness(of year: ProgrammeYear, hosting: HostingFacts) -> TrainingPlan {
  var witness = TrainingWitness(year, hosting: hosting)
  witness.placeCohorts()
  for course in year.training.courses.indices
  where year.training.courses[course].trainee != .partners {
    witness.fill(course)
  }
  return TrainingPlan(
    joining: witness.joining,
    rooms: witness.rooms.mapValues { (single: $0.singles, twin: $0.twins) })
}

/// The plan so far, and what it leaves.
struct TrainingWitness {
  let year: ProgrammeYear
  let hosting: HostingFacts
  var joining: [(group: TrainingGroup, session: TrainingSession)] = []
  var rooms: [TrainingSession: HouseRooms] = [:]
  /// What is left at each site, by day from the first of `span`.
  var houses: [HouseLedger]
  /// Delegations that may train and do not yet.
  var waiting: [Int]
  /// Days on which teachers of a school are away.
  var awayFromSchool: [Int: [ClosedRange<Day>]] = [:]
  var invited: Set<String> = []
  /// Days of the sessions of courses for one country.
  var daysForCountry: [SpacingKey: [ClosedRange<Day>]] = [:]
  /// Where each cohort trains.
  var sessionOfCohort: [Int: TrainingSession] = [:]
  /// For each country, kind and area the days that nobody may be away.
  private let blocked: [BlockKey: [ClosedRange<Day>]]
  let schoolBreaks: [ClosedRange<Day>]

  struct SpacingKey: Hashable {
    var country: Int
    var trainee: Trainee
  }

  private struct BlockKey: Hashable {
    var country: Int
    var area: String
    var trainee: Trainee
  }

  init(_ year: ProgrammeYear, hosting: HostingFacts) {
    self.year = year
    self.hosting = hosting
    let first = Day.on(year.fiscalYear, 4, 1)
    let span = first.adding(days: -400)...Day.on(year.fiscalYear + 1, 12, 31)
    houses = year.sites.indices.map { HouseLedger(year, site: $0, in: span) }
    waiting = year.training.delegations.indices.filter { index in
      let delegation = year.training.delegations[index]
      let school = year.schools[delegation.school]
      let isKnown =
        hosting.cohortsOfSchool.map {
          !$0[delegation.school].isEmpty || school.lastHostedYear == year.fiscalYear - 1
        } ?? true
      return isKnown && delegation.lastInvitedYear == nil
        && delegation.teachers <= max(1, school.japaneseTeachers - 1)
    }
    var blocked: [BlockKey: [ClosedRange<Day>]] = [:]
    for delegation in year.training.delegations {
      let school = year.schools[delegation.school]
      let key = BlockKey(
        country: school.country, area: school.area, trainee: delegation.trainee)
      guard blocked[key] == nil else { continue }
      blocked[key] = year.training.calendars.filter { entry in
        entry.blocks.contains(key.trainee)
          && (entry.country == CalendarEntry.japan
            || entry.country == year.countries[key.country].id
              && (entry.areas.isEmpty || entry.areas.contains(key.area)))
      }.map(\.days)
    }
    self.blocked = blocked
    schoolBreaks = year.training.calendars.filter {
      $0.country == CalendarEntry.japan && $0.kind == .schoolBreak
    }.map(\.days)
  }

  /// Whether a delegation may be in a session, as far as the two are concerned.
  func mayJoin(_ index: Int, _ session: TrainingSession, _ days: ClosedRange<Day>) -> Bool {
    let delegation = year.training.delegations[index]
    let school = year.schools[delegation.school]
    let key = BlockKey(country: school.country, area: school.area, trainee: delegation.trainee)
    return delegation.availableFrom.map { $0 <= days.lowerBound } ?? true
      && delegation.availableTo.map { $0 >= days.upperBound } ?? true
      && !(blocked[key] ?? []).contains(where: days.overlaps)
      && delegation.diet.allSatisfy(year.sites[session.site].diets.contains)
      && (delegation.teachers == 0
        || !(awayFromSchool[delegation.school] ?? []).contains(where: days.overlaps)
          && isFree(ofPartners: delegation, days))
      && meetsPartner(delegation, session, days)
      && invited.isDisjoint(with: delegation.people)
  }

  /// Not in the first weeks of a dispatch that the school hosts.
  private func isFree(ofPartners delegation: Delegation, _ days: ClosedRange<Day>) -> Bool {
    let weeks = year.training.rules.presentWeeks
    return weeks == 0
      || cohorts(of: delegation).allSatisfy { cohort in
        let start = year.cohorts[cohort].dispatchStart
        return !days.overlaps(start...start.adding(days: 7 * weeks - 1))
      }
  }

  private func cohorts(of delegation: Delegation) -> [Int] {
    hosting.cohortsOfSchool?[delegation.school] ?? []
  }

  /// Teachers of a school that hosts meet a partner before or amid the dispatch.
  private func meetsPartner(
    _ delegation: Delegation, _ session: TrainingSession, _ days: ClosedRange<Day>
  ) -> Bool {
    let cohorts = cohorts(of: delegation)
    guard delegation.trainee == .teachers, !cohorts.isEmpty else { return true }
    let rules = year.training.rules
    return cohorts.contains { index in
      let cohort = year.cohorts[index]
      if cohort.dispatchStart.adding(days: 7 * rules.meetAfterWeeks) <= days.lowerBound,
        days.upperBound <= cohort.dispatchEnd.adding(days: -7 * rules.meetBeforeWeeks)
      {
        return true
      }
      guard let theirs = sessionOfCohort[index], theirs.site == session.site,
        theirs.days(in: year).overlaps(days)
      else { return false }
      let common = theirs.days(in: year).clamped(to: days)
      return common.upperBound.number - common.lowerBound.number + 1 >= rules.meetDays
    }
  }

  /// Opens a session for groups.
  mutating func open(_ session: TrainingSession, for groups: [TrainingGroup]) {
    let days = session.days(in: year)
    let need = SessionNeed(of: groups, in: session, year: year, hosting: hosting)
    let held = houses[session.site].take(need, on: days)
    rooms[session] = held
    let course = year.training.courses[session.course]
    if course.mix == .one, case .delegation(let index)? = groups.first {
      let country = year.schools[year.training.delegations[index].school].country
      daysForCountry[SpacingKey(country: country, trainee: course.trainee), default: []]
        .append(days)
    }
    for group in groups {
      joining.append((group, session))
      guard case .delegation(let index) = group else { continue }
      let delegation = year.training.delegations[index]
      invited.formUnion(delegation.people)
      if delegation.teachers > 0 { awayFromSchool[delegation.school, default: []].append(days) }
    }
  }
}
