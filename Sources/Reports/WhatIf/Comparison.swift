// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles

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

/// The name of a comparison's document in its folder.
package let comparisonDocumentName = "whatif.json"

extension Comparison {
  /// Most moves that the terminal shows of one scenario.
  private static let mostMoves = 20

  /// The goals of the base and the scenarios, in the order in which they first come.
  private var goals: [String] {
    var names: [String] = []
    for tier in ([base] + scenarios).flatMap(\.tiers) where !names.contains(tier.name) {
      names.append(tier.name)
    }
    return names
  }

  /// The comparison in words: a row for each scenario, then who moves.
  ///
  /// - Parameter seconds: How long it took; nothing when it was put together.
  /// - Returns: Lines, each with its line feed.
  package func summary(seconds: Double?) -> String {
    var lines = table.lines + [""]
    for scenario in scenarios {
      let moves = scenario.moves
      guard !moves.isEmpty else { continue }
      lines.append("With \(clippedForDisplay(scenario.name)) \(people(moves.count)):")
      lines += moves.prefix(Self.mostMoves).map { move in
        "  \(move.applicant): \(phrase(move.from)) → \(phrase(move.to))"
      }
      if moves.count > Self.mostMoves {
        lines.append("  and \(grouped(moves.count - Self.mostMoves)) more.")
      }
      lines.append("")
    }
    lines += prices?.lines ?? []
    lines += fragility?.lines ?? []
    if let seconds {
      lines.append("Took \(decimal(seconds, digits: 1)) s.")
    } else {
      lines.removeLast()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func people(_ count: Int) -> String {
    "\(counted(count, "person", "people")) \(count == 1 ? "moves" : "move")"
  }

  private func phrase(_ place: PlannedScenario.Place?) -> String {
    place.map { "\($0.post) in \($0.cohort)" } ?? "not placed"
  }

  private var table: TextTable {
    var table = TextTable(
      [("Scenario", .left), ("Places", .right), ("Partners", .right)]
        + goals.map { ($0, .right) }
        + [("Cost, yen", .right), ("Move", .right), ("How good", .left)])
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
    func count(_ value: Int, _ old: Int) -> String {
      cell(Int64(value), Int64(old)) { grouped(Int($0)) }
    }
    let name = clippedForDisplay(plan.name)
    guard plan.hasPlan else {
      return [name, grouped(plan.places), "–"] + goals.map { _ in "–" } + ["–", "–", howGood(plan)]
    }
    return [name, count(plan.places, base.places), count(plan.partners, base.partners)]
      + goals.map { goal in
        guard let tier = plan.tiers.first(where: { $0.name == goal }) else { return "–" }
        let old = base.tiers.first { $0.name == goal }?.value
        return cell(tier.value, old) { shown($0, of: tier) }
      } + [
        cell(plan.cost, base.cost) { grouped(Int($0)) },
        hasBase ? (plan.hasFewestMoves ? "" : "at most ") + grouped(plan.moves.count) : "–",
        howGood(plan),
      ]
  }

  private func howGood(_ plan: PlannedScenario) -> String {
    switch plan.status {
    case .optimal, .feasible: state(of: plan.status, gap: largestGap(of: plan.tiers))
    case .infeasible: "no plan keeps the hard rules"
    case .unknown: "stopped before there was a plan"
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
    var writer = CSVWriter(
      header: ["scenario", "status", "places", "partners"] + goals
        + ["cost_jpy", "moves"])
    for plan in [base] + scenarios {
      writer.append(
        [plan.name, plan.status.rawValue, String(plan.places), String(plan.partners)]
          + goals.map { goal in
            plan.tiers.first { $0.name == goal }.map { String($0.value) } ?? ""
          } + [String(plan.cost), String(plan.moves.count)])
    }
    return writer.bytes
  }

  private var movesTable: [UInt8] {
    var writer = CSVWriter(
      header: ["scenario", "applicant", "from_post", "from_cohort", "to_post", "to_cohort"])
    for plan in scenarios {
      for move in plan.moves {
        writer.append([
          plan.name, move.applicant, move.from?.post ?? "", move.from?.cohort ?? "",
          move.to?.post ?? "", move.to?.cohort ?? "",
        ])
      }
    }
    return writer.bytes
  }
}
