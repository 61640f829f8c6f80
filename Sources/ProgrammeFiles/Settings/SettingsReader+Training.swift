// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// The names of the settings of trainings.
  static let trainingKeys = ["objective", "rules", "announced"]

  /// The settings of trainings: `{objective: […], rules: […], announced: […]}`.
  mutating func readTraining(_ value: JSON5Value) {
    guard let object = object(value, keys: Self.trainingKeys) else { return }
    if let value = object["objective"],
      let named: [(goal: TrainingGoal, value: JSON5Value)] = goals(value)
    {
      settings.trainingObjective = named.map(\.goal)
    }
    if let value = object["announced"] { readAnnouncedSessions(value) }
    guard let list = object["rules"] else { return }
    readRules(list, into: \.trainingRules) { reader, rule, entry in
      guard rule == .quota else { return false }
      reader.readTrainingQuota(entry)
      return true
    }
    checkBounds(
      of: .predepartureGap, in: list, at: \.trainingRules, "min_days", \.gapMinDays, "max_days",
      \.gapMaxDays)
  }

  private mutating func readTrainingQuota(_ entry: JSON5Value) {
    guard let object = object(entry, keys: Self.quotaKeys) else { return }
    let id = identifier(of: entry, notOf: TrainingRule.self)
    let select = trainingSelector(object["select"])
    var quota = TrainingQuota(id: id ?? "", strictness: strictness(object), select: select)
    quota.standing = standing(object)
    (quota.minimum, quota.maximum) = bounds(of: entry, object)
    quota.share = object["share"].flatMap { share($0) }.map {
      TrainingQuota.Share(
        of: trainingSelector($0.of), minimumPercent: $0.minimumPercent,
        maximumPercent: $0.maximumPercent)
    }
    settings.trainingRules.quotas.append(quota)
  }

  /// A selector of delegations that train; all of them where there is no value.
  private mutating func trainingSelector(_ value: JSON5Value?) -> TrainingSelector {
    TrainingSelector(
      conditions: conditions(value).map { TrainingSelector.Condition($0.attribute, $0.test) })
  }
}

extension TrainingAttribute: SelectorAttribute {
  func words(names: YearNames, postNames _: NameIndex?) -> NameIndex? {
    switch self {
    case .delegation: names.delegations
    case .school: names.schools
    case .country: names.countries
    case .trainee: NameIndex("kind of delegation", among: [Trainee.teachers, .students])
    case .level: NameIndex("level", among: TeacherLevel.allCases)
    case .course: names.courses
    case .site: names.sites
    case .area, .firstVisit, .priority, .tags, .month: nil
    }
  }
}
