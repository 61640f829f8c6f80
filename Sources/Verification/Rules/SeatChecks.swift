// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `one-post`.
///
/// An instance is an applicant with a placement; each placement beyond the
/// first is a unit.
enum OnePostCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.onePost, on: plan) {
        var found = Findings(checked: plan.placementsByApplicant.count)
        for (applicant, held) in plan.placementsByApplicant.sorted(by: { $0.key < $1.key })
        where held.count > 1 {
          let id = plan.applicantId(applicant)
          found.violations.append(
            Violation(
              units: held.count - 1, subjects: [.applicant(id)],
              sentence:
                "\(id) holds \(plain: held.count, "placement", "placements"); one is the most."))
        }
        return found
      }
    ]
  }
}

/// Checks `one-post-per-school`.
///
/// An instance is a school that hosts; each open post beyond its first is a
/// unit.
enum OnePostPerSchoolCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.onePostPerSchool, on: plan) { findings(on: plan) }]
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    var posts: [[String]] = Array(repeating: [], count: plan.year.schools.count)
    for open in plan.openPosts {
      for school in Set(open.post.schools) { posts[school].append(open.post.id) }
    }
    var found = Findings(checked: posts.count { !$0.isEmpty })
    for (school, ids) in posts.enumerated() where ids.count > 1 {
      let id = plan.schoolId(school)
      found.violations.append(
        Violation(
          units: ids.count - 1, subjects: [.school(id)] + ids.map(Subject.post),
          sentence: """
            \(id) is in \(plain: ids.count, "open post", "open posts") (\(ids.joined(separator: ", "))); \
            one is the most.
            """))
    }
    return found
  }
}

/// Checks `seats`.
///
/// An instance is an open post; each placement short or over is a unit.
enum SeatsCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.seats, on: plan) {
        var found = Findings(checked: plan.openPosts.count)
        for open in plan.openPosts {
          let (post, held) = (open.post, open.holders.count)
          let units = max(0, post.seatsMin - held) + max(0, held - post.seatsMax)
          guard units > 0 else { continue }
          found.violations.append(
            Violation(
              units: units, subjects: [.post(post.id)],
              sentence: """
                \(post.id) holds \(plain: held, "placement", "placements"); it takes \(post.seatsMin) to \
                \(post.seatsMax).
                """))
        }
        return found
      }
    ]
  }
}
