// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// One way in which an assignment fails its program.
  public enum Violation: Hashable, Sendable {
    /// There are not as many values as columns; nothing else was looked at.
    case count(values: Int, columns: Int)
    /// A value is outside its column's bounds.
    case column(Column, value: Int64)
    /// A sum is outside its row's bounds.
    case row(Row, activity: Int128)
    /// The objective is not what the values are worth.
    case objective(stated: Int64, actual: Int128)
  }

  /// All ways in which an assignment fails the program, in exact arithmetic.
  ///
  /// - Parameters:
  ///   - assignment: The assignment to check.
  ///   - tier: The tier whose value the objective states, or nil to leave the
  ///     objective unchecked.
  /// - Returns: Violated columns first, then rows, each in order; empty when
  ///   the assignment is right.
  /// - Complexity: O(*n* + *t*) for *n* columns and *t* terms.
  public func violations(of assignment: Assignment, tier: Tier? = nil) -> [Violation] {
    let values = assignment.values
    guard values.count == columnCount else {
      return [.count(values: values.count, columns: columnCount)]
    }
    var found: [Violation] = []
    for column in 0..<columnCount
    where values[column] < columnLowers[column] || values[column] > columnUppers[column] {
      found.append(.column(Column(index: column), value: values[column]))
    }
    for row in 0..<rowCount {
      let activity = activity(ofRow: row, values)
      let isTooSmall = rowLowers[row] != .min && activity < Int128(rowLowers[row])
      let isTooLarge = rowUppers[row] != .max && activity > Int128(rowUppers[row])
      if isTooSmall || isTooLarge {
        found.append(.row(Row(index: row), activity: activity))
      }
    }
    if let tier {
      let actual = value(of: tier, at: values)
      if actual != Int128(assignment.objective) {
        found.append(.objective(stated: assignment.objective, actual: actual))
      }
    }
    return found
  }

  /// What values are worth in a tier, its constant included.
  ///
  /// - Precondition: There is a value for every column.
  public func value(of tier: Tier, at values: [Int64]) -> Int128 {
    var sum = Int128(tier.constant)
    for term in tier.terms {
      sum += product(term.coefficient, values[term.column.index])
    }
    return sum
  }

  /// What the terms of a row add up to.
  ///
  /// - Precondition: There is a value for every column.
  public func activity(of row: Row, at values: [Int64]) -> Int128 {
    activity(ofRow: row.index, values)
  }

  private func activity(ofRow row: Int, _ values: [Int64]) -> Int128 {
    var sum: Int128 = 0
    // A product takes 127 bits at most. A sum overflows only when terms near
    // that limit meet, and then it traps rather than answer wrongly.
    for entry in rowStarts[row]..<rowStarts[row + 1] {
      sum += product(entryCoefficients[entry], values[Int(entryColumns[entry])])
    }
    return sum
  }
}

/// The exact product of two numbers, quick when it fits into a word.
private func product(_ left: Int64, _ right: Int64) -> Int128 {
  let (short, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? Int128(left) * Int128(right) : Int128(short)
}
