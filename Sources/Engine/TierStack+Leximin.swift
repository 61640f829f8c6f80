// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension TierStack {
  /// Solves a leximin tier.
  ///
  /// Of two vectors of shares the leximin prefers the one for which the number
  /// of groups that reach a threshold is larger at the lowest threshold where
  /// these numbers differ. So thresholds are gone through from below, and at
  /// each the number of groups that reach it is made as large as possible and
  /// held. Only thresholds just above a share of the best plan matter: below
  /// the next share of it, nothing is to be gained that the plan does not have.
  /// (Ogryczak and Śliwiński, "On Direct Methods for Lexicographic Min-Max
  /// Optimization", 2006, go the same way for finite sets of outcomes.)
  mutating func solveLeximin(
    _ name: String, _ groups: [FairnessGroup]
  ) throws(EngineFailure) -> End {
    if incumbent == nil {
      switch try best(for: Tier(name: name, sense: .minimize, terms: []), gap: 0) {
      case .infeasible: return .infeasible
      case .nothing: return .nothing
      case .found(let assignment, _, _): incumbent = assignment
      }
    }
    var proven = 0
    while let threshold = nextThreshold(of: groups, above: proven) {
      let tier = addLevel(threshold, of: groups, in: name)
      guard case .found(let assignment, _, let isProven) = try best(for: tier, gap: 0) else {
        throw EngineFailure("The best plan was lost at \(name), \(threshold) basis points.")
      }
      incumbent = assignment
      guard isProven else {
        reportShares(name, groups, boundOfWorst: proven == 0 ? 10_000 : nil)
        return .stopped
      }
      program.hold(tier, at: assignment.objective)
      levels.append(
        FairnessLevel(tier: name, threshold: threshold, count: Int(assignment.objective)))
      clock.tell(
        tier: name, step: "\(assignment.objective) of \(groups.count) reach \(threshold)",
        value: assignment.objective, bound: assignment.objective)
      proven = threshold
    }
    reportShares(name, groups, boundOfWorst: nil)
    return .proven
  }

  /// The shares of the best plan, smallest first.
  func shares(of groups: [FairnessGroup]) -> [Int] {
    guard let incumbent else { return [] }
    return groups.map { $0.share(incumbent[$0.column]) }.sorted()
  }

  /// One basis point above the smallest share that is at least `proven`.
  private func nextThreshold(of groups: [FairnessGroup], above proven: Int) -> Int? {
    guard let share = shares(of: groups).first(where: { $0 >= proven }), share < 10_000 else {
      return nil
    }
    return share + 1
  }

  /// Adds a switch for each group that says whether it reaches the threshold,
  /// and sets the best plan's switches.
  mutating func addLevel(
    _ threshold: Int, of groups: [FairnessGroup], in name: String
  ) -> Tier {
    var terms: [Term] = []
    for group in groups {
      let needed = group.numerator(reaching: threshold)
      let origin = Origin(rule: name, subjects: group.subjects)
      let reaches = program.addColumn(
        named: "reaches(\(group.subjects.joined(separator: ",")),\(threshold))", lower: 0,
        upper: 1, isInteger: true, origin: origin)
      program.addRow(
        named: "\(name)(\(group.subjects.joined(separator: ",")),\(threshold))",
        terms: [Term(group.column, 1), Term(reaches, -needed)], lower: 0, origin: origin)
      terms.append(Term(reaches, 1))
      levelColumns.append(reaches)
      if let plan = incumbent {
        incumbent?.values.append(plan[group.column] >= needed ? 1 : 0)
      }
    }
    return Tier(name: "\(name):\(threshold)", sense: .maximize, terms: terms)
  }

  /// Reports a fairness tier by the best plan's shares.
  mutating func reportShares(_ name: String, _ groups: [FairnessGroup], boundOfWorst: Int?) {
    let shares = shares(of: groups)
    let worst = Int64(shares.first ?? 10_000)
    tiers.append(
      TierResult(
        name: name, value: worst, bound: boundOfWorst.map { Int64($0) } ?? worst, shares: shares))
  }
}
