// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing
import Wording

@testable import MusubiCommands

/// What is said follows the reader's language; what is written does not.
@Suite("Languages")
struct LanguageTests {
  @Test("the command line's language comes before the locale's")
  func choice() {
    let japanese = "musubi check: オプション「--lng」はありません。「--lang」ではありませんか？\n"
    for words in [["check", "x", "--lang", "ja", "--lng"], ["check", "x", "--lng", "--lang=ja"]] {
      #expect(run(words).errors.hasPrefix(japanese))
    }
    #expect(run(["--lang", "ja", "check", "x", "--lng"]).errors.hasPrefix(japanese))
    #expect(run(["check", "x", "--lng"], language: .japanese).errors.hasPrefix(japanese))
    let english = run(["check", "x", "--lng", "--lang", "en"], language: .japanese)
    #expect(english.errors.hasPrefix("musubi check: there is no option --lng; did you mean"))
    #expect(
      run(["--lang", "fr", "check"]).errors.hasPrefix("musubi: --lang is \"fr\"; it must be"))
    #expect(run(["--lang"]).errors.hasPrefix("musubi: --lang needs a value: --lang en|ja."))
    // What stands behind "--" is no option.
    #expect(run(["check", "--lng", "--", "--lang", "ja"]).errors.contains("there is no option"))
  }

  @Test("usage is explained in Japanese")
  func usage() {
    let bare = run([], language: .japanese)
    #expect(bare.code == .usage)
    #expect(bare.errors.contains("コマンド：") && bare.errors.contains("終了コード："))
    #expect(
      run(["chek", "--lang", "ja"]).errors.hasPrefix(
        "musubi: コマンド「chek」はありません。「check」ではありませんか？\n使い方：musubi COMMAND [オプション]\n"))
    #expect(
      run(["generate", "x", "--format=xml", "--lang", "ja"]).errors.hasPrefix("musubi generate: "))
    #expect(
      run(["check", "x", "--format", "xml", "--lang", "ja"]).errors.hasPrefix(
        "musubi check: --format の値は「xml」ですが、textまたはjsonを指定してください。\n"))
  }

  @Test("every help text fits the terminal", arguments: commands.map { $0.name })
  func help(name: String) {
    let help = run([name, "--help"], language: .japanese).output
    #expect(help.contains("使い方：musubi \(name)"))
    for line in help.split(separator: "\n") {
      let width = line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      #expect(width <= 84, "\(line)")
      let start = line.drop { $0 == " " }.first ?? " "
      #expect(!"、。，）」".contains(start), "\(line)")
    }
    #expect(leaks(in: help).isEmpty, "\(leaks(in: help))")
  }

  @Test("pages of the manual follow the language, and are made in English where installed")
  func manual() {
    #expect(run(["man", "check", "--lang", "ja"]).output.contains(".SH 書式"))
    #expect(run(["man", "check"], language: .english).output.contains(".SH SYNOPSIS"))
  }

  @Test("what is written is the same in both languages")
  func files() throws {
    let scratch = try village()
    var written: [Language: [String: String]] = [:]
    for language in Language.allCases {
      func command(_ words: String...) -> Run {
        run(
          words.map { $0.hasPrefix("@") ? scratch(String($0.dropFirst())) : $0 } + ["--quiet"],
          language: language)
      }
      for made in [
        command("plan", "@year", "-o", "@out/plan"),
        command("dispatch", "@year", "-o", "@out/dispatch", "--reserves", "2"),
        command("dispatch", "@year", "-o", "@out/stable", "--stable"),
        command("whatif", "@year", "-o", "@out/whatif", "--sweep", "countries.THA.max=3,5"),
        command(
          "replan", "@year", "--baseline", "@out/dispatch", "-o", "@out/replan", "--withdraw",
          "A03"),
        command("export", "@year", "-o", "@out/filled.lp", "--as", "lp", "--tier", "filled"),
        command(
          "whatif", "@year", "-o", "@out/part", "--sweep", "countries.THA.max=3,5", "--prices",
          "--fragility", "3", "--shard", "1/2"),
        command(
          "whatif", "@year", "-o", "@out/training", "--problem", "training", "--dispatch",
          "@out/dispatch", "--sweep", "sites.kansai.beds=8,12", "--prices", "--shard", "1/2"),
      ] {
        #expect(made.code == .done, "\(made.errors)")
      }
      // Stages that are not planned again are told from their records.
      let again = command("plan", "@year", "-o", "@out/plan")
      #expect(again.output.contains(language == .japanese ? "人を配置" : "places filled"))
      var files: [String: String] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: scratch("out"))
      where name.dropFirst().contains(".") {
        files[name] = try scratch.text(of: "out/" + name)
      }
      try FileManager.default.removeItem(atPath: scratch("out"))
      written[language] = files
    }
    let (english, japanese) = (written[.english] ?? [:], written[.japanese] ?? [:])
    #expect(english.count > 40 && english.keys.sorted() == japanese.keys.sorted())
    for (name, text) in english { #expect(text == japanese[name], "\(name)") }
  }

  @Test("parts that were made in either language say together what one run says")
  func merged() throws {
    let scratch = try village()
    #expect(run(["dispatch", scratch("year"), "-o", scratch("dispatch"), "--quiet"]).code == .done)
    let question = [
      "whatif", scratch("year"), "--problem", "training", "--dispatch", scratch("dispatch"),
      "--sweep", "sites.kansai.beds=8,12", "--prices", "--quiet",
    ]
    let asked: [(number: Int, language: Language)] = [(1, .english), (2, .japanese)]
    for (number, language) in asked {
      let words = ["--shard", "\(number)/2", "-o", scratch("part-\(number)")]
      #expect(run(question + words, language: language).code == .done)
    }
    for language in Language.allCases {
      for format in ["text", "json"] {
        let merging = ["whatif", "--merge", scratch("part-1"), scratch("part-2")]
        let merged = run(merging + ["--format", format], language: language)
        let whole = run(question + ["--format", format], language: language)
        #expect(merged.code == .done, "\(merged.errors)")
        #expect(untimed(merged.output) == untimed(whole.output))
        if format == "text" {
          #expect(merged.output.contains("現状") == (language == .japanese))
          #expect(merged.output.contains("→"))
        }
      }
    }
  }

  /// An output without how long it took, which merging does not say.
  private func untimed(_ output: String) -> String {
    output.split(separator: "\n").filter { line in
      !line.contains("Took") && !line.contains("所要時間") && !line.contains("\"seconds\"")
    }.joined(separator: "\n").replacing(/,\n *\}$/, with: "\n}")
  }

  /// The village with lines of ten years over three years.
  private func village() throws -> Scratch {
    let scratch = try Scratch()
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    try FileManager.default.copyItem(
      atPath: tests.appendingPathComponent("../../datasets/village").standardizedFileURL.path,
      toPath: scratch("year"))
    try scratch.write(
      """
      line,kind,country,unit,counts,min,max,cost_jpy,taught,met,audience,trust,later
      laos,dispatch,LAO,partner,partners,0,20,2000000,100,10,0,5,2
      teachers,training,,person,teachers,0,30,500000,0,2,0,3,40
      activities,returnees,,activity,activities,0,30,40000,0,40,0,1,
      concerts,music,,event,,0,5,5000000,0,0,2212,2,

      """, to: "year/decade_lines.csv")
    try scratch.write(
      "year,budget_jpy\n2025,60000000\n2026,60000000\n2027,60000000\n",
      to: "year/decade_years.csv")
    let settings = try scratch.text(of: "year/programme.json5")
    let end = try #require(settings.lastIndex(of: "}"))
    try scratch.write(
      settings[..<end] + "  decade: {target: 30000, aims: {trust: 50}},\n}\n",
      to: "year/programme.json5")
    return scratch
  }

  @Test("what commands say of the village has no English left")
  func outputs() throws {
    let scratch = try village()
    func japanese(_ words: String...) -> Run {
      run(
        words.map { $0.hasPrefix("@") ? scratch(String($0.dropFirst())) : $0 },
        language: .japanese)
    }
    let runs = [
      japanese("check", "@year"),
      japanese("plan", "@year", "-o", "@plan", "--store", "@runs"),
      japanese("verify", "@year", "@plan"),
      japanese("report", "@year", "@plan", "-o", "@plan.html"),
      japanese("dispatch", "@year", "-o", "@dispatch", "--reserves", "2", "--alternatives", "1"),
      japanese("dispatch", "@year", "-o", "@dispatch"),
      japanese("explain", "@year", "@plan/returnees", "returnee", "R01"),
      japanese("explain", "@year", "@plan/exchange", "school", "XA1"),
      japanese("explain", "@year", "@plan/decade", "line", "laos"),
      japanese("history", "list", "@runs"), japanese("history", "show", "@runs", "1"),
      japanese("history", "show", "@runs", "7"), japanese("init", "@first"),
      japanese("convert", "@year", "-o", "@year.xlsx"), japanese("verify", "@year", "@nowhere"),
      japanese(
        "whatif", "@year", "--sweep", "countries.THA.max=3,5", "--prices", "--fragility", "3"),
      japanese(
        "whatif", "@year", "--problem", "training", "--dispatch", "@dispatch", "--sweep",
        "sites.kansai.beds=8,12", "--prices"),
      japanese(
        "whatif", "@year", "--problem", "returnees", "--sweep",
        "returnees.rules.load.per_quarter=1,2", "--prices"),
      japanese(
        "whatif", "@year", "--problem", "exchange", "--sweep", "exchange.rules.size.max_ratio=1,2",
        "--prices"),
      japanese(
        "whatif", "@year", "--problem", "decade", "--sweep", "decade_lines.laos.max=5,30",
        "--prices"),
      japanese("whatif", "--merge", "@year", "@nowhere"),
      japanese("history", "list", "@year/programme.json5"),
      japanese("check", "@plan.html"), japanese("init", "@plan.html/year"),
      japanese("dispatch", "@year", "-o", "@plan.html/plan"),
    ]
    for (number, run) in runs.enumerated() {
      let lines = leaks(in: run.output + run.errors).filter { line in
        !line.contains("every rule on a page")  // the year's title
      }
      #expect(lines.isEmpty, "\(number): \(lines.joined(separator: "\n"))")
    }
  }

  @Test(
    "what a matching file has amiss is said in Japanese",
    arguments: [
      ("dimacs-asn", "p asn 2 1\nn 1\na 2 2 5\n", "3行目：「2」は正しくありません。正しい書き方：n の行にある始点。"),
      ("dimacs-asn", "p asn x\n", "1行目：「x」は正しくありません。正しい書き方：ノードの数（0から1073741824まで）。"),
      ("dimacs-min", "c\n", "内容が正しくありません。正しい書き方：「p min ノード数 アーク数」の行。"),
      ("orlib-gap", "", "1行目：必要な内容がありません。正しい書き方：問題数または担当者数。"),
      ("hrc", "r 1 (5\np 5 1 1\n", "1行目：必要な内容がありません。正しい書き方：閉じ括弧。"),
    ])
  func matchingFiles(format: String, text: String, problem: String) throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "file")
    let refused = run(
      ["match", scratch("file"), "--input-format", format], language: .japanese)
    #expect(refused.code == .badData)
    #expect(refused.errors.hasSuffix(problem + "\n"), "\(refused.errors)")
  }

  @Test("what the system refuses is said in Japanese")
  func systemErrors() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "file")
    let inside = run(
      ["generate", scratch("file/a/year"), "--applicants", "5", "--schools", "5"],
      language: .japanese)
    #expect(inside.errors.contains("フォルダーではありません"), "\(inside.errors)")
    let rare: Int32 = 84  // EILSEQ, which no planner meets
    #expect(
      SystemError(rare).words(in: .japanese).hasPrefix("OS のエラー："))
    #expect(SystemError(13).words(in: .english) == "Permission denied")
    #expect(SystemError(13, isInSentence: true).words(in: .english) == "permission denied")
    #expect(SystemError(13).words(in: .japanese) == "アクセスが許可されていません")
  }

  /// Three English words in a row, but for commands to type and names of files.
  private func leaks(in text: String) -> [Substring] {
    text.split(separator: "\n").filter { line in
      line.replacing(/"?musubi [a-z]+( [A-Za-z.\/-]+)*"?/, with: "")
        .replacing(/"[a-z]+ [a-z -]+"/, with: "")
        .contains(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/)
    }
  }
}
