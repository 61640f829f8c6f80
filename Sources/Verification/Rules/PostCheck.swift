// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks what every plan takes for granted: the entry `post`.
///
/// An instance is a placement. Its applicant, cohort and schools exist; its
/// post is a row of `posts.csv`, or one that Musubi forms; and the post takes
/// the cohort. A placement that fails is a unit, one also when it fails in
/// several ways. Always hard.
enum PostCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck("post", .hard) { findings(on: plan) }]
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    let structure = PostStructure(year: plan.year)
    var found = Findings(checked: plan.submitted.count)
    for placement in plan.submitted where !PlanFacts.exists(placement, in: plan.year) {
      found.violations.append(
        Violation(
          subjects: [.post(placement.post.id)],
          sentence: """
            A placement at \(placement.post.id) names an applicant, a cohort or a school that the \
            year does not have.
            """))
    }
    for open in plan.openPosts {
      let fault = structure.fault(of: open.post)
      for placement in open.holders.map({ plan.placements[$0] }) {
        let takes = PostStructure.takes(open.post, cohort: placement.cohort, in: plan.year)
        guard fault != nil || !takes else { continue }
        let reason: Sentence =
          fault ?? "\(open.post.id) does not take the cohort \(plan.cohortId(placement.cohort))"
        found.violations.append(
          Violation(
            subjects: plan.subjects(of: placement),
            sentence: "\(plan.phrase(placement)): \(reason)."))
      }
    }
    return found
  }
}
