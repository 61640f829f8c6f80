// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
package import Wording

/// What planning a year with a scenario has come to; as little as a comparison needs,
/// so that thousands can be kept.
package struct PlannedScenario: Hashable, Sendable {
  /// Where somebody is placed: a cell for each of the problem's columns of places.
  package struct Place: Hashable, Sendable {
    package var cells: [String]

    package init(_ cells: String...) { self.cells = cells }
    init(cells: [String]) { self.cells = cells }
  }

  package var problem: PlanProblem
  package var name: String
  package var status: DispatchOutcome.Status
  /// Values and bounds of the goals, but for nearness to the year as it is.
  package var tiers: [TierResult]
  /// The problem's figures in their order; zeros without a plan, but for those that are of
  /// the year.
  package var figures: [Int64]
  /// Who is elsewhere than in the year as it is; nobody unless both have a plan.
  package var moves: [Move]
  /// Whether it is proven that no plan as good moves fewer people.
  package var hasFewestMoves: Bool

  /// Whether there is a plan.
  package var hasPlan: Bool { status == .optimal || status == .feasible }

  /// How many people are elsewhere.
  package var peopleMoved: Int { moves.reduce(0) { $0 + $1.people } }
}

/// Somebody, or a group, that is elsewhere in one plan than in another.
package struct Move: Hashable, Sendable {
  /// `applicant`, `cohort` or `delegation`.
  package var kind: String
  package var id: String
  /// How many people move as one.
  package var people = 1
  /// Nothing for somebody without a place.
  package var from, to: PlannedScenario.Place?
  /// Why it is so, as far as that is known: a sentence or nothing.
  package var why: Sentence = ""

  package init(
    kind: String, id: String, people: Int = 1, from: PlannedScenario.Place?,
    to: PlannedScenario.Place?, why: Sentence = ""
  ) {
    self.kind = kind
    self.id = id
    self.people = people
    self.from = from
    self.to = to
    self.why = why
  }
}

extension PlannedScenario {
  /// The digest of who is where in a plan.
  ///
  /// - Parameter rows: A row for each placement, in an order that depends on the plan alone.
  /// - Returns: Hexadecimal digits.
  package static func digest(ofRows rows: [[String]]) -> String {
    let lines = rows.map { $0.joined(separator: "\u{1F}") }
    return SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
  }
}
