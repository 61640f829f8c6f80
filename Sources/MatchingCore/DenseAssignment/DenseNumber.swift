// SPDX-License-Identifier: GPL-3.0-or-later

/// The two kinds of numbers the dense kernel is compiled for.
///
/// All arithmetic is that of the kernel's bounds (see `DenseKernel`): `Int64`
/// wraps because it cannot overflow there, `Double` rounds, or is exact where
/// whole numbers stay below 2⁵³.
protocol DenseNumber: SIMDScalar, Codable, Hashable, Comparable, BitwiseCopyable, Sendable {
  /// What stands in a forbidden cell.
  static var forbidden: Self { get }
  /// Above every reduced cost and distance of allowed cells, and below those of
  /// forbidden ones (or equal).
  static var horizon: Self { get }
  static var zero: Self { get }
  /// The dual of a closed column: what is taken off it is above the horizon.
  static var closedDual: Self { get }
  /// The number as the floating one it is, or the nearest.
  var approximate: Double { get }
  /// A number above `least` by about `width`, a whole one if asked for.
  static func limit(_ least: Self, _ width: Double, isWhole: Bool) -> Self
  static func lesser(_ a: SIMD8<Self>, _ b: SIMD8<Self>) -> SIMD8<Self>
  static func hasBelow(_ a: SIMD8<Self>, _ b: SIMD8<Self>) -> Bool
  static func product(_ a: Self, _ factor: Int) -> Self
  static func sum(_ a: Self, _ b: Self) -> Self
  static func difference(_ a: Self, _ b: Self) -> Self
  static func difference(_ a: SIMD8<Self>, _ b: SIMD8<Self>) -> SIMD8<Self>
}

extension Double: DenseNumber {
  static var forbidden: Double { .infinity }
  static var horizon: Double { .infinity }
  static var zero: Double { 0 }
  static var closedDual: Double { -.infinity }
  var approximate: Double { self }
  static func product(_ a: Double, _ factor: Int) -> Double { a * Double(factor) }
  static func limit(_ least: Double, _ width: Double, isWhole: Bool) -> Double {
    let limit = least + width
    return isWhole ? limit.rounded(.down) + 1 : limit.nextUp
  }
  @inline(__always) static func lesser(
    _ a: SIMD8<Double>, _ b: SIMD8<Double>
  ) -> SIMD8<Double> { b.replacing(with: a, where: a .< b) }
  @inline(__always) static func hasBelow(
    _ a: SIMD8<Double>, _ b: SIMD8<Double>
  ) -> Bool { any(a .< b) }
  @inline(__always) static func sum(_ a: Double, _ b: Double) -> Double { a + b }
  @inline(__always) static func difference(_ a: Double, _ b: Double) -> Double { a - b }
  @inline(__always) static func difference(
    _ a: SIMD8<Double>, _ b: SIMD8<Double>
  ) -> SIMD8<Double> { a - b }
}

extension Int64: DenseNumber {
  static var forbidden: Int64 { 1 << 61 }
  static var horizon: Int64 { 1 << 60 }
  static var zero: Int64 { 0 }
  static var closedDual: Int64 { -(1 << 61) }
  var approximate: Double { Double(self) }
  static func product(_ a: Int64, _ factor: Int) -> Int64 { a &* Int64(factor) }
  static func limit(_ least: Int64, _ width: Double, isWhole: Bool) -> Int64 {
    least &+ Int64(Swift.min(width, 0x1p59)) &+ 1
  }
  @inline(__always) static func lesser(
    _ a: SIMD8<Int64>, _ b: SIMD8<Int64>
  ) -> SIMD8<Int64> { b.replacing(with: a, where: a .< b) }
  @inline(__always) static func hasBelow(
    _ a: SIMD8<Int64>, _ b: SIMD8<Int64>
  ) -> Bool { any(a .< b) }
  @inline(__always) static func sum(_ a: Int64, _ b: Int64) -> Int64 { a &+ b }
  @inline(__always) static func difference(_ a: Int64, _ b: Int64) -> Int64 { a &- b }
  @inline(__always) static func difference(
    _ a: SIMD8<Int64>, _ b: SIMD8<Int64>
  ) -> SIMD8<Int64> { a &- b }
}
