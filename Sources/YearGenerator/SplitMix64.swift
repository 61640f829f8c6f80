// SPDX-License-Identifier: GPL-3.0-or-later

/// A stream of pseudo-random numbers that is the same on every machine.
///
/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
/// It does not conform to `RandomNumberGenerator`, because what the standard
/// library makes of a generator's bits may change from release to release.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to `limit` − 1.
  ///
  /// - Precondition: `limit` is at least 1.
  mutating func below(_ limit: Int) -> Int {
    precondition(limit >= 1, "A draw below \(limit) has no outcome.")
    return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in so many of a hundred draws.
  mutating func chance(percent: Int) -> Bool {
    below(100) < percent
  }

  /// True in so many of a thousand draws.
  mutating func chance(permille: Int) -> Bool {
    below(1000) < permille
  }

  /// An element, each as likely as the others.
  ///
  /// - Precondition: There is an element.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A position, each as likely as its weight.
  ///
  /// - Precondition: Some weight is positive and none is negative.
  mutating func position(weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      if left < weight { return position }
      left -= weight
    }
    return weights.count - 1
  }

  /// Elements in a random order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }

  /// Some elements without repetition, in random order.
  mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var rest = elements
    var result: [Element] = []
    while result.count < count, !rest.isEmpty {
      result.append(rest.remove(at: below(rest.count)))
    }
    return result
  }
}

/// Divides a whole among shares in proportion to weights, by largest remainder;
/// among equal remainders the earlier share is served.
///
/// - Parameters:
///   - total: What is divided, 0 or more.
///   - weights: One for each share, none negative.
/// - Returns: A number for each share; their sum is `total` unless every weight
///   is zero.
func apportion(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  var shares = weights.map { total * $0 / sum }
  let order = weights.indices.sorted {
    let (left, right) = (total * weights[$0] % sum, total * weights[$1] % sum)
    return left == right ? $0 < $1 : left > right
  }
  for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
  return shares
}
