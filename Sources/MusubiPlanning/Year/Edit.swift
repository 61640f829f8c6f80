// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles

extension Scenario {
  /// One thing that is different.
  public struct Edit: Sendable {
    private enum Kind: Sendable {
      case setting(String, CanonicalJSON)
      case weight(String, Int)
      case rule(id: String, CanonicalJSON, problem: String?)
      case pin(CanonicalJSON)
      case closing(table: String, String)
      case removal(table: String, String)
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }
  }

  /// What a cell or setting can be set to.
  public enum Value: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
  {
    /// A whole number.
    case number(Int)
    /// A number with a fraction.
    case decimal(Double)
    /// A word, a date, an identifier.
    case text(String)
    /// Yes or no.
    case isTrue(Bool)
    /// Several words.
    case list([String])
    /// An empty cell, which means the column's default.
    case empty

    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// A number with a fraction.
    public init(floatLiteral value: Double) { self = .decimal(value) }
    /// A word.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .isTrue(value) }
    /// Several words.
    public init(arrayLiteral elements: String...) { self = .list(elements) }
    /// An empty cell.
    public init(nilLiteral: ()) { self = .empty }

    fileprivate var json: CanonicalJSON {
      switch self {
      case .number(let number): .integer(number)
      case .decimal(let number): .number(number)
      case .text(let text): .string(text)
      case .isTrue(let value): .boolean(value)
      case .list(let words): .array(words.map { .string($0) })
      case .empty: .null
      }
    }
  }

  /// Where a pin points.
  public enum Place: Hashable, Sendable {
    /// Any post.
    case anywhere
    /// The post of this identifier.
    case post(String)
    /// Any post that this school is part of.
    case school(String)
  }
}

extension Scenario.Edit {
  /// A cell of a table, or a setting of `programme.json5`, has another value.
  ///
  /// - Parameters:
  ///   - path: `TABLE.IDENTIFIER.COLUMN` such as `cohorts.Thailand 14.places`, or a setting
  ///     such as `rules.companions.within_km`.
  ///   - value: The value.
  /// - Returns: The edit.
  public static func setting(_ path: String, to value: Scenario.Value) -> Scenario.Edit {
    Scenario.Edit(.setting(path, value.json))
  }

  /// A cohort has other places, 0 or more.
  public static func places(_ places: Int, ofCohort cohort: String) -> Scenario.Edit {
    setting("cohorts.\(cohort).places", to: .number(places))
  }

  /// A country hosts at most so many partners, 0 or more; none means no limit.
  public static func mostPartners(_ most: Int?, inCountry country: String) -> Scenario.Edit {
    setting("countries.\(country).max", to: most.map { .number($0) } ?? .empty)
  }

  /// A point of a criterion weighs something else, 0 to 100.
  public static func weight(_ weight: Int, of criterion: Criterion) -> Scenario.Edit {
    Scenario.Edit(.weight(criterion.rawValue, weight))
  }

  /// The year has a quota; it takes the place of the one of that name, if there is one.
  public static func quota(_ quota: Quota) -> Scenario.Edit {
    Scenario.Edit(.rule(id: "quota " + quota.id, quota.document, problem: quota.problem))
  }

  /// The year has a criterion made a rule, in place of the one of that name, if there is one.
  public static func rule(_ rule: CriterionRule) -> Scenario.Edit {
    Scenario.Edit(.rule(id: "criterion " + rule.id, rule.document, problem: rule.problem))
  }

  /// A rule of docs/rules.md is soft: a unit of violation costs 1 to 10,000.
  public static func softening(_ rule: String, penalty: Int) -> Scenario.Edit {
    setting("rules.\(rule).penalty", to: .number(penalty))
  }

  /// A rule of docs/rules.md, or a quota of this name, is not looked at.
  public static func turningOff(_ rule: String) -> Scenario.Edit {
    setting("rules.\(rule).off", to: true)
  }

  /// Somebody must be placed, there.
  public static func pin(
    applicant: String, to place: Scenario.Place = .anywhere, inCohort cohort: String? = nil,
    reason: String = ""
  ) -> Scenario.Edit {
    row("pin", applicant, place, cohort, reason)
  }

  /// Somebody must not be placed there.
  public static func forbid(
    applicant: String, at place: Scenario.Place = .anywhere, inCohort cohort: String? = nil,
    reason: String = ""
  ) -> Scenario.Edit {
    row("forbid", applicant, place, cohort, reason)
  }

  /// Somebody gets the points of the criterion `preference` there.
  public static func prefer(
    applicant: String, at place: Scenario.Place, inCohort cohort: String? = nil,
    reason: String = ""
  ) -> Scenario.Edit {
    row("prefer", applicant, place, cohort, reason)
  }

  /// Nobody goes to a school.
  public static func close(school: String) -> Scenario.Edit {
    Scenario.Edit(.closing(table: "schools", school))
  }

  /// Nobody goes to a post.
  public static func close(post: String) -> Scenario.Edit {
    Scenario.Edit(.closing(table: "posts", post))
  }

  /// Somebody is not among the applicants; whoever was to go together with them is free.
  public static func withdraw(applicant: String) -> Scenario.Edit {
    Scenario.Edit(.removal(table: "applicants", applicant))
  }

  private static func row(
    _ kind: String, _ applicant: String, _ place: Scenario.Place, _ cohort: String?,
    _ reason: String
  ) -> Scenario.Edit {
    var members: [String: CanonicalJSON] = [
      "applicant": .string(applicant), "kind": .string(kind), "reason": .string(reason),
    ]
    switch place {
    case .anywhere: break
    case .post(let id): members["post"] = .string(id)
    case .school(let id): members["school"] = .string(id)
    }
    if let cohort { members["cohort"] = .string(cohort) }
    return Scenario.Edit(.pin(.object(members)))
  }
}

extension Scenario.Edit {
  /// Why it cannot be written, if it cannot.
  var problem: String? {
    if case .rule(_, _, let problem) = kind { problem } else { nil }
  }

  /// The scenario as docs/scenarios.md describes it.
  static func document(named name: String, _ edits: [Scenario.Edit]) -> CanonicalJSON {
    var settings: [String: CanonicalJSON] = [:]
    var weights: [String: CanonicalJSON] = [:]
    var rules: [(id: String, document: CanonicalJSON)] = []
    var pins: [CanonicalJSON] = []
    var closings: [String: [CanonicalJSON]] = [:]
    var removals: [String: [CanonicalJSON]] = [:]
    for edit in edits {
      switch edit.kind {
      case .setting(let path, let value): settings[path] = value
      case .weight(let criterion, let weight): weights[criterion] = .integer(weight)
      case .rule(let id, let document, _):
        rules.removeAll { $0.id == id }
        rules.append((id, document))
      case .pin(let row): pins.append(row)
      case .closing(let table, let id): closings[table, default: []].append(.string(id))
      case .removal(let table, let id): removals[table, default: []].append(.string(id))
      }
    }
    var members: [String: CanonicalJSON] = ["name": .string(name)]
    if !settings.isEmpty { members["set"] = .object(settings) }
    if !weights.isEmpty { members["weights"] = .object(weights) }
    if !rules.isEmpty { members["rules"] = .array(rules.map(\.document)) }
    if !pins.isEmpty { members["pins"] = .array(pins) }
    if !closings.isEmpty { members["close"] = .object(closings.mapValues { .array($0) }) }
    if !removals.isEmpty { members["remove"] = .object(removals.mapValues { .array($0) }) }
    return .object(members)
  }
}
