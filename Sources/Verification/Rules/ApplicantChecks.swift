// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `birth-window`.
enum BirthWindowCheck: PairwiseCheck {
  static let rule = Rule.birthWindow
  static let scope = PairwiseScope.cohort

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let cohort = plan.year.cohorts[triple.cohort]
    let born = plan.year.applicants[triple.applicant].birthDate
    if let from = cohort.bornFrom, born < from { return false }
    if let to = cohort.bornTo, born > to { return false }
    return true
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let cohort = plan.year.cohorts[triple.cohort]
    let window = openStretch(from: cohort.bornFrom, to: cohort.bornTo)
    return """
      \(plan.phrase(triple)): born on \(plan.year.applicants[triple.applicant].birthDate); the \
      cohort takes birth dates\(window).
      """
  }
}

/// Checks `country-accepted`.
enum CountryAcceptedCheck: PairwiseCheck {
  static let rule = Rule.countryAccepted
  static let scope = PairwiseScope.cohort

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    acceptsCountry(triple, in: plan) && acceptsCohort(triple, in: plan)
  }

  private static func acceptsCountry(_ triple: Placement, in plan: PlanFacts) -> Bool {
    let country = plan.year.cohorts[triple.cohort].country
    let ranks = plan.year.applicants[triple.applicant].countryRanks
    return ranks.isEmpty || ranks.contains { $0.contains(country) }
  }

  private static func acceptsCohort(_ triple: Placement, in plan: PlanFacts) -> Bool {
    let cohorts = plan.year.applicants[triple.applicant].cohorts
    return cohorts.isEmpty || cohorts.contains(triple.cohort)
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let country = plan.year.countries[plan.year.cohorts[triple.cohort].country].id
    let refused: Sentence =
      acceptsCountry(triple, in: plan)
      ? "the cohort \(plan.cohortId(triple.cohort))" : "the country \(country)"
    return "\(plan.phrase(triple)): the applicant does not accept \(refused)."
  }
}

/// Checks `availability`.
enum AvailabilityCheck: PairwiseCheck {
  static let rule = Rule.availability
  static let scope = PairwiseScope.cohort

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let needed = needed(for: plan.year.cohorts[triple.cohort])
    let applicant = plan.year.applicants[triple.applicant]
    if let from = applicant.availableFrom, from > needed.first { return false }
    if let to = applicant.availableTo, to < needed.last { return false }
    return true
  }

  /// First and last day on which somebody of the cohort must be free.
  private static func needed(for cohort: Cohort) -> (first: Day, last: Day) {
    guard let session = cohort.predeparture else {
      return (cohort.dispatchStart, cohort.dispatchEnd)
    }
    return (
      min(session.lowerBound, cohort.dispatchStart), max(session.upperBound, cohort.dispatchEnd)
    )
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let needed = needed(for: plan.year.cohorts[triple.cohort])
    let applicant = plan.year.applicants[triple.applicant]
    let window = openStretch(from: applicant.availableFrom, to: applicant.availableTo)
    return """
      \(plan.phrase(triple)): free\(window); training and dispatch last from \(needed.first) to \
      \(needed.last).
      """
  }
}
