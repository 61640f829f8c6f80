// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
internal import Wording

/// Something that planners decided: a row of `pins.csv` or a scenario, with who, when and
/// why, and what it costs.
package struct Decision: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Somebody has to be placed there.
    case pin
    /// Somebody must not be.
    case exclusion
    /// Somebody is preferred there.
    case preference
    /// A patch of the year's files.
    case scenario
  }

  /// What the plan would be without the decision.
  package enum Effect: Hashable, Sendable {
    /// It was not asked.
    case unknown
    /// The goals of the best plan without it, of this and with it.
    case measured(without: [TierResult], with: [TierResult])
    /// No plan keeps the hard rules without it.
    case neededForPlan
    /// The other decisions rest on it, so that it cannot be left out alone.
    case neededByOthers
    /// It is from an earlier plan's log and no longer in force.
    case ended(losses: [String])

    /// A word for tables.
    package var word: String {
      switch self {
      case .unknown: localized("not measured")
      case .measured: localized("measured")
      case .neededForPlan: localized("no plan without it")
      case .neededByOthers: localized("others rest on it")
      case .ended: localized("no longer in force")
      }
    }
  }

  package var kind: Kind
  /// What was decided, a sentence without its full stop.
  package var what: String
  package var who: String
  /// A day in ISO 8601; empty where nobody said.
  package var when: String
  package var why: String
  /// The file that it stands in.
  package var source: String
  package var effect = Effect.unknown

  /// A row of `pins.csv`.
  ///
  /// - Returns: Nothing for an announced placement, which is no decision about this plan.
  package init?(_ pin: Pin, in year: ProgrammeYear) {
    switch pin.kind {
    case .pin: kind = .pin
    case .forbid: kind = .exclusion
    case .prefer: kind = .preference
    case .announced: return nil
    }
    // It is compared with what earlier plans' logs say, which are in English.
    what = pin.demand(in: year).words(in: .english)
    who = pin.who
    when = pin.when?.description ?? ""
    why = pin.reason
    source = "pins.csv"
  }

  /// A scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - file: The file that the plan's folder keeps it in.
  package init(_ scenario: Scenario, in file: String) {
    kind = .scenario
    what = scenario.name
    who = scenario.who
    when = scenario.when
    why = scenario.why
    source = file
  }

  /// A row of an earlier plan's log that is no longer in force.
  package init?(ended row: DecisionRow) {
    guard let kind = Kind(rawValue: row.decision) else { return nil }
    self.kind = kind
    what = row.what
    who = row.who
    when = row.when
    why = row.why
    source = row.source
    effect = .ended(losses: row.losses)
  }

  /// Whether both say the same of the same.
  package func isSame(as other: Decision) -> Bool {
    kind == other.kind && what == other.what && who == other.who && when == other.when
      && why == other.why
  }

  /// How much worse goals are because of it, by the goal's name.
  var losses: [String: Int64] {
    guard case .measured(let without, let with) = effect else { return [:] }
    return lossesByGoal(of: with, against: without)
  }

  /// Whether the plan without it is known to be another.
  var makesDifference: Bool {
    switch effect {
    case .unknown, .ended: false
    case .measured(let without, let with): differencesInWords(of: with, from: without) != nil
    case .neededForPlan, .neededByOthers: true
    }
  }

  /// Who decided, when and why, in brackets; empty where nothing is said.
  var inBrackets: String {
    let parts = [[who, when].filter { !$0.isEmpty }.joined(separator: ", "), why]
      .filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(clippedForDisplay(parts.joined(separator: ": "))))"
  }

  /// What it costs, in words.
  var cost: String {
    switch effect {
    case .unknown: localized("not measured")
    case .measured(let without, let with):
      localized(differencesInWords(of: with, from: without) ?? "no difference")
    case .neededForPlan: localized("without it no plan keeps the hard rules")
    case .neededByOthers: localized("cannot be left out alone: other decisions rest on it")
    case .ended: localized("no longer in force")
    }
  }
}

/// The table `decisions.csv` of a plan of a problem.
func decisionsTable(_ decisions: [Decision], of problem: PlanProblem) -> [UInt8] {
  var writer = CSVWriter(
    header: DecisionColumn.allCases.map(\.rawValue) + problem.lossColumns)
  for decision in decisions {
    var cells = problem.lossCells { decision.losses[$0] }
    if case .ended(let losses) = decision.effect, losses.count == cells.count { cells = losses }
    writer.append(
      [
        decision.kind.rawValue, decision.what, decision.who, decision.when, decision.why,
        decision.source, decision.effect.word,
      ] + cells)
  }
  return writer.bytes
}

extension Pin {
  /// What the row asks for, a sentence without its full stop.
  fileprivate func demand(in year: ProgrammeYear) -> Sentence {
    let id = year.applicants[applicant].id
    let place: String? =
      switch place {
      case .anywhere: nil
      case .post(let id): id
      case .school(let index): year.schools[index].id
      }
    return switch (kind, place, cohort.map { year.cohorts[$0].id }) {
    case (.forbid, let place?, let cohort?): "\(id) must not be placed at \(place) in \(cohort)"
    case (.forbid, let place?, nil): "\(id) must not be placed at \(place)"
    case (.forbid, nil, let cohort?): "\(id) must not be placed anywhere in \(cohort)"
    case (.forbid, nil, nil): "\(id) must not be placed anywhere"
    case (.prefer, let place?, let cohort?): "\(id) is preferred at \(place) in \(cohort)"
    case (.prefer, let place?, nil): "\(id) is preferred at \(place)"
    case (.prefer, nil, let cohort?): "\(id) is preferred somewhere in \(cohort)"
    case (.prefer, nil, nil): "\(id) is preferred somewhere"
    case (_, let place?, let cohort?): "\(id) has to be placed at \(place) in \(cohort)"
    case (_, let place?, nil): "\(id) has to be placed at \(place)"
    case (_, nil, let cohort?): "\(id) has to be placed somewhere in \(cohort)"
    case (_, nil, nil): "\(id) has to be placed somewhere"
    }
  }
}
