// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ProgrammeFiles

@Suite struct CanonicalJSONTests {
  @Test("names are sorted and lines indented by two")
  func indented() {
    let value: CanonicalJSON = [
      "b": [1, 2.5, "x"], "a": ["n": nil, "t": true], "e": [], "o": [:],
    ]
    #expect(
      value.string() == """
        {
          "a": {
            "n": null,
            "t": true
          },
          "b": [
            1,
            2.5,
            "x"
          ],
          "e": [],
          "o": {}
        }

        """)
    #expect(value.string(.compact) == #"{"a":{"n":null,"t":true},"b":[1,2.5,"x"],"e":[],"o":{}}"#)
  }

  @Test("names are sorted by their bytes, not by a locale")
  func order() {
    let value: CanonicalJSON = ["あ": 1, "z": 2, "Z": 3, "é": 4, "": 5]
    #expect(value.string(.compact) == #"{"":5,"Z":3,"z":2,"é":4,"あ":1}"#)
  }

  @Test(
    "numbers have one form",
    arguments: [
      (.number(3), "3"), (.number(-0.0), "0"), (.number(0.1), "0.1"), (.number(1e20), "1e+20"),
      (.number(.infinity), "null"), (.number(.nan), "null"),
      (.number(.leastNonzeroMagnitude), "5e-324"),
      (.number(0x1p53), "9007199254740992"), (.integer(Int64.min), "-9223372036854775808"),
      (.wholeNumber(.max), "170141183460469231731687303715884105727"),
    ] as [(CanonicalJSON, String)])
  func numbers(value: CanonicalJSON, text: String) {
    #expect(value.string(.compact) == text)
  }

  @Test("text is escaped where JSON demands it and nowhere else")
  func text() {
    let value = CanonicalJSON.string("\"\\\n\r\t\u{1}\u{1F}/日本\u{7F}")
    #expect(value.string(.compact) == "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f/日本\u{7F}\"")
  }

  @Test("what is written is read back", arguments: 0..<50 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let value = randomValue(depth: 4, &random)
    for layout in [CanonicalJSON.Layout.indented, .compact] {
      let text = value.string(layout)
      #expect(try canonical(JSON5.parse(text, named: "p")).string(layout) == text)
    }
  }

  private func randomValue(depth: Int, _ random: inout SplitMix64) -> CanonicalJSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .boolean(.random(using: &random))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
    case 3: return .number(Double.random(in: -1e6...1e6, using: &random))
    case 4: return .string(randomText(&random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          randomValue(depth: depth - 1, &random)
        })
    default:
      var members: [String: CanonicalJSON] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        members[randomText(&random)] = randomValue(depth: depth - 1, &random)
      }
      return .object(members)
    }
  }

  private func randomText(_ random: inout SplitMix64) -> String {
    let letters = ["a", "\"", "\\", "\n", "日", "𠮷", "\u{1}", "'", "/", "\u{2028}"]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? ""
    }.joined()
  }

  private func canonical(_ value: JSON5Value) -> CanonicalJSON {
    switch value.content {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let number): number.integer.map { .integer($0) } ?? .number(number.double)
    case .string(let text): .string(text)
    case .array(let values): .array(values.map(canonical))
    case .object(let object):
      .object(
        Dictionary(object.members.map { ($0.key, canonical($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}
