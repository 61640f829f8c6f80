// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification

extension Offer {
  /// What could be negotiated about a plan of trainings: limits that it reaches, or, while
  /// some delegation waits, all that may keep it out; each alone, and for a site all of it
  /// together.
  ///
  /// A plan reaches a limit when it would break a rule, or cost more penalties, if the limit
  /// were a step narrower.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - hosting: Who leaves with each cohort.
  ///   - plan: Its plan.
  /// - Returns: The offers, sites first; their order depends on the three alone.
  /// - Complexity: A check of the plan for each limit.
  package static func all(
    in year: ProgrammeYear, hosting: HostingFacts, at plan: TrainingPlan
  ) -> [Offer] {
    func units(_ year: ProgrammeYear) -> Int {
      verifyTraining(plan, in: year, hosting: hosting).rules.reduce(0) { $0 + $1.units }
    }
    let now = units(year)
    let joined = Set(plan.attendances.map(\.group))
    let someWait = year.training.delegations.indices.contains {
      !joined.contains(.delegation($0))
    }
    let limits = trainingLimits(of: year).filter { limit in
      limit.canStep(in: year)
        && (someWait || limit.narrowed(in: year).map { units($0) > now } ?? true)
    }
    return joint(limits) + limits.map { Offer(limits: [$0]) }
  }

  /// Every limit of the rules that are not off.
  private static func trainingLimits(of year: ProgrammeYear) -> [Limit] {
    let rules = year.training.rules
    var limits: [Limit] = []
    for (site, facts) in year.sites.enumerated() {
      if rules[.beds] != .off { limits.append(.beds(site: site)) }
      if rules[.classrooms] != .off { limits.append(.classrooms(site: site)) }
      if rules[.lecturers] != .off {
        limits += facts.lecturers.indices.map { .lecturers(site: site, $0) }
      }
    }
    if rules[.sessionSize] != .off {
      for course in year.training.courses.indices {
        limits += [
          .sizeMost(course: course), .sizeFewest(course: course), .sessions(course: course),
        ]
      }
    }
    if rules[.budget] != .off { limits.append(.trainingBudget) }
    for (index, quota) in rules.quotas.enumerated() where quota.strictness != .off {
      limits += QuotaBound.allCases.map { .trainingQuota(index, $0) }
    }
    return limits
  }
}
