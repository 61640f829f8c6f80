// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// How many a quota's `select` selects, and how many its `share.of`.
struct QuotaCounts {
  var selected = 0
  var whole = 0
}

/// What a quota asks of its counts.
struct QuotaBounds {
  var minimum: Int?
  var maximum: Int?
  /// Per cent of the whole.
  var minimumPercent: Int?
  var maximumPercent: Int?

  /// What is short or over, bound by bound, with the units of each.
  ///
  /// - Parameters:
  ///   - counts: What was counted.
  ///   - counted: The number with its noun, such as `3 placements`.
  /// - Returns: Units, each 1 or more, and the count with the bound.
  func shortcomings(
    of counts: QuotaCounts, _ counted: (Int) -> Sentence
  ) -> [(units: Int, sentence: Sentence)] {
    let (selected, whole) = (counts.selected, counts.whole)
    var all: [(units: Int, sentence: Sentence)] = []
    func note(_ units: Int, _ bound: Sentence) {
      guard units > 0 else { return }
      all.append((units, "\(counted(selected)); \(bound)."))
    }
    if let minimum { note(minimum - selected, "at least \(minimum)") }
    if let maximum { note(selected - maximum, "at most \(maximum)") }
    if let percent = minimumPercent {
      // The least u with 100 (selected + u) >= percent * whole.
      note(hundredths(percent * whole - 100 * selected), "at least \(percent) % of \(whole)")
    }
    if let percent = maximumPercent {
      // The least u with 100 (selected - u) <= percent * whole.
      note(hundredths(100 * selected - percent * whole), "at most \(percent) % of \(whole)")
    }
    return all
  }

  /// A hundredth, rounded up; 0 for what is not positive.
  private func hundredths(_ amount: Int) -> Int {
    amount <= 0 ? 0 : (amount + 99) / 100
  }
}
