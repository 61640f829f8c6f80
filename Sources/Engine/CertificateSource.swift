// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme

/// Where the prices of a certificate come from: the linear relaxation of each
/// goal under the rules and the goals held before it, without any cut and any
/// bound that a search has found.
///
/// Goals about counts are bounded over the structure alone. The relaxation of a
/// goal about people starts from a plan's triples.
struct CertificateSource: Sendable {
  let formulation: DispatchFormulation
  /// What is held, in order.
  let held: [TierResult]
  /// The goal that comes next.
  let goal: String
  /// A plan that keeps all that is held.
  let plan: Assignment
  /// What a place of each applicant is worth, if that is known.
  let applicantPrices: [Double]?
  let clock: RunClock

  /// The prices of every linear goal that is held, and of the next one.
  ///
  /// A goal whose relaxation was not solved, for want of time or because the
  /// solver broke, has none: the plan does not depend on them.
  func tiers() -> [TierPrices] {
    var found: [TierPrices] = []
    for (position, tier) in held.enumerated() where tier.shares == nil {
      if let prices = try? prices(of: tier.name, holding: held[..<position]) {
        found.append(TierPrices(name: tier.name, prices: prices))
      }
    }
    if let last = lastTier() { found.append(last) }
    return found
  }

  /// The prices of the next goal alone.
  func lastTier() -> TierPrices? {
    (try? prices(of: goal, holding: held[...])).map { TierPrices(name: goal, prices: $0) }
  }

  private func prices(
    of goal: String, holding earlier: ArraySlice<TierResult>
  ) throws(EngineFailure) -> [RowPrice]? {
    guard !clock.isOver, let tier = formulation.objectives[goal] else { return nil }
    if tier.terms.isEmpty { return [] }
    let needsPeople = !isAboutCounts(goal) || !earlier.allSatisfy { isAboutCounts($0.name) }
    var stack = TierStack(
      needsPeople ? formulation.program : formulation.structure, clock: clock)
    if needsPeople {
      let values = plan.values.prefix(formulation.program.columnCount)
      stack.incumbent = Assignment(values: Array(values), objective: 0)
    }
    for result in earlier {
      if let shares = result.shares {
        let groups = formulation.fairnessGroups.filter { $0.tier == result.name }
        stack.hold(shares, of: groups, in: result.name)
      } else if let objective = formulation.objectives[result.name] {
        stack.program.hold(objective, at: result.value)
      }
    }
    for column in formulation.sumColumns(needsPeople: needsPeople) {
      stack.program.setBounds(of: column, lower: nil, upper: nil)
    }
    return try solve(stack.program, tier, needsPeople: needsPeople, from: stack.incumbent)
  }

  private func isAboutCounts(_ goal: String) -> Bool {
    ["penalties", "filled", "moved", "dropped"].contains(goal) || goal.hasPrefix("fairness")
  }

  private func solve(
    _ program: IntegerProgram, _ tier: Tier, needsPeople: Bool, from start: Assignment?
  ) throws(EngineFailure) -> [RowPrice]? {
    let end = formulation.structure.columnCount
    let triples = needsPeople ? formulation.tripleColumns : end..<end
    var master = try RestrictedMaster(
      program, tier, triples: triples, columns: TripleColumns(program, triples: triples))
    if needsPeople {
      try master.add(
        triples.count <= Self.mostTriplesAtOnce
          ? Array(0..<triples.count)
          : firstTriples(of: formulation, and: plan, at: applicantPrices))
    }
    // Where all triples fit, the simplex method is faster from nothing than from a
    // plan; in larger years it takes twice as long.
    if !formulation.triples.isComplete, let start {
      master.start(
        at: start, prices: applicantPrices, applicants: formulation.triples.applicants)
    }
    let pricing = try master.price(
      .primal, ofApplicant: needsPeople ? formulation.triples.ofApplicant : [],
      ofTripleSlot: needsPeople ? formulation.triples.slots : [],
      slotCount: formulation.eligibility.slots.count, nearEnough: 0, clock: clock,
      tier: tier.name)
    let isSolved = pricing.reason == .complete
    // Prices of a relaxation that is not solved to its end prove something too.
    guard isSolved || !formulation.triples.isComplete && !pricing.prices.isEmpty else {
      return nil
    }
    return formulation.certificatePrices(
      of: program, tier,
      duals: isSolved ? master.clamped(master.linear.rowDuals()) : pricing.prices,
      scale: master.columns.rowScale, needsPeople: needsPeople)
  }

  /// With this many triples all are in the relaxation from the start.
  private static var mostTriplesAtOnce: Int { 5_000 }
}
