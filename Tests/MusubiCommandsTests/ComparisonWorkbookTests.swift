// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Programme
import ProgrammeFiles
import Testing
import Workbooks

@testable import MusubiCommands

@Suite struct ComparisonWorkbookTests {
  private let village = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/village").standardizedFileURL.path

  @Test("a comparison is a workbook of the tables of its folder, with differences")
  func wholeWorkbook() throws {
    let scratch = try Scratch()
    let words = [
      "whatif", village, "--sweep", "countries.THA.max=2,3", "--prices", "--fragility", "3",
      "--quiet",
    ]
    #expect(run(words + ["-o", scratch("folder")]).code == .done)
    #expect(run(words + ["-o", scratch("a.xlsx")]).code == .done)
    #expect(run(words + ["-o", scratch("b.xlsx")]).code == .done)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: scratch("a.xlsx")))
        == Data(contentsOf: URL(fileURLWithPath: scratch("b.xlsx"))))
    let sheets = try sheets(of: scratch("a.xlsx"))
    #expect(
      Set(sheets.keys) == ["scenarios", "moves", "prices", "fragility", "columns"])
    for name in ["moves", "prices", "fragility"] {
      let table = try rows(scratch.text(of: "folder/\(name).csv"))
      let sheet = try #require(sheets[name])
      #expect(sheet.count == table.count)
      #expect(sheet.first == table.first)
      for (row, other) in zip(sheet, table) {
        #expect(row.map { $0 } == other, "\(name)")
      }
    }
    let scenarios = try #require(sheets["scenarios"])
    let table = try rows(scratch.text(of: "folder/scenarios.csv"))
    #expect(scenarios.count == table.count)
    let titles = scenarios[0]
    for (column, title) in table[0].enumerated() where title != "status" && title != "moves" {
      let place = try #require(titles.firstIndex(of: title))
      #expect(scenarios.map { $0[place] } == table.map { $0[column] }, "\(title)")
      guard title != "scenario" else { continue }
      #expect(titles[place + 1] == title + "_difference")
      #expect(scenarios[1][place + 1] == "")
      for (row, cells) in scenarios.enumerated().dropFirst(2) {
        let difference = try #require(Int(table[row][column])) - #require(Int(table[1][column]))
        #expect(cells[place + 1] == String(difference))
      }
    }
    let moves = try #require(titles.firstIndex(of: "moves"))
    #expect(scenarios.dropFirst(2).map { $0[moves] } == table.dropFirst(2).map { $0.last })
    // Every column but those of explanations is explained.
    let explained = try #require(sheets["columns"]).dropFirst()
    for (name, sheet) in sheets where name != "columns" {
      for title in sheet[0] {
        #expect(
          explained.contains { $0[0] == name && $0[1] == title && !$0[2].isEmpty },
          "\(name) \(title)")
      }
    }
  }

  @Test(
    "comparisons of every problem become workbooks",
    arguments: [
      ("training", "sites.urawa.beds=10,11"), ("returnees", "activities.E01.seats_max=1,2"),
      ("exchange", "exchange.rules.size.max_ratio=2,3"),
    ])
  func problems(problem: String, sweep: String) throws {
    let scratch = try Scratch()
    let made = run(
      "whatif", village, "--problem", problem, "--sweep", sweep, "--quiet", "-o", scratch("a.xlsx"))
    #expect([.done, .stoppedWithPlan, .infeasible].contains(made.code), "\(made.errors)")
    let sheets = try sheets(of: scratch("a.xlsx"))
    #expect(Set(sheets.keys) == ["scenarios", "moves", "columns"])
    #expect(sheets["scenarios"]?.count == 4)
  }

  @Test("an older workbook is replaced by force only, and no part is a workbook")
  func refusals() throws {
    let scratch = try Scratch()
    let words = ["whatif", village, "--sweep", "countries.THA.max=2", "--quiet"]
    try scratch.write("older", to: "a.xlsx")
    #expect(run(words + ["-o", scratch("a.xlsx")]).code == .cannotWrite)
    #expect(try scratch.text(of: "a.xlsx") == "older")
    #expect(run(words + ["-o", scratch("a.xlsx"), "--force"]).code == .done)
    let part = run(words + ["-o", scratch("p.xlsx"), "--shard", "1/2"])
    #expect(part.code == .usage)
    #expect(part.errors.contains("--shard needs --output, a folder for the part"))
    let missing = run("check", scratch("nothing.xlsx"))
    #expect(missing.code == .inputMissing)
    #expect(missing.output.contains("the workbook is missing"))
    #expect(run("check", scratch("nothing")).output.contains("the folder is missing"))
  }

  /// The cells of every sheet as text, by name.
  private func sheets(of path: String) throws -> [String: [[String]]] {
    Dictionary(
      uniqueKeysWithValues: try Workbook(at: path).sheets.map { sheet in
        let width = sheet.rows.first?.cells.count ?? 0
        return (
          sheet.name,
          sheet.rows.map { $0.cells + Array(repeating: "", count: width - $0.cells.count) }
        )
      })
  }

  private func rows(_ text: String) throws -> [[String]] {
    var faults = FaultList()
    let decoded = try #require(decodeText(Array(text.utf8), named: "t", faults: &faults))
    let table = try #require(parseCSV(decoded, faults: &faults))
    return [table.header]
      + (0..<table.rowCount).map { row in
        table.header.indices.map { table.cell(row: row, column: $0) }
      }
  }
}
