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
  /// and one that touches them costs more than any that does not. Looking ends when
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
    let candidates = candidates(pins)
    found.candidates = candidates.count
    var solved: [(alternative: Alternative, points: Int)] = []
    var rest: [Candidate] = []
    for (position, candidate) in candidates.enumerated() {
      if solved.count >= limits.wanted, let last = solved[safe: limits.wanted - 1],
        !mayBeat(last.alternative.outcome.tiers, candidate.bound)
      {
        break
      }
      if found.solved >= limits.solves || limits.isOver() {
        rest = Array(candidates[position...])
        break
      }
      let outcome = try outcome(after: .row(candidate.pin), findsNearest: false).outcome
      if outcome.status == .feasible || outcome.status == .unknown {
        rest.append(candidate)
        continue
      }
      found.solved += 1
      guard outcome.status == .optimal else {
        found.impossible.append(candidate.pin)
        continue
      }
      let new = Alternative(pin: candidate.pin, outcome: outcome, isExact: true)
      // Of equally good ones those with more points of their own come first.
      let place =
        solved.firstIndex {
          isBetter(outcome.tiers, than: $0.alternative.outcome.tiers)
            || !isBetter($0.alternative.outcome.tiers, than: outcome.tiers)
              && candidate.points > $0.points
        } ?? solved.count
      solved.insert((new, candidate.points), at: place)
    }
    found.best = solved.prefix(limits.wanted).map(\.alternative)
    found.isComplete = rest.isEmpty
    for candidate in rest.prefix(limits.wanted - found.best.count) {
      var bounded = base
      bounded.placements = []
      bounded.tiers = tiers(within: candidate.bound)
      found.best.append(Alternative(pin: candidate.pin, outcome: bounded, isExact: false))
    }
    return found
  }

  /// An alternative before it is solved.
  private struct Candidate {
    var pin: Pin
    var bound: Bound
    /// Weighted points of the placement, the best of those that the pin names.
    var points: Int
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

  /// The pins in the order in which they are solved.
  private func candidates(_ pins: [Pin]) -> [Candidate] {
    let formulation = run.formulation
    let warm = base.status == .optimal ? run.keeper?.search : nil
    let sense = warm?.search.tier.sense ?? .maximize
    var bounds: [Int: [Double]] = [:]
    let candidates = pins.map { pin in
      let own = formulation.triples.ofApplicant[pin.applicant]
      let ofTriples = bounds[pin.applicant] ?? warm?.bounds(ofPinning: pin.applicant)
      bounds[pin.applicant] = ofTriples
      var points = Int.min
      var best: Int64?
      for triple in own {
        let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
        guard pin.names(formulation.eligibility.posts[slot.post], cohort: slot.cohort)
        else { continue }
        points = max(points, Int(formulation.triples.points[triple]))
        guard let bound = ofTriples?[triple - own.lowerBound], bound.isFinite else { continue }
        let whole = wholeBound(bound, sense)
        if best.map({ sense.prefers(whole, to: $0) }) ?? true { best = whole }
      }
      let bound: Bound =
        ofTriples == nil ? .unknown : best.map { .last($0) } ?? .earlierGoalsSuffer
      return Candidate(pin: pin, bound: bound, points: points)
    }
    return candidates.sorted { left, right in
      switch (left.bound, right.bound) {
      case (.last(let one), .last(let other)) where one != other:
        sense.prefers(one, to: other)
      case (.last, .earlierGoalsSuffer): true
      case (.earlierGoalsSuffer, .last): false
      default: left.points > right.points
      }
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
