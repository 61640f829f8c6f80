// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `together`.
///
/// An instance is an unordered pair of whom one names the other. In a plan that
/// breaks `one-post`, all placements of both must agree.
enum TogetherCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.together, on: plan) { findings(on: plan) }]
  }

  private struct Stay: Hashable {
    let city: City
    let cohort: Int
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    let pairs = namedPairs(plan.year.applicants.map(\.togetherWith))
    var found = Findings(checked: pairs.count)
    for (one, other) in pairs {
      let stays = [one, other].map { applicant in
        Set(
          plan.held(by: applicant).map {
            Stay(city: City(of: $0.post, in: plan.year), cohort: $0.cohort)
          })
      }
      guard stays[0] != stays[1] || stays[0].count > 1 else { continue }
      found.violations.append(
        violation(
          one, other, in: plan, asks: "they go to one city in one cohort, or neither goes"))
    }
    return found
  }
}

/// Checks `apart`.
///
/// An instance is an unordered pair of whom one names the other.
enum ApartCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.apart, on: plan) { findings(on: plan) }]
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    let pairs = namedPairs(plan.year.applicants.map(\.apartFrom))
    var found = Findings(checked: pairs.count)
    for (one, other) in pairs {
      let cities = [one, other].map { applicant in
        Set(plan.held(by: applicant).map { City(of: $0.post, in: plan.year) })
      }
      guard !cities[0].isDisjoint(with: cities[1]) else { continue }
      found.violations.append(
        violation(one, other, in: plan, asks: "they must not be in one city"))
    }
    return found
  }
}

/// Unordered pairs of which one names the other, each once, smaller index first.
func namedPairs(_ names: [[Int]]) -> [(Int, Int)] {
  var pairs: Set<[Int]> = []
  for (one, others) in names.enumerated() {
    for other in others where other != one { pairs.insert([min(one, other), max(one, other)]) }
  }
  return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
}

private func violation(
  _ one: Int, _ other: Int, in plan: PlanFacts, asks: Sentence
) -> Violation {
  let whereabouts = [one, other].map { applicant -> Sentence in
    let held = plan.held(by: applicant).map { placement -> Sentence in
      let city = plan.year.schools[placement.post.base].city
      return "at \(placement.post.id) (\(city)) in \(plan.cohortId(placement.cohort))"
    }
    let id = plan.applicantId(applicant)
    return held.isEmpty ? "\(id) is not placed" : "\(id) is \(Listing(held, .andEach))"
  }
  return Violation(
    subjects: [.applicant(plan.applicantId(one)), .applicant(plan.applicantId(other))],
    sentence: "\(Listing(whereabouts, .plain)); \(asks).")
}

extension PlanFacts {
  /// The placements of an applicant.
  func held(by applicant: Int) -> [Placement] {
    (placementsByApplicant[applicant] ?? []).map { placements[$0] }
  }
}
