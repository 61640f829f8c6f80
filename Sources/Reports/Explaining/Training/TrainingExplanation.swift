// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Formulations
package import Programme
package import Verification

/// A plan of trainings that is asked about.
package struct ExplainedTraining: Sendable {
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  package let baseline: TrainingBaseline?
  package let plan: TrainingPlan
  package let verification: PlanVerification
  /// What is pinned, by group.
  let pins: [TrainingPin]
  /// What else there is to say about the plan, a sentence each.
  package let notes: [String]

  /// Checks a plan.
  package init(
    _ year: ProgrammeYear, hosting: HostingFacts, baseline: TrainingBaseline?,
    plan: TrainingPlan, notes: [String] = []
  ) {
    self.year = year
    self.hosting = hosting
    self.baseline = baseline
    self.plan = plan
    self.notes = notes
    pins = baseline?.keptPins(by: year.training.rules) ?? []
    verification = verifyTraining(
      plan, in: year, hosting: hosting, baseline: baseline?.attendances, pins: pins)
  }

  /// The goals' values of the plan.
  package var tiers: [TierResult] { verification.tiers }

  /// The session of a group, if it trains.
  func session(of group: TrainingGroup) -> TrainingSession? {
    plan.attendances.first { $0.group == group }.map { plan.sessions[$0.session].session }
  }
}

/// Why a plan of trainings has a subject where it is, and what others would cost.
package struct TrainingExplanation: Sendable {
  package let subject: TrainingSubject
  let plan: ExplainedTraining
  /// The best plan's values.
  let best: [TierResult]
  /// Whether the plan given is a best one.
  let isBest: Bool
  /// What a further group like this one would break there, and what would be broken
  /// without it.
  let limits: [RuleCheck]
  let needs: [RuleCheck]
  let alternatives: [Shown]
  let candidates: Int
  let solved: Int
  let impossible: Int
  /// Whether nothing that is left out is better than what is shown.
  package let isComplete: Bool
  /// Why a delegation waits, if it does.
  let waiting: WaitingReason?

  /// An alternative with who moves.
  struct Shown: Sendable {
    let alternative: TrainingAlternative
    let losses: [Int64]
    /// Groups whose session differs from the plan's, those asked about first.
    let moves: [(group: TrainingGroup, from: TrainingSession?, to: TrainingSession?)]
  }
}

/// Explains a subject of a plan of trainings.
///
/// - Parameters:
///   - subject: Who or what is asked about.
///   - explained: The plan.
///   - best: A best plan of the same year.
///   - options: Limits and callbacks for planning anew.
///   - limits: How many alternatives are looked for, and with how much work.
/// - Returns: The explanation.
/// - Throws: `EngineFailure` when the solver broke.
package func explainTraining(
  _ subject: TrainingSubject, of explained: ExplainedTraining, beside best: PlannedTraining,
  options: TrainingOptions, limits: AlternativeLimits
) throws(EngineFailure) -> TrainingExplanation {
  let found = try best.alternatives(
    among: explained.candidates(for: subject), options: options, limits: limits)
  let isBest =
    explained.verification.isValid && !isBetter(best.tiers, than: explained.tiers)
  let groups = subject.groups(in: explained.plan)
  let shown = found.best.map { alternative in
    TrainingExplanation.Shown(
      alternative: alternative, losses: losses(of: alternative.tiers, against: explained.tiers),
      moves: explained.moves(to: alternative.plan, first: groups))
  }
  var binding = (limits: [RuleCheck](), needs: [RuleCheck]())
  var waiting: WaitingReason?
  if case .group(let group) = subject {
    if explained.session(of: group) != nil {
      binding = explained.binding(group)
    } else if case .delegation(let index) = group {
      waiting = whyWaiting(
        explained.plan, in: explained.year, hosting: explained.hosting,
        pins: explained.pins
      ).first { $0.delegation == index }
    }
  }
  return TrainingExplanation(
    subject: subject, plan: explained, best: best.tiers, isBest: isBest, limits: binding.limits,
    needs: binding.needs, alternatives: shown, candidates: found.candidates,
    solved: found.solved, impossible: found.impossible.count, isComplete: found.isComplete,
    waiting: waiting)
}

