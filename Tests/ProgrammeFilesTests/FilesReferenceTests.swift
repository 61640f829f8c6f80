// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing
import Wording

@testable import ProgrammeFiles

@Suite("docs/files.md")
struct FilesReferenceTests {
  /// Where the page lies in the sources.
  private var page: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/files.md"
  }

  /// With `MUSUBI_WRITE_DOCS=1` in the environment the page is written anew.
  @Test("says what the declarations say")
  func isCurrent() throws {
    let isAsked = unsafe getenv("MUSUBI_WRITE_DOCS") != nil
    if isAsked {
      guard let file = unsafe fopen(page, "w") else { throw ScratchFailure() }
      defer { unsafe fclose(file) }
      unsafe fputs(filesReference(), file)
    }
    let isCurrent = contents(page) == filesReference()
    #expect(isCurrent, "Run the tests with MUSUBI_WRITE_DOCS=1 to write the page anew.")
  }

  @Test("has examples that the columns take")
  func examplesAreRight() throws {
    let names = YearNames(
      countries: NameIndex(
        "country", in: "countries.csv", names: ["IDN", "PHL", "THA", "VNM"]),
      sites: NameIndex("site", in: "sites.csv", names: ["Kansai"]),
      cohorts: NameIndex("cohort", in: "cohorts.csv", names: ["Thailand 14"]),
      schools: NameIndex("school", in: "schools.csv", names: ["S017", "S018"]),
      applicants: NameIndex(
        "applicant", in: "applicants.csv", names: ["A0123", "A0124", "A0125"]),
      courses: NameIndex("course", in: "courses.csv", names: ["Teachers-12"]),
      delegations: NameIndex("delegation", in: "delegations.csv", names: ["D017"]),
      returnees: NameIndex("returnee", in: "returnees.csv", names: ["R0123"]),
      activities: NameIndex("activity", in: "activities.csv", names: ["E0042"]),
      exchangeSchools: NameIndex(
        "exchange school", in: "exchange_schools.csv", names: ["XA003", "XA017", "XA020", "XJ012"]),
      decadeLines: NameIndex("line", in: "decade_lines.csv", names: ["dispatch-THA"]))
    func check<Row>(_ schema: TableSchema<Row>) throws {
      for column in schema.columns {
        var row = schema.blank
        try column.read(column.facts.example, names, &row)
        #expect(column.write(row, names) == column.facts.example, "\(column.facts.name)")
      }
    }
    try check(Tables.countries)
    try check(Tables.cohorts)
    try check(Tables.schools)
    try check(Tables.posts)
    try check(Tables.applicants)
    try check(Tables.pins)
    try check(Tables.sites)
    try check(Tables.siteBookings)
    try check(Tables.courses)
    try check(Tables.delegations)
    try check(Tables.calendars)
    try check(Tables.returnees)
    try check(Tables.activities)
    try check(Tables.travel)
    try check(Tables.participations)
    try check(Tables.exchangeSchools)
    try check(Tables.exchangeTies)
    try check(Tables.partnerships)
    try check(Tables.placements)
    try check(Tables.delegates)
    try check(Tables.sessions)
    try check(Tables.rooms)
  }
}
