// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `cohort-places`.
///
/// An instance is a cohort; each placement over is a unit.
enum CohortPlacesCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.cohortPlaces, on: plan) {
        var found = Findings(checked: plan.year.cohorts.count)
        for (cohort, count) in zip(plan.year.cohorts, plan.cohortCounts)
        where count > cohort.places {
          found.violations.append(
            Violation(
              units: count - cohort.places, subjects: [.cohort(cohort.id)],
              sentence: """
                \(cohort.id) has \(plain: count, "placement", "placements"); it has \
                \(plain: cohort.places, "place", "places").
                """))
        }
        return found
      }
    ]
  }
}

/// Checks `country-quota`.
///
/// An instance is a country; each placement short or over is a unit.
enum CountryQuotaCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.countryQuota, on: plan) {
        var found = Findings(checked: plan.year.countries.count)
        for (country, count) in zip(plan.year.countries, plan.countryCounts) {
          if count < country.min {
            found.violations.append(
              Violation(
                units: country.min - count, subjects: [.country(country.id)],
                sentence: """
                  \(country.id) has \(plain: count, "placement", "placements"); it must have at least \
                  \(country.min).
                  """))
          }
          if let max = country.max, count > max {
            found.violations.append(
              Violation(
                units: count - max, subjects: [.country(country.id)],
                sentence: """
                  \(country.id) has \(plain: count, "placement", "placements"); it may have at most \
                  \(max).
                  """))
          }
        }
        return found
      }
    ]
  }
}

/// Checks `track-quota`.
///
/// An instance is a placement (its cohort takes the track) or a quota of a
/// cohort (each placement short or over is a unit).
enum TrackQuotaCheck: PairwiseCheck {
  static let rule = Rule.trackQuota
  static let scope = PairwiseScope.cohort

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let track = plan.year.applicants[triple.applicant].track
    return track == Applicant.openTrack
      || plan.year.cohorts[triple.cohort].tracks.contains { $0.covers(track) }
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    """
    \(plan.phrase(triple)): the cohort takes nobody of the track \
    \(plan.year.applicants[triple.applicant].track).
    """
  }

  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(rule, on: plan) {
        var found = findings(on: plan)
        addQuotas(of: plan, to: &found)
        return found
      }
    ]
  }

  private static func addQuotas(of plan: PlanFacts, to found: inout Findings) {
    var tracks: [[String]] = Array(repeating: [], count: plan.year.cohorts.count)
    for placement in plan.placements {
      tracks[placement.cohort].append(plan.year.applicants[placement.applicant].track)
    }
    for (cohort, tracks) in zip(plan.year.cohorts, tracks) {
      for quota in cohort.tracks {
        found.checked += 1
        let count = tracks.count { quota.covers($0) }
        let units = max(0, quota.min - count) + max(0, count - quota.max)
        guard units > 0 else { continue }
        found.violations.append(
          Violation(
            units: units, subjects: [.cohort(cohort.id)],
            sentence: """
              \(cohort.id) has \(plain: count, "placement", "placements") of the track \(quota.key); it \
              takes \(quota.min) to \(quota.max).
              """))
      }
    }
  }
}
