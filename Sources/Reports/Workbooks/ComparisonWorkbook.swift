// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording
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
    var sheets = [scenariosSheet]
    for file in Language.english.spoken(during: { files() }) {
      guard let kind = comparisonTables.first(where: { $0.file == file.name }) else { continue }
      var faults = FaultList()
      guard let text = decodeText(file.bytes, named: file.name, faults: &faults),
        let table = parseCSV(text, faults: &faults)
      else { continue }
      sheets.append(kind.sheet(of: table))
    }
    let words = WorkbookWords()
    return try workbookBytes(
      sheets.map(words.sheet) + [words.explanations(of: sheets)],
      title: localized("A comparison of Musubi"), dayFormat: words.dayFormat)
  }

  /// A row for the year as it is and for each scenario; beside each number how much it differs.
  private var scenariosSheet: ExplainedSheet {
    let shown = problem.compared
    let before = shown.figuresBefore.count
    var sheet = ExplainedSheet(
      "scenarios", says: "The year as it is, and with each scenario",
      columns: [
        words("scenario", says: "The scenario; the first row is the year as it is"),
        words("how_good", says: "How good the plan is, or why there is none"),
      ],
      rows: [[.text(PhraseBook.plans.words(base.name, in: .current)), .text(howGood(base))]]
        + scenarios.map { [.text($0.name), .text(howGood($0))] })
    /// Adds a number of each plan and its difference.
    func add(
      _ name: String, says meaning: Sentence, of value: (PlannedScenario) -> Int64?
    ) {
      let old = value(base)
      sheet.columns += [
        numbers(name, says: meaning),
        numbers("\(name)_difference", says: "By how much that differs from the year as it is"),
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
        add(figure.column, says: "\(figure.heading), counted in the plan") { plan in
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
        says: isShare
          ? "What the goal \(goal) comes to, in hundredths of a per cent"
          : "What the goal \(goal) comes to"
      ) { plan in
        plan.tiers.first { $0.name == goal }?.value
      }
    }
    addFigures(before..<shown.figures.count)
    sheet.columns += [
      numbers("moves", says: problem.movedElsewhere, colouring: .bars),
      words("fewest_moves", says: "Whether it is proven that no plan as good moves fewer"),
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
    func name(_ column: String) -> PageWords.Term {
      let plain = column.replacing("_", with: " ")
      return PageWords.Term(
        english: plain, japanese: PageWords.column(column)?.japanese ?? plain)
    }
    var moves = [words("scenario", says: "The scenario")]
    moves +=
      shown.movers.tellsWhy
      ? [words("group", says: "Who moves"), words("kind", says: "Cohort or delegation")]
      : shown.kinds.map { words($0, says: "Who or what moves") }
    if let weight = shown.movers.weight {
      moves.append(
        numbers(
          weight.member,
          says: problem == .decade ? "How many units that is" : "How many people that is"))
    }
    moves += shown.place.map { words("from_" + $0, says: "The \(name($0)) in the year as it is") }
    moves += shown.place.map { words("to_" + $0, says: "The \(name($0)) with the scenario") }
    moves.append(words("why", says: "Why, as far as that is known"))
    return [
      PlanTable("moves.csv", says: "Who is elsewhere with a scenario, a row each", moves),
      PlanTable(
        "prices.csv", says: "What it is worth to widen a limit, the most useful first",
        [
          numbers("rank", says: "Its place in the list"),
          words("limits", says: "The settings that make the limit, as scenarios name them"),
          words("from", says: "What they are"), words("to", says: "What they are one step wider"),
          ExplainedColumn(
            "helps", says: "Whether a step makes the plan better; empty where that is not known",
            colouring: .warning(of: "no")),
          words("same_until", says: "How far each further step brings the same"),
          words("end_known", says: "Whether it is known that the next step brings something else"),
          words("stays_until", says: "How far the plan stays as it is"),
        ],
        further: { goal in numbers(goal, says: "What the goal \(goal) comes to, one step wider") }),
      PlanTable(
        "fragility.csv", says: "How often each placement survives draws of chance",
        [
          words("applicant", says: "The applicant"), words("post", says: "The post"),
          words("cohort", says: "The cohort"), numbers("draws", says: "Draws that were planned"),
          numbers("withdrew", says: "Draws in which the applicant withdrew"),
          numbers("kept", says: "Draws in which the placement stayed"),
          numbers("moved", says: "Draws in which the applicant went elsewhere"),
          numbers("dropped", says: "Draws in which the applicant had no placement"),
          numbers(
            "survival_percent", says: "In how many of a hundred draws the placement stays",
            colouring: .scale
          ),
        ]),
    ]
  }

  private var problem: PlanProblem { base.problem }
}

extension PlanProblem {
  /// What the column of those who move counts.
  fileprivate var movedElsewhere: Sentence {
    switch self {
    case .dispatch, .training, .returnees: "People elsewhere than in the year as it is"
    case .exchange: "Schools elsewhere than in the year as it is"
    case .decade: "Units elsewhere than in the year as it is"
    }
  }
}
