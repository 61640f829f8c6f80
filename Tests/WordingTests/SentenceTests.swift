// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Wording

@Suite("Sentences")
struct SentenceTests {
  @Test("read as their literal in English, with numbers for values in the key")
  func english() {
    let file = "a.csv"
    let sentence: Sentence = "\(file) has \(1, "row", "rows") and \(2) faults; \("{1}") stays."
    #expect(sentence.template == "{1} has {2} and {3} faults; {4} stays.")
    #expect(sentence.words(in: .english) == "a.csv has 1 row and 2 faults; {1} stays.")
  }

  @Test("stay English where the catalogue lacks them")
  func missing() {
    let sentence: Sentence = "No such \("thing") is in the catalogue"
    #expect(sentence.words(in: .japanese) == "No such thing is in the catalogue")
  }

  @Test("have their values where the pattern asks for them")
  func moved() {
    #expect(filled("{2}の{1}", with: ["a", "b"]) == "bのa")
    #expect(filled("{3} {} {x} {1", with: ["a"]) == "{3} {} {x} {1")
  }

  @Test(
    "are spoken in the locale's language",
    arguments: [
      (["LANG": "ja_JP.UTF-8"], Language.japanese), (["LANG": "ja"], .japanese),
      (["LANG": "ja_JP.UTF-8", "LC_ALL": "C"], .english),
      (["LC_MESSAGES": "ja_JP", "LANG": "en_GB.UTF-8"], .japanese),
      (["LANG": "ja_JP", "LC_ALL": ""], .japanese), ([:], .english), (["LANG": "jav"], .english),
    ])
  func locale(variables: [String: String], language: Language) {
    #expect(Language(locale: variables) == language)
  }

  @Test("follow the language of the work around them")
  func scope() {
    let outside = Language.current
    Language.japanese.spoken {
      #expect(Language.current == .japanese)
      Language.english.spoken { #expect(Language.current == .english) }
    }
    #expect(Language.current == outside)
  }

  @Test(
    "counts are grouped by thousands",
    arguments: [(0, "0"), (999, "999"), (-1000, "-1,000"), (1_234_567, "1,234,567")])
  func grouping(count: Int, text: String) {
    #expect(grouped(count) == text)
  }
}
