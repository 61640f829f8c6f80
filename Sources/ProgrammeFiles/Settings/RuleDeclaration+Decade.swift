// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension DecadeRule: DeclaredRule {}

extension DecadeRules: RuleSet {
  static var declarations: [RuleDeclaration<DecadeRules>] {
    RuleDeclaration<DecadeRules>.decade
  }
  static var page: String { "docs/decade.md" }
  static var example: DecadeRule { .ramp }
}

extension RuleDeclaration where Root == DecadeRules {
  /// The rules of the ten years but for those that hold for each country or kind.
  static let decade: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .ramp, unit: "a unit over",
      meaning: "A line grows and shrinks by at most ramp_up and ramp_down a year"),
    RuleDeclaration(
      rule: .budget, unit: "each started 10,000 yen over",
      meaning: "All lines of a year together cost at most its budget"),
    RuleDeclaration(
      rule: .staff, unit: "a day over",
      meaning: "All lines of a year together take at most its days of staff"),
    RuleDeclaration(
      rule: .venueNights, unit: "a night over",
      meaning: "All lines of a year together take at most its nights in the houses"),
    RuleDeclaration(
      rule: .leastReach, unit: "each started 1,000 people short",
      meaning: "Each year reaches at least its least_reach"),
  ]
}

extension NumberSetting where Root == DecadeRules {
  /// What is to be reached.
  static let decade: [NumberSetting] = [
    .integer(
      "target", \.target, in: 0...1_000_000_000, unit: "people",
      "People to reach over all years, each counted once"),
    .integer(
      "lost_year_percent", \.lostYearPercent, in: 0...100, unit: "percent",
      "What has to be reached of it although one year is lost"),
  ]
}
