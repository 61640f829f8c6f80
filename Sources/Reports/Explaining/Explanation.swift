// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
package import Verification

/// Why a plan has a subject where it is, and what others would cost.
package struct Explanation: Sendable {
  package let subject: ExplainedSubject
  let plan: ExplainedPlan
  /// The plan's placements at the subject.
  package let placements: [Placement]
  /// What binds at these placements, where somebody or one post is asked about.
  package let rules: BindingRules?
  /// The best plan's values.
  package let best: [TierResult]
  /// Whether the plan given is a best one.
  package let isBest: Bool
  package let alternatives: [ExplainedAlternative]
  /// How many alternatives there were, how many were solved, how many of these had to be
  /// searched for, and how many no plan keeps.
  package let candidates: Int
  package let solved: Int
  package let searched: Int
  package let impossible: Int
  /// Whether nothing that is left out is better than what is shown.
  package let isComplete: Bool
  /// Why the subject has no placement, where the rules alone say so.
  package let reason: Exclusion?
  /// What stands in the way where no plan keeps any alternative.
  package let collision: Collision?
  package let remedies: [Remedy]
}

/// Which rules keep a subject from any placement.
package struct Exclusion: Hashable, Sendable {
  package struct Count: Hashable, Sendable {
    package var rule: Rule
    /// Posts in cohorts that the rule excludes an applicant from, or applicants that
    /// it excludes from a school.
    package var count: Int
  }

  package var rules: [Count]
  package var sentence: String
}

/// An alternative that no plan keeps, and what it would break if whoever has the seat made
/// way and the plan's other placements stayed.
package struct Collision: Hashable, Sendable {
  package var placement: Placement
  /// What is broken then and was not before; only violations that speak of nobody but the
  /// alternative's applicant.
  package var rules: [RuleCheck]
}

/// Another placement and what it would cost.
package struct ExplainedAlternative: Sendable {
  package var placement: Placement
  /// The goals' values of the best plan that has the placement.
  package var tiers: [TierResult]
  /// How much worse they are than the plan's.
  package var losses: [Int64]
  /// How these are known to be the values of a best plan with the placement; by nothing
  /// where no plan with it is known to have better ones, and that is all.
  package var proof: Alternative.Proof
  /// Whether these are the values of a best plan with the placement, proven.
  package var isExact: Bool { proof != .none }
  /// Who moves, the alternative's own applicant first; empty unless it is exact.
  package var moves: [ChainMove]
}

/// Explains a subject of a plan.
///
/// - Parameters:
///   - subject: Who or what is asked about.
///   - plan: The plan.
///   - session: The planned year.
///   - limits: How many alternatives are looked for, and with how much work.
/// - Returns: The explanation.
/// - Throws: `EngineFailure` when the solver broke.
/// - Precondition: The session's year is the plan's, and its base is optimal.
package func explain(
  _ subject: ExplainedSubject, of plan: ExplainedPlan, in session: borrowing DispatchSession,
  limits: AlternativeLimits = AlternativeLimits()
) throws(EngineFailure) -> Explanation {
  let year = plan.year
  let own = plan.placements.filter(subject.holds)
  let taken = Set(own)
  let pins: [Pin]
  switch subject {
  case .applicant(let index): pins = session.places(of: index)
  case .school(let index): pins = session.places { post, _ in post.schools.contains(index) }
  case .post(let wanted): pins = session.places { post, _ in post.id == wanted.id }
  case .cohort(let index):
    let inCohort = session.places { _, cohort in cohort == index }
    let partners = Set(own.map(\.applicant))
    pins = Set(inCohort.map(\.applicant)).subtracting(partners).sorted().map {
      Pin(applicant: $0, place: .anywhere, cohort: index, kind: .pin)
    }
  }
  let candidates = pins.filter { pin in
    !taken.contains { $0.applicant == pin.applicant && pin.names($0.post, cohort: $0.cohort) }
  }
  let found = try session.alternatives(among: candidates, limits: limits)
  var collision: Collision?
  if found.best.isEmpty, found.isComplete, let pin = found.impossible.first {
    collision = Collision(pin, in: plan, session)
  }
  let isBest = plan.isBest(in: session)
  let alternatives = found.best.compactMap {
    ExplainedAlternative($0, plan: plan, session, isBest: isBest)
  }
  var rules: BindingRules?
  if own.count == 1, let index = plan.placements.firstIndex(of: own[0]) {
    rules = BindingRules(
      ofPlacement: index, among: plan.placements, in: year, baseline: plan.baseline,
      rules: plan.verification.rules)
  }
  var reason: Exclusion?
  var remedies: [Remedy] = []
  if own.isEmpty {
    reason = exclusion(of: subject, plan: plan, session, isEligible: !candidates.isEmpty)
    if case .applicant(let index) = subject {
      remedies = try Remedy.remedies(
        for: index, of: plan, in: session, found: found, limits: limits)
    }
  }
  return Explanation(
    subject: subject, plan: plan, placements: own, rules: rules, best: session.base.tiers,
    isBest: isBest, alternatives: alternatives, candidates: found.candidates,
    solved: found.solved, searched: found.searched, impossible: found.impossible.count,
    isComplete: found.isComplete, reason: reason,
    collision: collision, remedies: remedies)
}

