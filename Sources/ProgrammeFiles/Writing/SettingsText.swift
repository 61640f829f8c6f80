// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Writes `programme.json5` with a comment for each setting.
///
/// Every rule is listed, so that a planner sees what can be changed.
///
/// - Parameter year: The year.
/// - Returns: The document.
func settingsText(of year: ProgrammeYear) -> String {
  Language.english.spoken { lines(of: year) }.joined(separator: "\n") + "\n"
}

private func lines(of year: ProgrammeYear) -> [String] {
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
  for setting in NumberSetting.bundles {
    lines.append("    // \(setting.meaning) (\(setting.unit)).")
    lines.append("    \(setting.key): \(setting.write(year.bundles)),")
  }
  lines += [
    "  },",
    "",
    "  // A rule is hard unless it says off: true, or penalty: 1 to 10000 for each unit.",
    "  rules: [",
  ]
  lines += ruleLines(year.rules) + quotaLines(year.rules) + ["  ],"]
  if year.training.isPlanned || year.training.rules != TrainingRules()
    || year.training.objective != TrainingData.defaultObjective
    || !year.training.announced.isEmpty
  {
    lines += [""] + trainingLines(year)
  }
  let returnees = year.returnees
  if returnees.isPlanned || returnees.rules != ReturneeRules()
    || returnees.objective != ReturneeData.defaultObjective || !returnees.announced.isEmpty
  {
    lines += [""] + returneeLines(returnees)
  }
  let exchange = year.exchange
  if exchange.isPlanned || exchange.rules != ExchangeRules()
    || exchange.objective != ExchangeData.defaultObjective
  {
    lines += [""] + exchangeLines(exchange)
  }
  if year.decade != DecadeData() { lines += [""] + decadeLines(year) }
  return lines + ["}"]
}

/// The section of trainings.
private func trainingLines(_ year: ProgrammeYear) -> [String] {
  let training = year.training
  let objective = training.objective.map { quoted($0.rawValue) }.joined(separator: ", ")
  var lines = [
    "// Trainings in Japan. docs/training.md defines rules and goals.",
    "training: {",
    "  // Goals: \(TrainingData.defaultObjective.map(\.rawValue).joined(separator: ", ")).",
    "  objective: [\(objective)],",
    "",
    "  // A rule is hard unless it says off: true, or, where it may, penalty: 1 to 10000.",
    "  rules: [",
  ]
  lines += ruleLines(training.rules)
  lines += [
    "    // Quotas: how many people of one kind may train; as many as you like, such as",
    "    // {rule: \"quota\", id: \"first\", select: {\"delegation.first_visit\": true}, min: 10}.",
  ]
  for quota in training.rules.quotas {
    let share = quota.share.map {
      shareText(of: text($0.of), $0.minimumPercent, $0.maximumPercent)
    }
    lines.append(
      quotaLine(
        quota.id, text(quota.select), quota.minimum, quota.maximum, share, [], quota.strictness,
        quota.standing))
  }
  lines.append("  ],")
  if !training.announced.isEmpty {
    lines += ["", "  // Sessions that groups were told of.", "  announced: ["]
    for pin in training.announced {
      guard let session = pin.session else { continue }
      let kind = if case .cohort = pin.group { "cohort" } else { "delegation" }
      lines.append(
        "    {\(kind): \(quoted(pin.group.id(in: year))), "
          + "course: \(quoted(training.courses[session.course].id)), "
          + "site: \(quoted(year.sites[session.site].id)), start: \(quoted("\(session.start)"))},")
    }
    lines.append("  ],")
  }
  lines.append("},")
  return lines.map { $0.isEmpty ? "" : "  " + $0 }
}

/// The section of returnees.
private func returneeLines(_ returnees: ReturneeData) -> [String] {
  let objective = returnees.objective.map { quoted($0.rawValue) }.joined(separator: ", ")
  // What replanning asks for is no everyday goal.
  let goals = ReturneeGoal.allCases.filter { $0 != .moved }.map(\.rawValue)
  let announced = returnees.announced.map { pair in
    "    {returnee: \(quoted(returnees.returnees[pair.returnee].id)), "
      + "activity: \(quoted(returnees.activities[pair.activity].id))},"
  }
  let lines =
    [
      "// Activities of returned partners. docs/returnees.md defines rules and goals.",
      "returnees: {",
      "  // Goals: \(goals.joined(separator: ", ")).",
      "  objective: [\(objective)],",
      "",
      "  // A rule is hard unless it says off: true, or, where it may, penalty: 1 to 10000.",
      "  rules: [",
    ] + ruleLines(returnees.rules) + ["  ],"]
    + (announced.isEmpty
      ? []
      : ["", "  // Activities that people were told of.", "  announced: ["] + announced + ["  ],"])
    + ["},"]
  return lines.map { $0.isEmpty ? "" : "  " + $0 }
}

