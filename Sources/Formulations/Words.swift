// SPDX-License-Identifier: GPL-3.0-or-later

/// Gives equal words equal small numbers, so that sets of words become bits.
struct Words {
  private var numbers: [String: Int] = [:]

  /// The set of the given words.
  mutating func set(of words: [String]) -> WordSet {
    var set = WordSet()
    for word in words {
      let number = numbers[word] ?? numbers.count
      numbers[word] = number
      set.insert(number)
    }
    return set
  }
}

/// A set of word numbers, sixty-four to a word of memory.
struct WordSet: Hashable, Sendable {
  private var bits: [UInt64] = []

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

  mutating func insert(_ number: Int) {
    while bits.count <= number / 64 { bits.append(0) }
    bits[number / 64] |= 1 << UInt64(number % 64)
  }

  func isSubset(of other: WordSet) -> Bool {
    for (index, word) in bits.enumerated() {
      let allowed = index < other.bits.count ? other.bits[index] : 0
      if word & ~allowed != 0 { return false }
    }
    return true
  }

  func countCommon(with other: WordSet) -> Int {
    var count = 0
    for index in 0..<min(bits.count, other.bits.count) {
      count += (bits[index] & other.bits[index]).nonzeroBitCount
    }
    return count
  }

  mutating func formUnion(_ other: WordSet) {
    while bits.count < other.bits.count { bits.append(0) }
    for (index, word) in other.bits.enumerated() { bits[index] |= word }
  }

  mutating func formIntersection(_ other: WordSet) {
    for index in bits.indices {
      bits[index] &= index < other.bits.count ? other.bits[index] : 0
    }
  }
}
