// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension SettingsReader {
  mutating func readRules(_ value: JSON5Value) {
    guard let values = list(value, of: "rules") else { return }
    for value in values { readRule(value) }
    let hours = settings.rules.hours
    if hours.minimum > hours.maximum, let entry = values.first(where: { names($0, .hours) }) {
      report(
        entry, "has a min of \(hours.minimum) and a max of \(hours.maximum)",
        expected: "min at most max")
    }
  }

  private func names(_ entry: JSON5Value, _ rule: Rule) -> Bool {
    entry.object?["rule"]?.string == rule.rawValue
  }

  private mutating func readRule(_ entry: JSON5Value) {
    guard entry.object != nil else {
      report(
        entry, "is \(entry.kindForDisplay)", expected: "an object such as {rule: \"housing\"}")
      return
    }
    guard let value = required("rule", of: entry, expected: "rule and the name of a rule"),
      let name = text(value)
    else { return }
    guard let rule = Rule(rawValue: name) else {
      report(
        value, "is not a rule", expected: "a rule of docs/rules.md",
        hint: NearestName(among: RuleDeclaration.names).hint(for: name))
      return
    }
    switch rule {
    case .quota: readQuota(entry)
    case .criterion: readCriterionRule(entry)
    default:
      guard ruleLines[rule] == nil else {
        report(
          value, "is given in line \(ruleLines[rule] ?? 0) already", expected: "each rule once")
        return
      }
      ruleLines[rule] = value.position.line
      readSingleRule(rule, entry)
    }
  }

  private mutating func readSingleRule(_ rule: Rule, _ entry: JSON5Value) {
    let parameters = RuleDeclaration.all.first { $0.rule == rule }?.parameters ?? []
    guard
      let object = object(entry, keys: ["rule", "off", "penalty"] + parameters.map(\.key))
    else { return }
    for parameter in parameters {
      guard let value = object[parameter.key] else { continue }
      attempt(value, expected: parameter.expected) { (reader, value) throws(CellProblem) in
        try parameter.read(value, &reader.settings.rules)
      }
    }
    let strictness = strictness(object)
    if rule.isStructural {
      for key in ["off", "penalty"] where strictness != .hard {
        guard let value = object[key] else { continue }
        report(
          value, "cannot be asked of the rule \(rule.rawValue)",
          expected: "nothing, since without this rule a plan is not a plan")
      }
    } else if strictness != .hard {
      settings.rules.strictness[rule] = strictness
    }
  }

  /// How strictly a rule is kept; hard unless the entry says otherwise.
  private mutating func strictness(_ object: JSON5Object) -> Strictness {
    var isOff = false
    if let value = object["off"] {
      if let off = value.boolean {
        isOff = off
      } else {
        report(value, "is \(value.kindForDisplay)", expected: "true or false")
      }
    }
    guard let value = object["penalty"] else { return isOff ? .off : .hard }
    guard !isOff else {
      report(value, "stands beside off: true", expected: "off or a penalty, not both")
      return .off
    }
    return integer(value, in: Settings.penaltyRange).map { .soft(penalty: $0) } ?? .hard
  }

  /// The identifier of a quota or criterion rule.
  private mutating func identifier(of entry: JSON5Value) -> String? {
    guard let value = required("id", of: entry, expected: "id and a name of your choice"),
      let id = text(value)
    else { return nil }
    if Rule(rawValue: id) != nil {
      report(value, "is the name of a rule", expected: "another name")
      return nil
    }
    do throws(CellProblem) {
      if id.isEmpty { throw CellProblem("is no name") }
      _ = try CellFormat<String>.identifier().parse(id, names)
    } catch {
      report(
        value, error.problem, expected: CellFormat<String>.identifier().expected)
      return nil
    }
    if let line = identifierLines[id] {
      report(value, "is the id of the rule in line \(line) already", expected: "each id once")
      return nil
    }
    identifierLines[id] = value.position.line
    return id
  }

  private mutating func readQuota(_ entry: JSON5Value) {
    let keys = ["rule", "id", "off", "penalty", "select", "min", "max", "share", "each"]
    guard let object = object(entry, keys: keys) else { return }
    let id = identifier(of: entry)
    let select = object["select"].map { selector($0) } ?? Selector(conditions: [])
    var quota = QuotaRule(id: id ?? "", strictness: strictness(object), select: select)
    quota.minimum = object["min"].flatMap { integer($0, in: 0...1_000_000) }
    quota.maximum = object["max"].flatMap { integer($0, in: 0...1_000_000) }
    quota.share = object["share"].flatMap { share($0) }
    quota.each = object["each"].flatMap { each($0) }
    if let minimum = quota.minimum, let maximum = quota.maximum, minimum > maximum {
      report(
        entry, "has a min of \(minimum) and a max of \(maximum)", expected: "min at most max")
    }
    if object["min"] == nil, object["max"] == nil, object["share"] == nil {
      report(entry, "bounds nothing", expected: "min, max or share")
    }
    settings.rules.quotas.append(quota)
  }

  private mutating func share(_ value: JSON5Value) -> QuotaRule.Share? {
    guard let object = object(value, keys: ["of", "min_percent", "max_percent"]) else { return nil }
    var share = QuotaRule.Share(
      of: object["of"].map { selector($0) } ?? Selector(conditions: []))
    share.minimumPercent = object["min_percent"].flatMap { integer($0, in: 0...100) }
    share.maximumPercent = object["max_percent"].flatMap { integer($0, in: 0...100) }
    if object["min_percent"] == nil, object["max_percent"] == nil {
      report(value, "bounds nothing", expected: "min_percent or max_percent")
    }
    if let minimum = share.minimumPercent, let maximum = share.maximumPercent, minimum > maximum {
      report(
        value, "has a min_percent of \(minimum) and a max_percent of \(maximum)",
        expected: "min_percent at most max_percent")
    }
    return share
  }

  /// Attributes that a quota may be repeated for.
  static let eachAttributes: [Attribute] = [
    .postCountry, .postArea, .postCity, .postLevel, .cohortId, .cohortCountry,
  ]

  private mutating func each(_ value: JSON5Value) -> Attribute? {
    guard let name = text(value) else { return nil }
    if let each = Self.eachAttributes.first(where: { $0.rawValue == name }) { return each }
    let names = Self.eachAttributes.map(\.rawValue)
    report(
      value, "is nothing a quota can be repeated for", expected: names.joined(separator: ", "),
      hint: NearestName(among: names).hint(for: name))
    return nil
  }

  private mutating func readCriterionRule(_ entry: JSON5Value) {
    let keys = ["rule", "id", "off", "penalty", "criterion", "min", "select"]
    guard let object = object(entry, keys: keys) else { return }
    let id = identifier(of: entry)
    let strictness = strictness(object)
    let criterion: Criterion? =
      required("criterion", of: entry, expected: "criterion and the name of one")
      .flatMap { word($0) }
    let minimum = required("min", of: entry, expected: "min and the fewest points")
      .flatMap { integer($0, in: 0...100) }
    let select = object["select"].map { selector($0) } ?? Selector(conditions: [])
    guard let id, let criterion, let minimum else { return }
    settings.rules.criteria.append(
      CriterionRule(
        id: id, strictness: strictness, criterion: criterion, minimum: minimum, select: select))
  }
}
