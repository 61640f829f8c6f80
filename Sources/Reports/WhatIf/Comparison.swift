// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Wording

/// A year's plan beside those that scenarios would give it.
package struct Comparison: Sendable {
  package let base: PlannedScenario
  /// In the order in which they were asked for.
  package let scenarios: [PlannedScenario]
  /// What limits cost, if that was asked.
  package let prices: PriceList?
  /// How often placements survive chance, if that was asked.
  package let fragility: Fragility?

  package init(
    base: PlannedScenario, scenarios: [PlannedScenario], prices: PriceList? = nil,
    fragility: Fragility? = nil
  ) {
    self.base = base
    self.scenarios = scenarios
    self.prices = prices
    self.fragility = fragility
  }

  /// Whether nothing in it was stopped early.
  package var isProven: Bool {
    ([base] + scenarios).allSatisfy { $0.status == .optimal || $0.status == .infeasible }
      && (prices?.isProven ?? true) && (fragility.map { $0.stopped == 0 } ?? true)
  }
}

/// What documents call the year as it is.
package let baseName = "as it is"

/// The name of a comparison's document in its folder.
package let comparisonDocumentName = "whatif.json"

extension Comparison {
  /// The goals of the base and the scenarios, in the order in which they first come.
  var goals: [String] {
    var names: [String] = []
    for tier in ([base] + scenarios).flatMap(\.tiers) where !names.contains(tier.name) {
      names.append(tier.name)
    }
    return names
  }

  /// What is shown of the problem's plans.
  private var columns: ComparedColumns { base.problem.compared }

  /// The comparison in words: a row for each scenario, then who moves.
  ///
  /// - Parameter seconds: How long it took; nothing when it was put together.
  /// - Returns: Lines, each with its line feed.
  package func summary(seconds: Double?) -> String {
    var lines = table.lines + [""]
    for scenario in scenarios {
      let moves = scenario.moves
      guard !moves.isEmpty else { continue }
      lines.append(
        localized("With \(clippedForDisplay(scenario.name)) \(columns.movers(moves)):"))
      lines += columns.lines(of: moves) + [""]
    }
    lines += prices?.lines ?? []
    lines += fragility?.lines ?? []
    if let seconds {
      lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    } else {
      lines.removeLast()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The figures that the terminal shows: those that no goal says.
  private func isShown(_ figure: ComparedColumns.Figure) -> Bool {
    !(figure.goal.map(goals.contains) ?? false)
  }

  private var table: TextTable {
    func headings(_ figures: [ComparedColumns.Figure]) -> [(String, TextTable.Alignment)] {
      figures.filter(isShown).map { ($0.heading.description, .right) }
    }
    var table = TextTable(
      [(localized("Scenario"), .left)] + headings(columns.figuresBefore)
        + goals.map { ($0, .right) } + headings(columns.figuresBehind)
        + [(columns.movers.heading.description, .right), (localized("How good"), .left)])
    table.append(row(of: base, isBase: true))
    for scenario in scenarios { table.append(row(of: scenario, isBase: false)) }
    return table
  }

  private func row(of plan: PlannedScenario, isBase: Bool) -> [String] {
    let hasBase = !isBase && base.hasPlan && plan.hasPlan
    func cell(_ value: Int64, _ old: Int64?, _ show: (Int64) -> String) -> String {
      guard hasBase, let old, old != value else { return show(value) }
      return "\(show(value)) (\(value > old ? "+" : "−")\(show(abs(value - old))))"
    }
    let figures = zip(columns.figures, zip(plan.figures, base.figures)).map { figure, values in
      plan.hasPlan || figure.isOfYear
        ? cell(values.0, values.1) { grouped(Int($0)) } : "–"
    }
    let before = columns.figuresBefore.count
    func shownFigures(_ range: Range<Int>) -> [String] {
      range.filter { isShown(columns.figures[$0]) }.map { figures[$0] }
    }
    let tiers = goals.map { goal in
      guard let tier = plan.tiers.first(where: { $0.name == goal }) else { return "–" }
      let old = base.tiers.first { $0.name == goal }?.value
      return cell(tier.value, old) { shown($0, of: tier) }
    }
    let moved =
      !hasBase
      ? "–"
      : plan.hasFewestMoves
        ? grouped(plan.peopleMoved) : localized("at most \(grouped(plan.peopleMoved))")
    let name = isBase && plan.name == baseName ? localized("as it is") : plan.name
    return [clippedForDisplay(name)] + shownFigures(0..<before) + tiers
      + shownFigures(before..<columns.figures.count) + [moved, howGood(plan)]
  }

  func howGood(_ plan: PlannedScenario) -> String {
    switch plan.status {
    case .optimal, .feasible: state(of: plan.status, gap: largestGap(of: plan.tiers))
    case .infeasible: localized("no plan keeps the hard rules")
    case .unknown: localized("stopped before there was a plan")
    }
  }
}

// MARK: For programs

extension Comparison {
  /// What `whatif --format json` prints.
  ///
  /// - Parameter seconds: How long it took; left out of the folder's document and of
  ///   parts put together, so that equal inputs give equal bytes.
  /// - Returns: The document.
  package func document(seconds: Double? = nil) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "problem": .string(base.problem.rawValue),
      "base": .object(base.members),
      "scenarios": .array(scenarios.map { .object($0.membersWithMoves) }),
    ]
    if let prices { members["prices"] = prices.document }
    if let fragility { members["fragility"] = fragility.document }
    if let seconds { members["seconds"] = .number((seconds * 1000).rounded() / 1000) }
    return .object(members)
  }

