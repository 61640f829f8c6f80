// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A path of `set` and the values that it takes one after the other.
///
/// Written `countries.THA.max=20:60:10`, from 20 to 60 in steps of 10 with both ends, or
/// `rules.companions.within_km=20,50`, a list.
package struct Sweep: Equatable, Sendable {
  /// Why a text is no sweep: a sentence without its full stop.
  package struct Problem: Error, Equatable, Sendable, CustomStringConvertible {
    package let sentence: Sentence

    package var description: String { sentence.description }
  }

  /// More values than this are a slip of the hand.
  static let mostValues = 10_000
  /// More scenarios than this are a slip of the hand.
  static let mostScenarios = 100_000

  /// What is changed.
  package let path: String
  /// The values, as they were written or as a range counts them.
  package let values: [String]

  /// Reads a sweep.
  ///
  /// - Parameter text: A path, an equals sign, and a range or a list.
  /// - Throws: What is wrong with it.
  package init(_ text: String) throws(Problem) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Problem(
        sentence: """
          "\(clippedForDisplay(text))" is no sweep; expected a path, = and values, such as \
          countries.THA.max=20:60:10
          """)
    }
    path = String(text[..<sign])
    let written = String(text[text.index(after: sign)...])
    let listed = written.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    let parts = written.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    if listed.count == 1, parts.count > 1, parts.contains(where: { Decimal($0) != nil }) {
      values = try Self.range(parts, in: written)
      return
    }
    guard !listed.contains("") else {
      throw Problem(
        sentence: """
          "\(clippedForDisplay(text))" has an empty value; null stands for an empty cell
          """)
    }
    guard Set(listed).count == listed.count else {
      throw Problem(sentence: "\"\(clippedForDisplay(text))\" has a value twice")
    }
    guard listed.count <= Self.mostValues else { throw Self.tooMany(listed.count) }
    values = listed
  }

  private static func tooMany(_ count: Int) -> Problem {
    Problem(
      sentence: "the sweep has \(grouped(count)) values; expected at most \(grouped(mostValues))"
    )
  }

  /// The values of a range.
  private static func range(_ parts: [String], in text: String) throws(Problem) -> [String] {
    func wrong(_ problem: Sentence) -> Problem {
      Problem(sentence: "the range \"\(clippedForDisplay(text))\" \(problem)")
    }
    guard parts.count == 3 else {
      throw wrong("has \(parts.count) parts; expected FROM:TO:STEP such as 20:60:10")
    }
    var numbers: [Decimal] = []
    for part in parts {
      guard let number = Decimal(part) else {
        throw wrong(
          part.isEmpty
            ? "has nothing in it; expected numbers with at most 6 decimals"
            : """
            has "\(clippedForDisplay(part))" in it; expected numbers with at most 6 decimals
            """)
      }
      numbers.append(number)
    }
    let (from, to, step) = (numbers[0].millionths, numbers[1].millionths, numbers[2].millionths)
    guard step != 0 else { throw wrong("has a step of 0") }
    guard (to >= from) == (step > 0) || to == from else {
      throw wrong(
        step > 0
          ? "leads away from its end; expected a step below 0"
          : "leads away from its end; expected a step above 0")
    }
    let count = (to - from) / step + 1
    guard count <= mostValues else { throw tooMany(count) }
    let last = from + (count - 1) * step
    guard last == to else {
      throw wrong(
        "does not reach its end; did you mean \(parts[0]):\(Decimal(millionths: last)):\(parts[2])?"
      )
    }
    let places = max(numbers[0].places, numbers[2].places)
    return (0..<count).map {
      Decimal(millionths: from + $0 * step, places: places).description
    }
  }
}

extension Sweep {
  /// Every combination of the values of sweeps, each a scenario; the last sweep's
  /// values change first.
  ///
  /// - Parameter sweeps: The sweeps.
  /// - Returns: The scenarios, named after what they set; none without sweeps.
  /// - Throws: When a path is swept twice, or there are too many.
  package static func scenarios(_ sweeps: [Sweep]) throws(Problem) -> [Scenario] {
    guard !sweeps.isEmpty else { return [] }
    var paths: Set<String> = []
    for sweep in sweeps where !paths.insert(sweep.path).inserted {
      throw Problem(sentence: "\(clippedForDisplay(sweep.path)) is swept twice")
    }
    var count = 1
    for sweep in sweeps {
      count *= sweep.values.count
      guard count <= mostScenarios else {
        throw Problem(
          sentence: "the sweeps have more than \(grouped(mostScenarios)) combinations")
      }
    }
    var combinations: [[(path: String, value: String)]] = [[]]
    for sweep in sweeps {
      combinations = combinations.flatMap { combination in
        sweep.values.map { combination + [(sweep.path, $0)] }
      }
    }
    return combinations.compactMap { scenario($0) }
  }

  /// The scenario that sets some values.
  private static func scenario(_ values: [(path: String, value: String)]) -> Scenario? {
    let name = values.map { "\($0.path)=\($0.value)" }.joined(separator: " ")
    let document: CanonicalJSON = .object([
      "name": .string(name),
      "set": .object(
        Dictionary(
          values.map { ($0.path, json($0.value)) }, uniquingKeysWith: { first, _ in first })),
    ])
    var faults = FaultList()
    return Scenario(
      DecodedText(file: "--sweep \(name)", bytes: document.bytes(), encoding: .utf8),
      faults: &faults)
  }

  /// A value as JSON: a number, a word of JSON, or a text.
  private static func json(_ value: String) -> CanonicalJSON {
    switch value {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      guard let number = Decimal(value) else { return .string(value) }
      return number.millionths % 1_000_000 == 0
        ? .integer(number.millionths / 1_000_000) : .number(Double(value) ?? 0)
    }
  }
}

/// A number with at most 6 decimals, exact.
private struct Decimal: CustomStringConvertible {
  let millionths: Int
  /// The decimals it was written with.
  let places: Int

  init(millionths: Int, places: Int = 0) {
    self.millionths = millionths
    self.places = places
  }

  /// Reads a number written plainly, such as `-2.5`; its size is below 10^12.
  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.utf8.count <= 6,
      let decimals = Int(fraction + String(repeating: "0", count: 6 - fraction.utf8.count))
    else { return nil }
    let size = whole * 1_000_000 + decimals
    self.init(millionths: isNegative ? -size : size, places: fraction.utf8.count)
  }

  var description: String {
    let size = millionths.magnitude
    let decimals = String(size % 1_000_000)
    let padded = String(repeating: "0", count: 6 - decimals.count) + decimals
    let needed = padded.reversed().drop { $0 == "0" }.count
    let shown = padded.prefix(max(places, needed))
    return (millionths < 0 ? "-" : "") + String(size / 1_000_000)
      + (shown.isEmpty ? "" : ".\(shown)")
  }
}
