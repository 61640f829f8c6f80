// SPDX-License-Identifier: GPL-3.0-or-later

/// A stream of pseudo-random numbers that is the same on every machine.
///
/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
/// It does not conform to `RandomNumberGenerator`, because what the standard
/// library makes of a generator's bits may change from release to release.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts the stream that belongs to a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to `limit` − 1.
  ///
  /// - Precondition: `limit` is at least 1.
  public mutating func below(_ limit: Int) -> Int {
    precondition(limit >= 1, "A draw below \(limit) has no outcome.")
    return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number of the range, each equally likely.
  public mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// A number from 0 up to, not including, 1, in steps of 2⁻⁵³.
  public mutating func unitInterval() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// True in so many of a hundred draws.
  public mutating func chance(percent: Int) -> Bool {
    below(100) < percent
  }

  /// True in so many of a thousand draws.
  public mutating func chance(permille: Int) -> Bool {
    below(1000) < permille
  }

  /// An element, each as likely as the others.
  ///
  /// - Precondition: There is an element.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A position, each as likely as its weight.
  ///
  /// - Precondition: Some weight is positive and none is negative.
  public mutating func position(weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      if left < weight { return position }
      left -= weight
    }
    return weights.count - 1
  }

  /// Elements in a random order (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }

  /// Some elements without repetition, in random order.
  public mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var rest = elements
    var result: [Element] = []
    while result.count < count, !rest.isEmpty {
      result.append(rest.remove(at: below(rest.count)))
    }
    return result
  }
}