  /// The files of the comparison's folder.
  package func files() -> [TextFile] {
    [
      TextFile(name: comparisonDocumentName, bytes: document().bytes()),
      TextFile(name: "scenarios.csv", bytes: scenariosTable),
      TextFile(name: "moves.csv", bytes: movesTable),
    ] + (prices.map { [TextFile(name: "prices.csv", bytes: $0.table)] } ?? [])
      + (fragility.map { [TextFile(name: "fragility.csv", bytes: $0.table)] } ?? [])
  }

  private var scenariosTable: [UInt8] {
    let goals = goals
    let before = columns.figuresBefore.count
    let names = columns.figures.map(\.column)
    let header: [[String]] = [
      ["scenario", "status"], Array(names[..<before]), goals, Array(names[before...]), ["moves"],
    ]
    var writer = CSVWriter(header: header.flatMap { $0 })
    for plan in [base] + scenarios {
      let figures = plan.figures.map { String($0) }
      let tiers = goals.map { goal in
        plan.tiers.first { $0.name == goal }.map { String($0.value) } ?? ""
      }
      let row: [[String]] = [
        [plan.name, plan.status.rawValue], Array(figures[..<before]), tiers,
        Array(figures[before...]), [String(plan.peopleMoved)],
      ]
      writer.append(row.flatMap { $0 })
    }
    return writer.bytes
  }

  private var movesTable: [UInt8] {
    let (place, movers) = (columns.place, columns.movers)
    let names = movers.tellsWhy ? ["group", "kind"] : columns.kinds
    let header: [[String]] = [
      ["scenario"], names, movers.weight.map { [$0.member] } ?? [],
      place.map { "from_" + $0 }, place.map { "to_" + $0 }, movers.tellsWhy ? ["why"] : [],
    ]
    var writer = CSVWriter(header: header.flatMap { $0 })
    let nowhere = place.map { _ in "" }
    for plan in scenarios {
      for move in plan.moves {
        let row: [[String]] = [
          [plan.name, move.id], movers.tellsWhy ? [move.kind] : [],
          movers.weight == nil ? [] : [String(move.people)],
          move.from?.cells ?? nowhere, move.to?.cells ?? nowhere,
          movers.tellsWhy ? [move.why.description] : [],
        ]
        writer.append(row.flatMap { $0 })
      }
    }
    return writer.bytes
  }
}
