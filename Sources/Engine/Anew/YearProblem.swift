// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme
package import Verification
internal import Wording

/// A problem that is planned from a year alone.
///
/// Whoever offers this is compared with scenarios, explained and diagnosed by the same code
/// as all others.
package protocol YearProblem: SendableMetatype {
  associatedtype Plan: Hashable & Sendable
  /// Something that a plan can be made to have or to lack.
  associatedtype Force: Hashable & Sendable
  /// What the planner wants.
  associatedtype Goal: PlannersGoal

  /// The relative gap that losses of alternatives are known to; 0 where they are exact.
  static var gapOfAlternatives: Double { get }

  /// Plans a year.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  static func plan(
    _ year: ProgrammeYear, _ request: PlanningRequest<Self>
  ) throws(EngineFailure) -> PlannedYear<Plan>

  /// Checks a plan against the data alone.
  static func verify(
    _ plan: Plan, in year: ProgrammeYear, claimed: [TierResult]
  ) -> PlanVerification

  /// Whether a plan is as it is made to be.
  static func holds(_ force: Force, in plan: Plan) -> Bool

  /// The plan with nothing else changed than what is forced; nothing where that is no plan.
  static func moving(_ forced: [Force], in plan: Plan, of year: ProgrammeYear) -> Plan?

  /// Where a year has the problem's goals.
  static var objective: WritableKeyPath<ProgrammeYear, [Goal]> { get }

  /// The goal of the penalties of soft rules.
  static var penalties: Goal { get }
}

/// What a run of a problem that is planned from a year alone is asked for.
protocol YearOptions: RunLimits {
  associatedtype Problem: YearProblem
  var gap: Double { get set }
  var timeLimit: Double? { get set }
  var workLimit: Int? { get set }
  var isCancelled: @Sendable () -> Bool { get set }
  var progress: @Sendable (DispatchProgress) -> Void { get set }
  var forced: [Problem.Force] { get set }
  var near: Problem.Plan? { get set }

  init()
}

extension YearOptions {
  /// Asks for what a request asks for.
  init(_ request: PlanningRequest<Problem>) {
    self.init()
    gap = request.gap
    timeLimit = request.timeLimit
    workLimit = request.workLimit
    isCancelled = request.isCancelled
    progress = request.progress
    forced = request.forced
    near = request.near
  }
}

extension YearProblem {
  /// The year without any goal, so that any plan is a best one.
  package static func withoutGoals(_ year: ProgrammeYear) -> ProgrammeYear {
    wanting([], in: year)
  }

  /// The year with the penalties of soft rules as its only goal.
  package static func withPenaltiesAlone(_ year: ProgrammeYear) -> ProgrammeYear {
    wanting([penalties], in: year)
  }

  private static func wanting(_ goals: [Goal], in year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    year[keyPath: objective] = goals
    return year
  }
}

/// How a year is planned.
package struct PlanningRequest<Problem: YearProblem>: Sendable, RunLimits {
  /// Relative gap at which goals that are sums may stop.
  package var gap = 0.0
  package var timeLimit: Double?
  /// Units of work for the whole run, the same on every machine; none means no limit.
  package var workLimit: Int?
  package var isCancelled: @Sendable () -> Bool = { false }
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }
  /// What the plan is made to have or to lack.
  package var forced: [Problem.Force] = []
  /// Of equally good plans one is taken that differs little from this one.
  package var near: Problem.Plan?

  package init() {}
}

/// A plan of a year with its goals' values.
package struct PlannedYear<Plan: Hashable & Sendable>: Hashable, Sendable, PlanOutcome {
  package var status: DispatchOutcome.Status
  /// Nothing unless the status is optimal or feasible.
  package var plan: Plan?
  /// The year's own goals, in the order they were solved.
  package var tiers: [TierResult]
  /// Whether it is proven that no plan as good differs less from the one that it was to be
  /// near to.
  package var isNearest: Bool

  /// Takes what a run found out.
  ///
  /// How near a plan is to another is not what the year asks for: a plan whose own goals are
  /// proven is a best one.
  ///
  /// - Parameters:
  ///   - status: How the run ended.
  ///   - plan: Its plan.
  ///   - tiers: Its goals' values.
  ///   - nearness: The name of the goal that was added to stay near to another plan, if one
  ///     was.
  ///   - gap: The gap that was asked for.
  package init(
    _ status: DispatchOutcome.Status, _ plan: Plan?, _ tiers: [TierResult],
    nearness: String? = nil, gap: Double = 0
  ) {
    self.status = status
    self.plan = status == .optimal || status == .feasible ? plan : nil
    let last = nearness.flatMap { name in tiers.first { $0.name == name } }
    self.tiers = tiers.filter { $0.name != nearness }
    isNearest = nearness == nil || last.map { $0.value == $0.bound } ?? false
    let isProven = self.tiers.allSatisfy { tier in
      tier.isVectorProven
        && Double(abs(tier.value - tier.bound)) <= gap * Double(max(1, abs(tier.value)))
    }
    if status == .feasible, last != nil, !isNearest, isProven { self.status = .optimal }
  }

  /// Takes what a run found out of a request.
  ///
  /// - Parameters:
  ///   - status: How the run ended.
  ///   - plan: Its plan.
  ///   - tiers: Its goals' values.
  ///   - request: What it was asked for.
  init<Problem: YearProblem>(
    _ status: DispatchOutcome.Status, _ plan: Plan?, _ tiers: [TierResult],
    asked request: PlanningRequest<Problem>
  ) where Problem.Plan == Plan {
    self.init(
      status, plan, tiers, nearness: request.near == nil ? nil : nameOfNearness,
      gap: request.gap)
  }

  /// Whether each goal's value is the best itself.
  package var isExact: Bool {
    status == .optimal && tiers.allSatisfy { $0.value == $0.bound && $0.isVectorProven }
  }
}

extension YearProblem {
  /// Plans a year and checks the plan.
  ///
  /// - Throws: `EngineFailure` when the solver broke, or the plan is not what it claims to be.
  package static func checkedPlan(
    _ year: ProgrammeYear, _ request: PlanningRequest<Self>
  ) throws(EngineFailure) -> PlannedYear<Plan> {
    let planned = try plan(year, request)
    guard let plan = planned.plan else { return planned }
    guard verify(plan, in: year, claimed: planned.tiers).isValid,
      request.forced.allSatisfy({ holds($0, in: plan) })
    else { throw EngineFailure("A plan does not pass its verification.") }
    return planned
  }
}
