// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearPatch {
  /// Changes a setting: what stands behind the name at the top of `programme.json5`.
  mutating func setSetting(_ head: String, _ rest: String?, to member: JSON5Object.Member) {
    switch (head, rest) {
    case ("rules", let rest):
      setRule(rest, of: Rules.self, at: \.["rules"], to: member, called: "rules")
    case ("training", let rest?):
      setSection(
        head, rest, of: TrainingRules.self, SettingsReader.trainingKeys, to: member,
        noun: "trainings")
    case ("returnees", let rest?):
      setSection(
        head, rest, of: ReturneeRules.self, SettingsReader.returneeKeys, to: member,
        noun: "returnees")
    case ("exchange", let rest?):
      setSection(
        head, rest, of: ExchangeRules.self, SettingsReader.exchangeKeys, to: member,
        noun: "exchange")
    case ("decade", let rest?):
      setSection(
        head, rest, of: DecadeRules.self, SettingsReader.decadeKeys, to: member,
        noun: "the ten years")
    case ("weights", let rest?):
      setWeight(rest, to: member)
    case ("bundles", let rest?):
      settings?["bundles", rest] = member.value
    case ("weights", nil), ("bundles", nil), ("training", nil), ("returnees", nil),
      ("exchange", nil),
      ("decade", nil):
      report(member, head, "names no single setting", expected: "\(head).NAME")
    case (_, nil):
      settings?[head] = member.value
    case (_, let rest?):
      report(member, rest, "is no part of \(head)", expected: "\(head) alone")
    }
  }

  /// Changes a setting of a problem's own section, which has an objective and rules.
  private mutating func setSection<Root: RuleSet>(
    _ section: String, _ rest: String, of _: Root.Type, _ keys: [String],
    to member: JSON5Object.Member, noun: Sentence
  ) {
    let (name, parameter) = split(rest)
    if name == "rules" {
      setRule(
        parameter, of: Root.self, at: \.[section, "rules"], to: member,
        called: "\(section).rules")
    } else if keys.contains(name), parameter == nil {
      settings?[section, name] = member.value
    } else {
      report(
        member, name, "is no setting of \(noun)", expected: "\(keys.joined(separator: ", "))",
        hint: NearestName(among: keys).hint(for: name))
    }
  }

  /// Changes weights; those that are not named stay.
  mutating func setWeights(_ value: JSON5Value) {
    guard let object = object(value, keys: Criterion.allCases.map(\.rawValue)) else { return }
    for member in object.members where Criterion(rawValue: member.key) != nil {
      setWeight(member.key, to: member)
    }
  }

  /// Changes one weight.
  ///
  /// Without `weights` those of the defaults are written out first,
  /// since one that is left out weighs nothing.
  private mutating func setWeight(_ name: String, to member: JSON5Object.Member) {
    if let settings, settings.object != nil, settings["weights"] == nil {
      let weights = Criterion.allCases.compactMap { criterion in
        ProgrammeYear.defaultWeights[criterion].map { (criterion.rawValue, $0) }
      }
      self.settings?["weights"] = member.value.with(
        .object(
          JSON5Object(
            weights.map { name, weight in
              JSON5Object.Member(
                key: name, keyPosition: member.keyPosition,
                value: member.value.with(
                  .number(
                    JSON5Number(
                      text: String(weight), double: Double(weight), integer: Int64(weight)))))
            })))
    }
    settings?["weights", name] = member.value
  }
}

// MARK: Rules

extension YearPatch {
  /// Puts rules in place of those of the same name or id.
  mutating func replaceRules(_ value: JSON5Value) {
    replaceRules(value, of: Rules.self, at: \.["rules"])
  }

  /// The same for rules of trainings: `training: {rules: […]}`; sessions that were announced
  /// take the place of those that were before.
  mutating func replaceTraining(_ value: JSON5Value) {
    guard let object = object(value, keys: ["rules", "announced"]) else { return }
    if let announced = object["announced"] { settings?["training", "announced"] = announced }
    guard let rules = object["rules"] else { return }
    replaceRules(rules, of: TrainingRules.self, at: \.["training", "rules"])
  }

  /// The same for rules of returnees: `returnees: {rules: […]}`; participations that were
  /// announced take the place of those that were before.
  mutating func replaceReturneeRules(_ value: JSON5Value) {
    guard let object = object(value, keys: ["rules", "announced"]) else { return }
    if let announced = object["announced"] { settings?["returnees", "announced"] = announced }
    guard let rules = object["rules"] else { return }
    replaceRules(rules, of: ReturneeRules.self, at: \.["returnees", "rules"])
  }

  /// The same for rules of exchange: `exchange: {rules: […]}`.
  mutating func replaceExchangeRules(_ value: JSON5Value) {
    guard let rules = object(value, keys: ["rules"])?["rules"] else { return }
    replaceRules(rules, of: ExchangeRules.self, at: \.["exchange", "rules"])
  }

