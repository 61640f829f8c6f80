// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import ProgrammeFiles

@Suite struct JSON5Tests {
  private func firstFault(_ text: String) -> Fault? {
    do {
      _ = try JSON5.parse(text, named: "p.json5")
      return nil
    } catch {
      return error
    }
  }

  @Test("reads comments, plain names, trailing commas and every sort of value")
  func document() throws {
    let value = try JSON5.parse(
      """
      // A programme.
      {
        title: 'It\\'s "2026"', /* the
        year */ "fiscal-year": 2026,
        $x_1: [1, +2, -3, .5, 5., 1e3, 0x1F, -0xA, 1.5E-2,],
        日本: true, no: false, nothing: null,
        empty: {}, none: [],
        text: "a\\
      b\\n\\t\\x41\\u3042\\uD842\\uDFB7\\q",
      }

      """, named: "p.json5")
    let object = try #require(value.object)
    #expect(
      object.members.map(\.key) == [
        "title", "fiscal-year", "$x_1", "日本", "no", "nothing", "empty", "none", "text",
      ])
    #expect(object["title"]?.string == "It's \"2026\"")
    #expect(object["fiscal-year"]?.number?.integer == 2026)
    #expect(
      object["$x_1"]?.array?.map { $0.number?.double } == [1, 2, -3, 0.5, 5, 1000, 31, -10, 0.015])
    #expect(
      object["$x_1"]?.array?.map { $0.number?.integer } == [1, 2, -3, nil, 5, 1000, 31, -10, nil])
    #expect(object["$x_1"]?.array?[6].number?.text == "0x1F")
    #expect(object["日本"]?.boolean == true)
    #expect(object["no"]?.boolean == false)
    #expect(object["nothing"]?.isNull == true)
    #expect(object["empty"]?.object?.members.isEmpty == true)
    #expect(object["none"]?.array?.isEmpty == true)
    #expect(object["text"]?.string == "ab\n\tAあ𠮷q")
    #expect(object["absent"] == nil)
  }

  @Test("every value knows its path, line and character")
  func places() throws {
    let value = try JSON5.parse(
      "{a: 1,\r\n 'b c': [0, {日本: 2, d: 3}],\r  rules: [{rule: 'x'}]}", named: "p")
    #expect(value.path.isEmpty)
    let list = try #require(value.object?["b c"]?.array)
    #expect(list[1].path == "[\"b c\"][1]")
    let inner = try #require(list[1].object?["d"])
    #expect(inner.path == "[\"b c\"][1].d")
    #expect(inner.position == TextPosition(line: 2, character: 24))
    #expect(list[1].object?.members[1].keyPosition == TextPosition(line: 2, character: 21))
    let rule = try #require(value.object?["rules"]?.array?[0].object?["rule"])
    #expect(rule.path == "rules[0].rule")
    #expect(rule.position.line == 3)
    #expect(
      rule.fault(in: "p.json5", problem: "is no rule", expected: "a rule such as seats").description
        == "p.json5, line 3, at rules[0].rule: \"x\" is no rule; expected a rule such as seats.")
    #expect(value.fault(in: "p", problem: "is wrong").description == "p, line 1: \"{…}\" is wrong.")
  }

  @Test(
    "a fault names the line, the path and the token",
    arguments: [
      ("", nil, "the document ends too early (character 1); expected a value"),
      ("{a: }", "a", "\"}\" stands where a value should (character 5); expected a value"),
      ("{a: 1", nil, "the document ends too early (character 6); expected a comma or }"),
      ("[1 2]", nil, "\"2\" stands inside a list (character 4); expected a comma or ]"),
      ("{a 1}", "a", "\"1\" stands behind a name (character 4); expected a colon"),
      ("{a: 1, a: 2}", "a", "\"a\" is given twice, first on line 1; expected each name once"),
      (
        "{r: [{x: flase}]}", "r[0].x",
        "\"flase\" is not a value (character 10); expected a value. Did you mean false?"
      ),
      ("{x: Infinity}", "x", "\"Infinity\" is not a finite number (character 5)"),
      ("{x: -Infinity}", "x", "\"-Infinity\" is not a finite number"),
      ("{x: NaN}", "x", "\"NaN\" is not a finite number"),
      ("{x: 1e999}", "x", "\"1e999\" is too large a number"),
      ("{x: 010}", "x", "\"010\" is not a number"),
      ("{x: 2026-04-01}", "x", "stands inside an object"),
      ("{x: 1.2.3}", "x", "\"1.2.3\" is not a number"),
      ("{x: 0x}", "x", "\"0x\" is not a number"),
      ("{x: +}", "x", "\"+\" is not a number"),
      ("{x: .}", "x", "\".\" is not a number"),
      ("{x: 1e}", "x", "\"1e\" is not a number"),
      ("{x: 'abc\n'}", "x", "does not end on its line (character 5); expected a closing quote"),
      ("{x: 'abc", "x", "begins a text that does not end (character 5)"),
      ("{x: '\\u12G4'}", "x", "expected 4 hexadecimal digits"),
      ("{x: '\\uD800'}", "x", "expected the number of a character"),
      ("{x: '\\0'}", "x", "stands behind a backslash"),
      ("{x: '\\", "x", "does not end"),
      ("/* no end", nil, "begins a comment that does not end (character 1); expected */"),
      ("{} {}", nil, "stands behind the end of the document"),
      ("{1a: 1}", nil, "stands where a name should"),
      ("[,]", nil, "stands where a value should"),
      ("[1,,2]", nil, "stands where a value should"),
      ("\u{FEFF}x", nil, "\"x\" is not a value"),
    ] as [(String, String?, String)])
  func faults(text: String, path: String?, words: String) throws {
    let fault = try #require(firstFault(text))
    #expect(fault.description.contains(words), "\(fault)")
    if let path {
      #expect(
        fault.description.contains(path) && (fault.column == path || fault.column == nil),
        "\(fault)")
    }
    #expect(fault.line == 1)
  }

  @Test("the line of a fault counts comments and broken strings")
  func faultLines() {
    #expect(firstFault("/* 1\n2\r\n3 */ {\n a: 'x\\\ny', // five\n b: ?}")?.line == 6)
  }

  @Test("nesting is limited, so that no document exhausts the stack")
  func depth() throws {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    _ = try JSON5.parse(deep, named: "p")
    #expect(firstFault("[" + deep + "]")?.expected == "at most 128 levels")
    let endless = String(repeating: "{a:", count: 1_000_000)
    #expect(firstFault(endless)?.expected == "at most 128 levels")
  }

  @Test("long texts and too many values are refused")
  func limits() {
    let limits = TextLimits(valueBytes: 10, values: 3)
    for text in ["'01234567890'", "[1,2,3]"] {
      #expect(throws: Fault.self) {
        try JSON5.parse(
          DecodedText(file: "p", bytes: Array(text.utf8), encoding: .utf8), limits: limits)
      }
    }
  }

  @Test(
    "whole numbers are exact as far as they fit",
    arguments: [
      ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
      ("9223372036854775808", nil), ("-0x8000000000000000", Int64.min),
      ("9007199254740993", 9_007_199_254_740_993), ("1e17", nil), ("1.0", 1), ("-0", 0), ("0", 0),
      ("0.", 0),
    ] as [(String, Int64?)])
  func integers(text: String, integer: Int64?) throws {
    #expect(try JSON5.parse(text, named: "p").number?.integer == integer)
  }

  @Test("a file is read in one go, and its faults recorded")
  func file() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("{a: [1, 2,], }".utf8), to: "p.json5")
    var faults = FaultList()
    #expect(
      JSON5.read(at: path, named: "p.json5", faults: &faults)?.object?["a"]?.array?.count == 2)
    #expect(faults.isEmpty)
    let broken = try folder.write(Array("{a: [1, 2}".utf8), to: "q.json5")
    #expect(JSON5.read(at: broken, named: "q.json5", faults: &faults) == nil)
    #expect(JSON5.read(at: folder.path + "/none", named: "n", faults: &faults) == nil)
    #expect(faults.errorCount == 2)
  }
}
