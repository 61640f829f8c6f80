// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Programme
package import ProgrammeFiles

/// A plan with the fewest changes, and all that is said about it.
package struct ReplanReport: Sendable {
  /// The plan as `dispatch` would report it.
  package let dispatch: DispatchReport
  /// Who is elsewhere than was announced, or steps in; chains of moves one after the other.
  package let changes: [ReplanChange]
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
  ///   - dispatch: The plan.
  ///   - announced: What was announced.
  ///   - reserves: The reserves that the earlier plan listed.
  ///   - curve: What more changes would gain.
  ///   - decisions: What was decided.
  package init(
    _ dispatch: DispatchReport, announced: [AnnouncedPlacement], reserves: [ReserveRow],
    curve: ChangesCurve, decisions: [Decision]
  ) {
    self.dispatch = dispatch
    self.curve = curve
    self.decisions = decisions
    self.announced = announced.count
    let names = YearIdentifiers(dispatch.year)
    withoutPlace = announced.count {
      names.applicants[$0.applicant] != nil && $0.placement(in: names) == nil
    }
    changes = ReplanChanges(
      dispatch.year, placements: dispatch.outcome.placements, announced: announced
    ).changes(
      reserves: reserves.map {
        ReserveEntry(
          post: $0.post, cohort: $0.cohort, partner: $0.partner, rank: $0.rank,
          applicant: $0.applicant)
      })
  }

  /// How many announced placements of people who are still there are not kept.
  package var changeCount: Int { changes.count(where: \.isCounted) }

  /// The fewest that any plan changes, as far as that is proven.
  package var leastChanges: Int {
    Int(dispatch.outcome.tiers.first { $0.name == Goal.moved.rawValue }?.bound ?? 0) + withoutPlace
  }

  func count(_ kind: ReplanChange.Kind) -> Int { changes.count { $0.kind == kind } }

  /// The goals of the curve.
  var goals: [String] { curve.points.first?.tiers.map(\.name) ?? [] }
}

// MARK: Files

/// The name of the document in a replanned plan's folder.
package let replanDocumentName = "replan.json"

extension ReplanReport {
  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    dispatch.planFiles(FairnessFacts(dispatch)) + [
      TextFile(name: replanDocumentName, bytes: CanonicalJSON.object(members).bytes()),
      TextFile(name: "changes.csv", bytes: changesTable),
      TextFile(name: "curve.csv", bytes: curveTable),
      TextFile(name: DecisionColumn.file, bytes: decisionsTable(decisions)),
    ]
  }

  private var changesTable: [UInt8] {
    var writer = CSVWriter(header: [
      "applicant", "kind", "from_post", "from_cohort", "to_post", "to_cohort", "follows", "rules",
      "obstacle", "reserve_of", "reserve_rank",
    ])
    for change in changes {
      writer.append([
        change.applicant, change.kind.rawValue, change.from?.post ?? "",
        change.from?.cohort ?? "", change.to?.post ?? "", change.to?.cohort ?? "",
        change.follows ?? "", change.rules.joined(separator: ";"), change.obstacle,
        change.reserveOf ?? "", change.reserveRank.map { String($0) } ?? "",
      ])
    }
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
    guard case .object(let run) = dispatch.runDocument(folder: folder, seconds: seconds) else {
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
      "moves": .array(changes.map(document(of:))),
      "curve": .array(curve.points.map(document(of:))),
      "curve_complete": .boolean(curve.isComplete),
      "curve_end": curve.free.map(document(of:)) ?? .null,
      "decisions": .array(decisions.map(document(of:))),
    ]
  }

  private func document(of change: ReplanChange) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "applicant": .string(change.applicant), "kind": .string(change.kind.rawValue),
      "from": document(of: change.from), "to": document(of: change.to),
      "follows": change.follows.map { .string($0) } ?? .null,
    ]
    if change.isCounted {
      members["rules"] = .array(change.rules.map { .string($0) })
      members["obstacle"] = .string(change.obstacle)
    }
    if let partner = change.reserveOf, let rank = change.reserveRank {
      members["reserve"] = ["partner": .string(partner), "rank": .integer(rank)]
    }
    return .object(members)
  }

  private func document(of place: ReplanChange.Place?) -> CanonicalJSON {
    place.map { ["post": .string($0.post), "cohort": .string($0.cohort)] } ?? .null
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
