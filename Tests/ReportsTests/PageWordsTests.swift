// SPDX-License-Identifier: GPL-3.0-or-later
import Engine
import Foundation
import Programme
import ProgrammeFiles
import Testing
import Wording
import Workbooks

@testable import Reports

@Suite struct PageWordsTests {
  private func words() throws -> [String: [String]] {
    let object = try JSONSerialization.jsonObject(with: Data(PageAsset.words.bytes))
    return try #require(object as? [String: [String]])
  }

  @Test("both languages say everything, with the same places to fill in")
  func languages() throws {
    for (key, texts) in try words() {
      #expect(texts.count == 2, "\(key)")
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(key)")
      let places = texts.map { text in
        Set(text.matches(of: /\{\w+\}|_[A-Z]+_/).map { String(text[$0.range]) })
      }
      #expect(places.first == places.last, "\(key)")
    }
  }

  @Test("every text that the scripts and the page ask for is there")
  func used() throws {
    let words = try words()
    var asked: Set<String> = []
    for script in PageAsset.ownScripts.map(\.text) {
      for match in script.matches(of: /say\(\s*"([\w.\-]+)"/) { asked.insert(String(match.1)) }
      // What is chosen from two, such as say(one ? "a.b" : "a.c").
      for match in script.matches(of: /[?:] "([a-z]+\.[A-Za-z]+)"/) {
        asked.insert(String(match.1))
      }
    }
    for match in PageAsset.page.text.matches(of: /data-(?:words|label)="([\w.]+)"/) {
      asked.insert(String(match.1))
    }
    #expect(asked.count > 100)
    for key in asked { #expect(words[key] != nil, "\(key)") }
  }

  @Test("every table, column, goal and rule of every plan has its words")
  func vocabulary() throws {
    let words = try words()
    var keys: [String] = []
    for table in PlanTable.all {
      keys += ["table.\(table.title)", "meaning.\(table.title)"]
      keys += table.columns.map { "column.\($0.title)" }
    }
    keys += ["people", "schools", "cohorts"].map { "table.\($0)" }
    keys += [
      "outcome", "track", "why_not", "partners", "names", "places", "filled", "filled_percent",
      "dispatch_start", "dispatch_end", "prefecture",
    ].map { "column.\($0)" }
    keys += PlanProblem.allCases.flatMap { ["problem.\($0.rawValue)", "lead.\($0.rawValue)"] }
    keys += Goal.allCases.map { "goal.\($0.rawValue)" }
    keys += TrainingGoal.allCases.map { "goal.\($0.rawValue)" }
    keys += ReturneeGoal.allCases.map { "goal.\($0.rawValue)" }
    keys += ExchangeGoal.allCases.map { "goal.\($0.rawValue)" }
    keys += DecadeGoal.allCases.map { "goal.\($0.rawValue)" }
    keys += Rule.allCases.map { "rule.\($0.rawValue)" }
    keys += TrainingRule.allCases.map { "rule.\($0.rawValue)" }
    keys += ReturneeRule.allCases.map { "rule.\($0.rawValue)" }
    keys += ExchangeRule.allCases.map { "rule.\($0.rawValue)" }
    keys += DecadeRule.allCases.map { "rule.\($0.rawValue)" }
    keys += Criterion.allCases.map { "column.\($0.rawValue)" }
    keys += Aim.allCases.map { "aim.\($0.rawValue)" }
    keys += DecadeKind.allCases.map { "value.\($0.rawValue)" }
    keys += UnplacedReason.Kind.allCases.map { "value.\($0.rawValue)" }
    keys += PlanProblem.allCases.flatMap { $0.compared.figures.map { "figure.\($0.member)" } }
    for key in keys { #expect(words[key] != nil, "\(key)") }
  }

  @Test("the libraries and the map are those whose digests are written down")
  func digests() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CReportAssets/Vendored")
    let sums = try String(
      contentsOf: folder.appendingPathComponent("SHA256SUMS"), encoding: .utf8)
    var known: [String: String] = [:]
    for line in sums.split(separator: "\n") {
      let parts = line.split(separator: " ")
      known[String(parts[1])] = String(parts[0])
    }
    let vendored: [PageAsset] = [
      .jquery, .dataTables, .d3, .countries, .jqueryLicence, .dataTablesLicence, .d3Licence,
    ]
    for asset in vendored {
      #expect(SHA256.hexadecimal(of: asset.bytes) == known[asset.rawValue], "\(asset.rawValue)")
    }
    #expect(SHA256.base64(of: []) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test("no text can end the element that it stands in")
  func escaped() {
    let hostile = "</script><b title=\"'\">&"
    #expect(escapedForHTML(hostile) == "&lt;/script&gt;&lt;b title=&quot;&#39;&quot;&gt;&amp;")
    let page = String(
      decoding: pageBytes(
        title: hostile, language: .japanese, data: .object([hostile: .string(hostile)])),
      as: UTF8.self)
    #expect(!page.contains(hostile))
    #expect(page.contains(#""\u003c/script>\u003cb title=\"'\">&""#))
    #expect(!page.contains("{{"))
  }
}
