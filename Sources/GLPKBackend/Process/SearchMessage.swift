// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import Wording

/// What goes from one process to another about a search: whole numbers in a row.
struct SearchMessage {
  private(set) var words: [Int64] = []

  init() {}

  mutating func append(_ word: Int64) { words.append(word) }

  mutating func append(_ number: Int) { words.append(Int64(number)) }

  mutating func append(_ flag: Bool) { words.append(flag ? 1 : 0) }

  mutating func append(_ number: Double) { words.append(Int64(bitPattern: number.bitPattern)) }

  mutating func append(_ numbers: [Int64]) {
    words.append(Int64(numbers.count))
    words += numbers
  }

  mutating func append(_ text: String) { append(text.utf8.map { Int64($0) }) }

  /// Whether there is something, and then what it is.
  mutating func append<Value>(
    optional value: Value?, _ add: (inout SearchMessage, Value) -> Void
  ) {
    append(value != nil)
    if let value { add(&self, value) }
  }

  mutating func append(_ assignment: Assignment) {
    append(assignment.values)
    append(assignment.objective)
  }

  mutating func append(_ basis: (rows: [BasisStatus], columns: [BasisStatus])) {
    append(basis.rows.map { Int64($0.rawValue) })
    append(basis.columns.map { Int64($0.rawValue) })
  }
}

/// Takes a message apart in the order in which it was put together.
struct SearchMessageReader {
  private let words: [Int64]
  private var next = 0

  init(_ words: [Int64]) { self.words = words }

  mutating func word() throws(SolverFailure) -> Int64 {
    guard next < words.count else { throw .lost(reason: localized("what it said was cut short")) }
    next += 1
    return words[next - 1]
  }

  mutating func number() throws(SolverFailure) -> Int { Int(try word()) }

  mutating func flag() throws(SolverFailure) -> Bool { try word() != 0 }

  mutating func real() throws(SolverFailure) -> Double {
    Double(bitPattern: UInt64(bitPattern: try word()))
  }

  mutating func numbers() throws(SolverFailure) -> [Int64] {
    let count = try number()
    guard count >= 0, count <= words.count - next else {
      throw .lost(reason: localized("what it said was cut short"))
    }
    next += count
    return Array(words[(next - count)..<next])
  }

  mutating func text() throws(SolverFailure) -> String {
    String(decoding: try numbers().map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }

  mutating func optional<Value>(
    _ read: (inout SearchMessageReader) throws(SolverFailure) -> Value
  ) throws(SolverFailure) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func assignment() throws(SolverFailure) -> Assignment {
    let values = try numbers()
    return Assignment(values: values, objective: try word())
  }

  mutating func basis() throws(SolverFailure) -> (rows: [BasisStatus], columns: [BasisStatus]) {
    let rows = try numbers()
    let columns = try numbers()
    func statuses(_ words: [Int64]) -> [BasisStatus] {
      words.map { BasisStatus(guardValue: UInt8(truncatingIfNeeded: $0)) }
    }
    return (statuses(rows), statuses(columns))
  }
}
