// SPDX-License-Identifier: GPL-3.0-or-later

/// What a search found out.
public enum SolveOutcome: Hashable, Sendable {
  /// The assignment satisfies every row exactly, and none is better.
  case optimal(Assignment)
  /// The search ended early. The best assignment satisfies every row exactly;
  /// the bound is what no assignment can beat, as far as is known.
  case stopped(by: Limit, best: Assignment?, bound: Double?)
  /// No assignment satisfies all rows.
  case infeasible
  /// No assignment satisfies all rows, or there is no best one.
  case infeasibleOrUnbounded
  /// No assignment is strictly better than the cutoff that was given; whether
  /// there is any at all is left open.
  case nothingBetter(than: Int64)

  /// The assignment, if there is one.
  public var assignment: Assignment? {
    switch self {
    case .optimal(let assignment): assignment
    case .stopped(by: _, let best, bound: _): best
    case .infeasible, .infeasibleOrUnbounded, .nothingBetter: nil
    }
  }
}

/// Why a search stopped before its end.
public enum Limit: Hashable, Sendable {
  case time
  /// Subproblems of an integer program, or iterations of a linear one.
  case work
  /// Value and bound are as close as was asked for.
  case gap
  case cancellation
}

/// A whole value for each column, and what it is worth.
public struct Assignment: Hashable, Sendable {
  /// The values, in the order of the columns.
  public var values: [Int64]
  /// The value of the tier that was solved for, its constant included.
  public var objective: Int64

  /// Puts values and their worth together; nothing is checked.
  public init(values: [Int64], objective: Int64) {
    self.values = values
    self.objective = objective
  }

  /// The value of a column.
  public subscript(column: IntegerProgram.Column) -> Int64 { values[column.index] }
}
