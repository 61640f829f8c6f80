// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import ProgrammeFiles
import Testing
import Workbooks

@testable import MusubiCommands
@testable import Reports

@Suite struct ReportCommandTests {
  /// A small year with a dispatch.
  private func planned() throws -> Scratch {
    let scratch = try Scratch()
    _ = run("init", scratch("year"))
    _ = run("dispatch", scratch("year"), "-o", scratch("dispatch"))
    return scratch
  }

  /// A year of everything.
  private func wholeYear() throws -> Scratch {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--delegations", "6", "--returnees",
      "20", "--activities", "12", "--exchange-schools", "6", scratch("year"))
    try scratch.write(
      """
      line,name,kind,unit,min,max,cost_jpy,taught,trust
      partners,Partners,dispatch,partner,0,20,2000000,286,5

      """, to: "year/decade_lines.csv")
    try scratch.write(
      "year,budget_jpy\n2025,40000000\n2026,40000000\n", to: "year/decade_years.csv")
    try scratch.write(
      "year,line,units,reached,cost_jpy\n2025,partners,10,3000,21000000\n",
      to: "year/decade_actuals.csv")
    let settings = try scratch.text(of: "year/programme.json5")
    let end = try #require(settings.lastIndex(of: "}"))
    try scratch.write(
      settings[..<end] + "  decade: {target: 8000, aims: {trust: 100}},\n}\n",
      to: "year/programme.json5")
    return scratch
  }

  /// The titles and rows of a workbook's sheets by their names.
  private func sheets(_ path: String) throws -> [String: [[String]]] {
    Dictionary(
      uniqueKeysWithValues: try Workbook(at: path).sheets.map { ($0.name, $0.rows.map(\.cells)) })
  }

  @Test("a dispatch becomes sheets of placements, people, schools and cohorts")
  func dispatch() throws {
    let scratch = try planned()
    let (year, plan) = (scratch("year"), scratch("dispatch"))
    let report = run("report", year, plan, "-o", scratch("plan.xlsx"))
    #expect(report.code == .done)
    #expect(report.output == "Wrote the plan into \(scratch("plan.xlsx")); it is valid.\n")
    let sheets = try sheets(scratch("plan.xlsx"))
    #expect(
      Set(sheets.keys).isSuperset(of: [
        "overview", "placements", "people", "schools", "cohorts", "columns",
      ]))
    let people = try #require(sheets["people"]).dropFirst()
    #expect(people.map { $0[0] } == ["A001", "A002", "A003", "A004"])
    let placed = try #require(sheets["placements"]).dropFirst()
    #expect(people.count { $0[5] == "placed" } == placed.count && !placed.isEmpty)
    #expect(people.filter { $0[5] == "not placed" }.allSatisfy { !($0.last ?? "").isEmpty })
    #expect(
      try #require(sheets["schools"]).dropFirst().map { Int($0[5]) ?? 0 }.reduce(0, +)
        >= placed.count)
    #expect(try #require(sheets["cohorts"]).dropFirst().map { $0[5] } == ["\(placed.count)"])
    #expect(
      try #require(sheets["overview"]).contains { $0.count > 1 && $0[1].contains("is valid") })
    #expect(run("report", year, plan, "-o", scratch("plan.xlsx")).code == .cannotWrite)
    _ = run("report", year, plan, "-o", scratch("again.xlsx"), "--quiet")
    let manager = FileManager.default
    #expect(
      manager.contents(atPath: scratch("again.xlsx"))
        == manager.contents(atPath: scratch("plan.xlsx")))
  }

  @Test("every column of every plan is explained")
  func explained() throws {
    let scratch = try wholeYear()
    let year = scratch("year")
    let plans: [(name: String, command: [String], checked: [String])] = [
      ("dispatch", ["dispatch", "--reserves", "1", "--stable"], []),
      ("training", ["training"], []), ("returnees", ["returnees"], []),
      ("exchange", ["exchange", "--stable"], []), ("decade", ["decade"], []),
      (
        "replanned", ["replan", "--baseline", scratch("dispatch"), "--curve", "1"], []
      ),
    ]
    var files: Set<String> = []
    for plan in plans {
      let made = run(plan.command + [year, "-o", scratch(plan.name), "--quiet"])
      #expect(made.code == .done, "\(plan.name): \(made.errors)")
      let workbook = scratch(plan.name + ".xlsx")
      let report = run(["report", year, scratch(plan.name), "-o", workbook] + plan.checked)
      #expect(report.code == .done, "\(plan.name): \(report.errors)")
      let sheets = try sheets(workbook)
      for file in try scratch.names(in: plan.name) where file.hasSuffix(".csv") {
        files.insert(file)
        var faults = FaultList()
        let table = try #require(
          readCSV(at: scratch(plan.name + "/" + file), named: file, faults: &faults))
        let known = try #require(PlanTable.all.first { $0.file == file }, "\(file)")
        for name in table.header {
          #expect(known.column(name).note != nil, "\(file), \(name)")
        }
        let rows = try #require(sheets[known.title], "\(file)")
        #expect(rows.first == table.header)
        #expect(rows.count == table.rowCount + 1)
      }
    }
    #expect(files == Set(PlanTable.all.map(\.file)))
  }

  @Test("a plan that is not valid is written and says so")
  func notValid() throws {
    let scratch = try planned()
    let placements = try scratch.text(of: "dispatch/placements.csv")
    let first = try #require(placements.split(separator: "\n").dropFirst().first)
    try scratch.edit(
      "dispatch/placements.csv", replacing: String(first) + "\n",
      with: "")
    let report = run("report", scratch("year"), scratch("dispatch"), "-o", scratch("plan.xlsx"))
    #expect(report.code == .notValid)
    #expect(report.output.hasSuffix("it is not valid, as its first sheet says.\n"))
    #expect(
      try #require(try sheets(scratch("plan.xlsx"))["overview"]).contains {
        $0.count > 1 && $0[1].contains("not valid")
      })
  }

  @Test("other endings and missing plans are refused")
  func refused() throws {
    let scratch = try planned()
    let other = run("report", scratch("year"), scratch("dispatch"), "-o", scratch("plan.ods"))
    #expect(other.code == .usage)
    #expect(other.errors.contains("ends in .html") && other.errors.contains("ends in .xlsx"))
    #expect(
      run("report", scratch("year"), scratch("none"), "-o", scratch("p.xlsx")).code
        == .inputMissing)
    #expect(try !scratch.names().contains("p.xlsx"))
  }
}