extension ExplainedAlternative {
  fileprivate init?(
    _ found: Alternative, plan: ExplainedPlan, _ session: borrowing DispatchSession, isBest: Bool
  ) {
    let applicant = found.pin.applicant
    let placed = found.outcome.placements.first { $0.applicant == applicant }
    guard let placement = placed ?? session.placement(of: found.pin) else { return nil }
    self.placement = placement
    tiers = found.outcome.tiers
    losses = Reports.losses(of: tiers, against: plan.tiers)
    proof = found.proof
    moves =
      found.isExact
      ? plan.finder.moves(
        to: found.outcome.placements, of: tiers, from: applicant, isFromBest: isBest) : []
  }
}

extension Collision {
  /// Tries an alternative out: whoever has the seat makes way, and everybody else is where
  /// the plan has them.
  fileprivate init?(_ pin: Pin, in plan: ExplainedPlan, _ session: borrowing DispatchSession) {
    guard let placement = session.placement(of: pin) else { return nil }
    var others = plan.placements.filter {
      $0.applicant != pin.applicant
        && ($0.post == placement.post
          || Set($0.post.schools).isDisjoint(with: placement.post.schools))
    }
    let points = PlacementPoints(year: plan.year, baseline: plan.baseline)
    let there = others.filter { $0.post == placement.post }
    if there.count >= placement.post.seatsMax,
      let least = there.min(by: { points.weightedPoints(of: $0) < points.weightedPoints(of: $1) })
    {
      others.removeAll { $0 == least }
    }
    let placements = (others + [placement]).sorted { $0.applicant < $1.applicant }
    let id = plan.year.applicants[pin.applicant].id
    let found = verifyDispatch(
      plan.year, placements: placements, baseline: plan.baseline, claimed: nil)
    self.placement = placement
    rules = worsened(plan.verification.rules, in: found.rules).filter(\.isBroken).map { check in
      var check = check
      check.violations.removeAll { violation in
        violation.subjects.contains { subject in
          if case .applicant(let other) = subject { return other != id }
          return false
        }
      }
      return check
    }
  }
}

/// Why a subject without placements has none, where the rules alone say so.
private func exclusion(
  of subject: ExplainedSubject, plan: ExplainedPlan, _ session: borrowing DispatchSession,
  isEligible: Bool
) -> Exclusion? {
  let report = DispatchReport(
    year: plan.year, eligibility: session.eligibility,
    outcome: DispatchOutcome(
      status: .feasible, placements: plan.placements, tiers: plan.tiers),
    verification: plan.verification, askedGap: 0, inputDigest: "")
  switch subject {
  case .applicant(let index):
    let reason = UnplacedReasons(report).reason(applicant: index)
    // What others are worth is nobody else's business.
    guard !isEligible || reason.kind == .together else { return nil }
    return Exclusion(
      rules: reason.rules.map { Exclusion.Count(rule: $0.rule, count: $0.posts) },
      sentence: reason.sentence)
  case .school(let index):
    var reasons = EmptySchoolReasons(report)
    let reason = reasons.reason(school: index)
    return Exclusion(
      rules: reason.rules.map { Exclusion.Count(rule: $0.rule, count: $0.applicants) },
      sentence: reason.sentence)
  case .post, .cohort: return nil
  }
}
