// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording
internal import Workbooks

/// A column of a table for people to read, with what it says.
struct ExplainedColumn: Sendable {
  /// How its cells read in another language than that of the plan's files.
  enum Wording: String, Sendable {
    /// The same: identifiers, names, numbers, days and what planners wrote.
    case verbatim
    /// A word of the plan's files, such as `yes`.
    case word
    /// A country's code.
    case country
    /// Countries' codes with semicolons between them.
    case countries
    /// Sentences of the program.
    case sentence
  }

  /// Its name in the plan's files.
  var title: String
  var kind: WorkbookColumn.Kind
  /// What it is, a sentence without its full stop.
  var meaning: Sentence?
  var colouring: WorkbookColumn.Colouring?

  init(
    _ title: String, _ kind: WorkbookColumn.Kind = .text, says meaning: Sentence? = nil,
    colouring: WorkbookColumn.Colouring? = nil
  ) {
    self.title = title
    self.kind = kind
    self.meaning = meaning
    self.colouring = colouring
  }

  /// What it is, as a sentence.
  var note: Sentence? { meaning.map { "\($0)." } }

  /// How its cells read, in a table of a name.
  func wording(inTable table: String) -> Wording {
    switch title {
    case "country", "guest_country", "host_country": .country
    case "countries": .countries
    case "sentence", "reasons", "why_not", "obstacle", "note", "effect", "what", "how_good",
      "placed_at":
      .sentence
    case "reason": table == "unmet" || table == "unpartnered" ? .sentence : .word
    case "why": table == "moves" ? .sentence : .verbatim
    case "outcome", "guarded", "pinned", "leader", "earned", "pays_back", "direction", "role",
      "level", "kind", "sex", "kind_of_group", "track", "unit", "decision", "helps", "end_known",
      "fewest_moves", "stays_until":
      .word
    default: .verbatim
    }
  }
}

/// A column of text.
func words(_ name: String, says meaning: Sentence) -> ExplainedColumn {
  ExplainedColumn(name, says: meaning)
}

/// A column of numbers.
func numbers(
  _ name: String, says meaning: Sentence, colouring: WorkbookColumn.Colouring? = nil
) -> ExplainedColumn {
  ExplainedColumn(name, .number(isGrouped: true), says: meaning, colouring: colouring)
}

/// A column of days.
func days(_ name: String, says meaning: Sentence) -> ExplainedColumn {
  ExplainedColumn(name, .day, says: meaning)
}
