// SPDX-License-Identifier: GPL-3.0-or-later

/// A planning problem that may have no plan, taken apart into what could give way.
///
/// What could give way are its **levers**, numbered from 0: a rule, a bound in the
/// data, a row of `pins.csv`. What is no lever always holds.
protocol DiagnosedProblem {
  associatedtype Plan: Sendable

  /// How many levers there are.
  var leverCount: Int { get }
  /// The rule that a lever belongs to; levers of one rule are looked at together first.
  func rule(of lever: Int) -> String
  /// Whether a lever is never relaxed.
  func isLaw(_ lever: Int) -> Bool
  /// What a unit of giving way costs, 1 or more.
  func cost(of lever: Int) -> Int
  /// Looks for a plan that keeps some levers, whatever becomes of the others.
  func search(keeping levers: Set<Int>) throws(EngineFailure) -> PlanSearchEnd<Plan>
  /// Whether a plan keeps some levers, told by the verification alone.
  func keeps(_ plan: Plan, _ levers: Set<Int>) -> Bool
  /// The plan that keeps some levers, and costs least in units by which others of them
  /// give way; what is in neither set does not matter.
  func searchLeast(
    relaxing levers: Set<Int>, within kept: Set<Int>
  ) throws(EngineFailure) -> PlanSearchEnd<Plan>
  /// Whether `searchLeast` finds the least for any number of levers.
  var isLeastOfAll: Bool { get }
  /// By how many units a lever gives way in a plan.
  func units(of lever: Int, in plan: Plan) -> Int
}

/// How a search for a plan ended.
enum PlanSearchEnd<Plan: Sendable>: Sendable {
  case found(Plan)
  /// There is none, proven.
  case none
  /// Stopped by a limit or an interrupt before it was known.
  case stopped
}

/// Why a diagnosis ended early.
enum DiagnosisStop: Error {
  case stopped
  case failed(EngineFailure)
}

/// Levers that cannot be kept together, although any of them could be kept without one.
package struct Conflict: Hashable, Sendable {
  /// Ascending.
  package var levers: [Int]
}

/// Levers whose giving way leaves a plan.
package struct Relaxation<Plan: Sendable>: Sendable {
  /// The levers that give way and by how many units, ascending.
  package var changes: [(lever: Int, units: Int)]
  /// Units times what each costs.
  package var cost: Int
  /// A plan that there is then.
  package var plan: Plan

  package var levers: [Int] { changes.map(\.lever) }
}
