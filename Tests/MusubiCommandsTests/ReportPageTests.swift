// SPDX-License-Identifier: GPL-3.0-or-later
import Engine
import Foundation
import ProgrammeFiles
import Testing

@testable import MusubiCommands
@testable import Reports

@Suite struct ReportPageTests {
  /// A small year with a dispatch.
  private func planned() throws -> Scratch {
    let scratch = try Scratch()
    _ = run("init", scratch("year"))
    _ = run("dispatch", scratch("year"), "-o", scratch("plan"), "--quiet")
    return scratch
  }

  /// What the page's scripts read.
  private func data(of page: String) throws -> [String: Any] {
    let start = try #require(
      page.firstRange(of: "<script type=\"application/json\" id=\"data\">")?.upperBound)
    let end = try #require(page[start...].firstRange(of: "</script>")?.lowerBound)
    return try object(String(page[start..<end]))
  }

  private func stages(of page: String) throws -> [[String: Any]] {
    try #require(try data(of: page)["stages"] as? [[String: Any]])
  }

  private func table(_ name: String, of stage: [String: Any]) throws -> [String: Any] {
    let tables = try #require(stage["tables"] as? [[String: Any]])
    return try #require(tables.first { $0["name"] as? String == name })
  }

  @Test("a dispatch becomes a page with its figures and all its tables")
  func dispatch() throws {
    let scratch = try planned()
    let report = run("report", scratch("year"), scratch("plan"), "-o", scratch("plan.html"))
    #expect(report.code == .done)
    #expect(report.output == "Wrote the plan into \(scratch("plan.html")); it is valid.\n")
    let page = try scratch.text(of: "plan.html")
    let stage = try #require(try stages(of: page).first)
    #expect(stage["problem"] as? String == "dispatch")
    let facts = try #require(stage["facts"] as? [String: Any])
    let placements = try #require(try table("placements", of: stage)["rows"] as? [[Any]])
    #expect(!placements.isEmpty)
    #expect(facts["filled"] as? Int == placements.count)
    let cohorts = try #require(facts["cohorts"] as? [[String: Any]])
    #expect(cohorts.reduce(0) { $0 + ($1["filled"] as? Int ?? 0) } == placements.count)
    let posts = try #require(facts["posts"] as? [[String: Any]])
    #expect(posts.reduce(0) { $0 + ($1["partners"] as? Int ?? 0) } == placements.count)
    let wishes = try #require(facts["wishes"] as? [Int])
    #expect(wishes.reduce(facts["unnamed"] as? Int ?? 0, +) == placements.count)
    for file in try scratch.names(in: "plan") where file.hasSuffix(".csv") {
      let rows = try #require(
        try table(String(file.dropLast(4)), of: stage)["rows"] as? [[Any]])
      var faults = FaultList()
      let csv = try #require(
        readCSV(at: scratch("plan/" + file), named: file, faults: &faults))
      #expect(rows.count == csv.rowCount)
    }
    let verification = try #require(stage["verification"] as? [String: Any])
    #expect(verification["valid"] as? Bool == true)
  }

  @Test("equal plans give equal bytes; a page is replaced only when that is asked for")
  func bytes() throws {
    let scratch = try planned()
    let words = ["report", scratch("year"), scratch("plan"), "-o", scratch("plan.html")]
    #expect(run(words).code == .done)
    let first = try scratch.text(of: "plan.html")
    let refused = run(words)
    #expect(refused.code == .cannotWrite)
    #expect(refused.errors.contains("--force"))
    #expect(run(words + ["--force", "--format", "json"]).output.contains("\"valid\": true"))
    #expect(try scratch.text(of: "plan.html") == first)
    #expect(try scratch.names().filter { $0.hasPrefix("plan") } == ["plan", "plan.html"])
  }

  @Test("a name stays text, whatever it is")
  func hostile() throws {
    let scratch = try planned()
    let name = "<img src=x onerror=alert(1)></script><script>alert(2)</script>&lt;b&gt;"
    let line = try #require(
      try scratch.text(of: "year/applicants.csv").split(separator: "\n").dropFirst().first)
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    try scratch.edit(
      "year/applicants.csv", replacing: "\(cells[0]),\(cells[1]),", with: "\(cells[0]),\(name),")
    try scratch.edit(
      "year/programme.json5", replacing: "title: \"",
      with: "title: \"</title><script>alert(3)</script>")
    _ = run("dispatch", scratch("year"), "-o", scratch("plan"), "--quiet", "--force")
    #expect(
      run("report", scratch("year"), scratch("plan"), "-o", scratch("plan.html")).code == .done)
    let page = try scratch.text(of: "plan.html")
    #expect(!page.contains("<img src"))
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;"))
    let people = try table("people", of: try #require(try stages(of: page).first))
    let rows = try #require(people["rows"] as? [[Any]])
    #expect(rows.contains { $0[1] as? String == name })
  }

  @Test("a page loads nothing and runs no script but its own")
  func policy() throws {
    let scratch = try planned()
    _ = run(
      "report", scratch("year"), scratch("plan"), "-o", scratch("plan.html"), "--lang", "ja")
    let page = try scratch.text(of: "plan.html")
    #expect(page.contains("<html lang=\"ja\">"))
    #expect(try data(of: page)["language"] as? String == "ja")
    let start = try #require(page.firstRange(of: "content=\"default-src 'none'; ")?.upperBound)
    let policy = page[start...].prefix { $0 != "\"" }
    var rest = page[...]
    var scripts = 0
    while let begin = rest.firstRange(of: "<script>")?.upperBound,
      let end = rest[begin...].firstRange(of: "</script>")?.lowerBound
    {
      let digest = SHA256.base64(of: Array(rest[begin..<end].utf8))
      #expect(policy.contains("'sha256-\(digest)'"))
      scripts += 1
      rest = rest[end...]
    }
    #expect(scripts == PageAsset.scripts.count)
    #expect(!policy.contains("unsafe"))
    for asset in [.page, .style] + PageAsset.ownScripts {
      for loading in ["<link", "src=", "http:", "https:", "@import", "url("] {
        #expect(!asset.text.contains(loading), "\(asset.rawValue): \(loading)")
      }
    }
  }

  @Test("the plan of a year becomes one page with all its stages")
  func wholeYear() throws {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--delegations", "6", "--returnees",
      "20", "--activities", "12", "--exchange-schools", "6", scratch("year"))
    #expect(run("plan", scratch("year"), "-o", scratch("plan"), "--quiet").code == .done)
    let report = run("report", scratch("year"), scratch("plan"), "-o", scratch("plan.html"))
    #expect(report.code == .done, "\(report.errors)")
    let page = try scratch.text(of: "plan.html")
    let stages = try stages(of: page)
    let problems = stages.map { $0["problem"] as? String ?? "" }
    #expect(problems == ["dispatch", "training", "returnees", "exchange"])
    let without = try #require(try data(of: page)["without"] as? [[String: Any]])
    #expect(without.map { $0["problem"] as? String } == ["decade"])
    let training = try #require(stages[1]["facts"] as? [String: Any])
    let weeks = try #require(training["weeks"] as? [String])
    let sites = try #require(training["sites"] as? [[String: Any]])
    let sessions = try #require(try table("sessions", of: stages[1])["rows"] as? [[Any]])
    #expect(!sessions.isEmpty && !sites.isEmpty)
    for site in sites {
      let used = try #require(site["used"] as? [Int])
      #expect(used.count == weeks.count)
      // In its first week a session's people are all there.
      for session in sessions where session[1] as? String == site["site"] as? String {
        let start = try #require(session[2] as? String)
        let week = try #require(weeks.lastIndex { $0 <= start })
        #expect(used[week] >= session[4] as? Int ?? .max)
      }
    }
    let workbook = run("report", scratch("year"), scratch("plan"), "-o", scratch("plan.xlsx"))
    #expect(workbook.code == .usage)
    #expect(workbook.errors.contains("plan/dispatch"))
  }

  @Test("a comparison of scenarios is shown; something else in its place is refused")
  func comparison() throws {
    let scratch = try planned()
    let words = ["report", scratch("year"), scratch("plan"), "-o", scratch("plan.html")]
    let compared = run(
      "whatif", scratch("year"), "--sweep", "rules.companions.within_km=20,50", "--format", "json",
      "--quiet")
    try scratch.write(compared.output, to: "compared.json")
    try scratch.write("{problem: \"dispatch\"}\n", to: "other.json")
    let other = run(words + ["--whatif", scratch("other.json")])
    #expect(other.code == .badData)
    #expect(other.errors.contains("is no comparison of scenarios"))
    let missing = run(words + ["--whatif", scratch("missing.json")])
    #expect(missing.code == .inputMissing)
    #expect(try !scratch.names().contains("plan.html"))
    let report = run(words + ["--whatif", scratch("compared.json")])
    #expect(report.code == .done, "\(report.errors)")
    let comparisons = try #require(
      try data(of: try scratch.text(of: "plan.html"))["comparisons"] as? [[String: Any]])
    #expect((comparisons.first?["scenarios"] as? [Any])?.count == 2)
    #expect(comparisons.first?["seconds"] == nil)
  }

  @Test("explanations are shown with the rows that they are about")
  func explanations() throws {
    let scratch = try planned()
    let words = ["report", scratch("year"), scratch("plan"), "-o", scratch("plan.html")]
    let ask = ["explain", scratch("year"), scratch("plan"), "applicant"]
    try scratch.write(
      run(ask + ["A001", "A002", "--format", "json", "--quiet"]).output, to: "two.json")
    try scratch.write(run(ask + ["A003", "--format", "json", "--quiet"]).output, to: "one.json")
    try scratch.write("{subject: \"A001\"}\n", to: "other.json")
    let other = run(words + ["--explain", scratch("other.json")])
    #expect(other.code == .badData)
    #expect(other.errors.contains("is no explanation"))
    let report = run(
      words + ["--explain", scratch("two.json"), "--explain", scratch("one.json")])
    #expect(report.code == .done, "\(report.errors)")
    let shown = try #require(
      try data(of: try scratch.text(of: "plan.html"))["explanations"] as? [[String: Any]])
    #expect(shown.map { $0["subject"] as? String } == ["A001", "A002", "A003"])
  }

  @Test("options that do not go together are refused before anything is read")
  func refused() throws {
    let scratch = try Scratch()
    let words = ["report", scratch("year"), scratch("plan"), "-o"]
    for (further, said) in [
      ([scratch("plan.pdf")], "ends in .html"),
      ([scratch("plan.xlsx"), "--whatif", "compared.json"], "--whatif is for pages"),
      ([scratch("plan.html"), "--lang", "fr"], "must be en or ja"),
      (["/dev/stdout", "--format", "json"], "--format json"),
    ] {
      let run = run(words + further)
      #expect(run.code == .usage)
      #expect(run.errors.contains(said), "\(run.errors)")
    }
  }

  @Test("a plan that is not valid is shown and says so")
  func notValid() throws {
    let scratch = try planned()
    let placements = try scratch.text(of: "plan/placements.csv")
    let first = try #require(placements.split(separator: "\n").dropFirst().first)
    try scratch.edit("plan/placements.csv", replacing: String(first) + "\n", with: "")
    let report = run("report", scratch("year"), scratch("plan"), "-o", scratch("plan.html"))
    #expect(report.code == .notValid)
    #expect(report.output.hasSuffix("it is not valid, as its first section says.\n"))
    let stage = try #require(try stages(of: try scratch.text(of: "plan.html")).first)
    #expect((stage["verification"] as? [String: Any])?["valid"] as? Bool == false)
  }

  @Test("what plans say stands in the page in both languages")
  func sentences() throws {
    let scratch = try Scratch()
    let village = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../datasets/village").standardizedFileURL.path
    #expect(run("plan", village, "-o", scratch("plan"), "--quiet").code == .done)
    #expect(run("report", village, scratch("plan"), "-o", scratch("plan.html")).code == .done)
    let page = try scratch.text(of: "plan.html")
    let phrases = try #require(try data(of: page)["phrases"] as? [[String]])
    /// A cell in a language: 0 is English, 1 Japanese.
    func inWords(_ cell: Any, _ language: Int) -> String {
      guard let parts = cell as? [Any], let number = parts.first as? Int else {
        return cell as? String ?? ""
      }
      var text = phrases[number][language]
      for (index, value) in parts.enumerated().dropFirst() {
        text = text.replacing("{\(index)}", with: inWords(value, language))
      }
      return text
    }
    var told = 0
    for stage in try stages(of: page) {
      for table in try #require(stage["tables"] as? [[String: Any]]) {
        let columns = try #require(table["columns"] as? [[String: Any]])
        for (index, column) in columns.enumerated()
        where column["wording"] as? String == "sentence" {
          for row in try #require(table["rows"] as? [[Any]]) where row[index] as? String != "" {
            let (english, japanese) = (inWords(row[index], 0), inWords(row[index], 1))
            #expect(english.allSatisfy { $0.isASCII } && !english.isEmpty)
            #expect(japanese.contains(/[ぁ-ん一-龠]/), "\(english)")
            told += 1
          }
        }
      }
    }
    #expect(told > 20)
  }
}
