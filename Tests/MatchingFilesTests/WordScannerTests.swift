// SPDX-License-Identifier: GPL-3.0-or-later
@testable internal import MatchingFiles
internal import Testing
internal import Wording

@Suite struct WordScannerTests {
  @Test("takes whole numbers, signs and the extremes of 64 bits")
  func wholeNumbers() throws {
    var scanner = WordScanner(
      Array(" 7\t-3\r\n+2 9223372036854775807 -9223372036854775808".utf8), layout: .words)
    var numbers: [Int] = []
    while scanner.hasWord() { numbers.append(try scanner.wholeNumber("a number")) }
    #expect(numbers == [7, -3, 2, .max, .min])
  }

  @Test(
    "refuses what is no whole number",
    arguments: ["x", "-", "+", "1.5", "9223372036854775808", "-9223372036854775809", "1-", "٣"])
  func noWholeNumber(word: String) {
    var scanner = WordScanner(Array("\n\(word) 1".utf8), layout: .words)
    #expect(throws: FileFault(line: 2, token: word, expected: "a number")) {
      try scanner.wholeNumber("a number")
    }
  }

  @Test("says the range a number has left")
  func range() {
    var scanner = WordScanner(Array("5".utf8), layout: .words)
    #expect(throws: FileFault(line: 1, token: "5", expected: "a row from 1 to 4")) {
      try scanner.wholeNumber(in: 1...4, "a row")
    }
  }

  @Test("takes decimal numbers as the nearest floating ones, and no infinity")
  func decimals() throws {
    var scanner = WordScanner(Array("1 0.1 -2.5e3 12345678901234568 inf".utf8), layout: .words)
    var numbers: [Double] = []
    for _ in 0..<4 { numbers.append(try scanner.number("a cost")) }
    #expect(numbers == [1, 0.1, -2500, 12_345_678_901_234_568])
    #expect(throws: FileFault(line: 1, token: "inf", expected: "a cost")) {
      try scanner.number("a cost")
    }
  }

  @Test("keeps lines apart when asked to")
  func lines() throws {
    var scanner = WordScanner(Array("\nc a remark\na 1\n\nb".utf8), layout: .lines)
    #expect(advance(&scanner) == 2)
    #expect(try scanner.letter("a letter") == UInt8(ascii: "c"))
    #expect(advance(&scanner) == 3)
    #expect(try scanner.word("a word") == "a")
    #expect(try scanner.wholeNumber("a number") == 1)
    #expect(throws: FileFault(line: 3, token: nil, expected: "a cost")) {
      try scanner.wholeNumber("a cost")
    }
    #expect(advance(&scanner) == 5)
    #expect(throws: FileFault(line: 5, token: "b", expected: "the end of the line")) {
      try scanner.end("the end of the line")
    }
    #expect(advance(&scanner) == nil)
  }

  /// The line the scanner goes on to.
  private func advance(_ scanner: inout WordScanner) -> Int? {
    scanner.nextLine() ? scanner.line : nil
  }
}
