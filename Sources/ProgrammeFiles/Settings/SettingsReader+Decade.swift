// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// The names of the settings of the ten years.
  static let decadeKeys =
    ["objective"] + NumberSetting<DecadeRules>.decade.map(\.key) + ["aims", "rules"]

  /// The settings of the ten years: `{objective: […], target: …, aims: {…}, rules: […]}`.
  mutating func readDecade(_ value: JSON5Value) {
    guard let object = object(value, keys: Self.decadeKeys) else { return }
    if let value = object["objective"],
      let named: [(goal: DecadeGoal, value: JSON5Value)] = goals(value)
    {
      settings.decadeObjective = named.map(\.goal)
    }
    for setting in NumberSetting<DecadeRules>.decade {
      guard let value = object[setting.key] else { continue }
      attempt(value, expected: setting.expected) { (reader, value) throws(CellProblem) in
        try setting.read(value, &reader.settings.decadeRules)
      }
    }
    if let value = object["aims"],
      let members = self.object(value, keys: Aim.allCases.map(\.rawValue), each: "aim")
    {
      for (position, aim) in Aim.allCases.enumerated() {
        guard let value = members[aim.rawValue] else { continue }
        settings.decadeRules.wishedPoints[position] =
          integer(value, in: Settings.wishedPointsRange) ?? 0
      }
    }
    guard let list = object["rules"] else { return }
    readRules(list, into: \.decadeRules) { reader, rule, entry in
      switch rule {
      case .countryFloor: reader.readFloors(entry)
      case .kindShare: reader.readShares(entry)
      default: return false
      }
      return true
    }
  }

  /// `{rule: "country-floor", people: {LAO: 5000}}`.
  private mutating func readFloors(_ entry: JSON5Value) {
    guard let members = members(of: entry, "people", expected: "people and countries with numbers")
    else { return }
    for member in members {
      guard let country = names.countries[member.key] else {
        report(
          member.value, "is for \(clippedForDisplay(member.key)), which is no country of the year",
          expected: "a country of countries.csv", hint: names.countries.hint(for: member.key))
        continue
      }
      if settings.decadeRules.floors[country] != nil {
        report(member.value, "is for a country that has a floor already", expected: "each once")
      }
      settings.decadeRules.floors[country] = integer(member.value, in: 0...100_000_000)
    }
    keep(.countryFloor, as: entry)
  }

  /// `{rule: "kind-share", percent: {training: 10}}`.
  private mutating func readShares(_ entry: JSON5Value) {
    guard let members = members(of: entry, "percent", expected: "percent and kinds with numbers")
    else { return }
    let kinds = DecadeKind.allCases.map(\.rawValue)
    for member in members {
      guard let kind = DecadeKind(rawValue: member.key) else {
        report(
          member.value, "is for \(clippedForDisplay(member.key)), which is no kind of line",
          expected: "\(kinds.joined(separator: ", "))",
          hint: NearestName(among: kinds).hint(for: member.key))
        continue
      }
      if settings.decadeRules.shares[kind] != nil {
        report(member.value, "is for a kind that has a share already", expected: "each once")
      }
      settings.decadeRules.shares[kind] = integer(member.value, in: 0...100)
    }
    keep(.kindShare, as: entry)
  }

  private mutating func members(
    of entry: JSON5Value, _ key: String, expected: Sentence
  ) -> [JSON5Object.Member]? {
    guard object(entry, keys: ["rule", key] + Self.keptKeys) != nil,
      let value = required(key, of: entry, expected: expected)
    else { return nil }
    guard let members = value.object?.members else {
      report(value, "is \(value.kindForDisplay)", expected: "an object in braces")
      return nil
    }
    return members
  }

  /// Notes how strictly a rule with numbers of its own is kept.
  private mutating func keep(_ rule: DecadeRule, as entry: JSON5Value) {
    guard let object = entry.object else { return }
    let (strictness, standing) = (strictness(object), standing(object))
    if strictness != .hard { settings.decadeRules.strictness[rule] = strictness }
    if standing != .usual { settings.decadeRules.standings[rule] = standing }
  }
}
