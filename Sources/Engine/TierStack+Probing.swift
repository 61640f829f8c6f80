// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

extension TierStack {
  /// Which of some columns have the same value, 0 or 1, in every assignment
  /// that keeps what is held.
  ///
  /// Asks for as many of the columns not yet seen at 1 (then: at 0) as possible
  /// in one assignment; each answer shows some, and when none can be shown the
  /// rest never are. A handful of searches settles hundreds of columns; a
  /// search that is cut short settles fewer, never wrongly. Columns that may
  /// exceed 1 are settled at 0 only.
  func fixedValues(of columns: [Column]) throws(EngineFailure) -> [(column: Column, value: Int64)] {
    guard let incumbent else { return [] }
    var found: [(column: Column, value: Int64)] = []
    for value in [Int64(0), 1] {
      // A column that may reach 2 could make up for one at 0 in the sum.
      var same = columns.filter { column in
        (incumbent[column] > 0 ? 1 : 0) == value
          && (value == 0 || program.bounds(of: column).upper ?? 2 <= 1)
      }
      for _ in 0..<12 where !same.isEmpty {
        let tier = Tier(
          name: "probing", sense: value == 0 ? .maximize : .minimize,
          terms: same.map { Term($0, 1) })
        guard
          case .found(let assignment, let bound, _) = try best(for: tier, gap: 0, nodes: 40)
        else { break }
        if value == 0 ? bound < 1 : bound >= Int64(same.count) {
          found += same.map { ($0, value) }
          break
        }
        let count = same.count
        same.removeAll { (assignment[$0] > 0 ? 1 : 0) != value }
        if same.count == count { break }
      }
    }
    return found
  }
}
