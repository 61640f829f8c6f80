// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording

extension YearPlan {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan is.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [headline] + scenarioLines(scenarios) + [""]
    lines += stageTable.lines
    for stage in stages {
      guard case .infeasible(let summary, _) = stage.state else { continue }
      lines += ["", "\(stage.problem.rawValue):"]
      lines += summary.split(separator: "\n").map { "  " + $0 }
    }
    if let reach { lines += [""] + reachLines(reach) }
    lines += [""] + ledgerLines
    lines.append(tookLine(seconds))
    lines += ["", localized("Files in \(folder):")] + fileLines + scenarioFileLines(scenarios)
    return lines.joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let asked = stages.filter { if case .leftOut = $0.state { false } else { true } }.count
    let end: Sentence =
      switch status {
      case .optimal: "verified; \(state(of: status, gap: gap))"
      case .feasible: "verified; not all are proven, the table has the true gaps"
      case .infeasible: "verified; rules collide in the others"
      case .unknown: "verified; stopped before the others had a plan"
      }
    return localized(
      """
      Plan of \(year.fiscalYear), \(year.title): \(grouped(planned.count)) of \
      \(asked, "stage", "stages") planned and \(end).
      """)
  }

  private var stageTable: TextTable {
    var table = TextTable([
      (localized("Stage"), .left), (localized("What is decided"), .left),
      (localized("How good"), .left),
    ])
    for stage in stages {
      let cells: (String, String) =
        switch stage.state {
        case .planned(let status, let tiers, let result, _):
          (
            result.words(in: .current),
            status == .optimal
              ? state(of: status, gap: largestGap(of: tiers))
              : localized("stopped early, within \(percent(largestGap(of: tiers)))")
          )
        case .leftOut(let reason): (localized("left out: \(reason)"), "–")
        case .infeasible: (localized("no plan keeps all hard rules"), localized("see below"))
        case .stopped: (localized("stopped before there was a plan"), "–")
        case .waiting(let reason): (localized("not begun: \(reason)"), "–")
        }
      table.append([stage.problem.rawValue, cells.0, cells.1])
    }
    return table
  }

  private func percent(_ share: Double) -> String {
    decimal(share * 100, digits: 2, roundedUp: true) + " %"
  }

  private func reachLines(_ reach: YearReach) -> [String] {
    var table = TextTable([
      (localized("Reach of \(year.fiscalYear)"), .left), (localized("Unit"), .left),
      (localized("Units"), .right),
      (localized("Taught"), .right), (localized("Met"), .right), (localized("Audience"), .right),
      (localized("Counted once"), .right),
      (localized("Next year"), .right),
    ])
    func cells(_ part: YearReach.Part) -> [String] {
      [part.taught, part.met, part.audience, part.people, part.later].map(grouped)
    }
    for part in reach.parts where part.units > 0 {
      let line = year.decade.lines[part.line]
      table.append([line.id, line.unit, grouped(part.units)] + cells(part))
    }
    table.append([localized("All"), "", ""] + cells(reach.total))
    var lines = table.lines + [""] + aimTable(reach).lines
    let uncounted = decisions.uncounted(in: year)
    if !uncounted.isEmpty {
      let counts = uncounted.map { "\(grouped($0.number)) \($0.counts.rawValue)" }
      lines.append(localized("No line of decade_lines.csv counts: \(Listing(counts, .plain))."))
    }
    return lines
  }

  /// What the year does for each aim, beside what ten years wish for.
  private func aimTable(_ reach: YearReach) -> TextTable {
    var table = TextTable([
      (localized("Aim"), .left), (localized("Points"), .right),
      (localized("Wished for in ten years"), .right), (localized("Share"), .right),
    ])
    for (index, aim) in Aim.allCases.enumerated() {
      let (points, wished) = (reach.points[index], year.decade.rules.wishedPoints[index])
      table.append([
        aim.words.description, grouped(points), wished == 0 ? "–" : grouped(wished),
        wished == 0
          ? "–" : decimal(100 * Double(points) / Double(wished), digits: 1) + " %",
      ])
    }
    return table
  }

  /// What the next year is told.
  private var ledgerLines: [String] {
    let ledger = ledger
    let own = ledger.rows.filter { $0.year == year.fiscalYear }
    func count(_ entry: LedgerEntry) -> Int { own.count { $0.entry == entry } }
    let parts = [
      localized(
        """
        \(count(.hosted), "school hosts", "schools host"), \(grouped(count(.schoolWaited))) wait
        """),
      localized(
        """
        \(count(.sent), "applicant goes", "applicants go"), \
        \(grouped(count(.applicantWaited))) wait
        """),
      localized(
        """
        \(count(.invited), "delegation comes", "delegations come"), \
        \(grouped(count(.delegationWaited))) wait
        """),
    ]
    guard !own.isEmpty else { return [localized("ledger.csv has nothing new for the next year.")] }
    var lines = [localized("For the next year: \(parts.joined(separator: localized("; "))).")]
    let history = LedgerHistory(ledger)
    let longest = year.schools.map { school in
      (school.id, history.waited(.schoolWaited, since: .hosted, school.id))
    }.max { ($0.1, $1.0) < ($1.1, $0.0) }
    if let (school, years) = longest, years > 1 {
      lines.append(localized("\(school) has waited longest, for \(years) years."))
    }
    return lines
  }

  /// How long it took, and which stages did not have to be planned again.
  private func tookLine(_ seconds: Double) -> String {
    let kept = stages.filter {
      if case .planned(_, _, _, isKept: true) = $0.state { true } else { false }
    }.map(\.problem.rawValue)
    let time = decimal(seconds, digits: 1)
    switch kept.count {
    case 0: return localized("Took \(time) s.")
    case 1:
      return localized(
        """
        Took \(time) s; nothing that \(kept[0]) reads has changed, so it was not planned again.
        """)
    default:
      return localized(
        """
        Took \(time) s; nothing that \(Listing(kept)) read has changed, so they were not \
        planned again.
        """)
    }
  }

  private var fileLines: [String] {
    var rows: [(String, String)] = planned.map { stage, _ in
      let file = stage.mainFile
      return ("\(stage.problem.rawValue)/\(file.name)", file.says.description)
    }
    if reach != nil {
      rows.append((EarnedColumn.file, localized("what the year earns; for musubi decade --earned")))
    }
    rows.append(
      ("ledger.csv", localized("what the next year must know; copy it into that year's folder")))
    rows.append(
      (planDocumentName, localized("all of it for other programs, with bounds and digests")))
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(meaning)"
    }
  }
}

extension Aim {
  /// The aim in words.
  var words: Sentence {
    switch self {
    case .trust: "trust"
    case .networks: "networks"
    case .globalIssues: "global issues"
    case .nextGeneration: "next generation"
    case .multicultural: "multicultural society"
    }
  }
}
