// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// The names of the settings of returnees.
  static let returneeKeys = ["objective", "rules", "announced"]
  /// What each row of announced participations has.
  static let participationKeys = ["returnee", "activity"]

  /// The settings of returnees: `{objective: […], rules: […], announced: […]}`.
  mutating func readReturnees(_ value: JSON5Value) {
    guard let object = object(value, keys: Self.returneeKeys) else { return }
    if let value = object["objective"],
      let named: [(goal: ReturneeGoal, value: JSON5Value)] = goals(value)
    {
      settings.returneeObjective = named.map(\.goal)
    }
    if let value = object["announced"] { readAnnouncedParticipations(value) }
    guard let list = object["rules"] else { return }
    readRules(list, into: \.returneeRules) { _, _, _ in false }
  }

  /// What people were told of: `[{returnee: …, activity: …}]`.
  private mutating func readAnnouncedParticipations(_ value: JSON5Value) {
    guard let rows = list(value, of: "participations") else { return }
    var lines: [Participation: Int] = [:]
    for row in rows {
      guard object(row, keys: Self.participationKeys, each: "column") != nil,
        let returnee = required("returnee", of: row, expected: "a returnee of returnees.csv")
          .flatMap({ index(of: $0, in: names.returnees) }),
        let activity = required("activity", of: row, expected: "an activity of activities.csv")
          .flatMap({ index(of: $0, in: names.activities) })
      else { continue }
      let pair = Participation(returnee: returnee, activity: activity)
      if let line = lines[pair] {
        report(row, "says what line \(line) says already", expected: "each participation once")
        continue
      }
      lines[pair] = row.position.line
      settings.announcedParticipations.append(pair)
    }
    settings.announcedParticipations.sort()
  }
}

extension ReturneeRule: DeclaredRule {}

extension ReturneeRules: RuleSet {
  static var declarations: [RuleDeclaration<ReturneeRules>] {
    RuleDeclaration<ReturneeRules>.returnees
  }
  static var page: String { "docs/returnees.md" }
  static var example: ReturneeRule { .distance }
}

extension RuleDeclaration where Root == ReturneeRules {
  /// The rules of returnees' activities.
  static let returnees: [RuleDeclaration] =
    whoMayTakePart + [
      RuleDeclaration(
        rule: .neighbouringDays, unit: "a pair of activities of one person",
        meaning: "Nobody has two activities on the same or on neighbouring days",
        parameters: [
          .integer(
            "days", \.daysBetween, in: 0...60, unit: "days",
            "Free days between two; 0 forbids the same day only")
        ]),
      RuleDeclaration(
        rule: .load, unit: "an activity over",
        meaning: "Nobody has too many activities in a quarter",
        parameters: [
          .integer(
            "per_quarter", \.perQuarter, in: 0...100, unit: "activities",
            "Most for those who name no number")
        ]),
    ] + whatActivitiesWant + [
      RuleDeclaration(
        rule: .prefectureFirst, unit: "a person",
        meaning: "Who was sent by a prefecture helps there before going elsewhere"),
      RuleDeclaration(
        rule: .budget, unit: "each started 10,000 yen over",
        meaning: "All travel of the year costs at most the total",
        parameters: [
          .yen("total_jpy", \.totalBudget, to: 100_000_000_000_000, "Budget for all travel"),
          .integer(
            "yen_per_km", \.yenPerKilometre, in: 0...10_000, unit: "yen",
            "What a kilometre costs where travel.csv says nothing"),
        ]),
      RuleDeclaration(
        rule: .announced, unit: "a participation; one too many where some may be lost",
        meaning: "Whoever was told of an activity takes part in it",
        parameters: [
          .integer(
            "most_moved", \.mostMoved, in: 0...1_000_000, unit: "participations",
            "So many that were announced may be lost"
          ).leftOutWhenUnused()
        ], isLeftOutWhenUnused: true),
    ]

  private static let whoMayTakePart: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .distance, unit: "a person in an activity",
      meaning: "Nobody travels farther than they go",
      parameters: [
        .kilometres("max_km", \.maximumMetres, to: 3_000, "How far, for those who name nothing")
      ]),
    RuleDeclaration(
      rule: .freeDays, unit: "a person in an activity",
      meaning: "People are free on all days of the activity"),
    RuleDeclaration(
      rule: .afterReturn, unit: "a person in an activity",
      meaning: "People have some weeks to themselves after they come back",
      parameters: [
        .integer(
          "days", \.restAfterReturn, in: 0...1_000, unit: "days",
          "From the day of return to the first day of an activity")
      ]),
  ]

  private static let whatActivitiesWant: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .leaders, unit: "a leader short",
      meaning: "An activity has as many experienced leaders as it asks for"),
    RuleDeclaration(
      rule: .languages, unit: "a language that nobody speaks",
      meaning: "Each language that an activity asks for is spoken by somebody there"),
    RuleDeclaration(
      rule: .skills, unit: "a skill that nobody has",
      meaning: "Each skill that an activity asks for is had by somebody there"),
    RuleDeclaration(
      rule: .tie, unit: "an activity",
      meaning: "An activity of a standing tie has somebody whom that school hosted"),
  ]
}
