// SPDX-License-Identifier: GPL-3.0-or-later

/// A small repeatable source of random numbers.
///
/// After Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (2014), https://doi.org/10.1145/2660193.2660195. The helpers do
/// not go through the standard library's, so a seed means the same year with
/// every toolchain.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, not including, the limit; 0 for a limit of 0.
  package mutating func below(_ limit: Int) -> Int {
    limit <= 1 ? 0 : Int(next() % UInt64(limit))
  }

  /// A whole number of the range, ends included.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True that often in a hundred times.
  package mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of the values, each equally likely.
  ///
  /// - Precondition: There is at least one value.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    precondition(!values.isEmpty, "One of no values was asked for.")
    return values[below(values.count)]
  }

  /// A subset of the values, each taken with the chance given, in their order.
  package mutating func some<Value>(of values: [Value], percent: Int) -> [Value] {
    var taken: [Value] = []
    for value in values where chance(percent) { taken.append(value) }
    return taken
  }
}
