// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme
internal import Verification
internal import Wording

/// How many further plans are wanted, and how much they may lose.
package struct FurtherPlans: Hashable, Sendable {
  /// How many beside the best one; 1 or more.
  package var count: Int
  /// What each may lose of the points, or of `weighted`, at most: a share of their value.
  package var loss: Double

  package init(count: Int, loss: Double) {
    self.count = count
    self.loss = loss
  }
}

/// Plans the dispatch of a year, and further plans that differ from it and from one
/// another as much as they may.
///
/// Each further plan keeps the goals before the points at their best, loses no more of the
/// points than is said, and repeats as few placements of the plans before as can be; each
/// repetition counts. Goals after the points are left aside. How far the plans differ is
/// within five per cent of what is possible, or what a search of some hundred nodes finds.
///
/// - Parameters:
///   - year: A checked programme year.
///   - options: As for the plan.
///   - further: How many plans are wanted.
/// - Returns: The best plan, and the others in the order in which they were found; fewer
///   when no plan is left that differs. With each goes how good its goals are.
/// - Throws: `EngineFailure` when the solver broke.
package func planDispatch(
  _ year: ProgrammeYear, options: DispatchOptions, and further: FurtherPlans
) throws(EngineFailure) -> (best: DispatchOutcome, others: [DispatchOutcome]) {
  let clock = RunClock(options)
  clock.tell(tier: "preparing", step: "formulating")
  let formulation = DispatchFormulation(
    year, baseline: options.baseline, threads: options.threads)
  var run = DispatchRun(formulation, options: options, clock: clock)
  var best = try run.solve()
  best.certificate = run.certificate()
  guard best.status == .optimal else {
    best.lostSearches = clock.lost.reasons
    return (best, [])
  }
  let others = try run.furtherPlans(further, than: best)
  best.lostSearches = clock.lost.reasons
  return (best, others)
}

extension DispatchRun {
  /// Plans that differ from a solved run's plan and from one another.
  fileprivate func furtherPlans(
    _ further: FurtherPlans, than best: DispatchOutcome
  ) throws(EngineFailure) -> [DispatchOutcome] {
    var stack = stack
    stack.incumbent = stack.incumbent.map {
      Assignment(
        values: Array($0.values.prefix(stack.program.columnCount)), objective: $0.objective)
    }
    loosen(&stack, by: further.loss)
    var repeated = [Int64](repeating: 0, count: formulation.triples.count)
    var last = best.placements
    var others: [DispatchOutcome] = []
    for number in 1...further.count where !clock.isOver {
      for triple in triples(of: last) { repeated[triple] += 1 }
      let tier = Tier(
        name: "repeated placements", sense: .minimize,
        terms: repeated.indices.filter { repeated[$0] > 0 }.map {
          Term(formulation.column(ofTriple: $0), repeated[$0])
        })
      clock.tell(tier: tier.name, step: "plan \(number + 1)")
      let isSmall = formulation.triples.count <= options.mostTriplesForGLPK
      let answer =
        isSmall
        ? try stack.best(for: tier, gap: 0)
        : try search(tier, on: stack, gap: Self.gapOfRepetition)
      guard case .found(let plan, _, _) = answer else { break }
      last = placements(of: plan)
      // One of the plans there are: nothing else is left.
      guard !([best] + others).contains(where: { $0.placements == last }) else { break }
      others.append(outcome(of: last, beside: best))
    }
    return others
  }

  /// How near to the fewest repetitions a further plan has to be.
  private static var gapOfRepetition: Double { 0.05 }

  /// Lets the points fall by a share, and goals that came after them be anything.
  private func loosen(_ stack: inout TierStack, by loss: Double) {
    let sums = [Goal.points.rawValue, Goal.weighted.rawValue]
    var isBehind = false
    for row in stack.program.rows where stack.program.origin(of: row).rule == "hold-tier" {
      let name = stack.program.origin(of: row).subjects.first ?? ""
      let bounds = stack.program.bounds(of: row)
      if sums.contains(name), let value = bounds.lower {
        isBehind = true
        let lost = Int64((Double(abs(value)) * loss).rounded(.down))
        stack.program.setBounds(of: row, lower: value - lost, upper: bounds.upper)
      } else if isBehind {
        stack.program.setBounds(of: row, lower: nil, upper: nil)
      }
    }
  }

  /// The columns' numbers of placements.
  func triples(of placements: [Placement]) -> [Int] {
    let eligibility = formulation.eligibility
    return placements.compactMap { placement in
      formulation.triples.ofApplicant[placement.applicant].first { triple in
        let slot = eligibility.slots[Int(formulation.triples.slots[triple])]
        return slot.cohort == placement.cohort
          && eligibility.posts[slot.post].id == placement.post.id
      }
    }
  }

  /// The outcome of a plan that was made beside a proven one.
  ///
  /// Bounds of another plan's goals hold for as long as this one is as good as that one
  /// in all goals before; goals of stability are bounded by none at all.
  func outcome(of placements: [Placement], beside other: DispatchOutcome) -> DispatchOutcome {
    let tiers = verifyDispatch(
      formulation.year, placements: placements, baseline: options.baseline, claimed: nil
    ).tiers
    var outcome = DispatchOutcome(status: .feasible, placements: placements, tiers: tiers)
    var isAsGood = true
    for (index, tier) in tiers.enumerated() {
      let known = other.tiers.first { $0.name == tier.name }
      if Goal.stability.contains(where: { $0.rawValue == tier.name }) {
        outcome.tiers[index].bound = 0
        isAsGood = isAsGood && tier.value == 0
        continue
      }
      if isAsGood, let known {
        outcome.tiers[index].bound =
          tier.isLeast ? min(known.bound, tier.value) : max(known.bound, tier.value)
        outcome.tiers[index].isVectorProven =
          known.isVectorProven && tier.shares == known.shares
      } else {
        outcome.tiers[index].bound =
          tier.shares == nil ? objective(tier.name).trivialBound(in: formulation.program) : 10_000
        outcome.tiers[index].isVectorProven = tier.shares == nil
      }
      isAsGood = isAsGood && tier.value == known?.value && tier.shares == known?.shares
    }
    if outcome.tiers.allSatisfy({ $0.value == $0.bound && $0.isVectorProven }) {
      outcome.status = .optimal
    }
    return outcome
  }
}
