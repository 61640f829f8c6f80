// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// A problem that is planned from a year alone, with what may be asked about its plans.
package protocol ExplainedProblem: ReportedProblem {
  /// Who or what is asked about.
  associatedtype Subject: Hashable & Sendable

  /// The words that stand for kinds of subjects on the command line.
  static var subjectKinds: [String] { get }

  /// What an identifier names.
  ///
  /// - Throws: `UnknownSubject` with the identifiers there are.
  static func subject(
    _ kind: String, _ id: String, in year: ProgrammeYear
  ) throws(UnknownSubject) -> Subject

  /// The kind and the identifier of a subject.
  static func name(of subject: Subject, in year: ProgrammeYear) -> (kind: String, id: String)

  /// What a plan says of a subject.
  static func facts(
    about subject: Subject, in plan: Plan, of year: ProgrammeYear, isInternal: Bool
  ) -> ExplainedFacts

  /// What binds a subject where it is, each with what it is bound by.
  static func binding(
    _ subject: Subject, in plan: Plan, of year: ProgrammeYear, rules: [RuleCheck]
  ) -> [(words: String, rules: [RuleCheck])]

  /// What may be had in place of what the plan has.
  static func candidates(
    for subject: Subject, in plan: Plan, of year: ProgrammeYear
  ) -> [[Force]]

  /// What is forced, in words and for programs.
  static func words(
    _ forced: [Force], for subject: Subject, in year: ProgrammeYear
  ) -> (words: String, document: CanonicalJSON)

  /// Single changes that may help a subject that has nothing; none for others.
  static func remedies(
    for subject: Subject, in plan: Plan, of year: ProgrammeYear
  ) -> [YearRemedy<Self>]
}

/// What a plan says of a subject: lines for people and members for programs.
package struct ExplainedFacts: Sendable {
  package var lines: [String]
  package var members: [String: CanonicalJSON]

  package init(_ lines: [String], _ members: [String: CanonicalJSON]) {
    self.lines = lines
    self.members = members
  }
}

/// A single change of a year that may help somebody; whether it does is found out by planning
/// the changed year.
package struct YearRemedy<Problem: YearProblem>: Sendable {
  /// The change in words that follow `With `.
  package var words: String
  /// The cells and settings that change, by the path of `set` in scenarios.
  package var cells: [String: CanonicalJSON]
  package var change: @Sendable (inout ProgrammeYear) -> Void
  /// What a plan of the changed year says of it, a clause, and whether it helps.
  package var outcome: @Sendable (Problem.Plan) -> (words: String, helps: Bool)

  package init(
    _ words: String, _ cells: [String: CanonicalJSON],
    outcome: @escaping @Sendable (Problem.Plan) -> (words: String, helps: Bool),
    change: @escaping @Sendable (inout ProgrammeYear) -> Void
  ) {
    self.words = words
    self.cells = cells
    self.change = change
    self.outcome = outcome
  }
}

/// A plan that is asked about.
package struct ExplainedYear<Problem: ExplainedProblem>: Sendable {
  package let year: ProgrammeYear
  package let plan: Problem.Plan
  package let verification: PlanVerification
  /// What else there is to say about the plan, a sentence each.
  package let notes: [String]

  /// Checks a plan.
  package init(_ year: ProgrammeYear, plan: Problem.Plan, notes: [String] = []) {
    self.year = year
    self.plan = plan
    self.notes = notes
    verification = Problem.verify(plan, in: year, claimed: [])
  }

  /// The goals' values of the plan.
  package var tiers: [TierResult] { verification.tiers }
}

/// Why a plan has a subject as it has, and what others would cost.
package struct PlanExplanation<Problem: ExplainedProblem>: Sendable {
  let subject: Problem.Subject
  let explained: ExplainedYear<Problem>
  /// The best plan's values.
  let best: [TierResult]
  /// Whether the plan given is a best one.
  let isBest: Bool
  let found: ForcedPlans<Problem.Force, Problem.Plan>
  let remedies: [TriedRemedy]

  /// A change that was tried.
  struct TriedRemedy: Sendable {
    var sentence: String
    var helps: Bool
    var cells: [String: CanonicalJSON]
    var tiers: [TierResult]
  }

  /// Whether nothing that is left out is better than what is shown.
  package var isComplete: Bool { found.isComplete }
}

/// Changes that are tried for one subject.
private let mostRemedies = 6

/// Explains a subject of a plan.
///
/// - Parameters:
///   - subject: Who or what is asked about.
///   - explained: The plan.
///   - best: A best plan of the same year.
///   - limits: How many alternatives are looked for, and with how much work.
/// - Returns: The explanation.
/// - Throws: `EngineFailure` when the solver broke.
package func explain<Problem: ExplainedProblem>(
  _ subject: Problem.Subject, of explained: ExplainedYear<Problem>,
  beside best: BestOfYear<Problem>,
  limits: AlternativeLimits
) throws(EngineFailure) -> PlanExplanation<Problem> {
  let year = explained.year
  let found = try best.alternatives(
    among: Problem.candidates(for: subject, in: explained.plan, of: year), limits: limits)
  var tried: [PlanExplanation<Problem>.TriedRemedy] = []
  for remedy in Problem.remedies(for: subject, in: explained.plan, of: year).prefix(mostRemedies)
  where !limits.isOver() {
    var changed = year
    remedy.change(&changed)
    var request = best.request
    request.near = explained.plan
    let planned = try Problem.checkedPlan(changed, request)
    guard planned.status == .optimal, let plan = planned.plan else { continue }
    let outcome = remedy.outcome(plan)
    tried.append(
      .init(
        sentence: localized("With \(remedy.words) \(outcome.words)."), helps: outcome.helps,
        cells: remedy.cells, tiers: planned.tiers))
  }
  return PlanExplanation(
    subject: subject, explained: explained, best: best.tiers,
    isBest: explained.verification.isValid && !isBetter(best.tiers, than: explained.tiers),
    found: found, remedies: tried)
}
