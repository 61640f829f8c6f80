// SPDX-License-Identifier: GPL-3.0-or-later

/// A system of linear rows over bounded columns, and the goals set over it.
///
/// All coefficients and bounds are whole numbers, so that an answer can be
/// checked exactly. A program knows nothing of any solver.
///
/// ```swift
/// var program = IntegerProgram()
/// let first = program.addColumn(named: "first", in: 0...1)
/// let second = program.addColumn(named: "second", in: 0...1)
/// program.addRow(named: "one of them", terms: [first * 1, second * 1], upper: 1)
/// program.tiers.append(
///   Tier(name: "points", sense: .maximize, terms: [first * 3, second * 5]))
/// ```
///
/// Bounds may contradict each other: such a program is infeasible, not wrong.
public struct IntegerProgram: Sendable {
  /// The goals in order of importance; each keeps the optimum of those before it.
  public var tiers: [Tier] = []

  // Columns. The extreme values of `Int64` stand for "no bound".
  package private(set) var columnLowers: [Int64] = []
  package private(set) var columnUppers: [Int64] = []
  package private(set) var columnIsInteger: [Bool] = []
  var columnTexts = ColumnTexts()

  // Rows in compressed sparse form: the terms of row `i` are the entries
  // `rowStarts[i] ..< rowStarts[i + 1]`.
  package private(set) var rowLowers: [Int64] = []
  package private(set) var rowUppers: [Int64] = []
  package private(set) var rowStarts: [Int] = [0]
  package private(set) var entryColumns: [Int32] = []
  package private(set) var entryCoefficients: [Int64] = []
  var rowNames = TextPool()
  var rowOrigins = OriginPool()

  /// Entry at which each column was last used, to add up repeated terms.
  private var lastEntries: [Int] = []

  /// Creates a program without columns, rows and tiers.
  public init() {}

  /// Makes room, so that building a program of known size copies nothing.
  public mutating func reserve(columns: Int, rows: Int, terms: Int) {
    columnLowers.reserveCapacity(columns)
    columnUppers.reserveCapacity(columns)
    columnIsInteger.reserveCapacity(columns)
    lastEntries.reserveCapacity(columns)
    rowLowers.reserveCapacity(rows)
    rowUppers.reserveCapacity(rows)
    rowStarts.reserveCapacity(rows + 1)
    entryColumns.reserveCapacity(terms)
    entryCoefficients.reserveCapacity(terms)
  }
}

// MARK: - Building

extension IntegerProgram {
  /// Adds a column.
  ///
  /// A column with `isInteger` false is one that comes out whole by itself
  /// whenever the integer columns are whole; solvers need not branch on it.
  /// Answers are checked, so that a mistake here cannot end up in a plan.
  ///
  /// - Parameters:
  ///   - name: A readable name for model files; need not be unique.
  ///   - lower: The least value, or nil for none.
  ///   - upper: The greatest value, or nil for none.
  ///   - isInteger: Whether the column has to be made whole by the solver.
  ///   - origin: The rule and the data the column stands for.
  /// - Returns: The new column.
  /// - Complexity: Amortized O(1) plus the length of the names.
  @discardableResult
  public mutating func addColumn(
    named name: String = "", lower: Int64? = 0, upper: Int64?, isInteger: Bool = true,
    origin: Origin = .unknown
  ) -> Column {
    let column = Column(index: columnCount)
    columnLowers.append(lower ?? .min)
    columnUppers.append(upper ?? .max)
    columnIsInteger.append(isInteger)
    lastEntries.append(-1)
    columnTexts.append(name, origin)
    return column
  }