/// The section of exchange.
private func exchangeLines(_ exchange: ExchangeData) -> [String] {
  let objective = exchange.objective.map { quoted($0.rawValue) }.joined(separator: ", ")
  var lines = [
    "// Exchange of teachers. docs/exchange.md defines rules and goals.",
    "exchange: {",
    "  // Goals: \(ExchangeGoal.allCases.map(\.rawValue).joined(separator: ", ")).",
    "  objective: [\(objective)],",
    "",
  ]
  for setting in NumberSetting.exchange {
    lines.append(
      "  // \(setting.meaning)\(setting.unit == "" ? "" : " (\(setting.unit))").")
    lines.append("  \(setting.key): \(setting.write(exchange.rules)),")
  }
  lines += [
    "", "  // What a point of each criterion weighs, 0 to 100; one left out weighs 0.",
    "  weights: {",
  ]
  for criterion in ExchangeCriterion.allCases {
    guard let weight = exchange.rules.weights[criterion] else { continue }
    lines.append("    \(key(criterion.rawValue)): \(weight),")
  }
  lines += [
    "  },", "",
    "  // A rule is hard unless it says off: true, or, where it may, penalty: 1 to 10000.",
    "  rules: [",
  ]
  lines += ruleLines(exchange.rules) + ["  ],", "},"]
  return lines.map { $0.isEmpty ? "" : "  " + $0 }
}

/// The entries of the rules that are given at most once, with a comment for each.
func ruleLines<Root: RuleSet>(_ rules: Root) -> [String] {
  let unused = Root()
  let written = Root.declarations.filter { declaration in
    let rule = declaration.rule
    return !declaration.isLeftOutWhenUnused || rules[rule] != unused[rule]
      || rules.standings[rule] != unused.standings[rule]
      || declaration.parameters.contains { $0.write(rules) != $0.write(unused) }
  }
  return written.flatMap { declaration in
    ["    // \(declaration.meaning).", "    // Unit: \(declaration.unit)."]
      + entry(declaration, rules)
  }
}

/// A rule's entry: on one line, or with a line for each parameter.
private func entry<Root: RuleSet>(
  _ declaration: RuleDeclaration<Root>, _ rules: Root
) -> [String] {
  let head =
    ["rule: \(quoted(declaration.rule.rawValue))"] + strictness(rules[declaration.rule])
    + standing(rules.standings[declaration.rule] ?? .usual)
  let unused = Root()
  let written = declaration.parameters.filter {
    !$0.isLeftOutWhenUnused || $0.write(rules) != $0.write(unused)
  }
  guard !written.isEmpty else {
    return ["    {\(head.joined(separator: ", "))},"]
  }
  let parameters = written.map { parameter in
    "      \(parameter.key): \(parameter.write(rules)),"
      + "  // \(parameter.meaning) (\(parameter.unit), \(parameter.range))."
  }
  return ["    {", "      \(head.joined(separator: ", ")),"] + parameters + ["    },"]
}

func standing(_ standing: Standing) -> [String] {
  let word = standing.isLaw.map { $0 ? StandingWord.law : .negotiable }
  return (word.map { ["standing: \(quoted($0.rawValue))"] } ?? [])
    + (standing.cost == Standing.usual.cost ? [] : ["relax_cost: \(standing.cost)"])
}

func strictness(_ strictness: Strictness) -> [String] {
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
    let share = quota.share.map {
      shareText(of: text($0.of), $0.minimumPercent, $0.maximumPercent)
    }
    let each = quota.each.map { ["each: \(quoted($0.rawValue))"] } ?? []
    lines.append(
      quotaLine(
        quota.id, text(quota.select), quota.minimum, quota.maximum, share, each,
        quota.strictness, quota.standing))
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
      ] + strictness(rule.strictness) + standing(rule.standing)
    lines.append("    {\(members.joined(separator: ", "))},")
  }
  return lines
}

/// The entry of a quota; what is not there is left out.
private func quotaLine(
  _ id: String, _ select: String, _ minimum: Int?, _ maximum: Int?, _ share: String?,
  _ further: [String], _ strict: Strictness, _ stands: Standing
) -> String {
  var members = ["rule: \"quota\"", "id: \(quoted(id))", "select: \(select)"]
  if let minimum { members.append("min: \(minimum)") }
  if let maximum { members.append("max: \(maximum)") }
  if let share { members.append("share: \(share)") }
  return
    "    {\((members + further + strictness(strict) + standing(stands)).joined(separator: ", "))},"
}

private func shareText(of selector: String, _ minimum: Int?, _ maximum: Int?) -> String {
  var parts = ["of: \(selector)"]
  if let minimum { parts.append("min_percent: \(minimum)") }
  if let maximum { parts.append("max_percent: \(maximum)") }
  return "{\(parts.joined(separator: ", "))}"
}

private func text(_ selector: Selector) -> String {
  object(selector.conditions.map { ($0.attribute.rawValue, $0.attribute.kind, $0.test) })
}

private func text(_ selector: TrainingSelector) -> String {
  object(selector.conditions.map { ($0.attribute.rawValue, $0.attribute.kind, $0.test) })
}

/// A selector's object.
private func object(_ conditions: [(name: String, kind: Attribute.Kind, test: Selector.Test)])
  -> String
{
  let members = conditions.map { "\(quoted($0.name)): \(text($0.test, of: $0.kind))" }
  return "{\(members.joined(separator: ", "))}"
}

private func text(_ test: Selector.Test, of kind: Attribute.Kind) -> String {
  func value(_ word: String) -> String {
    switch kind {
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

func quoted(_ text: String) -> String {
  CanonicalJSON.string(text).string(.compact)
}

/// A name that stands in quotes only if it has to.
func key(_ name: String) -> String {
  name.contains("-") ? quoted(name) : name
}
