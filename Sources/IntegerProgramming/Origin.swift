// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a row or a column is in a program: the rule, and the data it is about.
public struct Origin: Hashable, Sendable {
  /// The identifier of the rule, such as `housing`.
  public var rule: String
  /// The identifiers of the data the rule was applied to.
  public var subjects: [String]

  /// Names a rule and what it was applied to.
  public init(rule: String, subjects: [String] = []) {
    self.rule = rule
    self.subjects = subjects
  }

  /// Nothing is known.
  public static let unknown = Origin(rule: "")
}

/// Many short texts in one buffer.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  subscript(index: Int) -> String { String(decoding: bytes(at: index), as: UTF8.self) }

  /// The bytes of a text, without making a string.
  func bytes(at index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

/// Many origins, each text stored once.
struct OriginPool: Sendable {
  private var texts: [String] = []
  private var numbers: [String: Int32] = [:]
  private var rules: [Int32] = []
  private var subjects: [Int32] = []
  private var ends: [Int] = []

  mutating func append(_ origin: Origin) {
    rules.append(number(of: origin.rule))
    for subject in origin.subjects { subjects.append(number(of: subject)) }
    ends.append(subjects.count)
  }

  subscript(index: Int) -> Origin {
    let start = index == 0 ? 0 : ends[index - 1]
    return Origin(
      rule: text(rules[index]), subjects: subjects[start..<ends[index]].map { text($0) })
  }

  private func text(_ number: Int32) -> String { number < 0 ? "" : texts[Int(number)] }

  private mutating func number(of text: String) -> Int32 {
    if text.isEmpty { return -1 }
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }
}

/// Names and origins of columns, stored or worked out when asked for.
struct ColumnTexts: Sendable {
  private var names = TextPool()
  private var origins = OriginPool()
  /// Runs of columns that are described by a function, ascending.
  private var runs:
    [(columns: Range<Int>, describe: @Sendable (Int) -> (name: String, origin: Origin))] = []

  mutating func append(_ name: String, _ origin: Origin) {
    names.append(name)
    origins.append(origin)
  }

  mutating func append(
    _ columns: Range<Int>, _ describe: @escaping @Sendable (Int) -> (name: String, origin: Origin)
  ) {
    runs.append((columns, describe))
  }

  /// The name of a column.
  func name(at column: Int) -> String {
    run(of: column).map { $0.describe(column - $0.columns.lowerBound).name }
      ?? names[stored(column)]
  }

  /// The bytes of a column's name.
  func nameBytes(at column: Int) -> ArraySlice<UInt8> {
    run(of: column).map { Array($0.describe(column - $0.columns.lowerBound).name.utf8)[...] }
      ?? names.bytes(at: stored(column))
  }

  /// The origin of a column.
  func origin(at column: Int) -> Origin {
    run(of: column).map { $0.describe(column - $0.columns.lowerBound).origin }
      ?? origins[stored(column)]
  }

  private func run(
    of column: Int
  ) -> (columns: Range<Int>, describe: @Sendable (Int) -> (name: String, origin: Origin))? {
    runs.first { $0.columns.contains(column) }
  }

  /// Where a column stands among those whose texts are stored.
  private func stored(_ column: Int) -> Int {
    runs.reduce(column) { $1.columns.upperBound <= column ? $0 - $1.columns.count : $0 }
  }
}
