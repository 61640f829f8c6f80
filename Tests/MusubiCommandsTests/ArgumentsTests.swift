// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import MusubiCommands

@Suite struct ArgumentsTests {
  private let operands = [Operand("DIR", help: "A folder.")]
  private let options = [
    Option("quiet", .flag, help: ""),
    Option("output", letter: "o", .text("DIR"), help: ""),
    Option("gap", .share("G"), help: ""),
    Option("time-limit", .number("S"), help: ""),
    Option("threads", .integer("N", 1...8), help: ""),
    Option("format", .choice(["text", "json"]), help: ""),
  ]

  private func parse(_ words: String...) throws(UsageError) -> Arguments {
    try Arguments(words, operands: operands, options: options)
  }

  private func message(_ words: String...) -> String? {
    do throws(UsageError) {
      _ = try Arguments(words, operands: operands, options: options)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("values follow their option or an equals sign")
  func values() throws {
    let first = try parse("year", "--output", "a b", "--threads=3")
    #expect(first.operands == ["year"])
    #expect(first.text("output") == "a b")
    #expect(first.integer("threads") == 3)
    let second = try parse("--output=x=y", "--quiet", "year")
    #expect(second.text("output") == "x=y")
    #expect(second.has("quiet"))
    #expect(!second.has("threads"))
    #expect(try parse("year", "-o", "p").text("output") == "p")
  }

  @Test("two hyphens end the options, one is a word")
  func endOfOptions() throws {
    #expect(try parse("--quiet", "--", "--gap").operands == ["--gap"])
    #expect(try parse("-").operands == ["-"])
  }

  @Test(
    "a gap is a share or a percentage",
    arguments: [("0", 0), ("0.001", 0.001), ("0.1%", 0.001), ("1e-4", 0.0001), ("50%", 0.5)])
  func gaps(text: String, value: Double) throws {
    #expect(try parse("year", "--gap", text).number("gap") == value)
  }

  @Test("a gap that is no share is refused", arguments: ["1", "100%", "-0.1", "x", "nan", "%", ""])
  func badGaps(text: String) {
    #expect(message("year", "--gap", text) != nil)
  }

  @Test("each mistake is named")
  func mistakes() {
    #expect(message() == "DIR is missing. A folder")
    #expect(message("") == "DIR is empty")
    #expect(message("a", "b") == "there is nothing to do with \"b\"")
    #expect(message("a", "--gapp", "0") == "there is no option --gapp; did you mean --gap?")
    #expect(message("a", "--nonsense") == "there is no option --nonsense")
    #expect(message("a", "-x") == "there is no option -x")
    #expect(message("a", "--quiet", "--quiet") == "--quiet is given twice")
    #expect(message("a", "--quiet=yes") == "--quiet takes no value")
    #expect(message("a", "--output") == "--output needs a value: -o, --output DIR")
    #expect(message("a", "--output", "--quiet") == "--output needs a value: -o, --output DIR")
    #expect(message("a", "--output=") == "--output is empty")
    #expect(
      message("a", "--threads", "9") == "--threads is \"9\"; it must be a whole number from 1 to 8")
    #expect(
      message("a", "--time-limit", "-1") == "--time-limit is \"-1\"; it must be a number from 0")
    #expect(
      message("a", "--format", "jsn")
        == "--format is \"jsn\"; it must be text or json; did you mean json?")
  }
}
