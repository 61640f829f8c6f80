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
  /// held. Only the shares of the best plan and the thresholds just above them
  /// matter: as many groups reach the smallest share that is left as reached the
  /// threshold before, so that needs a hold and no search.
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
    while let share = shares(of: groups).first(where: { $0 >= proven }) {
      if share > proven { hold(share, of: groups, in: name) }
      if share >= 10_000 { break }
      let threshold = share + 1
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

  /// The least and the greatest value of a group's count under what is held.
  ///
  /// Where a search stops early, its bound is taken.
  func range(of group: FairnessGroup) throws(EngineFailure) -> ClosedRange<Int64>? {
    var ends: [Int64] = []
    for sense in [Sense.minimize, .maximize] {
      let tier = Tier(name: "range", sense: sense, terms: [Term(group.column, 1)])
      guard case .found(_, let bound, _) = try best(for: tier, gap: 0, nodes: 40) else {
        return nil
      }
      ends.append(bound)
    }
    return ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  /// Holds how many groups reach a share that the best plan has.
  private mutating func hold(_ share: Int, of groups: [FairnessGroup], in name: String) {
    let tier = addLevel(share, of: groups, in: name)
    let count = shares(of: groups).count { $0 >= share }
    program.hold(tier, at: Int64(count))
    levels.append(FairnessLevel(tier: name, threshold: share, count: count))
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
      let bounds = program.bounds(of: group.column)
      let reaches = program.addColumn(
        named: "reaches(\(group.subjects.joined(separator: ",")),\(threshold))",
        lower: bounds.lower ?? 0 >= needed ? 1 : 0,
        upper: bounds.upper ?? .max >= needed ? 1 : 0, isInteger: true, origin: origin)
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
