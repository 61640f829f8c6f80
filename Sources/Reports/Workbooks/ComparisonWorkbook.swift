// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
package import Workbooks

extension Comparison {
  /// The comparison as a workbook: the scenarios beside the year as it is, who moves, what
  /// limits cost and how often placements survive chance if that was asked, and what the
  /// columns mean.
  ///
  /// Equal comparisons give equal bytes.
  ///
  /// - Returns: The workbook's file.
  /// - Throws: `WorkbookFault` when a table has more rows than a spreadsheet.
  package func workbook() throws(WorkbookFault) -> [UInt8] {
    var sheets = [ExplainedSheet(scenariosSheet, "The year as it is, and with each scenario")]
    for file in files() {
      guard let kind = comparisonTables.first(where: { $0.file == file.name }) else { continue }
      var faults = FaultList()
      guard let text = decodeText(file.bytes, named: file.name, faults: &faults),
        let table = parseCSV(text, faults: &faults)
      else { continue }
      sheets.append(ExplainedSheet(kind.sheet(of: table), kind.meaning))
    }
    return try workbookBytes(
      sheets.map(\.sheet) + [explanations(of: sheets)], title: "A comparison of Musubi")
  }

  /// A row for the year as it is and for each scenario; beside each number how much it differs.
  private var scenariosSheet: SheetDraft {
    let shown = problem.compared
    let before = shown.figuresBefore.count
    var sheet = SheetDraft(
      "scenarios",
      columns: [
        words("scenario", "The scenario; the first row is the year as it is"),
        words("how_good", "How good the plan is, or why there is none"),
      ], rows: ([base] + scenarios).map { [.text($0.name), .text(howGood($0))] })
    /// Adds a number of each plan and its difference.
    func add(
      _ name: String, _ meaning: String, of value: (PlannedScenario) -> Int64?
    ) {
      let old = value(base)
      sheet.columns += [
        numbers(name, meaning),
        numbers("\(name)_difference", "By how much that differs from the year as it is"),
      ]
      for (row, plan) in ([base] + scenarios).enumerated() {
        let new = value(plan)
        let difference =
          row == 0 ? nil : new.flatMap { new in old.map { new.subtractingReportingOverflow($0) } }
        sheet.rows[row] += [
          new.map { .number(Double($0)) } ?? .empty,
          difference.map { $0.overflow ? .empty : .number(Double($0.partialValue)) } ?? .empty,
        ]
      }
    }
    func addFigures(_ range: Range<Int>) {
      for index in range {
        let figure = shown.figures[index]
        add(figure.column, "\(figure.heading), counted in the plan") { plan in
          plan.hasPlan || figure.isOfYear ? plan.figures[index] : nil
        }
      }
    }
    addFigures(0..<before)
    for goal in goals {
      let isShare = ([base] + scenarios).contains { plan in
        plan.tiers.contains { $0.name == goal && $0.shares != nil }
      }
      add(
        goal,
        "What the goal \(goal) comes to" + (isShare ? ", in hundredths of a per cent" : "")
      ) { plan in
        plan.tiers.first { $0.name == goal }?.value
      }
    }
    addFigures(before..<shown.figures.count)
    sheet.columns += [
      numbers(
        "moves",
        "\(shown.movers.weight?.many.capitalizedWord ?? shown.movers.many.capitalizedWord) "
          + "elsewhere than in the year as it is", colouring: .bars),
      words("fewest_moves", "Whether it is proven that no plan as good moves fewer"),
    ]
    for (row, plan) in ([base] + scenarios).enumerated() {
      sheet.rows[row] +=
        row == 0 || !plan.hasPlan || !base.hasPlan
        ? [.empty, .empty]
        : [.number(Double(plan.peopleMoved)), .text(plan.hasFewestMoves ? "yes" : "no")]
    }
    return sheet
  }

  /// The tables of the comparison's folder that become sheets.
  private var comparisonTables: [PlanTable] {
    let shown = problem.compared
    let place = { (column: String, when: String) in
      "The \(column.replacing("_", with: " ")) \(when)"
    }
    var moves = [words("scenario", "The scenario")]
    moves +=
      shown.movers.tellsWhy
      ? [words("group", "Who moves"), words("kind", "Cohort or delegation")]
      : shown.kinds.map { words($0, "Who or what moves") }
    moves += shown.movers.weight.map { [numbers($0.member, "How many \($0.many) that is")] } ?? []
    moves += shown.place.map { words("from_" + $0, place($0, "in the year as it is")) }
    moves += shown.place.map { words("to_" + $0, place($0, "with the scenario")) }
    moves.append(words("why", "Why, as far as that is known"))
    return [
      PlanTable("moves.csv", "Who is elsewhere with a scenario, a row each", moves),
      PlanTable(
        "prices.csv", "What it is worth to widen a limit, the most useful first",
        [
          numbers("rank", "Its place in the list"),
          words("limits", "The settings that make the limit, as scenarios name them"),
          words("from", "What they are"), words("to", "What they are one step wider"),
          WorkbookColumn(
            "helps", note: "Whether a step makes the plan better; empty where that is not known.",
            colouring: .warning(of: "no")),
          words("same_until", "How far each further step brings the same"),
          words("end_known", "Whether it is known that the next step brings something else"),
          words("stays_until", "How far the plan stays as it is"),
        ],
        further: { goal in numbers(goal, "What the goal \(goal) comes to, one step wider") }),
      PlanTable(
        "fragility.csv", "How often each placement survives draws of chance",
        [
          words("applicant", "The applicant"), words("post", "The post"),
          words("cohort", "The cohort"), numbers("draws", "Draws that were planned"),
          numbers("withdrew", "Draws in which the applicant withdrew"),
          numbers("kept", "Draws in which the placement stayed"),
          numbers("moved", "Draws in which the applicant went elsewhere"),
          numbers("dropped", "Draws in which the applicant had no placement"),
          numbers(
            "survival_percent", "In how many of a hundred draws the placement stays",
            colouring: .scale
          ),
        ]),
    ]
  }

  private var problem: PlanProblem { base.problem }
}

extension String {
  /// The text with its first letter as at the beginning of a sentence.
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
