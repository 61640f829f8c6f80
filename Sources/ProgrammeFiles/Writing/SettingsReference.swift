// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The section of `programme.json5` in `docs/files.md`.
func settingsReference() -> [String] {
  func words(_ words: some Sequence<String>) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
  var lines = [
    "JSON5: JSON with comments, trailing commas, and names without quotes. The file has to be",
    "there. A setting that nobody knows is a fault.", "",
  ]
  let objective = ProgrammeYear.defaultObjective.map(\.rawValue)
  let rows = [
    ["`title`", "text", "", "", "empty", "`\"Call 2026\"`", "Name of the year in reports"],
    [
      "`fiscal_year`", "whole number", "year",
      rangeForDisplay(Int(Settings.years.lowerBound), Int(Settings.years.upperBound)).description,
      "**required**", "`2026`", "The fiscal year, from 1 April of this year on",
    ],
    [
      "`objective`", "list of words", "", words(Goal.allCases.map(\.rawValue)),
      words(objective), "`[\"penalties\", \"weighted\"]`",
      "Goals in the planner's order; `weighted` stands in place of `filled` and `points`",
    ],
    [
      "`weights`", "object", "weight of a point", "0 to 100 for each criterion", "see below",
      "`{interview: 3}`", "What the criteria weigh; one left out of the object weighs 0",
    ],
    [
      "`filled_weight`", "whole number", "points",
      rangeForDisplay(0, Int(Settings.filledWeightRange.upperBound)).description,
      String(ProgrammeYear.defaultFilledWeight), "`1000`",
      "What a filled seat of priority 1 is worth in `weighted`",
    ],
  ]
  let blank = BundleLimits()
  let bundles = NumberSetting.bundles.map { setting in
    [
      "`bundles.\(setting.key)`", "number", setting.unit.description, setting.range.description,
      setting.write(blank),
      "`\(setting.write(blank))`", setting.meaning.description,
    ]
  }
  let rules = [
    ["`rules`", "list of objects", "", "", "every rule hard", "see below", "How rules are kept"]
  ]
  lines += markdownTable(
    ["setting", "type", "unit", "range", "default", "example", "meaning"], rows + bundles + rules)
  let weights = Criterion.allCases.map { criterion in
    "`\(criterion.rawValue)` \(ProgrammeYear.defaultWeights[criterion] ?? 0)"
  }
  lines += ["", "Default weights: \(weights.joined(separator: ", ")).", ""]
  return lines + rulesReference()
}

private func rulesReference() -> [String] {
  [
    "### Rules", "",
    "An entry names its `rule`. The rule is hard unless the entry says `off: true`, or",
    "`penalty:` and a whole number from 1 to 10,000, the price of each unit of violation. Each",
    "rule but `quota` and `criterion` is given at most once. `one-post`, `one-post-per-school`",
    "and `seats` are always hard. `docs/rules.md` defines the rules exactly.", "",
    "An entry may also say what stands behind the rule, for `musubi diagnose`:",
    "`standing: \"law\"` is never relaxed, `standing: \"negotiable\"` may be, and",
    "`relax_cost`, a whole number from 1 to 10,000 (1 unless given), is what each unit of",
    "giving way costs. Without `standing`, \(usualLaw(of: Rules.self)) are law and all others",
    "negotiable; of the rules of trainings \(usualLaw(of: TrainingRules.self)), of those of",
    "returnees \(usualLaw(of: ReturneeRules.self)), of those of exchange",
    "\(usualLaw(of: ExchangeRules.self)).", "",
  ] + rulesTables(of: Rules.self) + [""] + quotaReference
}

/// The rules that are law where nothing is said, in words.
private func usualLaw<Root: RuleSet>(of _: Root.Type) -> String {
  let names = Root.declarations.map(\.rule).filter(\.isUsuallyLaw).map { "`\($0.rawValue)`" }
  return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
}

/// The rules of a problem and their parameters.
private func rulesTables<Root: RuleSet>(of _: Root.Type) -> [String] {
  let blank = Root()
  return markdownTable(
    ["rule", "what must hold", "unit"],
    Root.declarations.map {
      ["`\($0.rule.rawValue)`", $0.meaning.description, $0.unit.description]
    })
    + ["", "Parameters:", ""]
    + markdownTable(
      ["rule", "parameter", "unit", "range", "default", "meaning"],
      Root.declarations.flatMap { declaration in
        declaration.parameters.map { parameter in
          [
            "`\(declaration.rule.rawValue)`", "`\(parameter.key)`", parameter.unit.description,
            parameter.range.description, parameter.write(blank), parameter.meaning.description,
          ]
        }
      })
}

