// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// What happened in years that are over.
  static let ledger = TableSchema(
    "ledger.csv", noun: "row", isRequired: false, hasIdentifiers: false,
    meaning: """
      What happened in years that are over, as `musubi plan` wrote it for the year after \
      (`docs/plan.md`).
      """,
    blank: LedgerRow(year: 0, entry: .hosted, id: ""),
    columns: [
      Column(
        "year", \.year, .integer(in: 1950...2150), whenEmpty: .refused, unit: "fiscal year",
        example: "2026", "When it happened; before the fiscal year that is planned"),
      Column(
        "entry", \.entry, .choice, whenEmpty: .refused, example: "hosted", "What happened"),
      Column(
        "id", \.id, .identifier(), whenEmpty: .refused, example: "S017",
        "The school, applicant, delegation or person, or two schools as `XJ012>XA003`; not only this year's"
      ),
      Column(
        "count", \.count, .integer(in: 1...100_000), whenEmpty: .means(1), unit: "people",
        example: "2",
        "Partners or teachers whom a school hosted, people of a delegation, or visits of two schools so far"
      ),
    ])
}
