// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// Identifies one column of the program that created it.
  public struct Column: Hashable, Comparable, Sendable {
    package let position: Int32

    package init(position: Int32) { self.position = position }

    /// Names the column at a zero-based position.
    public init(index: Int) { position = Int32(index) }

    /// The column's zero-based position in its program.
    public var index: Int { Int(position) }

    public static func < (left: Column, right: Column) -> Bool { left.position < right.position }

    /// Weighs a column.
    public static func * (column: Column, coefficient: Int64) -> Term {
      Term(column: column, coefficient: coefficient)
    }
  }

  /// Identifies one row of the program that created it.
  public struct Row: Hashable, Comparable, Sendable {
    package let position: Int32

    /// Names the row at a zero-based position.
    public init(index: Int) { position = Int32(index) }

    /// The row's zero-based position in its program.
    public var index: Int { Int(position) }

    public static func < (left: Row, right: Row) -> Bool { left.position < right.position }
  }

  /// A column with its weight in a row or a tier.
  public struct Term: Hashable, Sendable {
    /// The weighted column.
    public var column: Column
    /// Its weight.
    public var coefficient: Int64

    /// Weighs a column.
    public init(column: Column, coefficient: Int64) {
      self.column = column
      self.coefficient = coefficient
    }
  }
}