  /// Adds many columns with the same bounds, whose names and origins are worked
  /// out only when somebody asks.
  ///
  /// - Parameters:
  ///   - count: How many columns.
  ///   - bounds: The least and the greatest value of each.
  ///   - describe: Name and origin of a column, by its position among these.
  /// - Complexity: Amortized O(*n*) for *n* columns.
  public mutating func addColumns(
    _ count: Int, in bounds: ClosedRange<Int64>,
    describedBy describe: @escaping @Sendable (Int) -> (name: String, origin: Origin)
  ) {
    columnTexts.append(columnCount..<columnCount + count, describe)
    columnLowers.append(contentsOf: repeatElement(bounds.lowerBound, count: count))
    columnUppers.append(contentsOf: repeatElement(bounds.upperBound, count: count))
    columnIsInteger.append(contentsOf: repeatElement(true, count: count))
    lastEntries.append(contentsOf: repeatElement(-1, count: count))
  }

  /// Adds a column that has both bounds.
  @discardableResult
  public mutating func addColumn(
    named name: String = "", in bounds: ClosedRange<Int64>, isInteger: Bool = true,
    origin: Origin = .unknown
  ) -> Column {
    addColumn(
      named: name, lower: bounds.lowerBound, upper: bounds.upperBound, isInteger: isInteger,
      origin: origin)
  }

  /// Requires a weighted sum of columns to stay between two bounds.
  ///
  /// Terms that name the same column are added together.
  ///
  /// - Parameters:
  ///   - name: A readable name for model files; need not be unique.
  ///   - terms: The weighted columns.
  ///   - lower: The least value of the sum, or nil for none.
  ///   - upper: The greatest value of the sum, or nil for none.
  ///   - origin: The rule and the data that gave rise to the row.
  /// - Returns: The new row.
  /// - Precondition: Every column belongs to this program, and no sum of
  ///   repeated coefficients overflows.
  /// - Complexity: Amortized O(*t*), where *t* is the number of terms.
  @discardableResult
  public mutating func addRow(
    named name: String = "", terms: [Term], lower: Int64? = nil, upper: Int64? = nil,
    origin: Origin = .unknown
  ) -> Row {
    let row = Row(index: rowCount)
    let start = entryColumns.count
    for term in terms {
      let column = term.column.index
      precondition(
        column < columnCount, "Column \(column) is not among the \(columnCount) of the program.")
      // Invariant: a column's last entry lies in this row iff it is >= start.
      let last = lastEntries[column]
      if last >= start {
        entryCoefficients[last] += term.coefficient
      } else {
        lastEntries[column] = entryColumns.count
        entryColumns.append(term.column.position)
        entryCoefficients.append(term.coefficient)
      }
    }
    rowStarts.append(entryColumns.count)
    rowLowers.append(lower ?? .min)
    rowUppers.append(upper ?? .max)
    rowNames.append(name)
    rowOrigins.append(origin)
    return row
  }

  /// Replaces the bounds of a column; nil is no bound.
  public mutating func setBounds(of column: Column, lower: Int64?, upper: Int64?) {
    columnLowers[column.index] = lower ?? .min
    columnUppers[column.index] = upper ?? .max
  }

  /// Replaces the bounds of a row; nil is no bound.
  public mutating func setBounds(of row: Row, lower: Int64?, upper: Int64?) {
    rowLowers[row.index] = lower ?? .min
    rowUppers[row.index] = upper ?? .max
  }

  /// Keeps a tier at least as good as a value it has reached.
  ///
  /// - Parameters:
  ///   - tier: The tier to hold; it need not be one of `tiers`.
  ///   - value: The value reached, the tier's constant included.
  /// - Returns: The row that holds it, with the rule `hold-tier` as its origin
  ///   and the tier's name as its subject.
  @discardableResult
  public mutating func hold(_ tier: Tier, at value: Int64) -> Row {
    let limit = value - tier.constant
    return addRow(
      named: "hold " + tier.name, terms: tier.terms,
      lower: tier.sense == .maximize ? limit : nil,
      upper: tier.sense == .minimize ? limit : nil,
      origin: Origin(rule: "hold-tier", subjects: [tier.name]))
  }

  /// A copy of the program in which a tier is held at a value.
  public func holding(_ tier: Tier, at value: Int64) -> IntegerProgram {
    var copy = self
    copy.hold(tier, at: value)
    return copy
  }
}
