// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles

/// A rule of the planner's own: how many placements of one kind there may be.
///
/// ```swift
/// Quota("experienced-remote", of: [.where(.postRemote, .yes), .where(.applicantTeachingYears, .atLeast(1))],
///   atLeast: .percent(30, of: [.where(.postRemote, .yes)]))
/// ```
///
/// A quota goes into a year with ``Scenario/Edit/quota(_:)``, where it is checked like one
/// that a planner wrote into `programme.json5`; a plan keeps it, or pays for what it does not
/// keep, and every verification counts it from the data.
public struct Quota: Hashable, Sendable, Identifiable {
  /// The name by which explanations and verifications call it; unique among quotas.
  public var id: String
  /// Placements that count: those that meet every condition; without any, all.
  public var conditions: [Condition]
  /// Fewest of them; none means no limit.
  public var least: Limit?
  /// Most of them; none means no limit.
  public var most: Limit?
  /// An attribute of post or cohort; the quota then holds for each of its values by itself, such
  /// as for each area.
  public var each: Attribute?
  /// How strictly it is kept; a unit is a placement too few or too many.
  public var strictness: Strictness

  /// A bound of a quota.
  public enum Limit: Hashable, Sendable {
    /// So many placements, 0 or more.
    case placements(Int)
    /// So many per cent, 0 to 100, of the placements that meet other conditions.
    case percent(Int, of: [Condition])
  }

  /// Makes a quota.
  ///
  /// Each attribute can be tested once, and limits that are both shares have to be of the same
  /// placements; what is amiss is told when the quota is put into a year.
  ///
  /// - Parameters:
  ///   - id: Its name.
  ///   - conditions: Which placements count.
  ///   - least: Fewest of them.
  ///   - most: Most of them.
  ///   - each: For each value of what it holds, if not for all together.
  ///   - strictness: How strictly it is kept.
  public init(
    _ id: String, of conditions: [Condition], atLeast least: Limit? = nil,
    atMost most: Limit? = nil, forEach each: Attribute? = nil, strictness: Strictness = .hard
  ) {
    self.id = id
    self.conditions = conditions
    self.least = least
    self.most = most
    self.each = each
    self.strictness = strictness
  }

  init(_ value: QuotaRule) {
    id = value.id
    conditions = value.select.conditions.map(Condition.init)
    each = value.each.flatMap { Attribute(rawValue: $0.rawValue) }
    strictness = Strictness(value.strictness)
    let whole = value.share?.of.conditions.map(Condition.init) ?? []
    least =
      value.minimum.map { .placements($0) }
      ?? value.share?.minimumPercent.map { .percent($0, of: whole) }
    most =
      value.maximum.map { .placements($0) }
      ?? value.share?.maximumPercent.map { .percent($0, of: whole) }
  }

  /// Why it cannot be written as a quota of `programme.json5`, if it cannot.
  var problem: String? {
    var wholes: [[Condition]] = []
    for case .percent(_, let whole)? in [least, most] { wholes.append(whole) }
    if let one = wholes.first, wholes.contains(where: { $0 != one }) {
      return "the quota \(id) has shares of two different counts"
    }
    return ([conditions] + wholes).lazy.compactMap(Condition.repeated).first.map {
      "the quota \(id) tests \($0.rawValue) twice"
    }
  }

  /// The quota as `programme.json5` has it.
  var document: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "rule": "quota", "id": .string(id), "select": Condition.document(of: conditions),
    ]
    var share: [String: CanonicalJSON] = [:]
    for (limit, name) in [(least, "min"), (most, "max")] {
      switch limit {
      case .placements(let count): members[name] = .integer(count)
      case .percent(let percent, let whole):
        share["of"] = Condition.document(of: whole)
        share["\(name)_percent"] = .integer(percent)
      case nil: break
      }
    }
    if !share.isEmpty { members["share"] = .object(share) }
    if let each { members["each"] = .string(each.rawValue) }
    members.merge(strictness.members) { _, new in new }
    return .object(members)
  }
}

/// A rule of the planner's own: placements of one kind have at least some points of a criterion.
public struct CriterionRule: Hashable, Sendable, Identifiable {
  /// The name by which explanations and verifications call it; unique among these rules.
  public var id: String
  /// What is looked at.
  public var criterion: Criterion
  /// Fewest points, 0 to 100, before weighting.
  public var least: Int
  /// Which placements have to have them; without any condition all.
  public var conditions: [Condition]
  /// How strictly it is kept; a unit is a placement.
  public var strictness: Strictness

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - id: Its name.
  ///   - criterion: What is looked at.
  ///   - least: Fewest points, 0 to 100.
  ///   - conditions: Which placements have to have them.
  ///   - strictness: How strictly it is kept.
  public init(
    _ id: String, _ criterion: Criterion, atLeast least: Int, where conditions: [Condition] = [],
    strictness: Strictness = .hard
  ) {
    self.id = id
    self.criterion = criterion
    self.least = least
    self.conditions = conditions
    self.strictness = strictness
  }

  /// Why it cannot be written as a rule of `programme.json5`, if it cannot.
  var problem: String? {
    Condition.repeated(in: conditions).map { "the rule \(id) tests \($0.rawValue) twice" }
  }

  /// The rule as `programme.json5` has it.
  var document: CanonicalJSON {
    let members: [String: CanonicalJSON] = [
      "rule": "criterion", "id": .string(id), "criterion": .string(criterion.rawValue),
      "min": .integer(least), "select": Condition.document(of: conditions),
    ]
    return .object(members.merging(strictness.members) { _, new in new })
  }
}

extension Strictness {
  /// What a rule's entry says of it.
  var members: [String: CanonicalJSON] {
    switch self {
    case .hard: [:]
    case .soft(let penalty): ["penalty": .integer(penalty)]
    case .off: ["off": .boolean(true)]
    }
  }
}
