// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The best plan of a small year, found by looking at every plan.
///
/// Applicants are taken in turn; each stays unplaced or takes one of its
/// eligible triples. A branch is left only when a fact that cannot mend itself
/// forbids it: a school in two posts, a full post or cohort, a hard maximum, a
/// hard pair. With `bounding` also when the goals before `fairness` can no
/// longer be as good as those of the best plan found. Complete plans are judged
/// exactly, from tables that `Oracle` fills.
package enum BruteForce {
  /// What the search found out.
  package enum Outcome: Sendable {
    case best(Answer)
    case infeasible
    /// More complete plans than allowed.
    case tooLarge
  }

  /// An optimal plan.
  package struct Answer: Sendable {
    /// In the planner's order; bounds equal values.
    package var tiers: [TierResult]
    /// One of the best plans, sorted by applicant.
    package var placements: [Placement]
    /// Complete plans that keep every hard rule; with `bounding` only those met.
    package var feasiblePlans: Int
    /// Complete plans judged.
    package var leaves: Int
  }

  /// Searches all plans of a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - baseline: An earlier plan, for `continuity` and `changes`.
  ///   - bounding: Whether branches that cannot win are left.
  ///   - leafLimit: Most complete plans to judge.
  /// - Returns: The best plan, or why there is none.
  /// - Precondition: The year has at most 64 schools.
  package static func search(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil, bounding: Bool = true,
    leafLimit: Int = .max
  ) -> Outcome {
    let oracle = Oracle(year, baseline: baseline)
    let tables = SearchTables(oracle)
    var search = ExhaustiveSearch(tables, bounding: bounding, leafLimit: leafLimit)
    search.run()
    if search.leaves > leafLimit { return .tooLarge }
    guard search.hasBest else { return .infeasible }
    let placements = search.bestChoice.filter { $0 >= 0 }.map { tables.placements[$0] }
    return .best(
      Answer(
        tiers: oracle.evaluate(placements).tiers, placements: placements,
        feasiblePlans: search.feasiblePlans, leaves: search.leaves))
  }

  /// The best plan, or nothing when no plan keeps the hard rules.
  package static func bestDispatch(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil
  ) -> Answer? {
    if case .best(let answer) = search(year, baseline: baseline) { answer } else { nil }
  }
}
