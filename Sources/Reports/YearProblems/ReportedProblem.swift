// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import Verification

/// A problem that is planned from a year alone, in the words of its tables.
///
/// What it offers beside its formulation so that scenarios of it are compared; columns and
/// words are those of `PlanProblem.compared`.
package protocol ReportedProblem: YearProblem {
  static var problem: PlanProblem { get }

  /// The problem's figures in their order; zeros without a plan, but for those of the year.
  static func figures(of plan: Plan?, in year: ProgrammeYear) -> [Int64]

  /// What a plan says, a row for each decision, by identifiers.
  static func rows(of plan: Plan, in year: ProgrammeYear) -> [[String]]

  /// Who or what is elsewhere in a second plan, by identifier.
  static func moves(
    from base: Plan, of baseYear: ProgrammeYear, to plan: Plan, of year: ProgrammeYear
  ) -> [Move]

  /// A plan as far as another year has what it names; nothing where it cannot be compared.
  static func carried(
    _ plan: Plan, from year: ProgrammeYear, to other: ProgrammeYear
  ) -> Plan?

  /// Numbers that bound plans and could be negotiated.
  static func negotiable(in year: ProgrammeYear) -> [WordedNumber]

  /// Whether something is left undone that a number not reached may stand in the way of.
  static func isShort(_ plan: Plan, of year: ProgrammeYear) -> Bool
}

extension Offer {
  /// What could be negotiated about a plan: numbers that it reaches, or, while something is
  /// left undone, all of them.
  ///
  /// A plan reaches a number when it would break a rule, or cost more penalties, if the number
  /// were a step narrower.
  ///
  /// - Complexity: A check of the plan for each number.
  package static func all<Problem: ReportedProblem>(
    of _: Problem.Type, in year: ProgrammeYear, at plan: Problem.Plan
  ) -> [Offer] {
    func units(_ year: ProgrammeYear) -> Int {
      Problem.verify(plan, in: year, claimed: []).rules.reduce(0) { $0 + $1.units }
    }
    let now = units(year)
    let isShort = Problem.isShort(plan, of: year)
    return Problem.negotiable(in: year).map { Limit.number($0) }.filter { limit in
      limit.canStep(in: year)
        && (isShort || limit.narrowed(in: year).map { units($0) > now } ?? true)
    }.map { Offer(limits: [$0]) }
  }
}

/// A planned year that others are compared with.
package struct ComparedYear<Problem: ReportedProblem>: Sendable {
  package let year: ProgrammeYear
  package let planned: PlannedYear<Problem.Plan>

  package init(_ planned: PlannedYear<Problem.Plan>, of year: ProgrammeYear) {
    self.year = year
    self.planned = planned
  }

  /// The digest of what is decided.
  package var digest: String {
    PlannedScenario.digest(ofRows: planned.plan.map { Problem.rows(of: $0, in: year) } ?? [])
  }
}

extension PlannedScenario {
  /// Takes from a planned year what is compared.
  ///
  /// - Parameters:
  ///   - name: What the row is called.
  ///   - compared: What came of planning the year.
  ///   - base: The year as it is; nothing for that one itself.
  package init<Problem: ReportedProblem>(
    name: String, _ compared: ComparedYear<Problem>, near base: ComparedYear<Problem>? = nil
  ) {
    let planned = compared.planned
    var moves: [Move] = []
    if let base, let before = base.planned.plan, let plan = planned.plan {
      moves = Problem.moves(from: before, of: base.year, to: plan, of: compared.year)
    }
    self.init(
      problem: Problem.problem, name: name, status: planned.status,
      tiers: planned.hasPlan ? comparable(planned.tiers) : [],
      figures: Problem.figures(of: planned.plan, in: compared.year), moves: moves,
      hasFewestMoves: base == nil || planned.isNearest)
  }
}