extension ExplainedTraining {
  /// What may be had in place of what the plan has: another session for a group, or none
  /// for a delegation that trains; for a session its groups in another one of the course,
  /// or waiting.
  fileprivate func candidates(for subject: TrainingSubject) -> [[TrainingPin]] {
    let eligibility = TrainingEligibility(year, hosting: hosting)
    var sessionsOf: [TrainingGroup: [TrainingSession]] = [:]
    for group in eligibility.classes(nil) {
      let sessions = group.sessions.map { eligibility.sessions[$0.session] }
      for member in group.groups { sessionsOf[member] = sessions }
    }
    switch subject {
    case .group(let group):
      let now = session(of: group)
      var pins = (sessionsOf[group] ?? []).filter { $0 != now }.map {
        [TrainingPin(group, to: $0)]
      }
      if now != nil, case .delegation = group { pins.append([TrainingPin(group, to: nil)]) }
      return pins
    case .session(let session):
      let groups = subject.groups(in: plan)
      let others = eligibility.sessions.filter { other in
        other != session && other.course == session.course
          && groups.allSatisfy { sessionsOf[$0]?.contains(other) ?? false }
      }
      var pins = others.map { other in groups.map { TrainingPin($0, to: other) } }
      let areDelegations = groups.allSatisfy { if case .delegation = $0 { true } else { false } }
      if areDelegations { pins.append(groups.map { TrainingPin($0, to: nil) }) }
      return pins
    }
  }

  /// Groups whose sessions differ in another plan, some of them first.
  fileprivate func moves(
    to other: TrainingPlan, first: [TrainingGroup]
  ) -> [(group: TrainingGroup, from: TrainingSession?, to: TrainingSession?)] {
    func sessions(_ plan: TrainingPlan) -> [TrainingGroup: TrainingSession] {
      Dictionary(
        plan.attendances.map { ($0.group, plan.sessions[$0.session].session) },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (sessions(plan), sessions(other))
    let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    let named = Set(first)
    return (moved.filter(named.contains) + moved.filter { !named.contains($0) }).map {
      ($0, before[$0], after[$0])
    }
  }

  /// What binds a group where it is, found out by trying a further group like it in the
  /// same session, and the plan without it.
  fileprivate func binding(_ group: TrainingGroup) -> (limits: [RuleCheck], needs: [RuleCheck]) {
    guard let session = session(of: group) else { return ([], []) }
    func worse(
      _ year: ProgrammeYear, _ hosting: HostingFacts, _ plan: TrainingPlan,
      without subject: Subject? = nil
    ) -> [RuleCheck] {
      let split = roomSplit(of: plan, in: year, hosting: hosting)
      let changed = verifyTraining(
        split, in: year, hosting: hosting, baseline: baseline?.attendances,
        pins: pins)
      return worsened(verification.rules, in: changed.rules, without: subject)
    }
    let needs = worse(year, hosting, plan.moving([TrainingPin(group, to: nil)]))
    guard case .delegation(let index) = group else { return ([], needs) }
    var further = year
    var twin = year.training.delegations[index]
    // A twin is of a school like this one, and has no people that others name.
    var school = year.schools[twin.school]
    school.id += " and another"
    further.schools.append(school)
    var hosting = hosting
    if let cohorts = hosting.cohortsOfSchool?[twin.school] {
      hosting.cohortsOfSchool?.append(cohorts)
    }
    twin.school = year.schools.count
    twin.id += " and another"
    twin.people = []
    further.training.delegations.append(twin)
    let pin = TrainingPin(.delegation(year.training.delegations.count), to: session)
    let limits = worse(further, hosting, plan.moving([pin]), without: .delegation(twin.id))
    return (limits, needs)
  }
}
