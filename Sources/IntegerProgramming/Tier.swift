// SPDX-License-Identifier: GPL-3.0-or-later

/// The direction in which a goal gets better.
public enum Sense: Hashable, Sendable {
  case minimize
  case maximize

  /// Whether a value is strictly better than another.
  public func prefers(_ value: Int64, to other: Int64) -> Bool {
    self == .minimize ? value < other : value > other
  }
}

/// One goal: a weighted sum of columns plus a constant, to be made small or large.
public struct Tier: Hashable, Sendable {
  /// A readable name, used in reports and model files.
  public var name: String
  /// Whether the sum is to be small or large.
  public var sense: Sense
  /// The weighted columns; terms that name the same column add up.
  public var terms: [IntegerProgram.Term]
  /// What is added to the sum.
  public var constant: Int64

  /// Sets a goal.
  public init(
    name: String, sense: Sense, terms: [IntegerProgram.Term], constant: Int64 = 0
  ) {
    self.name = name
    self.sense = sense
    self.terms = terms
    self.constant = constant
  }
}

extension IntegerProgram {
  /// The weights of a tier, one for each column.
  ///
  /// - Precondition: Every column of the tier belongs to this program, and no
  ///   sum of repeated weights overflows.
  package func weights(of tier: Tier) -> [Int64] {
    var weights = [Int64](repeating: 0, count: columnCount)
    for term in tier.terms { weights[term.column.index] += term.coefficient }
    return weights
  }
}
