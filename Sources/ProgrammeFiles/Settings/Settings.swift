// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// What `programme.json5` says.
struct Settings {
  var title = ""
  /// Nothing when it is missing or wrong.
  var fiscalYear: Int?
  var rules = Rules()
  var bundles = BundleLimits()
  var weights = ProgrammeYear.defaultWeights
  var objective = ProgrammeYear.defaultObjective
  var filledWeight = ProgrammeYear.defaultFilledWeight
  var trainingRules = TrainingRules()
  var trainingObjective = TrainingData.defaultObjective
  var announcedSessions: [TrainingPin] = []
  var returneeRules = ReturneeRules()
  var returneeObjective = ReturneeData.defaultObjective
  var exchangeRules = ExchangeRules()
  var exchangeObjective = ExchangeData.defaultObjective
  var announcedParticipations: [Participation] = []
  var decadeRules = DecadeRules()
  var decadeObjective = DecadeData.defaultObjective

  /// The range of fiscal years.
  static let years: ClosedRange<Int64> = 1950...2150
  /// The range of weights.
  static let weightRange: ClosedRange<Int64> = 0...100
  /// The range of penalties.
  static let penaltyRange: ClosedRange<Int64> = 1...10_000
  /// The range of `filled_weight`.
  static let filledWeightRange: ClosedRange<Int64> = 0...1_000_000
  /// The range of points wished for over ten years.
  static let wishedPointsRange: ClosedRange<Int64> = 0...100_000_000

  /// Reads the settings.
  ///
  /// - Parameters:
  ///   - document: The document; nothing when it could not be read.
  ///   - names: The identifiers that selectors may name.
  ///   - postNames: The identifiers of `posts.csv`, if it is there.
  ///   - faults: Where everything amiss is reported.
  init(
    _ document: JSON5Value?, names: YearNames, postNames: NameIndex?, faults: inout FaultList
  ) {
    guard let document else { return }
    var reader = SettingsReader(names: names, postNames: postNames, faults: faults)
    reader.read(document)
    self = reader.settings
    faults = reader.faults
  }

  /// No settings.
  init() {}
}

/// Reads settings and gathers what is amiss.
struct SettingsReader: DocumentReader {
  let names: YearNames
  let postNames: NameIndex?
  var faults: FaultList
  var settings = Settings()
  /// Where each identifier of a quota or criterion rule of the problem that is
  /// read was given first.
  var identifierLines: [String: Int] = [:]

  init(names: YearNames, postNames: NameIndex?, faults: FaultList) {
    self.names = names
    self.postNames = postNames
    self.faults = faults
  }
}

extension SettingsReader {
  /// The names of the settings.
  static let keys = [
    "title", "fiscal_year", "objective", "weights", "filled_weight", "bundles", "rules", "training",
    "returnees", "exchange", "decade",
  ]

  mutating func read(_ document: JSON5Value) {
    guard let object = object(document, keys: Self.keys) else { return }
    if let value = object["title"] { settings.title = text(value) ?? "" }
    if let value = object["fiscal_year"] {
      settings.fiscalYear = integer(value, in: Settings.years)
    } else {
      report(
        document, "has no fiscal_year",
        expected: "the year in which it begins, such as fiscal_year: 2026")
    }
    if let value = object["objective"] { readObjective(value) }
    if let value = object["weights"] { readWeights(value) }
    if let value = object["filled_weight"],
      let weight = integer(value, in: Settings.filledWeightRange)
    {
      settings.filledWeight = weight
    }
    if let value = object["bundles"],
      let members = self.object(value, keys: NumberSetting.bundles.map(\.key))
    {
      for setting in NumberSetting.bundles {
        if let value = members[setting.key] {
          attempt(value, expected: setting.expected) { (reader, value) throws(CellProblem) in
            try setting.read(value, &reader.settings.bundles)
          }
        }
      }
    }
    if let value = object["rules"] { readDispatchRules(value) }
    if let value = object["training"] { readTraining(value) }
    if let value = object["returnees"] { readReturnees(value) }
    if let value = object["exchange"] { readExchange(value) }
    if let value = object["decade"] { readDecade(value) }
  }

  private mutating func readObjective(_ value: JSON5Value) {
    guard let named: [(goal: Goal, value: JSON5Value)] = goals(value) else { return }
    settings.objective = named.map(\.goal)
    for (index, (goal, value)) in named.enumerated() {
      let goals = settings.objective[...index]
      if goals.contains(.weighted), goal == .weighted ? goals.count > 1 : true,
        let other = goals.first(where: { $0 == .filled || $0 == .points })
      {
        report(
          value, "stands beside \(goal == .weighted ? other.rawValue : Goal.weighted.rawValue)",
          expected: "weighted in place of filled and points")
      }
    }
  }

  /// The goals that a list names, each once, and where.
  mutating func goals<Goal>(_ value: JSON5Value) -> [(goal: Goal, value: JSON5Value)]?
  where Goal: CaseIterable & RawRepresentable, Goal.RawValue == String {
    guard let values = list(value, of: "goals") else { return nil }
    var goals: [(goal: Goal, value: JSON5Value)] = []
    for value in values {
      guard let goal: Goal = word(value) else { continue }
      guard !goals.contains(where: { $0.goal.rawValue == goal.rawValue }) else {
        report(value, "is named twice", expected: "each goal once")
        continue
      }
      goals.append((goal, value))
    }
    if values.isEmpty { report(value, "names no goal", expected: "at least one goal") }
    return goals
  }

  private mutating func readWeights(_ value: JSON5Value) {
    guard let object = object(value, keys: Criterion.allCases.map(\.rawValue)) else { return }
    settings.weights = [:]
    for member in object.members {
      guard let criterion = Criterion(rawValue: member.key) else { continue }
      settings.weights[criterion] = integer(member.value, in: Settings.weightRange)
    }
  }
}
