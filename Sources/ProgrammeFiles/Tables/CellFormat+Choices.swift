// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension CellFormat
where Value: CaseIterable & RawRepresentable & Equatable & Sendable, Value.RawValue == String {
  /// One of the words that the type names.
  static var choice: CellFormat { choice(among: Array(Value.allCases)) }

  /// One of some of the words that the type names.
  static func choice(among values: [Value]) -> CellFormat {
    .word(among: values.map { ($0.rawValue, $0) })
  }
}

extension CellFormat where Value: Equatable & Sendable {
  /// One word for each value.
  static func word(among named: [(word: String, value: Value)]) -> CellFormat {
    CellFormat(
      type: "word", range: "\(named.map(\.word).joined(separator: ", "))",
      expected: "\(Listing(named.map(\.word), .or))",
      parse: { (text, _) throws(CellProblem) in try value(of: text, among: named) },
      write: { value, _ in named.first { $0.value == value }?.word ?? "" })
  }

  /// Words separated by `;`, one for each member.
  static func list<Member: Equatable & Sendable>(
    of noun: Sentence, among named: [(word: String, value: Member)]
  ) -> CellFormat where Value == [Member] {
    CellFormat(
      type: "list of words",
      range: "\(named.map(\.word).joined(separator: ", ")), separated by `;`",
      expected: "\(noun) separated by ;: \(Listing(named.map(\.word), .or))",
      parse: { (text, _) throws(CellProblem) in
        var values: [Member] = []
        for member in try members(of: text) {
          values.append(try ProgrammeFiles.value(of: member, among: named))
        }
        return values
      },
      write: { values, _ in
        values.compactMap { value in named.first { $0.value == value }?.word }
          .joined(separator: ";")
      })
  }
}

extension CellFormat where Value == [Trainee] {
  /// Kinds of people.
  static let trainees = CellFormat.list(
    of: "kinds of people", among: Trainee.allCases.map { ($0.rawValue, $0) })
}

extension CellFormat where Value == [Weekday] {
  /// Days of the week, or the word `any`, which is no day and so no limit.
  static let weekdays: CellFormat = {
    let listed = CellFormat.list(
      of: "days of the week", among: Weekday.allCases.map { ($0.word, $0) })
    return CellFormat(
      type: listed.type, range: "\(listed.range); or any",
      expected: "\(listed.expected), or the one word any",
      parse: { (text, names) throws(CellProblem) in
        text == "any" ? [] : try listed.parse(text, names)
      },
      write: { days, names in days.isEmpty ? "any" : listed.write(days, names) })
  }()
}

private func value<Value>(
  of text: String, among named: [(word: String, value: Value)]
) throws(CellProblem) -> Value {
  if let value = named.first(where: { $0.word == text })?.value { return value }
  throw CellProblem(
    "is none of the words", part: text,
    hint: NearestName(among: named.map(\.word)).hint(for: text))
}
