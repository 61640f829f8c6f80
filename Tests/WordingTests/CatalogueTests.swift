// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Wording

@Suite("The catalogue")
struct CatalogueTests {
  /// Parts of the program that say English still; the list only gets shorter.
  static let untranslated = [
    "Reports/Decade/TenYears+Compared", "Reports/Exchange/TeacherExchange+Compared",
    "Reports/Returnees/ReturneeActivities+Compared", "Reports/WhatIf/",
  ]

  /// Words that are the same in all languages.
  private static let untranslatable: Set = ["null"]

  /// The keys in the sources, each with a file that has it, and all literals.
  private static let found: (keys: [String: String], literals: Set<String>) = {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    var keys: [String: String] = [:]
    var literals: Set<String> = []
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    for file in (files ?? []).sorted()
    where file.hasSuffix(".swift") && !file.hasPrefix("Wording/") {
      let text = try? String(
        contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      // Faults in documents of plans, options that do not go with a format, and values that
      // an option does not take are told by functions of their own.
      let calls: Set<String> =
        file.hasPrefix("Reports/")
        ? ["fault"] : file.hasPrefix("MusubiCommands/") ? ["option", "problem", "refused"] : []
      let source = SwiftSource(text ?? "", calls: calls)
      for key in source.keys where keys[key] == nil { keys[key] = file }
      literals.formUnion(source.literals)
    }
    return (keys, literals)
  }()

  private static let entries = Catalogue.parts.values.joined()

  @Test("has every sentence of the code")
  func isComplete() {
    #expect(Self.found.keys.count > 1_000)
    let missing = Self.found.keys.filter { key, file in
      Catalogue.japanese[key] == nil && hasWords(key) && !Self.untranslatable.contains(key)
        && !Self.untranslated.contains { file.hasPrefix($0) }
    }
    #expect(missing.isEmpty, "\(missing.map { "\($1): \($0)" }.sorted().joined(separator: "\n"))")
  }

  @Test("has nothing that the code does not say")
  func isNeeded() {
    let unused = Self.entries.map(\.english).filter { !Self.found.literals.contains($0) }
    #expect(unused.isEmpty, "\(unused.joined(separator: "\n"))")
  }

  @Test("says one sentence one way")
  func isUnique() {
    var known: [String: String] = [:]
    for (english, japanese) in Self.entries {
      let other = known.updateValue(japanese, forKey: english)
      #expect(other == nil || other == japanese, "\(english)")
    }
  }

  @Test("has the same values in both languages")
  func hasValues() {
    for (english, japanese) in Self.entries {
      #expect(values(in: english) == values(in: japanese), "\(english)")
    }
  }

  @Test("is Japanese")
  func isJapanese() {
    for (english, japanese) in Self.entries where hasWords(english) {
      #expect(
        japanese.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }, "\(english)")
      #expect(!japanese.contains(/[。、]{2}|[ぁ-ん一-龠ァ-ヶ][,.?!:;]/), "\(japanese)")
    }
  }

  /// Whether there is something to translate besides values and marks.
  private func hasWords(_ key: String) -> Bool {
    key.replacing(/\{\d+\}/, with: "").contains { $0.isLetter }
  }

  /// The numbers of a pattern's values.
  private func values(in pattern: String) -> Set<Substring> {
    Set(pattern.matches(of: /\{(\d+)\}/).map(\.output.1))
  }
}

@Suite("Keys in sources")
struct SwiftSourceTests {
  @Test("are what is said, as templates")
  func calls() {
    let source = SwiftSource(
      #"""
      // localized("no")
      let a = localized("Read \(n, "row", "rows") of \(names.joined(separator: ", "))")
      throw UsageError(isOne ? "one" : "none of \(b)", near: near("x"))
      let c = other("no") + counted(n, "school", "schools")
      throw RunError(.badData, said: "no")
      let d = localized(
        """
        A long \
        text with "quotes"
        and a line
        """)
      """#)
    #expect(
      source.keys == [
        "{1} rows", "Read {1} of {2}", "one", "none of {1}", "{1} schools",
        "A long text with \"quotes\"\nand a line",
      ])
  }

  @Test("are what sentences are declared as")
  func declarations() {
    let source = SwiftSource(
      #"""
      static let abstract: Sentence = "Says."
      static let name = "no"
      var meaning: Sentence {
        switch self {
        case .done: "Done \(text("no"))."
        }
      }
      var raw: String { "no" }
      func reason(_ x: Sentence) -> Sentence? { x == y ? "missing" : nil }
      func count(_ x: Sentence) -> Int { f("no") }
      let list: [Sentence] = ["first", "second"]
      let word: Sentence =
        switch n {
        case 0: "zero"
        default: "more"
        }
      let option = Option("no", .text("NO"), standard: "none", help: "Helps.")
      let programs: [(words: String, meaning: Sentence)] = [("-h, --help", "Shows this.")]
      """#)
    #expect(
      source.keys == [
        "Says.", "Done {1}.", "missing", "first", "second", "zero", "more", "none", "Helps.",
        "Shows this.",
      ])
  }
}
