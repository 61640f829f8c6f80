// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
internal import IntegerProgramming
package import Programme

extension DispatchSession {
  /// Who may go where in the year.
  package var eligibility: DispatchEligibility { run.formulation.eligibility }

  /// The best plan of another year, planned as this one was.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  package func planned(_ other: ProgrammeYear) throws(EngineFailure) -> DispatchOutcome {
    try planDispatch(other, options: options)
  }

  /// The placement that a pin names; of several the one with most points.
  package func placement(of pin: Pin) -> Placement? {
    let triples = run.formulation.triples
    let named = triples.ofApplicant[pin.applicant].filter { triple in
      let slot = eligibility.slots[Int(triples.slots[triple])]
      return pin.names(eligibility.posts[slot.post], cohort: slot.cohort)
    }
    guard let best = named.max(by: { triples.points[$0] < triples.points[$1] }) else { return nil }
    let slot = eligibility.slots[Int(triples.slots[best])]
    return Placement(
      applicant: pin.applicant, post: eligibility.posts[slot.post], cohort: slot.cohort)
  }

  /// Every place where an applicant may go by the pairwise rules, as pins.
  ///
  /// - Parameter applicant: An index into the year's applicants.
  /// - Returns: The pins, by post and cohort.
  /// - Complexity: Proportional to the applicant's triples.
  package func places(of applicant: Int) -> [Pin] {
    run.formulation.triples.ofApplicant[applicant].map { pin(ofTriple: $0) }
  }

  /// Every eligible triple at some posts in some cohorts, as pins.
  ///
  /// - Parameter isWanted: Says of a post and a cohort whether it is looked at.
  /// - Returns: The pins, by applicant.
  /// - Complexity: Proportional to the slots and to these triples.
  package func places(where isWanted: (Post, _ cohort: Int) -> Bool) -> [Pin] {
    let eligibility = run.formulation.eligibility
    let triples = eligibility.slots.indices.filter {
      isWanted(eligibility.posts[eligibility.slots[$0].post], eligibility.slots[$0].cohort)
    }.flatMap { run.formulation.triples.ofSlot[$0].map { Int($0) } }
    return triples.sorted().map { pin(ofTriple: $0) }
  }

  private func pin(ofTriple triple: Int) -> Pin {
    let formulation = run.formulation
    let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
    return Pin(
      applicant: Int(formulation.triples.applicants[triple]),
      place: .post(formulation.eligibility.posts[slot.post].id), cohort: slot.cohort, kind: .pin)
  }

  /// The best of some alternatives, each with the goals' values of the best plan that
  /// keeps it.
  ///
  /// They are solved best first by a bound: an alternative that does not touch the
  /// goals before the last costs at least what the prices of the proof's nodes say,
  /// and one that touches them costs more than any that does not. Where an exchange of
  /// seats reaches that bound, it is the answer; the others are searched for, and what is
  /// learnt by that tightens the bounds of the same applicant's others. Looking ends when
  /// as many as are wanted are at least as good as every bound that is left.
  ///
  /// - Parameters:
  ///   - pins: What is forced, one at a time.
  ///   - limits: How many are wanted, and how much work that may take.
  /// - Returns: The best ones. Where work ended early, the most promising of those
  ///   that were not solved fill up the list, as inexact ones.
  /// - Throws: `EngineFailure` when the solver broke.
  package func alternatives(
    among pins: [Pin], limits: AlternativeLimits = AlternativeLimits()
  ) throws(EngineFailure) -> AlternativesFound {
    var found = AlternativesFound()
    let warm = isExact ? run.keeper?.search : nil
    var knowledge = AlternativeKnowledge(of: run, base: base, warm: warm)
    defer { warm?.leaveGround() }
    var (best, triesGround) = (Alternative?.none, true)
    var pending = candidates(pins, &knowledge)
    found.candidates = pending.count
    var solved: [(alternative: Alternative, points: Int)] = []
    var unproven: [Candidate] = []
    let isOfOne = Set(pins.map(\.applicant)).count == 1
    let sense = knowledge.sense
    while let position = pending.indices.min(by: { isBefore(pending[$0], pending[$1]) }) {
      let candidate = pending[position]
      if solved.count >= limits.wanted, let last = solved[safe: limits.wanted - 1],
        !mayBeat(last.alternative.outcome.tiers, candidate.bound)
      {
        pending = []
        break
      }
      if limits.isOver() { break }
      let alternative: Alternative
      if let known = best, known.pin == candidate.pin {
        alternative = known
        best = nil
        found.searched += 1
      } else if let outcome = knowledge.outcome(of: candidate.pin, reaching: candidate.lastGoal) {
        alternative = Alternative(pin: candidate.pin, outcome: outcome, proof: .prices)
      } else {
        if found.searched >= limits.solves { break }
        // What does not beat the last that would be listed is not solved to the end, and
        // what is hard waits until nothing else is as promising.
        let last = solved[safe: limits.wanted - 1]?.alternative.outcome.tiers
        let answer = try answer(
          to: candidate, warm, knowledge,
          beating: last.flatMap { knowledge.keepsGoals($0) ? $0.last?.value : nil },
          patience: isOfOne || candidate.isHard ? .max : Self.relaxationsBeforeWaiting)
        guard case .outcome(let outcome, let way) = answer else {
          if case .bound(let most) = answer { pending[position].wait(at: most, sense) }
          continue
        }
        if outcome.status == .feasible || outcome.status == .unknown {
          unproven.append(pending.remove(at: position))
          continue
        }
        found.searched += 1
        guard outcome.status == .optimal else {
          pending.remove(at: position)
          found.solved += 1
          found.impossible.append(candidate.pin)
          continue
        }
        alternative = Alternative(pin: candidate.pin, outcome: outcome, proof: .search)
        if way == .warm {
          knowledge.learn(from: outcome, about: candidate.pin.applicant)
          if triesGround, let warm, warm.solvedRelaxations >= Self.relaxationsBeforeGround {
            triesGround = false
            best = try bestOfAll(
              pending.map(\.pin).filter { $0 != candidate.pin }, warm, &knowledge)
          }
          for index in pending.indices where pending[index].pin.applicant == candidate.pin.applicant
          {
            pending[index].bound = bound(of: pending[index].pin, knowledge)
          }
        }
      }
      pending.remove(at: position)
      found.solved += 1
      let outcome = alternative.outcome
      // Of equally good ones those with more points of their own come first.
      let place =
        solved.firstIndex {
          isBetter(outcome.tiers, than: $0.alternative.outcome.tiers)
            || !isBetter($0.alternative.outcome.tiers, than: outcome.tiers)
              && candidate.points > $0.points
        } ?? solved.count
      solved.insert((alternative, candidate.points), at: place)
    }
    found.best = solved.prefix(limits.wanted).map(\.alternative)
    let left = unproven + pending
    found.isComplete = left.isEmpty
    let rest = left.enumerated().sorted { left, right in
      isBefore(left.element, right.element)
        || !isBefore(right.element, left.element) && left.offset < right.offset
    }
    for (_, candidate) in rest.prefix(limits.wanted - found.best.count) {
      var bounded = base
      bounded.placements = []
      bounded.tiers = tiers(within: candidate.bound)
      found.best.append(Alternative(pin: candidate.pin, outcome: bounded, proof: .none))
    }
    return found
  }

  /// The best of some alternatives of one applicant, from whose proof the others are asked
  /// then.
  ///
  /// They have in common that the applicant leaves the seat of the base, or takes one; what
  /// that costs is proven once.
  ///
  /// - Returns: Nothing where they are of several applicants, or the counts cannot stay.
  private func bestOfAll(
    _ pins: [Pin], _ warm: WarmSearch, _ knowledge: inout AlternativeKnowledge
  ) throws(EngineFailure) -> Alternative? {
    let formulation = run.formulation
    guard let applicant = pins.first?.applicant, pins.count >= Self.fewestOnGround,
      pins.allSatisfy({ $0.applicant == applicant }), formulation.year.rules[.pin] == .hard
    else { return nil }
    var pinOf: [Int: Pin] = [:]
    for pin in pins {
      for triple in formulation.triples(namedBy: pin) where pinOf[triple] == nil {
        pinOf[triple] = pin
      }
    }
    let own = formulation.triples.ofApplicant[applicant]
    let edit = ProgramEdit(closed: own.filter { pinOf[$0] == nil }, pinned: applicant)
    guard edit.isRestriction(of: formulation.program) else { return nil }
    let isKept = run.stack.incumbent.map { edit.keeps($0.values, of: formulation) } ?? false
    let clock = RunClock(options)
    guard
      let plan = try warm.enterGround(
        run.restricted(by: edit).edit, keepsBest: isKept, clock: clock),
      let triple = own.first(where: { plan.values[formulation.firstTripleColumn + $0] != 0 }),
      let pin = pinOf[triple]
    else { return nil }
    let outcome = outcome(of: plan)
    knowledge.beginAgain(with: applicant)
    knowledge.learn(from: outcome, about: applicant)
    return Alternative(pin: pin, outcome: outcome, proof: .search)
  }

  /// Relaxations after which an alternative waits until nothing else is as promising.
  private static var relaxationsBeforeWaiting: Int { 24 }
  /// Relaxations for one alternative that show that what they have in common is hard.
  private static var relaxationsBeforeGround: Int { 12 }
  /// So few alternatives are asked one by one.
  private static var fewestOnGround: Int { 3 }

  /// What is found of an alternative.
  private enum Answer {
    /// The best plan with it.
    case outcome(DispatchOutcome, Way)
    /// What the last goal is at most with it while the others stay, which is enough for now.
    case bound(Double)
  }

  /// The best plan with an alternative, or a bound where that is enough: an alternative that
  /// is no better than `threshold` in the last goal is not listed, and after `patience`
  /// relaxations it waits.
  private func answer(
    to candidate: Candidate, _ warm: WarmSearch?, _ knowledge: AlternativeKnowledge,
    beating threshold: Int64?, patience: Int
  ) throws(EngineFailure) -> Answer {
    let formulation = run.formulation
    // Mostly the counts stay; a plan that holds them says so itself.
    if let warm, case .last = candidate.bound,
      case .edit(let edit) = formulation.effect(of: candidate.pin), edit.pinned != nil,
      edit.isRestriction(of: formulation.program),
      !(run.stack.incumbent.map { edit.keeps($0.values, of: formulation) } ?? false)
    {
      let named = formulation.triples(namedBy: candidate.pin)
      let applicant = candidate.pin.applicant
      let first = formulation.triples.ofApplicant[applicant].lowerBound
      let bounds =
        named.count == 1
        ? knowledge.boundsOfNodes(applicant: applicant, triple: named[0] - first) : []
      if let plan = try warm.best(
        after: run.restricted(by: edit).edit, keepsBest: false, within: bounds,
        beating: threshold, patience: patience, clock: RunClock(options))
      {
        return .outcome(outcome(of: plan), .warm)
      }
      if let most = warm.boundOfAnswer { return .bound(most) }
    }
    warm?.stepOut()
    defer { warm?.stepIn() }
    let (found, way) = try outcome(after: .row(candidate.pin), findsNearest: false)
    return .outcome(found, way)
  }

  /// An alternative before it is solved.
  private struct Candidate {
    var pin: Pin
    var bound: Bound
    /// Weighted points of the placement, the best of those that the pin names.
    var points: Int
    /// Whether looking for the best plan with it was put off.
    var isHard = false

    /// Puts it off until nothing else is as promising; `most` is what the last goal is at most
    /// while the others stay.
    mutating func wait(at most: Double, _ sense: Sense) {
      isHard = true
      let whole = wholeBound(most, sense)
      if lastGoal.map({ sense.prefers($0, to: whole) }) ?? true { bound = .last(whole) }
    }

    /// What the last goal is at best while the others stay, where that is known.
    var lastGoal: Int64? {
      if case .last(let value) = bound { value } else { nil }
    }
  }

  /// What is known of the plans with an alternative.
  private enum Bound {
    /// Nothing.
    case unknown
    /// What the last goal is at best while the others stay.
    case last(Int64)
    /// Some goal before the last is worse than in the base.
    case earlierGoalsSuffer
  }

  /// Whether plans with a bound may be better than one with some values.
  private func mayBeat(_ tiers: [TierResult], _ bound: Bound) -> Bool {
    switch bound {
    case .unknown: true
    case .last: isBetter(self.tiers(within: bound), than: tiers)
    case .earlierGoalsSuffer:
      isBetter(Array(base.tiers.dropLast()), than: Array(tiers.dropLast()))
    }
  }

  /// The pins with what is known of them.
  private func candidates(_ pins: [Pin], _ knowledge: inout AlternativeKnowledge) -> [Candidate] {
    let formulation = run.formulation
    var candidates: [Candidate] = []
    for pin in pins {
      knowledge.begin(with: pin.applicant)
      let points = formulation.triples(namedBy: pin).map {
        Int(formulation.triples.points[$0])
      }.max()
      candidates.append(
        Candidate(pin: pin, bound: bound(of: pin, knowledge), points: points ?? .min))
    }
    return candidates
  }

  /// What is known of plans that keep a pin.
  private func bound(of pin: Pin, _ knowledge: AlternativeKnowledge) -> Bound {
    guard let bounds = knowledge.bounds(of: pin.applicant) else { return .unknown }
    let formulation = run.formulation
    let start = formulation.triples.ofApplicant[pin.applicant].lowerBound
    var best: Int64?
    for triple in formulation.triples(namedBy: pin) where bounds[triple - start].isFinite {
      let whole = wholeBound(bounds[triple - start], knowledge.sense)
      if best.map({ knowledge.sense.prefers(whole, to: $0) }) ?? true { best = whole }
    }
    return best.map { .last($0) } ?? .earlierGoalsSuffer
  }

  /// Whether one is solved before another.
  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    let sense = run.objective(base.tiers.last?.name ?? "").sense
    return switch (left.bound, right.bound) {
    case (.last(let one), .last(let other)) where one != other:
      sense.prefers(one, to: other)
    case (.last, .earlierGoalsSuffer): true
    case (.earlierGoalsSuffer, .last): false
    default: left.points > right.points
    }
  }

  /// The values that plans with a bound do not exceed.
  private func tiers(within bound: Bound) -> [TierResult] {
    var tiers = base.tiers
    if case .last(let value) = bound, let last = tiers.indices.last {
      tiers[last].value = value
      tiers[last].bound = value
    }
    return tiers
  }
}

extension Array {
  /// An element, if there is one at the index.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
