// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Writes `programme.json5` with a comment for each setting.
///
/// Every rule is listed, so that a planner sees what can be changed.
///
/// - Parameter year: The year.
/// - Returns: The document.
func settingsText(of year: ProgrammeYear) -> String {
  var lines = [
    "// The settings of a programme year. docs/files.md describes them all.",
    "{",
    "  // The name of the year in reports.",
    "  title: \(quoted(year.title)),",
    "",
    "  // The fiscal year, from 1 April of this year on.",
    "  fiscal_year: \(year.fiscalYear),",
    "",
    "  // What comes first, second, and so on; each goal keeps the optimum of those before.",
    "  // Goals: \(Goal.allCases.map(\.rawValue).joined(separator: ", ")).",
    "  objective: [\(year.objective.map { quoted($0.rawValue) }.joined(separator: ", "))],",
    "",
    "  // What a point of each criterion weighs, 0 to 100; one left out weighs 0.",
    "  weights: {",
  ]
  for criterion in Criterion.allCases {
    guard let weight = year.weights[criterion] else { continue }
    lines.append("    \(key(criterion.rawValue)): \(weight),")
  }
  lines += [
    "  },",
    "",
    "  // What a filled seat of priority 1 weighs against points, for the goal weighted.",
    "  filled_weight: \(year.filledWeight),",
    "",
    "  // Which schools may be served together by one partner.",
    "  bundles: {",
  ]
  for setting in RuleDeclaration.bundles {
    lines.append("    // \(setting.meaning) (\(setting.unit)).")
    lines.append("    \(setting.key): \(setting.write(year.bundles)),")
  }
  lines += [
    "  },",
    "",
    "  // A rule is hard unless it says off: true, or penalty: 1 to 10000 for each unit.",
    "  rules: [",
  ]
  for declaration in RuleDeclaration.all {
    lines.append("    // \(declaration.meaning).")
    lines.append("    // Unit: \(declaration.unit).")
    lines += entry(declaration, year.rules)
  }
  lines += quotaLines(year.rules)
  lines += ["  ],", "}", ""]
  return lines.joined(separator: "\n")
}

/// A rule's entry: on one line, or with a line for each parameter.
private func entry(_ declaration: RuleDeclaration, _ rules: Rules) -> [String] {
  let head =
    ["rule: \(quoted(declaration.rule.rawValue))"] + strictness(rules[declaration.rule])
  guard !declaration.parameters.isEmpty else {
    return ["    {\(head.joined(separator: ", "))},"]
  }
  let parameters = declaration.parameters.map { parameter in
    "      \(parameter.key): \(parameter.write(rules)),"
      + "  // \(parameter.meaning) (\(parameter.unit), \(parameter.range))."
  }
  return ["    {", "      \(head.joined(separator: ", ")),"] + parameters + ["    },"]
}

private func strictness(_ strictness: Strictness) -> [String] {
  switch strictness {
  case .hard: []
  case .soft(let penalty): ["penalty: \(penalty)"]
  case .off: ["off: true"]
  }
}

private func quotaLines(_ rules: Rules) -> [String] {
  var lines = [
    "    // Quotas: how many of one kind of placement there may be; as many as you like, such as",
    "    // {rule: \"quota\", id: \"young\", select: {\"applicant.age\": {lt: 25}}, max: 10}.",
  ]
  for quota in rules.quotas {
    var members = ["rule: \"quota\"", "id: \(quoted(quota.id))", "select: \(text(quota.select))"]
    if let minimum = quota.minimum { members.append("min: \(minimum)") }
    if let maximum = quota.maximum { members.append("max: \(maximum)") }
    if let share = quota.share {
      var parts = ["of: \(text(share.of))"]
      if let percent = share.minimumPercent { parts.append("min_percent: \(percent)") }
      if let percent = share.maximumPercent { parts.append("max_percent: \(percent)") }
      members.append("share: {\(parts.joined(separator: ", "))}")
    }
    if let each = quota.each { members.append("each: \(quoted(each.rawValue))") }
    lines.append(
      "    {\((members + strictness(quota.strictness)).joined(separator: ", "))},")
  }
  lines += [
    "    // A criterion made a rule, such as",
    "    // {rule: \"criterion\", id: \"able\", criterion: \"interview\", min: 50}.",
  ]
  for rule in rules.criteria {
    let members =
      [
        "rule: \"criterion\"", "id: \(quoted(rule.id))",
        "criterion: \(quoted(rule.criterion.rawValue))", "min: \(rule.minimum)",
        "select: \(text(rule.select))",
      ] + strictness(rule.strictness)
    lines.append("    {\(members.joined(separator: ", "))},")
  }
  return lines
}

private func text(_ selector: Selector) -> String {
  let conditions = selector.conditions.map { condition in
    "\(quoted(condition.attribute.rawValue)): \(text(condition.test, of: condition.attribute))"
  }
  return "{\(conditions.joined(separator: ", "))}"
}

private func text(_ test: Selector.Test, of attribute: Attribute) -> String {
  func value(_ word: String) -> String {
    switch attribute.kind {
    case .number: word
    case .yesNo: word == "yes" ? "true" : "false"
    case .word, .list: quoted(word)
    }
  }
  func list(_ words: [String]) -> String {
    "[\(words.map(value).joined(separator: ", "))]"
  }
  switch test {
  case .among(let words):
    return words.count == 1 ? words.map(value).joined() : list(words)
  case .noneAmong(let words):
    return "{not: \(list(words))}"
  case .range(let lower, let upper):
    let parts = [lower.map { "ge: \($0)" }, upper.map { "le: \($0)" }].compactMap { $0 }
    return "{\(parts.joined(separator: ", "))}"
  }
}

private func quoted(_ text: String) -> String {
  CanonicalJSON.string(text).string(.compact)
}

/// A name that stands in quotes only if it has to.
private func key(_ name: String) -> String {
  name.contains("-") ? quoted(name) : name
}
