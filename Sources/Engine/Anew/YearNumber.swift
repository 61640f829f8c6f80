// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A number of a year that bounds plans, by where it stands.
///
/// Two are equal when scenarios call them the same.
package struct YearNumber: Hashable, Sendable {
  /// Where it stands in memory.
  package enum Place: Sendable {
    case count(any WritableKeyPath<ProgrammeYear, Int> & Sendable)
    /// Metres in memory, kilometres in files; those that are no whole kilometres are rounded
    /// down.
    case kilometres(any WritableKeyPath<ProgrammeYear, Int> & Sendable)
    case optionalKilometres(any WritableKeyPath<ProgrammeYear, Int?> & Sendable)
    case optionalCount(any WritableKeyPath<ProgrammeYear, Int?> & Sendable)
    case optionalYen(any WritableKeyPath<ProgrammeYear, Int64?> & Sendable)
  }

  /// The path of `set` in scenarios, such as `activities.E1.seats_min`.
  package var path: String
  package var place: Place
  /// The numbers that files allow.
  package var range: ClosedRange<Int64>
  /// Whether less of it allows more.
  package var isFloor: Bool
  /// A number at which it bounds nothing; nothing where none is known.
  package var idle: Int64?
  /// By how much it changes in a step worth talking about, 1 or more.
  package var step: Int64
  /// What all its values are multiples of when they are looked for.
  package var grain: Int64

  package init(
    _ path: String, _ place: Place, in range: ClosedRange<Int64> = 0...1_000_000,
    isFloor: Bool = false, idle: Int64?, step: Int64 = 1, grain: Int64 = 1
  ) {
    self.path = path
    self.place = place
    self.range = range
    self.isFloor = isFloor
    self.idle = idle
    self.step = max(1, step)
    self.grain = max(1, grain)
  }

  package static func == (left: YearNumber, right: YearNumber) -> Bool {
    left.path == right.path
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }

  /// The number; nothing where nothing is bounded.
  package func value(in year: ProgrammeYear) -> Int64? {
    switch place {
    case .count(let path): Int64(year[keyPath: path])
    case .kilometres(let path): Int64(year[keyPath: path] / 1_000)
    case .optionalKilometres(let path): year[keyPath: path].map { Int64($0 / 1_000) }
    case .optionalCount(let path): year[keyPath: path].map { Int64($0) }
    case .optionalYen(let path): year[keyPath: path]
    }
  }

  /// Puts another number in its place.
  package func set(_ value: Int64, in year: inout ProgrammeYear) {
    switch place {
    case .count(let path): year[keyPath: path] = Int(clamping: value)
    case .kilometres(let path): year[keyPath: path] = 1_000 * Int(clamping: value)
    case .optionalKilometres(let path): year[keyPath: path] = 1_000 * Int(clamping: value)
    case .optionalCount(let path): year[keyPath: path] = Int(clamping: value)
    case .optionalYen(let path): year[keyPath: path] = value
    }
  }
}
