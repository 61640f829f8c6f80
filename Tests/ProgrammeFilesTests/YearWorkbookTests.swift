// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Workbooks
import YearGenerator

@testable import ProgrammeFiles

@Suite("A year in a workbook")
struct YearWorkbookTests {
  /// Reads sheets as a year; those without titles hold the settings.
  private func reading(_ sheets: [SheetDraft]) throws -> YearReading {
    let scratch = try ScratchFolder()
    let path = try scratch.write(try workbookBytes(sheets, title: "t"), to: "year.xlsx")
    return readProgrammeYear(at: path)
  }

  /// The sheets of the year to start from, as plain text.
  private func sheets() throws -> [SheetDraft] {
    try programmeFiles(of: starterYear()).map { file in
      let name = String(file.name.prefix { $0 != "." })
      guard file.name.hasSuffix(".csv") else {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
        return SheetDraft(
          name, columns: [WorkbookColumn("")], rows: lines.map { [.text(String($0))] },
          hasTitles: false)
      }
      var faults = FaultList()
      let text = try #require(decodeText(file.bytes, named: file.name, faults: &faults))
      let table = try #require(parseCSV(text, faults: &faults))
      return SheetDraft(
        name, columns: table.header.map { WorkbookColumn($0) },
        rows: (0..<table.rowCount).map { row in
          table.header.indices.map { .text(table.cell(row: row, column: $0)) }
        })
    }
  }

  @Test("is the same year with the same digest, and comes back as the same files")
  func same() throws {
    let years = [
      starterYear(), generateYear(applicants: 80, schools: 40, seed: 5, delegations: 20),
    ]
    for year in years {
      let files = programmeFiles(of: year)
      let scratch = try ScratchFolder()
      try writeProgrammeYear(year, to: scratch.path + "/year")
      let bytes = try yearWorkbook(of: files)
      #expect(try yearWorkbook(of: files) == bytes)
      let path = try scratch.write(bytes, to: "year.xlsx")
      let (folder, workbook) = (
        readProgrammeYear(at: scratch.path + "/year"), readProgrammeYear(at: path)
      )
      let isSame = workbook.year == folder.year
      #expect(isSame && workbook.year != nil)
      #expect(workbook.digest == folder.digest)
      #expect(workbook.faultList.isEmpty)
      var faults = FaultList()
      let back = try #require(YearFiles(at: path, faults: &faults))
      #expect(back.files == files)
      #expect(back.isFromWorkbook && back.others.isEmpty && faults.isEmpty)
    }
  }

  @Test("keeps columns that Musubi does not know")
  func unknownColumns() throws {
    let scratch = try ScratchFolder()
    let files = programmeFiles(of: starterYear()).map { file in
      guard file.name == "schools.csv" else { return file }
      var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(
        String.init)
      for index in lines.indices { lines[index] += index == 0 ? ",phone" : ",=0\(index)" }
      return TextFile(name: file.name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    let path = try scratch.write(try yearWorkbook(of: files), to: "year.xlsx")
    var faults = FaultList()
    #expect(YearFiles(at: path, faults: &faults)?.files == files)
    let notices = readProgrammeYear(at: path).faultList.lines
    #expect(notices.count == 1 && notices[0].hasPrefix("sheet schools, "))
  }

  @Test("faults name the sheet and the row")
  func faults() throws {
    var sheets = try sheets()
    let applicants = try #require(sheets.firstIndex { $0.name == "applicants" })
    let birth = try #require(sheets[applicants].columns.firstIndex { $0.title == "birth_date" })
    sheets[applicants].rows[1][0] = .text("two\nlines")
    sheets[applicants].rows[2][birth] = .text("1998-17-21")
    let lines = try reading(sheets).faultList.lines
    #expect(lines.contains { $0.hasPrefix("sheet applicants, line 3, column applicant: ") })
    #expect(
      lines.contains { $0.hasPrefix("sheet applicants, line 4, column birth_date: \"1998-17-21\"") }
    )
  }

  @Test("sheets that are missing, misnamed, empty or of something else are told")
  func missing() throws {
    var sheets = try sheets()
    sheets.removeAll { $0.name == "countries" }
    for index in sheets.indices where sheets[index].name == "schools" {
      sheets[index].name = "School"
    }
    for index in sheets.indices where sheets[index].name == "cohorts" {
      sheets[index].columns = []
      sheets[index].rows = []
    }
    sheets.append(SheetDraft("Remarks", columns: [WorkbookColumn("a")], rows: []))
    let lines = try reading(sheets).faultList.lines
    #expect(
      lines.filter { !$0.contains("names no") } == [
        "sheet Remarks: the sheet is none of Musubi's tables and is not read.",
        "sheet School: the sheet is none of Musubi's tables and is not read. Did you mean schools?",
        "sheet cohorts: the sheet is empty; expected a first row with the columns' names.",
        "sheet countries: the sheet is missing. `musubi init --xlsx` writes a workbook with every "
          + "sheet.",
        "sheet schools: the sheet is missing. Is it the sheet School?",
      ])
  }

  @Test("settings beside their column are refused")
  func secondColumn() throws {
    var sheets = try sheets()
    let settings = try #require(sheets.firstIndex { $0.name == "programme" })
    sheets[settings].columns.append(WorkbookColumn(""))
    sheets[settings].rows[2].append(.text("here"))
    #expect(
      try reading(sheets).faultList.lines == [
        "sheet programme, line 3: \"here\" stands in another column than the first; expected "
          + "settings in the first column only."
      ])
  }
}
