// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import Wording

/// Whether floating point holds a number and all smaller ones exactly.
func isExact(_ number: Int64) -> Bool {
  number.magnitude <= GLPKSolver.widestNumber.magnitude
}

/// Throws if a bound is too large for floating point.
func requireExact(
  _ bounds: (lower: Int64?, upper: Int64?), _ owner: @autoclosure () -> Sentence
) throws(SolverFailure) {
  if let lower = bounds.lower, !isExact(lower) {
    throw .unsupported(localized("the bound \(lower) of \(owner()); the largest is 2^53"))
  }
  if let upper = bounds.upper, !isExact(upper) {
    throw .unsupported(localized("the bound \(upper) of \(owner()); the largest is 2^53"))
  }
}

/// The greatest number that divides all of some numbers; 0 if all are 0.
func commonDivisor(of numbers: some Sequence<Int64>) -> Int64 {
  var divisor: UInt64 = 0
  for number in numbers {
    var (larger, smaller) = (divisor, number.magnitude)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    divisor = larger
    if divisor == 1 { break }
  }
  return Int64(clamping: divisor)
}

/// Which way a quotient is rounded.
enum QuotientRounding {
  case up
  case down
}

/// A quotient rounded to a whole number.
///
/// - Precondition: The divisor is positive.
func quotient(_ number: Int64, _ divisor: Int64, _ rounding: QuotientRounding) -> Int64 {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  switch rounding {
  case .up: return remainder > 0 ? quotient + 1 : quotient
  case .down: return remainder < 0 ? quotient - 1 : quotient
  }
}
