// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Wording

@Suite("Recognising sentences")
struct PhraseBookTests {
  private static let book = PhraseBook(names: ["companions", "hours"])

  private var book: PhraseBook { Self.book }

  private func japanese(_ text: String) -> String? {
    let phrase = book.phrase(of: text)
    if let phrase { #expect(phrase.words(in: .english) == text) }
    return phrase?.words(in: .japanese)
  }

  @Test("a sentence reads as the catalogue has it, with its values in their places")
  func sentences() {
    #expect(japanese("There is no post in this year.") == "この年度には派遣先がありません。")
    let sentence: Sentence =
      "Goes only together with \("A1"), for whom no post keeps the hard rules."
    #expect(japanese(sentence.words(in: .english)) == sentence.words(in: .japanese))
  }

  @Test("counts, days, lists and sentences in sentences are put into words, too")
  func values() {
    let sentences: [Sentence] = [
      "\(1, "applicant is", "applicants are") eligible, and all of them are placed elsewhere.",
      "\(1204, "applicant is", "applicants are") eligible, and all of them are placed elsewhere.",
      "\(1, "person", "people") may take part",
      """
      \(Listing(["companions", "hours"], .andEach)) together exclude all \
      \(12, "post", "posts") of \(Listing(["L1", "L2"], .plain)).
      """,
    ]
    for sentence in sentences {
      #expect(japanese(sentence.words(in: .english)) == sentence.words(in: .japanese))
    }
  }

  @Test("several sentences are read one by one; what is unknown among them stays")
  func several() {
    let one: Sentence = "There is no post in this year."
    let other: Sentence = "Nobody is eligible there."
    #expect(
      japanese("There is no post in this year. Nobody is eligible there.")
        == one.words(in: .japanese) + other.words(in: .japanese))
    #expect(
      japanese("There is no post in this year. Call me. Nobody is eligible there.")
        == one.words(in: .japanese) + " Call me. " + other.words(in: .japanese))
  }

  @Test("a name that begins a sentence has no capital letter in Japanese")
  func capital() {
    #expect(
      japanese("Companions excludes all 12 posts of L1.")?.contains("companions") == true)
  }

  @Test(
    "unknown texts are nothing",
    arguments: [
      "", " ", "Sakura", "山下 さくら", "We agreed on the telephone", "A1, B2", "{1}",
      "2026-05-01", "12", "<img src=x onerror=alert(1)>", "yes, but no longer", ". . .",
    ])
  func unknown(text: String) {
    #expect(book.phrase(of: text) == nil)
    #expect(book.words(text, in: .japanese) == text)
  }

  @Test(
    "hostile names stay what they are as values",
    arguments: [
      "<img src=x onerror=alert(1)></script>", "{1}", "{2}", "{", "}", "a {1} b {99}", "Tanaka, Jr",
      "Tom and Jerry", "St. Mary's", "; drop", "$1", "\\(x)", "山下、さくら", "“”", "  ", "a\nb",
    ])
  func hostile(name: String) {
    let sentence: Sentence = """
      Of the posts that host, \(name) in \(name) would bring most points, \(3); \(name) brings \
      \(2) there.
      """
    #expect(japanese(sentence.words(in: .english)) == sentence.words(in: .japanese))
  }

  @Test("every key is read as itself")
  func keys() {
    var wrong: [String] = []
    for (key, expected) in Catalogue.japanese.sorted(by: { $0.key < $1.key }) {
      guard let pattern = Pattern(english: key, japanese: expected), !pattern.words.isEmpty else {
        continue
      }
      let values = pattern.literals.indices.dropLast().map { "X\($0 + 1)" }
      let read = book.words(filled(key, with: values), in: .japanese)
      if read != filled(expected, with: values) { wrong.append("\(key)\n    \(read)") }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test("one of what is counted is read as the many are")
  func counts() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    var pairs: [String: String] = [:]
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    for file in (files ?? []).sorted() where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      let counting = /(?:\\\(|counted\()[^"\n]*, "([a-z ]+)",\s+"([a-z ]+)"\)/
      for pair in text.matches(of: counting) {
        pairs[String(pair.2)] = String(pair.1)
      }
    }
    var told = 0
    for (many, one) in pairs where Catalogue.japanese["{1} \(many)"] != nil {
      let count = Count(number: 1, one: one, many: many)
      #expect(japanese(count.words(in: .english)) == count.words(in: .japanese), "\(one)")
      told += 1
    }
    #expect(told > 80)
  }
}
