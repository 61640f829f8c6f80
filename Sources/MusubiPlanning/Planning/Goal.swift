// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Reports

/// How good a plan is in one of the planner's goals, and how good it could be at best.
public struct GoalValue: Hashable, Sendable {
  /// Such as `filled` or `points`; docs/rules.md defines each.
  public let name: String
  /// The plan's value; of fairness the smallest share, in hundredths of a per cent.
  public let value: Int64
  /// No plan that equals this one in the goals before does better than this.
  public let bound: Int64
  /// Of fairness: all shares in hundredths of a per cent, the smallest first.
  public let shares: [Int]?
  /// Whether less is better; otherwise more is.
  public let lessIsBetter: Bool
  /// Whether the value is proven to be the best itself.
  public let isProven: Bool
  /// Distance between value and bound, relative to the value (which counts as 1 if it is 0).
  public let gap: Double

  init(_ tier: TierResult) {
    name = tier.name
    value = tier.value
    bound = tier.bound
    shares = tier.shares
    lessIsBetter = tier.isLeast
    isProven = tier.value == tier.bound && tier.isVectorProven
    gap = relativeGap(of: tier)
  }
}

/// One partner at one post in one cohort, by identifiers.
public struct Placement: Hashable, Sendable {
  /// Who.
  public var applicant: String
  /// The post: a school's identifier, or those of a bundle joined by `+`, the one where the
  /// partner lives first; with a `posts.csv` what that calls it.
  public var post: String
  /// With which cohort.
  public var cohort: String

  /// Says who goes where.
  public init(applicant: String, post: String, cohort: String) {
    self.applicant = applicant
    self.post = post
    self.cohort = cohort
  }

  init(_ value: Programme.Placement, in year: Programme.ProgrammeYear) {
    applicant = year.applicants[value.applicant].id
    post = value.post.id
    cohort = year.cohorts[value.cohort].id
  }
}

/// What planning comes to.
public enum PlanningAnswer<Plan: Sendable>: Sendable {
  /// A plan that keeps the hard rules, verified from the data; it says itself how good it is.
  case plan(Plan)
  /// No plan keeps the hard rules. The findings are what the plan breaks that breaks them least;
  /// none where that is not known.
  case infeasible([RuleFinding])
  /// Stopped, by a limit or a cancellation, before there was a plan or a proof that there is none.
  case stopped

  /// The plan, if there is one.
  public var plan: Plan? { if case .plan(let plan) = self { plan } else { nil } }
}
