// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the name that was probably meant by one that is unknown.
///
/// Names are compared without regard to upper and lower case and to full and
/// half width. The distance is that of Damerau and Levenshtein in its
/// restricted form (optimal string alignment): letters inserted, left out,
/// replaced, or two neighbours swapped, no letter touched twice.
///
/// Two shortcuts keep most names from being compared at all: lengths that
/// differ by more than the allowed distance, and letter sets that do (one
/// edit changes at most two letters' membership).
package struct NearestName: Sendable {
  /// A name made ready for comparison.
  private struct Folded: Sendable {
    let letters: [UInt32]
    /// One bit for each remainder of a letter by 64.
    let signature: UInt64

    init(letters: [UInt32]) {
      self.letters = letters
      signature = letters.reduce(0) { $0 | 1 << UInt64($1 % 64) }
    }
  }

  /// More names than this at the same distance say nothing.
  private static let mostTies = 3

  private let names: [String]
  private let folded: [Folded]
  private let alphabet: FoldedAlphabet

  /// Prepares names to be searched.
  ///
  /// - Parameter names: The right names, the more likely ones first.
  /// - Complexity: O(*n*), where *n* is the length of all names.
  package init(among names: some Sequence<String>) {
    self.names = Array(names)
    var alphabet = FoldedAlphabet()
    folded = self.names.map { Folded(letters: alphabet.learn($0)) }
    self.alphabet = alphabet
  }

  /// The name nearest to an unknown one.
  ///
  /// At most a third of the letters may differ. Of equally near names the
  /// first is taken; if more than three are equally near (as among running
  /// numbers), none is.
  ///
  /// - Parameter unknown: A name that is none of the right ones.
  /// - Returns: A right name, or `nil` if none is near.
  /// - Complexity: O(*n* *k*) letters compared at worst, where *n* is the
  ///   length of all names and *k* a third of the unknown one's; usually far
  ///   fewer.
  package func nearest(to unknown: String) -> String? {
    let query = Folded(letters: alphabet.letters(of: unknown))
    // Nobody mistypes a text as long as this, and it would take long.
    guard query.letters.count <= 256 else { return nil }
    var rows = Rows(width: query.letters.count + 1)
    var best: Int?
    var bestDistance = Int.max
    var ties = 0
    for (index, candidate) in folded.enumerated() {
      let longer = max(candidate.letters.count, query.letters.count)
      let limit = min(longer / 3, bestDistance)
      guard abs(candidate.letters.count - query.letters.count) <= limit,
        (candidate.signature ^ query.signature).nonzeroBitCount <= 2 * limit,
        let distance = rows.distance(from: query.letters, to: candidate.letters, atMost: limit)
      else { continue }
      if distance < bestDistance {
        bestDistance = distance
        best = index
        ties = 1
      } else if distance == bestDistance {
        ties += 1
      }
    }
    guard let best, bestDistance == 0 || ties <= Self.mostTies else { return nil }
    return names[best]
  }

  /// The nearest name as a hint.
  ///
  /// - Parameter unknown: A name that is none of the right ones.
  /// - Returns: A hint, or `nil` if no name is near.
  package func hint(for unknown: String) -> Fault.Hint? {
    nearest(to: unknown).map { .didYouMean($0) }
  }
}

/// Three rows of the table of distances, used again for every name.
private struct Rows {
  private var current: [Int]
  private var previous: [Int]
  private var beforeThat: [Int]

  init(width: Int) {
    current = Array(repeating: 0, count: width)
    previous = current
    beforeThat = current
  }

  /// The distance of two names, unless it exceeds a limit.
  ///
  /// Only cells within the limit of the diagonal are filled in.
  mutating func distance(from one: [UInt32], to other: [UInt32], atMost limit: Int) -> Int? {
    let far = limit + 1
    for column in 0...one.count { previous[column] = min(column, far) }
    for row in 0..<other.count {
      let band = max(1, row + 1 - limit)..<(min(one.count, row + 1 + limit) + 1)
      guard band.lowerBound < band.upperBound else { break }
      current[0] = min(row + 1, far)
      if band.lowerBound > 1 { current[band.lowerBound - 1] = far }
      var least = current[band.lowerBound - 1]
      for column in band {
        let replaced = previous[column - 1] + (one[column - 1] == other[row] ? 0 : 1)
        var distance = min(replaced, current[column - 1] + 1, previous[column] + 1)
        if column > 1, row > 0, one[column - 1] == other[row - 1], one[column - 2] == other[row] {
          distance = min(distance, beforeThat[column - 2] + 1)
        }
        current[column] = min(distance, far)
        least = min(least, current[column])
      }
      // The next row's band reaches one cell further.
      if band.upperBound <= one.count { current[band.upperBound] = far }
      guard least <= limit else { return nil }
      swap(&beforeThat, &previous)
      swap(&previous, &current)
    }
    return previous[one.count] <= limit ? previous[one.count] : nil
  }
}