private let quotaReference = """
  A `quota` bounds the number of placements that a selector selects:

  ```json5
  {rule: "quota", id: "remote-taught", select: {"post.remote": true, "applicant.teaching_years": {ge: 1}},
   share: {of: {"post.remote": true}, min_percent: 30}},
  {rule: "quota", id: "young", select: {"applicant.age": {lt: 25}},
   share: {of: {}, max_percent: 50}, each: "post.area", penalty: 100},
  ```

  It has an `id` of its own, a selector `select` (every placement unless given), and at least
  one of `min` and `max` (0 to 1,000,000 placements) and `share` (`of`, a selector, and
  `min_percent` or `max_percent`, 0 to 100). With `each` it holds for each value of \
  \(SettingsReader.eachAttributes.map { "`\($0.rawValue)`" }.joined(separator: ", ")).

  A `criterion` rule asks for points: `{rule: "criterion", id: "able", criterion: "interview",
  min: 50, select: {}}`, `min` from 0 to 100.

  ### Selectors

  A selector is an object of attributes, all of which have to match: a value, a list of values,
  `{in: […]}`, `{not: value}` or `{not: […]}`; for numbers also `{lt: …}`, `{le: …}`,
  `{gt: …}`, `{ge: …}`, two of them for a range. Of an attribute that is a list, one member has
  to match. Attributes:

  """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  + attributesTable(of: Attribute.self) + [""] + trainingReference()

private func attributesTable<A: SelectorAttribute>(of _: A.Type) -> [String] {
  markdownTable(
    ["attribute", "kind"], A.allCases.map { ["`\($0.rawValue)`", words(for: $0.kind)] })
}

private func words(for kind: Attribute.Kind) -> String {
  switch kind {
  case .word: "word"
  case .number: "number"
  case .yesNo: "true or false"
  case .list: "list of words"
  }
}

private func trainingReference() -> [String] {
  let objective = TrainingData.defaultObjective.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  let soft = TrainingRule.allCases.filter(\.mayBeSoft).map { "`\($0.rawValue)`" }
  return [
    "### Training in Japan", "",
    "`training: {objective: […], rules: […]}` has the goals and rules of `docs/training.md`, in",
    "the same form. The default objective is \(objective).",
    "A penalty may be given to \(soft.joined(separator: ", ")) only;",
    "`one-session` and `accepted-course` are always hard. A `quota` counts people of delegations",
    "that train; it has no `each`.", "",
  ] + rulesTables(of: TrainingRules.self) + ["", "Attributes of its selectors:", ""]
    + attributesTable(of: TrainingAttribute.self) + [""] + returneeReference()
}

private func returneeReference() -> [String] {
  let objective = ReturneeData.defaultObjective.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  let firm = ReturneeRule.allCases.filter { !$0.mayBeSoft && !$0.isStructural }
    .map { "`\($0.rawValue)`" }.joined(separator: ", ")
  return [
    "### Activities of returned partners", "",
    "`returnees: {objective: […], rules: […], announced: […]}` has the goals and rules of",
    "`docs/returnees.md`, in the same form. The default objective is \(objective).",
    "`seats` is always hard, and \(firm) may be off but have no penalty.",
    "`announced` lists who was told of which activity: `{returnee: \"R01\", activity: \"E01\"}`.",
    "",
  ] + rulesTables(of: ReturneeRules.self) + [""] + exchangeReference()
}

private func exchangeReference() -> [String] {
  let blank = ExchangeRules()
  let objective = ExchangeData.defaultObjective.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  let firm = ExchangeRule.allCases.filter { !$0.mayBeSoft && !$0.isStructural }
    .map { "`\($0.rawValue)`" }.joined(separator: ", ")
  let weights = ExchangeCriterion.allCases.map { "`\($0.rawValue)` \(blank.weights[$0] ?? 0)" }
  return [
    "### Exchange of teachers", "",
    "`exchange: {objective: […], days: …, arrival: …, weights: {…}, rules: […]}` has the goals and",
    "rules of `docs/exchange.md`. The default objective is \(objective).",
    "`partners` is always hard, and \(firm) may be off but have no penalty.", "",
  ]
    + markdownTable(
      ["setting", "unit", "range", "default", "meaning"],
      NumberSetting<ExchangeRules>.exchange.map { setting in
        [
          "`exchange.\(setting.key)`", setting.unit.description, setting.range.description,
          "`\(setting.write(blank))`", setting.meaning.description,
        ]
      } + [
        [
          "`exchange.weights`", "weight of a point", "0 to 100 for each criterion",
          weights.joined(separator: ", "), "What the criteria weigh; one left out weighs 0",
        ]
      ]) + [""] + rulesTables(of: ExchangeRules.self) + [""] + decadeReference()
}

private func decadeReference() -> [String] {
  let blank = DecadeRules()
  let objective = DecadeData.defaultObjective.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  return [
    "### The ten years", "",
    "`decade: {objective: […], target: …, lost_year_percent: …, aims: {…}, rules: […]}` has the",
    "goals and rules of `docs/decade.md`. The default objective is",
    "\(objective).", "",
  ]
    + markdownTable(
      ["setting", "unit", "range", "default", "meaning"],
      NumberSetting<DecadeRules>.decade.map { setting in
        [
          "`decade.\(setting.key)`", setting.unit.description, setting.range.description,
          setting.write(blank),
          setting.meaning.description,
        ]
      } + [
        [
          "`decade.aims`", "points over all years",
          "0 to \(grouped(Int(Settings.wishedPointsRange.upperBound))) for each aim", "0",
          "Points wished for; an aim with 0 is in no goal",
        ]
      ]) + [""] + rulesTables(of: DecadeRules.self)
    + [
      "",
      "`{rule: \"country-floor\", people: {LAO: 5000}}` asks for people of the lines of a country",
      "over all years, `{rule: \"kind-share\", percent: {training: 10}}` for a share of what the",
      "years to come cost. `units` and `earned` are always hard.", "",
    ]
}
