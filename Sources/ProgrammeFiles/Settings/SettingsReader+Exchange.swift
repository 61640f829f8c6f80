// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// The names of the settings of exchange.
  static let exchangeKeys =
    ["objective"] + NumberSetting<ExchangeRules>.exchange.map(\.key) + ["weights", "rules"]

  /// The settings of exchange: `{objective: […], days: …, weights: {…}, rules: […]}`.
  mutating func readExchange(_ value: JSON5Value) {
    guard let object = object(value, keys: Self.exchangeKeys) else { return }
    if let value = object["objective"],
      let named: [(goal: ExchangeGoal, value: JSON5Value)] = goals(value)
    {
      settings.exchangeObjective = named.map(\.goal)
    }
    for setting in NumberSetting<ExchangeRules>.exchange {
      guard let value = object[setting.key] else { continue }
      attempt(value, expected: setting.expected) { (reader, value) throws(CellProblem) in
        try setting.read(value, &reader.settings.exchangeRules)
      }
    }
    if let value = object["weights"],
      let members = self.object(
        value, keys: ExchangeCriterion.allCases.map(\.rawValue), each: "criterion")
    {
      settings.exchangeRules.weights = [:]
      for member in members.members {
        guard let criterion = ExchangeCriterion(rawValue: member.key) else { continue }
        settings.exchangeRules.weights[criterion] = integer(
          member.value, in: Settings.weightRange)
      }
    }
    guard let list = object["rules"] else { return }
    readRules(list, into: \.exchangeRules) { _, _, _ in false }
  }
}

extension NumberSetting where Root == ExchangeRules {
  /// How long visits are, and when they begin.
  static let exchange: [NumberSetting] = [
    .integer(
      "days", \.days, in: 8...60, unit: "days",
      "Days of a visit, those of arrival and departure included"),
    NumberSetting(
      key: "arrival", unit: "",
      range: "\(Weekday.allCases.map { "`\($0.word)`" }.joined(separator: ", "))",
      meaning: "The day of the week on which visitors arrive",
      expected: "\(Weekday.allCases.map(\.word).joined(separator: ", "))",
      read: { (value, rules) throws(CellProblem) in
        guard let text = value.string,
          let day = Weekday.allCases.first(where: { $0.word == text })
        else { throw CellProblem("is no day of the week") }
        rules.arrival = day
      }, write: { "\"\($0.arrival.word)\"" }),
  ]
}

extension ExchangeRule: DeclaredRule {}

extension ExchangeRules: RuleSet {
  static var declarations: [RuleDeclaration<ExchangeRules>] {
    RuleDeclaration<ExchangeRules>.exchange
  }
  static var page: String { "docs/exchange.md" }
  static var example: ExchangeRule { .subject }
}

extension RuleDeclaration where Root == ExchangeRules {
  /// The rules of teacher exchange.
  static let exchange: [RuleDeclaration] =
    whoFits + whenVisitsAre + [
      RuleDeclaration(
        rule: .prefectureYear, unit: "a partnership over",
        meaning: "A prefecture's schools do not have too many partnerships in the year",
        parameters: [
          .integer(
            "partnerships", \.pairsOfYear, in: 0...100_000, unit: "partnerships",
            whenNull: "no limit", "Most of a prefecture's schools together")
        ]),
      RuleDeclaration(
        rule: .countries, unit: "a partnership short",
        meaning: "Every country whose schools wish to exchange has some partnership",
        parameters: [
          .integer(
            "partnerships", \.pairsOfCountry, in: 0...10_000, unit: "partnerships",
            "Fewest of each country")
        ]),
      RuleDeclaration(
        rule: .rotation, unit: "a visit to a prefecture that rests",
        meaning: "A prefecture that hosted lately does not host before others had a turn",
        parameters: [
          .integer(
            "years", \.restYears, in: 0...30, unit: "years",
            "Fiscal years for which a prefecture rests; the goal repeats counts them too")
        ]),
    ]

  private static let whoFits: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .level, unit: "a partnership",
      meaning: "Primary schools have primary schools as partners, secondary ones secondary ones"),
    RuleDeclaration(
      rule: .role, unit: "a partnership",
      meaning: "The same people of both schools take part, such as principals"),
    RuleDeclaration(
      rule: .language, unit: "a partnership",
      meaning: "Two schools have a language in which both can work"),
    RuleDeclaration(
      rule: .subject, unit: "a partnership", meaning: "Two schools have a subject in common"),
    RuleDeclaration(
      rule: .grades, unit: "a partnership", meaning: "Two schools have a grade in common"),
    RuleDeclaration(
      rule: .size, unit: "a partnership",
      meaning: "Neither school is many times as large as the other",
      parameters: [
        .integer("max_ratio", \.mostRatio, in: 1...1_000, unit: "times", "How many times")
      ]),
    RuleDeclaration(
      rule: .group, unit: "a visit", meaning: "A school hosts no larger group than it can"),
    RuleDeclaration(
      rule: .reciprocity, unit: "a visit that is not returned",
      meaning: "Who is visited visits, unless that pays back a visit of earlier years"),
  ]

  private static let whenVisitsAre: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .windows, unit: "a visit",
      meaning: "Visits lie between the days that both schools name"),
    RuleDeclaration(
      rule: .calendars, unit: "a visit",
      meaning: "No teacher travels on days that calendars block for teachers of the country"),
    RuleDeclaration(
      rule: .inSession, unit: "a visit",
      meaning: "Nobody visits during exams, closures or holidays of the host's schools"),
    RuleDeclaration(
      rule: .oneAtATime, unit: "a pair of visits of one school",
      meaning: "No school has two visits in the same week, whether it sends or hosts"),
    RuleDeclaration(
      rule: .prefectureWeek, unit: "a group over in a week",
      meaning: "A prefecture does not host too many groups at a time",
      parameters: [
        .integer("groups", \.groupsOfWeek, in: 0...1_000, unit: "groups", "Most in a week")
      ]),
  ]
}
