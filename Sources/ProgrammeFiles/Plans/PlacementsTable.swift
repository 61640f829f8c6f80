// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The columns of a plan's `placements.csv` that are read back.
///
/// A plan's writer may put others beside them.
package enum PlacementColumn: String, CaseIterable, Sendable {
  /// The identifier of the applicant.
  case applicant
  /// The identifier of the post.
  case post
  /// The identifiers of the post's schools, base first, separated by `;`.
  case schools
  /// The identifier of the cohort.
  case cohort

  /// The file they stand in.
  package static let file = "placements.csv"
}

extension Tables {
  /// The placements of a plan of this year.
  static let placements = TableSchema(
    PlacementColumn.file, noun: "placement", isRequired: false, hasIdentifiers: false,
    meaning: "The placements of a plan; a plan's folder holds it, not the year's.",
    blank: PlacementRow(),
    columns: [
      Column(
        PlacementColumn.applicant.rawValue, \.applicant,
        .reference(\.applicants, to: "applicant"), whenEmpty: .refused, example: "A0123",
        "Who is placed"),
      Column(
        PlacementColumn.post.rawValue, \.post, .text, whenEmpty: .refused, example: "S017+S018",
        "The post"),
      Column(
        PlacementColumn.schools.rawValue, \.schools, .references(\.schools, to: "schools"),
        whenEmpty: .refused, example: "S017;S018", "The post's schools, the base first"),
      Column(
        PlacementColumn.cohort.rawValue, \.cohort, .reference(\.cohorts, to: "cohort"),
        whenEmpty: .refused, example: "Thailand 14", "The cohort"),
    ])

  /// The placements of an earlier plan, some of which may be of people,
  /// schools and cohorts that are gone.
  static let baseline = TableSchema(
    PlacementColumn.file, noun: "placement", isRequired: false, hasIdentifiers: false,
    meaning: "The placements of an earlier plan.", blank: BaselineRow(),
    columns: [
      Column(
        PlacementColumn.applicant.rawValue, \.applicant, .text, whenEmpty: .refused,
        example: "A0123", "Who was placed"),
      Column(
        PlacementColumn.schools.rawValue, \.schools, .words, whenEmpty: .refused,
        example: "S017;S018", "The post's schools, the base first"),
      Column(
        PlacementColumn.cohort.rawValue, \.cohort, .text, whenEmpty: .refused,
        example: "Thailand 14", "The cohort"),
    ])
}

/// A row of the `placements.csv` of a plan of this year.
struct PlacementRow: Sendable {
  var applicant = 0
  var post = ""
  var schools: [Int] = []
  var cohort = 0
}

/// A row of the `placements.csv` of an earlier plan.
struct BaselineRow: Sendable {
  var applicant = ""
  var schools: [String] = []
  var cohort = ""
}
