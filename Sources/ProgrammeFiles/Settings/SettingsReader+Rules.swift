// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// The rules of the dispatch.
  mutating func readDispatchRules(_ value: JSON5Value) {
    readRules(value, into: \.rules) { reader, rule, entry in
      switch rule {
      case .quota: reader.readQuota(entry)
      case .criterion: reader.readCriterionRule(entry)
      default: return false
      }
      return true
    }
    checkBounds(of: .hours, in: value, at: \.rules, "min", \.hours.minimum, "max", \.hours.maximum)
  }

  /// A list of rules.
  ///
  /// - Parameters:
  ///   - value: The list.
  ///   - path: Where they are put.
  ///   - readRepeated: Reads an entry of a rule that may be given any number of
  ///     times; false when the rule is not one of them.
  mutating func readRules<Root: RuleSet>(
    _ value: JSON5Value, into path: WritableKeyPath<Settings, Root>,
    _ readRepeated: (inout SettingsReader, Root.Rule, JSON5Value) -> Bool
  ) {
    guard let values = list(value, of: "rules") else { return }
    identifierLines = [:]
    var lines: [Root.Rule: Int] = [:]
    for entry in values {
      guard let (rule, name) = named(entry, among: Root.self) else { continue }
      if readRepeated(&self, rule, entry) { continue }
      guard lines[rule] == nil else {
        report(name, "is given in line \(lines[rule] ?? 0) already", expected: "each rule once")
        continue
      }
      lines[rule] = name.position.line
      readSingleRule(rule, entry, into: path)
    }
  }

  /// The rule that an entry names, and where it does.
  private mutating func named<Root: RuleSet>(
    _ entry: JSON5Value, among: Root.Type
  ) -> (rule: Root.Rule, name: JSON5Value)? {
    let names = Root.Rule.allCases.map(\.rawValue)
    guard entry.object != nil else {
      report(
        entry, "is \(entry.kindForDisplay)",
        expected: "an object such as {rule: \"\(Root.example.rawValue)\"}")
      return nil
    }
    guard let value = required("rule", of: entry, expected: "rule and the name of a rule"),
      let name = text(value)
    else { return nil }
    guard let rule = Root.Rule(rawValue: name) else {
      report(
        value, "is not a rule", expected: "a rule of \(Root.page)",
        hint: NearestName(among: names).hint(for: name))
      return nil
    }
    return (rule, value)
  }

  private mutating func readSingleRule<Root: RuleSet>(
    _ rule: Root.Rule, _ entry: JSON5Value, into path: WritableKeyPath<Settings, Root>
  ) {
    let parameters = Root.declarations.first { $0.rule == rule }?.parameters ?? []
    guard
      let object = object(entry, keys: ["rule"] + Self.keptKeys + parameters.map(\.key))
    else { return }
    for parameter in parameters {
      guard let value = object[parameter.key] else { continue }
      attempt(value, expected: parameter.expected) { (reader, value) throws(CellProblem) in
        try parameter.read(value, &reader.settings[keyPath: path])
      }
    }
    let strictness = strictness(object)
    let standing = standing(object)
    if rule.isStructural {
      for key in Self.keptKeys where strictness != .hard || standing != .usual {
        guard let value = object[key] else { continue }
        report(
          value, "cannot be asked of the rule \(rule.rawValue)",
          expected: "nothing, since without this rule a plan is not a plan")
      }
      return
    }
    if standing != .usual { settings[keyPath: path].standings[rule] = standing }
    if strictness.penalty != nil, !rule.mayBeSoft, let value = object["penalty"] {
      report(
        value, "cannot be asked of the rule \(rule.rawValue)",
        expected: "nothing or off: true, since this rule has no penalty")
    } else if strictness != .hard {
      settings[keyPath: path].strictness[rule] = strictness
    }
  }

  /// Reports two numbers of a rule that are in the wrong order.
  mutating func checkBounds<Root: RuleSet>(
    of rule: Root.Rule, in list: JSON5Value, at path: KeyPath<Settings, Root>,
    _ lowerKey: String, _ lower: KeyPath<Root, Int>, _ upperKey: String,
    _ upper: KeyPath<Root, Int>
  ) {
    let rules = settings[keyPath: path]
    guard rules[keyPath: lower] > rules[keyPath: upper],
      let entry = list.array?.first(where: { $0.object?["rule"]?.string == rule.rawValue })
    else { return }
    report(
      entry,
      """
      has a \(lowerKey) of \(rules[keyPath: lower]) and a \(upperKey) of \(rules[keyPath: upper])
      """, expected: "\(lowerKey) at most \(upperKey)")
  }

  /// How strictly a rule is kept; hard unless the entry says otherwise.
  mutating func strictness(_ object: JSON5Object) -> Strictness {
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

  /// The keys of every rule that say how it is kept.
  static let keptKeys = ["off", "penalty", "standing", "relax_cost"]

  /// Whether the rule is law, and what relaxing it costs; the usual unless the entry
  /// says otherwise.
  mutating func standing(_ object: JSON5Object) -> Standing {
    var standing = Standing.usual
    if let value = object["standing"], let word = text(value) {
      switch word {
      case StandingWord.law.rawValue: standing.isLaw = true
      case StandingWord.negotiable.rawValue: standing.isLaw = false
      default:
        let words = StandingWord.allCases.map(\.rawValue)
        report(
          value, "is no standing of a rule", expected: "\(Listing(words, .or))",
          hint: NearestName(among: words).hint(for: word))
      }
    }
    guard let value = object["relax_cost"] else { return standing }
    if standing.isLaw == true {
      report(
        value, "stands beside standing: \"law\"",
        expected: "no relax_cost, since law is never relaxed")
    } else if let cost = integer(value, in: Settings.penaltyRange) {
      standing.cost = cost
    }
    return standing
  }

  /// The identifier of a rule that is given any number of times.
  mutating func identifier<Rule: DeclaredRule>(of entry: JSON5Value, notOf: Rule.Type) -> String? {
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
    guard let object = object(entry, keys: Self.quotaKeys + ["each"]) else { return }
    let id = identifier(of: entry, notOf: Rule.self)
    let select = selector(object["select"])
    var quota = QuotaRule(id: id ?? "", strictness: strictness(object), select: select)
    quota.standing = standing(object)
    (quota.minimum, quota.maximum) = bounds(of: entry, object)
    quota.share = object["share"].flatMap { share($0) }.map {
      QuotaRule.Share(
        of: selector($0.of), minimumPercent: $0.minimumPercent, maximumPercent: $0.maximumPercent)
    }
    quota.each = object["each"].flatMap { each($0) }
    settings.rules.quotas.append(quota)
  }

  /// The keys of every quota.
  static let quotaKeys = ["rule", "id"] + keptKeys + ["select", "min", "max", "share"]

  /// The bounds of a quota; that it has any is checked here.
  mutating func bounds(
    of entry: JSON5Value, _ object: JSON5Object
  ) -> (minimum: Int?, maximum: Int?) {
    let minimum = object["min"].flatMap { integer($0, in: 0...1_000_000) }
    let maximum = object["max"].flatMap { integer($0, in: 0...1_000_000) }
    if let minimum, let maximum, minimum > maximum {
      report(
        entry, "has a min of \(minimum) and a max of \(maximum)", expected: "min at most max")
    }
    if object["min"] == nil, object["max"] == nil, object["share"] == nil {
      report(entry, "bounds nothing", expected: "min, max or share")
    }
    return (minimum, maximum)
  }

  /// The bounds of a quota as shares; the selector `of` is not read yet.
  mutating func share(
    _ value: JSON5Value
  ) -> (of: JSON5Value?, minimumPercent: Int?, maximumPercent: Int?)? {
    guard let object = object(value, keys: ["of", "min_percent", "max_percent"]) else { return nil }
    let least = object["min_percent"].flatMap { integer($0, in: 0...100) }
    let most = object["max_percent"].flatMap { integer($0, in: 0...100) }
    if object["min_percent"] == nil, object["max_percent"] == nil {
      report(value, "bounds nothing", expected: "min_percent or max_percent")
    }
    if let least, let most, least > most {
      report(
        value, "has a min_percent of \(least) and a max_percent of \(most)",
        expected: "min_percent at most max_percent")
    }
    return (object["of"], least, most)
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
      value, "is nothing a quota can be repeated for", expected: "\(names.joined(separator: ", "))",
      hint: NearestName(among: names).hint(for: name))
    return nil
  }

  private mutating func readCriterionRule(_ entry: JSON5Value) {
    let keys = ["rule", "id"] + Self.keptKeys + ["criterion", "min", "select"]
    guard let object = object(entry, keys: keys) else { return }
    let id = identifier(of: entry, notOf: Rule.self)
    let strictness = strictness(object)
    let standing = standing(object)
    let criterion: Criterion? =
      required("criterion", of: entry, expected: "criterion and the name of one")
      .flatMap { word($0) }
    let minimum = required("min", of: entry, expected: "min and the fewest points")
      .flatMap { integer($0, in: 0...100) }
    let select = selector(object["select"])
    guard let id, let criterion, let minimum else { return }
    var rule = CriterionRule(
      id: id, strictness: strictness, criterion: criterion, minimum: minimum, select: select)
    rule.standing = standing
    settings.rules.criteria.append(rule)
  }
}

/// What `standing` may say of a rule.
enum StandingWord: String, CaseIterable {
  case law, negotiable
}
