// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The section of the ten years.
func decadeLines(_ year: ProgrammeYear) -> [String] {
  let (decade, rules) = (year.decade, year.decade.rules)
  let objective = decade.objective.map { quoted($0.rawValue) }.joined(separator: ", ")
  var lines = [
    "// The ten years. docs/decade.md defines rules and goals.",
    "decade: {",
    "  // Goals: \(DecadeGoal.allCases.map(\.rawValue).joined(separator: ", ")).",
    "  objective: [\(objective)],",
    "",
  ]
  for setting in NumberSetting<DecadeRules>.decade {
    lines.append("  // \(setting.meaning) (\(setting.unit)).")
    lines.append("  \(setting.key): \(setting.write(rules)),")
  }
  lines += [
    "", "  // Points wished for over all years; an aim left out is in no goal.", "  aims: {",
  ]
  for (aim, points) in zip(Aim.allCases, rules.wishedPoints) where points > 0 {
    lines.append("    \(aim.rawValue): \(points),")
  }
  lines += [
    "  },",
    "",
    "  // A rule is hard unless it says off: true, or penalty: 1 to 10000 for each unit.",
    "  rules: [",
  ]
  lines += ruleLines(rules)
  lines += [
    "    // Fewest people of the lines of a country over all years.",
    "    // Unit: each started 1,000 people short.",
    entry(
      .countryFloor, "people",
      rules.floors.sorted { $0.key < $1.key }.map { (year.countries[$0.key].id, $0.value) }, rules),
    "    // Least share in percent of what the years to come cost, by kind of line.",
    "    // Unit: each started 10,000 yen short.",
    entry(
      .kindShare, "percent",
      DecadeKind.allCases.compactMap { kind in rules.shares[kind].map { (kind.rawValue, $0) } },
      rules),
    "  ],", "},",
  ]
  return lines.map { $0.isEmpty ? "" : "  " + $0 }
}

/// The entry of a rule with numbers of its own.
private func entry(
  _ rule: DecadeRule, _ key: String, _ members: [(name: String, number: Int)], _ rules: DecadeRules
) -> String {
  let numbers = members.map { "\(ProgrammeFiles.key($0.name)): \($0.number)" }
  let parts =
    ["rule: \(quoted(rule.rawValue))", "\(key): {\(numbers.joined(separator: ", "))}"]
    + strictness(rules[rule]) + standing(rules.standings[rule] ?? .usual)
  return "    {\(parts.joined(separator: ", "))},"
}
