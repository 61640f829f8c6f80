// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Wording

/// The columns of a plan's `reserves.csv` that are read back.
package enum ReserveColumn: String, CaseIterable, Sendable {
  case post, cohort
  /// Who would have withdrawn.
  case partner
  /// 1 for whoever would step in best.
  case rank
  case applicant

  /// The file they stand in.
  package static let file = "reserves.csv"
}

/// A row of a plan's `reserves.csv`.
package struct ReserveRow: Hashable, Sendable {
  package var post = ""
  package var cohort = ""
  package var partner = ""
  package var rank = 0
  package var applicant = ""
}

extension Tables {
  /// Who would step in for whom, as a plan of an earlier year may say too.
  static let reserves = TableSchema(
    ReserveColumn.file, noun: "reserve", isRequired: false, hasIdentifiers: false,
    meaning: "Who would step in for whom.", blank: ReserveRow(),
    columns: [
      Column(
        ReserveColumn.post.rawValue, \.post, .text, whenEmpty: .refused, example: "S017",
        "The partner's post"),
      Column(
        ReserveColumn.cohort.rawValue, \.cohort, .text, whenEmpty: .refused,
        example: "Thailand 14", "The partner's cohort"),
      Column(
        ReserveColumn.partner.rawValue, \.partner, .text, whenEmpty: .refused, example: "A0123",
        "Who would have withdrawn"),
      Column(
        ReserveColumn.rank.rawValue, \.rank, .integer(in: 1...1_000_000), whenEmpty: .refused,
        example: "1", "1 for whoever would step in best"),
      Column(
        ReserveColumn.applicant.rawValue, \.applicant, .text, whenEmpty: .refused,
        example: "A0456", "Who would step in"),
    ])
}

/// Reads who would step in for whom.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - faults: Where everything amiss is reported.
/// - Returns: The rows in the file's order; none where the plan has no such file.
package func readReserves(at planFolder: String, faults: inout FaultList) -> [ReserveRow] {
  guard isFile(ReserveColumn.file, in: planFolder),
    let source = TableSource(planFolder, Tables.reserves.facts, faults: &faults)
  else { return [] }
  return source.rows(of: Tables.reserves, names: .none, faults: &faults)
    .filter(\.failed.isEmpty).map(\.row)
}

/// Whether a folder has a file.
func isFile(_ name: String, in folder: String) -> Bool {
  unsafe access(folder + "/" + name, F_OK) == 0
}
