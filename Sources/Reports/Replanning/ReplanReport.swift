// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Programme
package import ProgrammeFiles

/// A plan with the fewest changes, and all that is said about it.
package struct ReplanReport<Plan: ReplannedPlan>: Sendable {
  /// The plan as its own command would report it.
  package let plan: Plan
  /// Who is elsewhere than was announced, or steps in; chains of moves one after the other.
  package let changes: [Plan.Change]
  /// What more changes would gain.
  package let curve: ChangesCurve
  /// What was decided, with its cost.
  package let decisions: [Decision]
  /// How many people are still in the year whose announced place is not: they are changed in
  /// every plan, and no goal counts them.
  package let withoutPlace: Int
  /// How many placements were announced.
  package let announced: Int

  /// Puts together what was found out.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - changes: Who is elsewhere, or steps in.
  ///   - announced: How many placements were announced.
  ///   - withoutPlace: People whose announced place the year has no more.
  ///   - curve: What more changes would gain.
  ///   - decisions: What was decided.
  package init(
    _ plan: Plan, changes: [Plan.Change], announced: Int, withoutPlace: Int,
    curve: ChangesCurve, decisions: [Decision]
  ) {
    self.plan = plan
    self.changes = changes
    self.announced = announced
    self.withoutPlace = withoutPlace
    self.curve = curve
    self.decisions = decisions
  }

  /// How many people who are still there do not keep what was announced.
  package var changeCount: Int {
    changes.reduce(0) { $0 + ($1.kind.isCounted ? $1.weight : 0) }
  }

  /// The fewest that any plan changes, as far as that is proven.
  package var leastChanges: Int {
    Int(plan.tiers.first { $0.name == Goal.moved.rawValue }?.bound ?? 0) + withoutPlace
  }

  var counts: ReplanCounts<Plan.Change> {
    ReplanCounts(
      announced: announced, changed: changeCount, least: leastChanges, changes: changes)
  }

  /// The goals of the curve.
  var goals: [String] { curve.points.first?.tiers.map(\.name) ?? [] }
}

extension ReplanReport<DispatchReport> {
  /// Puts together what was found out about a dispatch.
  ///
  /// - Parameters:
  ///   - dispatch: The plan.
  ///   - announced: What was announced.
  ///   - reserves: The reserves that the earlier plan listed.
  ///   - curve: What more changes would gain.
  ///   - decisions: What was decided.
  package init(
    _ dispatch: DispatchReport, announced: [AnnouncedPlacement], reserves: [ReserveRow],
    curve: ChangesCurve, decisions: [Decision]
  ) {
    let names = YearIdentifiers(dispatch.year)
    self.init(
      dispatch,
      changes: ReplanChanges(
        dispatch.year, placements: dispatch.outcome.placements, announced: announced
      ).changes(
        reserves: reserves.map {
          ReserveEntry(
            post: $0.post, cohort: $0.cohort, partner: $0.partner, rank: $0.rank,
            applicant: $0.applicant)
        }), announced: announced.count,
      withoutPlace: announced.count {
        names.applicants[$0.applicant] != nil && $0.placement(in: names) == nil
      }, curve: curve, decisions: decisions)
  }
}

// MARK: Files

/// The name of the document in a replanned plan's folder.
package let replanDocumentName = "replan.json"

extension ReplanReport {
  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    plan.files() + [
      TextFile(name: replanDocumentName, bytes: CanonicalJSON.object(members).bytes()),
      TextFile(name: "changes.csv", bytes: changesTable),
      TextFile(name: "curve.csv", bytes: curveTable),
      TextFile(
        name: DecisionColumn.file, bytes: decisionsTable(decisions, of: Plan.problem)),
    ]
  }

  private var changesTable: [UInt8] {
    var writer = CSVWriter(header: Plan.Change.columns)
    for change in changes { writer.append(change.cells) }
    return writer.bytes
  }

  private var curveTable: [UInt8] {
    var writer = CSVWriter(header: ["changes"] + goals)
    for point in curve.points {
      writer.append(
        [String(point.moved + withoutPlace)] + point.tiers.map { String($0.value) })
    }
    return writer.bytes
  }
}

// MARK: For programs

extension ReplanReport {
  /// What `replan --format json` prints.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: The document.
  package func document(folder: String, seconds: Double) -> CanonicalJSON {
    guard case .object(let run) = plan.printed(folder: folder, seconds: seconds) else {
      return .null
    }
    return .object(run.merging(members) { _, new in new })
  }

  /// What does not depend on where and how fast it was made.
  private var members: [String: CanonicalJSON] {
    [
      "announced": .integer(announced),
      "changes": .integer(changeCount),
      "least_changes": .integer(leastChanges),
      "moves": .array(changes.map(\.document)),
      "curve": .array(curve.points.map(document(of:))),
      "curve_complete": .boolean(curve.isComplete),
      "curve_end": curve.free.map(document(of:)) ?? .null,
      "decisions": .array(decisions.map(document(of:))),
    ]
  }

  private func document(of point: ChangesCurve.Point) -> CanonicalJSON {
    [
      "changes": .integer(point.moved + withoutPlace),
      "tiers": .array(point.tiers.map { Reports.document(of: $0) }),
    ]
  }

  private func document(of decision: Decision) -> CanonicalJSON {
    [
      "decision": .string(decision.kind.rawValue), "what": .string(decision.what),
      "who": .string(decision.who), "when": .string(decision.when), "why": .string(decision.why),
      "source": .string(decision.source), "effect": .string(decision.effect.word),
      "losses": .object(decision.losses.mapValues { .integer($0) }),
    ]
  }
}
