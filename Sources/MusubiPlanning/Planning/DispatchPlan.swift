// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Who becomes a partner at which post in which cohort, and how good that is.
public struct DispatchPlan: Sendable {
  /// The year it is a plan of.
  public let year: ProgrammeYear
  let outcome: DispatchOutcome
  /// The earlier plan that it was made with.
  let baseline: [EarlierPlacement]?
  let askedGap: Double
  private let contradictions: [String]
  /// What was found when the plan was checked against the data alone.
  public let verification: Verification

  /// Whether each goal is proven to the gap that was asked for.
  public var isProven: Bool { outcome.status == .optimal }
  /// Who goes where, in the order of applicants.
  ///
  /// - Complexity: O(*n*) for *n* placements.
  public var placements: [Placement] {
    outcome.placements.map { Placement($0, in: year.value) }
  }
  /// The goals in the planner's order.
  public var goals: [GoalValue] { outcome.tiers.map(GoalValue.init) }
  /// The largest relative distance between value and bound of any goal; 0 is a full proof.
  public var gap: Double { largestGap(of: outcome.tiers) }
  /// How many places are filled.
  public var filled: Int { outcome.placements.count }
  /// The prices from which bounds of the goals follow by adding up; empty of a session's plans.
  public var certificate: Certificate { Certificate(outcome.certificate) }

  /// A goal by its name.
  public func goal(_ name: String) -> GoalValue? { goals.first { $0.name == name } }

  /// Where an applicant goes, if they are placed.
  ///
  /// - Complexity: O(*n*) for *n* placements.
  public func placement(of applicant: String) -> Placement? {
    outcome.placements.first { year.value.applicants[$0.applicant].id == applicant }
      .map { Placement($0, in: year.value) }
  }

  /// Takes what a run found out, once it is verified.
  ///
  /// - Throws: `unverified` for a plan that does not pass.
  init(
    verifying outcome: DispatchOutcome, of year: ProgrammeYear, baseline: [EarlierPlacement]?,
    askedGap: Double
  ) throws(PlanningFailure) {
    self.init(outcome, of: year, baseline: baseline, askedGap: askedGap, [])
    guard verification.isValid else { throw .unverified(verification.sentences) }
  }

  /// Takes a plan and what is known to contradict it, and checks it.
  init(
    _ outcome: DispatchOutcome, of year: ProgrammeYear, baseline: [EarlierPlacement]?,
    askedGap: Double, _ contradictions: [String]
  ) {
    self.year = year
    self.outcome = outcome
    self.baseline = baseline
    self.askedGap = askedGap
    self.contradictions = contradictions
    verification = Verification(
      verifyDispatch(
        year.value, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers),
      contradictions: contradictions)
  }

  /// Checks the plan again, with the bounds that its certificate proves.
  ///
  /// - Returns: What was found, with ``Verification/certifiedBounds``.
  /// - Complexity: For each goal with prices every pair of an applicant and a post is looked at;
  ///   in years of tens of thousands this takes minutes.
  public func verifyCertificate() -> Verification {
    Verification(
      verifyDispatch(
        year.value, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers,
        certificate: outcome.certificate), contradictions: contradictions)
  }

  /// The placements in the words of their file, of those who are in a year.
  func earlier(in other: Programme.ProgrammeYear) -> [EarlierPlacement] {
    EarlierPlacement.list(outcome.placements, of: year.value, in: other)
  }
}

extension ProgrammeYear {
  /// Plans the dispatch: who becomes a partner at which post in which cohort.
  ///
  /// The call takes as long as the search does and keeps its thread. Equal years and options
  /// give equal plans, unless a time limit or a cancellation interferes.
  ///
  /// - Parameter options: Gap, limits, an earlier plan and callbacks.
  /// - Returns: The best plan, with a proven bound of each goal, verified from the data; or why
  ///   there is none.
  /// - Throws: `PlanningFailure` when the solver broke or the plan is not valid.
  public func planDispatch(
    _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) -> PlanningAnswer<DispatchPlan> {
    let asked = options.forEngine(value)
    let outcome: DispatchOutcome
    do throws(EngineFailure) {
      outcome = try Engine.planDispatch(value, options: asked)
    } catch {
      throw PlanningFailure(error)
    }
    return try answer(outcome, asked)
  }

  /// What a run found out, verified.
  func answer(
    _ outcome: DispatchOutcome, _ options: DispatchOptions
  ) throws(PlanningFailure) -> PlanningAnswer<DispatchPlan> {
    switch outcome.status {
    case .optimal, .feasible:
      return .plan(
        try DispatchPlan(
          verifying: outcome, of: self, baseline: options.baseline, askedGap: options.gap))
    case .infeasible:
      let nearest = verifyDispatch(
        value, placements: outcome.nearest, baseline: options.baseline, claimed: nil)
      return .infeasible(
        outcome.nearest.isEmpty ? [] : nearest.rules.filter(\.isBroken).map(RuleFinding.init))
    case .unknown: return .stopped
    }
  }
}
