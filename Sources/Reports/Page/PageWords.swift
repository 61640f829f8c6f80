// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Wording

/// What the page calls tables, columns, words and countries; workbooks call them the same.
///
/// All is nothing where the page has no words for a name, and shows the name.
enum PageWords {
  /// A name in both languages.
  struct Term: Worded {
    let english: String
    let japanese: String

    func words(in language: Language) -> String { language == .english ? english : japanese }
  }

  static func table(_ name: String) -> Term? { terms["table.\(name)"] }

  static func value(_ word: String) -> Term? { terms["value.\(word)"] }

  static func country(_ code: String) -> Term? { terms["country.\(code)"] }

  static func goal(_ name: String) -> Term? { terms["goal.\(name)"] }

  static func problem(_ problem: PlanProblem) -> Term? { terms["problem.\(problem.rawValue)"] }

  /// What a column is called, also one of a comparison that is called after others.
  static func column(_ name: String, of table: String = "") -> Term? {
    if let term = terms["column.\(table).\(name)"] { return term }
    // There goals have columns of their names.
    if table == "scenarios" || table == "prices", let term = goal(name) { return term }
    if let term = terms["column.\(name)"] ?? terms["figure.\(name)"] ?? goal(name) { return term }
    if name.hasPrefix("lost_") {
      let goal = String(name.dropFirst(5).replacing("_", with: "-"))
      return filled("column.lost_", "goal", with: Self.goal(goal))
    }
    if name.hasSuffix("_difference") {
      return filled(
        "column.difference", "column", with: column(String(name.dropLast(11)), of: table))
    }
    if name.hasPrefix("from_") {
      return filled("column.before", "column", with: column(String(name.dropFirst(5))))
    }
    if name.hasPrefix("to_") {
      return filled("column.now", "column", with: column(String(name.dropFirst(3))))
    }
    return nil
  }

  private static func filled(_ key: String, _ place: String, with term: Term?) -> Term? {
    guard let pattern = terms[key], let term else { return nil }
    return Term(
      english: pattern.english.replacing("{\(place)}", with: term.english),
      japanese: pattern.japanese.replacing("{\(place)}", with: term.japanese))
  }

  /// Everything in `words.json`; a test reads it too.
  private static let terms: [String: Term] = {
    guard
      case .object(let object)? =
        try? JSON5.parse(PageAsset.words.text, named: PageAsset.words.rawValue).content
    else { return [:] }
    return Dictionary(
      object.members.compactMap { member -> (String, Term)? in
        guard case .array(let texts) = member.value.content, texts.count == 2,
          case .string(let english) = texts[0].content,
          case .string(let japanese) = texts[1].content
        else { return nil }
        return (member.key, Term(english: english, japanese: japanese))
      }, uniquingKeysWith: { first, _ in first })
  }()
}

extension PhraseBook {
  /// Recognises what plans say.
  static let plans = PhraseBook(
    names: Rule.allCases.map(\.rawValue) + TrainingRule.allCases.map(\.rawValue)
      + ReturneeRule.allCases.map(\.rawValue) + ExchangeRule.allCases.map(\.rawValue)
      + DecadeRule.allCases.map(\.rawValue) + Goal.allCases.map(\.rawValue)
      + TrainingGoal.allCases.map(\.rawValue) + ReturneeGoal.allCases.map(\.rawValue)
      + ExchangeGoal.allCases.map(\.rawValue) + DecadeGoal.allCases.map(\.rawValue))
}
