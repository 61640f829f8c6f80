// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles

/// What has to be so for a placement to count.
public struct Condition: Hashable, Sendable {
  /// What is looked at.
  public var attribute: Attribute
  /// What has to be true of it.
  public var test: Test

  /// A comparison of an attribute's value.
  public enum Test: Hashable, Sendable {
    /// One of these words; for attributes that are lists at least one member is among them.
    case among([String])
    /// None of these words.
    case noneAmong([String])
    /// A whole number not below and not above these; none is no limit. For ages, points, hours
    /// and other numbers.
    case number(atLeast: Int?, atMost: Int?)

    /// This word, or one of these.
    public static func isOne(of words: String...) -> Test { .among(words) }
    /// A number not below this one.
    public static func atLeast(_ number: Int) -> Test { .number(atLeast: number, atMost: nil) }
    /// A number not above this one.
    public static func atMost(_ number: Int) -> Test { .number(atLeast: nil, atMost: number) }
    /// Yes, for attributes that are yes or no.
    public static var yes: Test { .among(["yes"]) }
    /// No, for attributes that are yes or no.
    public static var no: Test { .among(["no"]) }
  }

  /// Says what has to be so.
  ///
  /// - Parameters:
  ///   - attribute: What is looked at.
  ///   - test: What has to be true of it.
  /// - Returns: The condition.
  public static func `where`(_ attribute: Attribute, _ test: Test) -> Condition {
    Condition(attribute: attribute, test: test)
  }

  /// Says what has to be so; whether the attribute can be such a thing is checked when the rule
  /// is put into a year.
  public init(attribute: Attribute, test: Test) {
    self.attribute = attribute
    self.test = test
  }

  init(_ value: Selector.Condition) {
    // Both have the same cases, as a test says.
    attribute = Attribute(rawValue: value.attribute.rawValue) ?? .applicantId
    test =
      switch value.test {
      case .among(let words): .among(words)
      case .noneAmong(let words): .noneAmong(words)
      case .range(let least, let most): .number(atLeast: least, atMost: most)
      }
  }

  /// The first attribute that several conditions look at.
  static func repeated(in conditions: [Condition]) -> Attribute? {
    var seen: Set<Attribute> = []
    return conditions.first { !seen.insert($0.attribute).inserted }?.attribute
  }

  /// Conditions as `programme.json5` has them.
  static func document(of conditions: [Condition]) -> CanonicalJSON {
    .object(
      Dictionary(
        conditions.map { ($0.attribute.rawValue, $0.document) },
        uniquingKeysWith: { first, _ in first }))
  }

  private var document: CanonicalJSON {
    func list(_ words: [String]) -> CanonicalJSON {
      let isNumber = Programme.Attribute(rawValue: attribute.rawValue)?.kind == .number
      return .array(
        words.map { word in
          if isNumber, let number = Int64(word) { return .integer(number) }
          return .string(word)
        })
    }
    switch test {
    case .among(let words): return list(words)
    case .noneAmong(let words): return ["not": list(words)]
    case .number(let least, let most):
      var members: [String: CanonicalJSON] = [:]
      if let least { members["ge"] = .integer(least) }
      if let most { members["le"] = .integer(most) }
      return .object(members)
    }
  }
}
