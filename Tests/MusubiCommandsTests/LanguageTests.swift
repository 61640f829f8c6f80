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

  /// Three English words in a row, but for commands to type and names of files.
  private func leaks(in text: String) -> [Substring] {
    text.split(separator: "\n").filter { line in
      line.replacing(/"?musubi [a-z]+( [A-Za-z.\/-]+)*"?/, with: "")
        .replacing(/"[a-z]+ [a-z -]+"/, with: "")
        .contains(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/)
    }
  }
}
