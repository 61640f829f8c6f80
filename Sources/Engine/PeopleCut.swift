// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// The origin of rows that say what people can fill.
let peopleCutRule = "people"

/// A row over the structure that every plan keeps because of who the people
/// are: of some slots, only so many can be filled at once.
///
/// From row prices at which the placements asked for cannot be had (Benders'
/// feasibility cut, 1962). With whole multipliers *y* of the rows that hold
/// triples, every plan satisfies
///
///     Σ y·structure ≤ Σ(y>0) y·upper + Σ(y<0) y·lower + Σ(applicants) g
///
/// where *g* is the most that one of the applicant's triples gains at *y*, or
/// zero: an applicant holds at most one placement. That is so whatever the
/// multipliers, so rounding them costs strength and never validity.
func peopleCut(
  _ formulation: DispatchFormulation, program: IntegerProgram, columns: TripleColumns,
  prices: [Double]
) -> (terms: [Term], upper: Int64)? {
  guard !prices.isEmpty else { return nil }
  let rows = (0..<program.rowCount).filter { row in
    (columns.raises[row] || columns.lowers[row])
      && program.origin(of: IntegerProgram.Row(index: row)).rule != "one-post"
  }
  // Prices of the unscaled rows.
  let raw = rows.map { prices[$0] * columns.rowScale[$0] }
  guard let largest = raw.map({ abs($0) }).max(), largest > 1e-9 else { return nil }
  let relative = raw.map { $0 / largest }
  func isWhole(_ scale: Int) -> Bool {
    relative.allSatisfy { abs($0 * Double(scale) - ($0 * Double(scale)).rounded()) < 1e-6 }
  }
  let scale = (1...24).first(where: isWhole) ?? 120
  var multipliers = [Int64](repeating: 0, count: program.rowCount)
  for (row, price) in zip(rows, relative) {
    multipliers[row] = Int64((price * Double(scale)).rounded())
  }

  let triples = formulation.tripleColumns
  var gains = [Int64](repeating: 0, count: triples.count)
  var terms: [Term] = []
  var upper: Int64 = 0
  for row in rows where multipliers[row] != 0 {
    let multiplier = multipliers[row]
    let bounds = program.bounds(of: IntegerProgram.Row(index: row))
    guard let limit = multiplier > 0 ? bounds.upper : bounds.lower else { return nil }
    upper += multiplier * limit
    for term in program.terms(of: IntegerProgram.Row(index: row)) {
      if triples.contains(term.column.index) {
        gains[term.column.index - triples.lowerBound] -= multiplier * term.coefficient
      } else {
        terms.append(Term(term.column, multiplier * term.coefficient))
      }
    }
  }
  for range in formulation.triples.ofApplicant {
    upper += max(0, gains[range].max() ?? 0)
  }
  var sums: [Int: Int64] = [:]
  for term in terms { sums[term.column.index, default: 0] += term.coefficient }
  return (
    sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
      Term(Column(index: $0.key), $0.value)
    }, upper
  )
}
