// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The columns of a plan's `decisions.csv` but for those of losses.
package enum DecisionColumn: String, CaseIterable, Sendable {
  case decision, what, who, when, why, source, effect

  /// The file they stand in.
  package static let file = "decisions.csv"
}

/// A row of an earlier plan's `decisions.csv`.
package struct DecisionRow: Hashable, Sendable {
  package var decision = ""
  package var what = ""
  package var who = ""
  package var when = ""
  package var why = ""
  package var source = ""
  /// The cells behind the columns that every log has.
  package var losses: [String] = []
}

/// Reads the decision log of an earlier plan.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - faults: Where everything amiss is reported.
/// - Returns: The rows in the file's order; none where the plan has no log.
package func readDecisions(at planFolder: String, faults: inout FaultList) -> [DecisionRow] {
  guard isFile(DecisionColumn.file, in: planFolder),
    let table = readCSV(
      at: planFolder + "/" + DecisionColumn.file, named: DecisionColumn.file, faults: &faults)
  else { return [] }
  var columns: [DecisionColumn: Int] = [:]
  for column in DecisionColumn.allCases {
    guard let index = table.columnIndex(named: column.rawValue) else {
      faults.report(
        Fault(
          file: DecisionColumn.file, line: table.headerLine, place: .column(column.rawValue),
          problem: "the column is missing", expected: "the columns that replan writes"))
      return []
    }
    columns[column] = index
  }
  let others = table.header.indices.filter { !columns.values.contains($0) }
  return (0..<table.rowCount).map { row in
    func cell(_ column: DecisionColumn) -> String {
      columns[column].map { table.cell(row: row, column: $0) } ?? ""
    }
    return DecisionRow(
      decision: cell(.decision), what: cell(.what), who: cell(.who), when: cell(.when),
      why: cell(.why), source: cell(.source),
      losses: others.map { table.cell(row: row, column: $0) })
  }
}
