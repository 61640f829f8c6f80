// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Programme
import ProgrammeFiles
import Testing
import Wording
import Workbooks

@testable import MusubiCommands

/// Workbooks of a Japanese reader.
@Suite struct JapaneseWorkbookTests {
  private let village = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/village").standardizedFileURL.path

  /// The titles and rows of a workbook's sheets, in their order.
  private func sheets(_ path: String) throws -> [(name: String, rows: [[String]])] {
    try Workbook(at: path).sheets.map { ($0.name, $0.rows.map(\.cells)) }
  }

  /// Three English words in a row, but for names of the village.
  private func leaks(_ cells: [String]) -> [String] {
    cells.filter {
      $0.replacing(/Synthetic [A-Za-z ]+|Village: every rule on a page/, with: "")
        .contains(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/)
    }
  }

  private func check(_ sheets: [(name: String, rows: [[String]])]) {
    for (name, rows) in sheets {
      #expect(!name.allSatisfy { $0.isASCII }, "\(name)")
      #expect(leaks(rows.flatMap { $0 }).isEmpty, "\(name): \(leaks(rows.flatMap { $0 }))")
      let titles = rows.first ?? []
      #expect(titles.allSatisfy { !$0.allSatisfy { $0.isASCII } }, "\(name): \(titles)")
      #expect(Set(titles).count == titles.count, "\(name): \(titles)")
    }
  }

  @Test(
    "plans have Japanese sheets, titles, words, countries and sentences",
    arguments: [
      ["dispatch", "--reserves", "1", "--stable"], ["training", "--dispatch"], ["returnees"],
      ["exchange", "--stable"],
    ])
  func plans(command: [String]) throws {
    let scratch = try Scratch()
    var options: [String] = []
    if command.last == "--dispatch" {
      #expect(run("dispatch", village, "-o", scratch("dispatch"), "--quiet").code == .done)
      options = ["--dispatch", scratch("dispatch")]
    }
    let made = run(
      [command[0], village, "-o", scratch("plan"), "--quiet"]
        + (options.isEmpty ? Array(command.dropFirst()) : options))
    #expect(made.code == .done, "\(made.errors)")
    let words = ["report", village, scratch("plan")] + options + ["-o"]
    for name in ["a.xlsx", "b.xlsx"] {
      #expect(run(words + [scratch(name)], language: .japanese).code == .done)
    }
    let manager = FileManager.default
    #expect(
      manager.contents(atPath: scratch("a.xlsx")) == manager.contents(atPath: scratch("b.xlsx")))
    let sheets = try sheets(scratch("a.xlsx"))
    #expect(sheets.first?.name == "概要" && sheets.last?.name == "列の説明")
    check(sheets)
    guard command[0] == "dispatch" else { return }
    let people = try #require(sheets.first { $0.name == "人物一覧" }).rows
    #expect(people[0].starts(with: ["応募者ID", "氏名", "フリガナ"]))
    let unplaced = try #require(sheets.first { $0.name == "未配置の応募者" }).rows
    #expect(unplaced[0].starts(with: ["応募者ID", "氏名", "フリガナ", "理由"]))
    for row in unplaced.dropFirst() {
      #expect(people.contains { $0.starts(with: row.prefix(3)) })
      #expect(row.last?.hasSuffix("。") == true, "\(row)")
    }
    let cohorts = try #require(sheets.first { $0.name == "派遣期一覧" }).rows
    #expect(cohorts.dropFirst().map { $0[1] } == ["ラオス", "タイ", "ベトナム"])
    // Days are days, however they are shown.
    #expect(cohorts.dropFirst().allSatisfy { Day(iso: $0[2]) != nil })
  }

  @Test("comparisons have Japanese sheets and titles")
  func comparison() throws {
    let scratch = try Scratch()
    let made = run(
      [
        "whatif", village, "--sweep", "countries.THA.max=2,3", "--prices", "--fragility", "2",
        "--quiet", "-o", scratch("a.xlsx"),
      ], language: .japanese)
    #expect(made.code == .done, "\(made.errors)")
    let sheets = try sheets(scratch("a.xlsx"))
    #expect(
      sheets.map(\.name) == ["シナリオの比較", "移動", "緩める価値のある制限", "配置の安定性", "列の説明"])
    for (name, rows) in sheets {
      let titles = rows.first ?? []
      #expect(titles.allSatisfy { !$0.allSatisfy { $0.isASCII } }, "\(name): \(titles)")
      #expect(Set(titles).count == titles.count, "\(name): \(titles)")
    }
    let explained = try #require(sheets.last).rows
    #expect(leaks(explained.flatMap { $0 }).isEmpty, "\(leaks(explained.flatMap { $0 }))")
  }

  @Test("a year's workbook is explained in Japanese, and reads back as the same files")
  func year() throws {
    let scratch = try Scratch()
    #expect(
      run(["convert", village, "-o", scratch("y.xlsx")], language: .japanese).code == .done)
    #expect(run("convert", scratch("y.xlsx"), "-o", scratch("year")).code == .done)
    for name in try scratch.names(in: "year") {
      #expect(
        try scratch.text(of: "year/" + name)
          == String(contentsOfFile: village + "/" + name, encoding: .utf8), "\(name)")
    }
    let sheets = try sheets(scratch("y.xlsx"))
    #expect(sheets.contains { $0.name == "applicants" })
    let explained = try #require(sheets.first { $0.name == "columns" }).rows
    // Examples are as they would stand in the year.
    let words = leaks(explained.flatMap { $0.prefix(8) })
    #expect(words.isEmpty, "\(words)")
    #expect(explained.first?.first == "シート")
  }
}
