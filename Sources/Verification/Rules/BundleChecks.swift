// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `hours`.
///
/// An instance is an open post; one outside the hours is a unit.
enum HoursCheck: DispatchCheck {
  static func isKept(by post: Post, in year: ProgrammeYear) -> Bool {
    let hours = hours(of: post, in: year)
    return hours >= year.rules.hours.minimum && hours <= year.rules.hours.maximum
  }

  private static func hours(of post: Post, in year: ProgrammeYear) -> Int {
    post.schools.reduce(0) { $0 + year.schools[$1].japaneseHours }
  }

  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.hours, on: plan) {
        var found = Findings(checked: plan.openPosts.count)
        let asked = plan.year.rules.hours
        for open in plan.openPosts where !isKept(by: open.post, in: plan.year) {
          found.violations.append(
            Violation(
              subjects: [.post(open.post.id)],
              sentence: """
                \(open.post.id) has \(plain: hours(of: open.post, in: plan.year), "hour", "hours") of \
                Japanese a week; a post has \(asked.minimum) to \(asked.maximum).
                """))
        }
        return found
      }
    ]
  }
}

/// Checks `travel`.
///
/// An instance is an open post; one that reaches too far is a unit.
enum TravelCheck: DispatchCheck {
  static func isKept(by post: Post, in year: ProgrammeYear) -> Bool {
    farSchools(of: post, in: year).isEmpty
  }

  /// The further schools beyond the limit, with their distance in metres.
  private static func farSchools(of post: Post, in year: ProgrammeYear) -> [(Int, Int)] {
    let base = year.schools[post.base].position
    return post.schools.dropFirst()
      .map { ($0, base.metres(to: year.schools[$0].position)) }
      .filter { $0.1 > year.rules.travel.maximumMetres }
  }

  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.travel, on: plan) {
        var found = Findings(checked: plan.openPosts.count)
        for open in plan.openPosts {
          let far = farSchools(of: open.post, in: plan.year)
          guard !far.isEmpty else { continue }
          let list = far.map { "\(plan.schoolId($0.0)) \($0.1) m" }.joined(separator: ", ")
          found.violations.append(
            Violation(
              subjects: [.post(open.post.id)] + far.map { .school(plan.schoolId($0.0)) },
              sentence: """
                \(open.post.id) reaches too far from its base \(plan.schoolId(open.post.base)): \
                \(list); at most \(plan.year.rules.travel.maximumMetres) m.
                """))
        }
        return found
      }
    ]
  }
}
