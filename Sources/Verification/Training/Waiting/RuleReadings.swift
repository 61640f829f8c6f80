// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What each rule reads of each delegation, as numbers.
///
/// A rule that says of a delegation and a session, in a given plan, whether the one
/// may join the other, says the same of every delegation with the same number.
struct RuleReadings {
  /// By rule and delegation.
  private var numbers: [TrainingRule: [Int]] = [:]

  private struct Reading: Hashable {
    var numbers: [Int?] = []
    var words: [String] = []
  }

  init(of plan: TrainingFacts) {
    let pinned = Set(plan.pins.map(\.group))
    for rule in TrainingRule.allCases {
      var known: [Reading: Int] = [:]
      numbers[rule] = plan.year.training.delegations.indices.map { delegation in
        let reading = Self.reading(of: delegation, by: rule, in: plan, pinned)
        if let number = known[reading] { return number }
        known[reading] = known.count
        return known.count - 1
      }
    }
  }

  /// The number of what a rule reads of a delegation.
  subscript(rule: TrainingRule, delegation: Int) -> Int { numbers[rule]?[delegation] ?? delegation }

  private static func reading(
    of index: Int, by rule: TrainingRule, in plan: TrainingFacts, _ pinned: Set<TrainingGroup>
  ) -> Reading {
    let own = plan.year.training.delegations[index]
    let school = plan.year.schools[own.school]
    let kind = own.trainee == .teachers ? 1 : 0
    switch rule {
    case .acceptedCourse:
      return Reading(numbers: [kind, school.country, own.level.rank] + own.courses)
    case .closures, .japanSchoolsOpen, .predepartureGap, .announced: return Reading()
    case .sessionSize: return Reading(numbers: [own.headcount.people])
    case .beds:
      return Reading(
        numbers: [own.members, own.leaders].flatMap { [$0.women, $0.men, $0.others] })
    case .classrooms, .lecturers, .budget:
      return Reading(numbers: [school.country, own.headcount.people])
    case .availability:
      return Reading(numbers: [own.availableFrom?.number, own.availableTo?.number])
    case .calendars: return Reading(numbers: [kind, school.country], words: [school.area])
    case .levelBand: return Reading(numbers: [own.level.rank])
    case .mix, .countrySpacing: return Reading(numbers: [school.country])
    case .leaders: return Reading(numbers: [kind, own.members.people, own.leaders.people])
    case .hostSchool:
      return Reading(numbers: [school.lastHostedYear] + plan.hostedCohorts(of: own.school))
    case .oneTeacherAway: return Reading(numbers: [own.school, own.teachers])
    case .hostTeacherPresent:
      return Reading(numbers: [min(1, own.teachers)] + plan.hostedCohorts(of: own.school))
    case .meetYourPartner:
      return Reading(numbers: [kind] + plan.hostedCohorts(of: own.school))
    case .invitedOnce:
      return Reading(numbers: [own.headcount.people, own.lastInvitedYear], words: own.people)
    case .diet: return Reading(words: own.diet)
    case .pin: return Reading(numbers: pinned.contains(.delegation(index)) ? [index] : [])
    case .oneSession, .quota: return Reading(numbers: [index])
    }
  }
}
