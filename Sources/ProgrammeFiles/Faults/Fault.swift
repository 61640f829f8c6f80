// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// Something in a planner's files that is not as it should be.
///
/// A fault is a value that can be told in each language: readers collect as many as they can in one pass and go
/// on, so that a planner sees them all at once.
package struct Fault: Error, Equatable, Sendable {
  /// Whether planning can go on.
  package enum Severity: String, Sendable {
    /// The files cannot be used until this is put right.
    case error
    /// Worth knowing; the files can be used.
    case notice
  }

  /// Where inside a line or a document the fault lies.
  package enum Place: Equatable, Sendable {
    /// A column of a table, by its name.
    case column(String)
    /// A value of a JSON5 document, such as `rules[2].rule`.
    case path(String)
  }

  /// What may help to put it right.
  package enum Hint: Equatable, Sendable {
    /// The nearest right value.
    case didYouMean(String)
    /// A whole sentence.
    case advice(Sentence)
  }

  /// The file's name as the planner knows it.
  package let file: String
  /// The line, counted from 1; `nil` when the whole file is meant.
  package let line: Int?
  /// The column or path; `nil` when the whole line is meant.
  package let place: Place?
  /// The offending text, clipped and with control characters escaped.
  package let value: String?
  /// What is wrong, as the rest of a sentence that begins with the value.
  ///
  /// Without a value it is a clause of its own.
  package let problem: Sentence
  /// What should stand there, in the planner's words.
  package let expected: Sentence?
  /// What may help.
  package let hint: Hint?
  /// Whether planning can go on.
  package let severity: Severity
  /// What faults of the same kind share; a list keeps only so many of each.
  package let kind: String

  /// Describes one fault.
  ///
  /// - Parameters:
  ///   - file: The file's name as the planner knows it.
  ///   - line: The line, counted from 1; `nil` for the whole file.
  ///   - place: The column or path; `nil` for the whole line.
  ///   - value: The offending text; clipped to 80 characters here.
  ///   - problem: The rest of a sentence that begins with the value, such as
  ///     `is not a date`.
  ///   - expected: What should stand there, such as `a day such as 2001-02-28`.
  ///   - hint: What may help.
  ///   - severity: Whether planning can go on.
  ///   - kind: What faults of this kind share; the problem unless given. Give
  ///     it when the problem's wording carries numbers or names.
  package init(
    file: String, line: Int? = nil, place: Place? = nil, value: String? = nil, problem: Sentence,
    expected: Sentence? = nil, hint: Hint? = nil, severity: Severity = .error, kind: String? = nil
  ) {
    self.file = file
    self.line = line
    self.place = place
    self.value = value.map(clippedForDisplay)
    self.problem = problem
    self.expected = expected
    self.hint = hint
    self.severity = severity
    self.kind = kind ?? problem.words(in: .english)
  }

  /// The column's name or the path.
  package var column: String? {
    switch place {
    case .column(let name): name
    case .path(let path): path
    case nil: nil
    }
  }

  /// The same fault with another hint.
  ///
  /// - Parameter hint: What may help.
  /// - Returns: The fault with that hint.
  package func hinting(_ hint: Hint?) -> Fault {
    Fault(
      file: file, line: line, place: place, value: value, problem: problem, expected: expected,
      hint: hint, severity: severity, kind: kind)
  }
}

extension Fault {
  /// The same fault in another place.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - line: The line, counted from 1; as it is if left out.
  /// - Returns: The fault there.
  func moved(to file: String, line: Int? = nil) -> Fault {
    Fault(
      file: file, line: line ?? self.line, place: place, value: value, problem: problem,
      expected: expected, hint: hint, severity: severity, kind: kind)
  }
}

extension Fault.Hint {
  /// The nearest right value, or the advice.
  package var text: String {
    switch self {
    case .didYouMean(let text): text
    case .advice(let advice): advice.description
    }
  }
}

extension Fault: Comparable {
  /// Orders by file, line and column; a whole file comes before its lines.
  package static func < (one: Fault, other: Fault) -> Bool {
    if one.file != other.file { return one.file < other.file }
    if one.line != other.line { return (one.line ?? 0) < (other.line ?? 0) }
    if one.column != other.column { return (one.column ?? "") < (other.column ?? "") }
    return one.words(in: .english) < other.words(in: .english)
  }
}

extension Fault: Worded, CustomStringConvertible {
  /// One sentence for a planner, with the hint behind it, in the language spoken now.
  package var description: String { words(in: .current) }

  package func words(in language: Language) -> String {
    sentence.words(in: language)
  }

  private var sentence: Sentence {
    switch (expected, hint) {
    case (nil, nil): "\(whereabouts): \(statement)."
    case (nil, .didYouMean(let nearest)?):
      "\(whereabouts): \(statement). Did you mean \(clippedForDisplay(nearest))?"
    case (nil, .advice(let advice)?): "\(whereabouts): \(statement). \(advice)"
    case (let expected?, nil): "\(whereabouts): \(statement); expected \(expected)."
    case (let expected?, .didYouMean(let nearest)?):
      """
      \(whereabouts): \(statement); expected \(expected). \
      Did you mean \(clippedForDisplay(nearest))?
      """
    case (let expected?, .advice(let advice)?):
      "\(whereabouts): \(statement); expected \(expected). \(advice)"
    }
  }

  /// What is wrong, beginning with the value.
  private var statement: Sentence {
    guard let value else { return problem }
    return value.isEmpty ? "an empty value \(problem)" : "\"\(value)\" \(problem)"
  }

  /// The file, the line and the place in it.
  private var whereabouts: Sentence {
    let file = clippedForDisplay(file)
    return switch (line, place) {
    case (nil, nil): "\(file)"
    case (nil, .column(let name)?): "\(file), column \(clippedForDisplay(name))"
    case (nil, .path(let path)?): "\(file), at \(clippedForDisplay(path))"
    case (let line?, nil): "\(file), line \(line)"
    case (let line?, .column(let name)?):
      "\(file), line \(line), column \(clippedForDisplay(name))"
    case (let line?, .path(let path)?): "\(file), line \(line), at \(clippedForDisplay(path))"
    }
  }
}

/// Makes text fit for one line of a message.
///
/// Characters that would break the line or hide are escaped as in Swift; what
/// goes beyond 80 characters is replaced by an ellipsis. Text that went
/// through once is left as it is.
///
/// - Parameter text: Any text.
/// - Returns: At most 80 visible characters.
package func clippedForDisplay(_ text: String) -> String {
  var shown = ""
  var count = 0
  // A character may consist of any number of scalars; scalars are counted.
  for scalar in text.unicodeScalars {
    let piece = displayForm(of: scalar)
    count += piece.unicodeScalars.count
    if count > 80 { return String(shown.unicodeScalars.prefix(79)) + "…" }
    shown += piece
  }
  return shown
}

private func displayForm(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": return "\\n"
  case "\r": return "\\r"
  case "\t": return "\\t"
  case "\0": return "\\0"
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
    return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  default:
    return String(scalar)
  }
}