  /// The same for rules of the ten years: `decade: {rules: […]}`.
  mutating func replaceDecadeRules(_ value: JSON5Value) {
    guard let rules = object(value, keys: ["rules"])?["rules"] else { return }
    replaceRules(rules, of: DecadeRules.self, at: \.["decade", "rules"])
  }

  private mutating func replaceRules<Root: RuleSet>(
    _ value: JSON5Value, of _: Root.Type, at path: WritableKeyPath<JSON5Value, JSON5Value?>
  ) {
    guard let entries = list(value, of: "rules") else { return }
    var lines: [String: Int] = [:]
    for entry in entries {
      let name = ruleName(of: entry, in: Root.self)
      if let name, let line = lines[name] {
        report(
          entry, "repeats the rule \(clippedForDisplay(name)) of line \(line)",
          expected: "each rule once")
        continue
      }
      if let name { lines[name] = entry.position.line }
      guard let settings else { continue }
      let rules = settings[keyPath: path]
      guard let list = rules?.array ?? (rules == nil ? [] : nil) else { continue }
      let index = name.flatMap { name in
        list.firstIndex { ruleName(of: $0, in: Root.self) == name }
      }
      var new = list
      if let index { new[index] = entry } else { new.append(entry) }
      self.settings?[keyPath: path] = (rules ?? value).with(.array(new))
    }
  }

  /// What an entry is known by: its rule, or its id where a rule is given any number of
  /// times.
  private func ruleName<Root: RuleSet>(of entry: JSON5Value, in _: Root.Type) -> String? {
    guard let name = entry.object?["rule"]?.string else { return nil }
    return Root.isSingle(name) ? name : entry.object?["id"]?.string
  }

  /// Changes a parameter: `RULE.PARAMETER`, an id being a rule's name too.
  private mutating func setRule<Root: RuleSet>(
    _ path: String?, of _: Root.Type, at place: WritableKeyPath<JSON5Value, JSON5Value?>,
    to member: JSON5Object.Member, called section: String
  ) {
    guard let settings, settings.object != nil else { return }
    let list = settings[keyPath: place]?.array ?? []
    let ids = list.compactMap { ruleName(of: $0, in: Root.self) }
    let names = Root.Rule.allCases.map(\.rawValue).filter(Root.isSingle) + ids
    // An id may hold full stops.
    guard let path, !path.isEmpty else {
      report(member, member.key, "names no rule", expected: "\(section).RULE.PARAMETER")
      return
    }
    let found = names.filter { path == $0 || path.hasPrefix($0 + ".") }
      .max { $0.utf8.count < $1.utf8.count }
    guard let name = found else {
      let (unknown, _) = split(path)
      let isRepeated = Root.Rule(rawValue: unknown) != nil
      report(
        member, unknown,
        isRepeated ? "may be given any number of times" : "is neither a rule nor the id of one",
        expected: isRepeated ? "the id of one" : "a rule of \(Root.page), or an id",
        hint: NearestName(among: names).hint(for: unknown))
      return
    }
    let parts = path.dropFirst(name.count + 1).split(
      separator: ".", omittingEmptySubsequences: false)
    guard let parameter = parts.first.map(String.init), !parameter.isEmpty, parts.count <= 2 else {
      report(
        member, path, parts.count <= 2 ? "names no parameter" : "goes too deep",
        expected: "\(section).\(name).PARAMETER")
      return
    }
    let index = list.firstIndex { ruleName(of: $0, in: Root.self) == name }
    let blank = member.value.with(
      .object(
        JSON5Object([
          .init(
            key: "rule", keyPosition: member.keyPosition, value: member.value.with(.string(name)))
        ])))
    var entry = index.map { list[$0] } ?? blank
    // What holds of the whole rule holds because of the scenario now.
    entry = member.value.with(entry.content)
    if parts.count == 2 {
      entry[parameter, String(parts[1])] = member.value
    } else {
      entry[parameter] = member.value
      // A rule is off or has a penalty, whichever was said last.
      let other = ["off": "penalty", "penalty": "off"][parameter]
      if let other, let object = entry.object {
        entry = entry.with(.object(object.removing(other)))
      }
    }
    var new = list
    if let index { new[index] = entry } else { new.append(entry) }
    self.settings?[keyPath: place] = (settings[keyPath: place] ?? member.value).with(.array(new))
  }
}

extension RuleSet {
  /// Whether a rule of this name is given at most once.
  fileprivate static func isSingle(_ name: String) -> Bool {
    guard let rule = Rule(rawValue: name) else { return false }
    return rule.isStructural || declarations.contains { $0.rule == rule }
  }
}
