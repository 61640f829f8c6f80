// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Wording

@Suite("The catalogue")
struct CatalogueTests {
  /// Words that are the same in all languages.
  private static let untranslatable: Set = ["UTF-8", "asn", "km", "min", "null", "seats_min"]

  /// The keys in the sources, each with a file that has it, and all literals.
  private static let found: (keys: [String: String], literals: Set<String>) = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var sources: [(file: String, source: SwiftSource)] = []
    var parameters = SentenceParameters()
    for file in (files ?? []).sorted()
    where file.hasSuffix(".swift") && !file.hasPrefix("Wording/Japanese/") {
      let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let source = SwiftSource(text ?? "")
      parameters.add(declarationsIn: source.code, of: file)
      sources.append((file, source))
    }
    var keys: [String: String] = [:]
    for (file, source) in sources {
      for key in parameters.keys(of: source, in: file) where keys[key] == nil { keys[key] = file }
    }
    return (keys, sources.reduce(into: []) { $0.formUnion($1.source.literals) })
  }()

  private static let entries = Catalogue.parts.values.joined()

  @Test("has every sentence of the code")
  func isComplete() {
    #expect(Self.found.keys.count > 3_000)
    let missing = Self.found.keys.filter { key, file in
      Catalogue.japanese[key] == nil && hasWords(key) && !Self.untranslatable.contains(key)
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

  @Test("breaks lines where English does")
  func hasNoEscapes() {
    for (english, japanese) in Self.entries where japanese.contains("\\n") {
      #expect(english.contains("\\n"), "\(english)")
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
      let c = other("no") + counted(n, "school", "schools")
      let d = localized(
        """
        A long \
        text with "quotes"
        and a line
        """)
      """#)
    #expect(
      source.keys == [
        "{1} rows", "Read {1} of {2}", "{1} schools",
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
      let programs: [(words: String, meaning: Sentence)] = [("-h, --help", "Shows this.")]
      """#)
    #expect(
      source.keys == [
        "Says.", "Done {1}.", "missing", "first", "second", "zero", "more", "Shows this.",
      ])
  }

  @Test("are what is given for parameters that are sentences")
  func arguments() {
    let declaring = SwiftSource(
      #"""
      struct Option {
        let name: String
        var help: Sentence = ""
      }
      struct Refusal: Error {
        init<Value: Sendable>(_ code: Map<Int, Value>, _ message: Sentence, near: String? = nil) {}
        private init(said message: String) {}
      }
      enum Reason { case missing(String, expected: Sentence), other }
      func report(_ line: Int, _ name: String, _ problem: @autoclosure () -> Sentence) {}
      private func hidden(_ words: Sentence) {}
      package func list(all: [Sentence], then: () -> Void) {}
      """#)
    let calling = SwiftSource(
      #"""
      let option = Option(name: "no", help: "Helps.")
      throw Refusal([1: "no"], isOne ? "one" : "none of \(b)", near: near("no"))
      throw Refusal(said: "no")
      throw .missing("no", expected: ("a \(kind)"))
      report(line, "no", "is wrong")
      report(line, "no")
      hidden("no")
      list(all: ["first", call("no")]) { other("no") }
      var sentences: [Sentence] = []
      sentences.append("added")
      names.append("no")
      """#)
    var parameters = SentenceParameters()
    parameters.add(declarationsIn: declaring.code, of: "Module/Declaring.swift")
    parameters.add(declarationsIn: calling.code, of: "Module/Calling.swift")
    #expect(
      parameters.keys(of: calling, in: "Module/Calling.swift") == [
        "Helps.", "one", "none of {1}", "a {1}", "is wrong", "first", "added",
      ])
    #expect(!parameters.keys(of: calling, in: "Other/Calling.swift").contains("is wrong"))
  }
}
