// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles
package import Verification

/// What a plan of any problem offers so that it can be told as one with the fewest changes to
/// what was announced.
package protocol ReplannedPlan: Sendable {
  associatedtype Change: ReplannedChange
  static var problem: PlanProblem { get }
  /// The goals' values.
  var tiers: [TierResult] { get }
  var rules: [RuleCheck] { get }
  /// The plan in a line.
  func headline(called name: String) -> String
  /// The plan's folder without what replanning adds.
  func files() -> [TextFile]
  /// The lines of a summary about these files.
  var fileLines: [String] { get }
  /// What a planning command prints for programs.
  func printed(folder: String, seconds: Double) -> CanonicalJSON
}

/// Somebody who is elsewhere after replanning, or steps in.
package protocol ReplannedChange: Sendable {
  /// The header of `changes.csv`.
  static var columns: [String] { get }
  /// What it was announced as, in words: how many changes there are, how many stand, who
  /// withdraws and who steps in.
  static func summary(_ counts: ReplanCounts<Self>) -> String
  /// Whoever it is, once in a plan.
  var id: String { get }
  var kind: ReplanKind { get }
  /// As how many changes `moved` counts it, when it is one.
  var weight: Int { get }
  /// Whether anything was announced to them.
  var wasAnnounced: Bool { get }
  /// Whose change it follows from.
  var follows: String? { get }
  /// The row of `changes.csv`, and the member of `replan.json`.
  var cells: [String] { get }
  var document: CanonicalJSON { get }
  /// A sentence.
  var words: String { get }
  /// One sentence for changes that differ only in whom they are about.
  ///
  /// - Parameter changes: At least two.
  /// - Returns: Nothing where each is told by itself.
  static func words(ofAlike changes: [Self]) -> String?
  /// Whether another change differs only in whom it is about.
  func isAlike(_ other: Self) -> Bool
}

extension ReplannedChange {
  package static func words(ofAlike changes: [Self]) -> String? { nil }
  package func isAlike(_ other: Self) -> Bool { false }
}

/// What has become of somebody since the plan was announced.
package enum ReplanKind: String, Sendable {
  /// Is no longer available.
  case withdrawn
  /// Goes to another place than was announced; a change.
  case moved
  /// Had a place and has none any more; a change.
  case dropped
  /// Had no place and has one now.
  case reserve
  /// Trains, and did not before.
  case joined
  /// Was planned, but not announced, and is planned anew.
  case planned

  /// Whether it is a change as `replan` counts them.
  package var isCounted: Bool { self == .moved || self == .dropped }
}

/// The numbers that the sentence about all changes is made of.
package struct ReplanCounts<Change: ReplannedChange>: Sendable {
  /// How many placements, or groups, were announced.
  let announced: Int
  /// How many people change, and how many change at least in every plan.
  let changed: Int
  let least: Int
  let changes: [Change]

  func count(_ kind: ReplanKind) -> Int { changes.count { $0.kind == kind } }

  /// Changes, each counted once.
  var moved: Int { changes.count { $0.kind.isCounted } }

  /// Announced placements that stand.
  var kept: Int {
    announced - moved - changes.count { $0.kind == .withdrawn && $0.wasAnnounced }
  }
}
