// SPDX-License-Identifier: GPL-3.0-or-later

/// The rule of rows that are cuts.
package let roundingRule = "rounding"

/// A row that every whole assignment of a program keeps, though its linear
/// relaxation may not.
package struct RoundingCut: Sendable {
  /// Sorted by column, no coefficient is zero.
  package var terms: [IntegerProgram.Term]
  /// The sum is at most this.
  package var upper: Int64
  /// How far the values it was made for lie beyond it, as a distance.
  package var efficacy: Double
  /// The length of the vector of coefficients.
  package var norm: Double

  /// The cosine of the angle to another cut.
  package func parallelism(with other: RoundingCut) -> Double {
    var (left, right, product) = (0, 0, 0.0)
    while left < terms.count, right < other.terms.count {
      let (first, second) = (terms[left].column.index, other.terms[right].column.index)
      if first == second {
        product += Double(terms[left].coefficient) * Double(other.terms[right].coefficient)
      }
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return product / (norm * other.norm)
  }
}

/// A side of a row with a whole multiplier, 0 or more.
package struct RowMultiplier: Sendable {
  package var row: Int
  /// Whether the upper side is meant; else the lower one, turned round.
  package var isUpper: Bool
  package var multiplier: Int64

  package init(row: Int, isUpper: Bool, multiplier: Int64) {
    self.row = row
    self.isUpper = isUpper
    self.multiplier = multiplier
  }
}

extension IntegerProgram {
  /// Mixed integer rounding of a sum of rows, in whole numbers throughout.
  ///
  /// With multipliers *u* and a divisor *d*, every assignment keeps
  /// Σ *a*ⱼ *x*ⱼ ≤ *b* for *a* = *u* · rows and *b* = *u* · sides, after each
  /// column was measured from the bound it is nearer to. With *r* = *b* mod *d*
  /// it then keeps Σ ((*d* − *r*) ⌊*a*ⱼ/*d*⌋ + max(0, *a*ⱼ mod *d* − *r*)) *x*ⱼ ≤
  /// (*d* − *r*) ⌊*b*/*d*⌋, since all columns are whole (Nemhauser and Wolsey,
  /// "A recursive procedure to generate all cuts for 0-1 mixed integer
  /// programs", 1990; slacks of whole rows need no column of their own).
  ///
  /// That holds whatever the multipliers, so it does not matter that they come
  /// from floating point.
  ///
  /// - Parameters:
  ///   - multipliers: Sides of rows that have such a side.
  ///   - divisor: 2 or more.
  ///   - values: The point to cut off.
  ///   - largest: No coefficient of the cut may exceed this.
  /// - Returns: A cut that the values break, or nothing.
  /// - Precondition: All columns are whole, and have both bounds where a row
  ///   used has a term.
  package func roundingCut(
    _ multipliers: [RowMultiplier], divisor: Int64, at values: [Double], largest: Int64
  ) -> RoundingCut? {
    var sums: [Int32: Int64] = [:]
    var side: Int64 = 0
    for entry in multipliers where entry.multiplier != 0 {
      let factor = entry.isUpper ? entry.multiplier : -entry.multiplier
      let bound = (entry.isUpper ? rowUppers : rowLowers)[entry.row]
      guard factor.magnitude < 1 << 16, bound.magnitude < 1 << 40 else { return nil }
      side += factor * bound
      for position in rowStarts[entry.row]..<rowStarts[entry.row + 1] {
        // Below 2¹⁶ · 2³² for each of fewer than 2¹⁵ rows.
        guard entryCoefficients[position].magnitude < 1 << 32 else { return nil }
        sums[entryColumns[position], default: 0] += factor * entryCoefficients[position]
      }
      guard side.magnitude < 1 << 60 else { return nil }
    }
    // Measured from the nearer bound: x = lower + y, or x = upper − y.
    var shifted: [(column: Int32, isFromUpper: Bool, coefficient: Int64)] = []
    for (column, sum) in sums.sorted(by: { $0.key < $1.key }) where sum != 0 {
      let (lower, upper) = (columnLowers[Int(column)], columnUppers[Int(column)])
      // No bound is an extreme value, and too large as well.
      guard sum.magnitude < 1 << 36, max(lower.magnitude, upper.magnitude) < 1 << 20,
        side.magnitude < 1 << 60
      else { return nil }
      let value = values[Int(column)]
      let isFromUpper = Double(upper) - value < value - Double(lower)
      side -= sum * (isFromUpper ? upper : lower)
      shifted.append((column, isFromUpper, isFromUpper ? -sum : sum))
    }
    let (quotient, rest) = flooredQuotient(side, divisor)
    guard rest != 0, side.magnitude < 1 << 50, multipliers.count < 1 << 15 else { return nil }
    var terms: [IntegerProgram.Term] = []
    var upper = quotient * (divisor - rest)
    var common = Int64(0)
    for (column, isFromUpper, coefficient) in shifted {
      let (floor, remainder) = flooredQuotient(coefficient, divisor)
      let rounded = floor * (divisor - rest) + max(0, remainder - rest)
      guard rounded != 0 else { continue }
      guard rounded.magnitude <= largest.magnitude * divisor.magnitude else { return nil }
      let column = Column(index: Int(column))
      terms.append(Term(column: column, coefficient: isFromUpper ? -rounded : rounded))
      upper +=
        isFromUpper ? -rounded * columnUppers[column.index] : rounded * columnLowers[column.index]
      common = commonDivisor(common, rounded)
    }
    guard !terms.isEmpty else { return nil }
    terms.sort { $0.column.index < $1.column.index }
    upper = flooredQuotient(upper, common).quotient
    var (excess, squares) = (-Double(upper), 0.0)
    for index in terms.indices {
      terms[index].coefficient /= common
      let coefficient = terms[index].coefficient
      guard coefficient.magnitude <= largest.magnitude else { return nil }
      excess += Double(coefficient) * values[terms[index].column.index]
      squares += Double(coefficient) * Double(coefficient)
    }
    let norm = squares.squareRoot()
    guard excess / norm > 1e-3 else { return nil }
    return RoundingCut(terms: terms, upper: upper, efficacy: excess / norm, norm: norm)
  }

  /// Adds a cut as a row.
  @discardableResult
  package mutating func add(_ cut: RoundingCut) -> Row {
    addRow(
      named: roundingRule, terms: cut.terms, upper: cut.upper, origin: Origin(rule: roundingRule))
  }
}

/// The quotient rounded down, and what is left, 0 or more.
private func flooredQuotient(
  _ value: Int64, _ divisor: Int64
) -> (quotient: Int64, rest: Int64) {
  let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
  return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
}

private func commonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  var (left, right) = (left.magnitude, right.magnitude)
  while right != 0 { (left, right) = (right, left % right) }
  return Int64(left)
}
