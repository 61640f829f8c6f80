// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// The linear relaxation of a program over some of its triple columns, kept in
/// GLPK while further columns are priced in.
///
/// Rows stand at the same positions as in the program. A row that triples are
/// needed to satisfy gets an elastic column at a high price, so that the master
/// always has a solution and always has duals (the "big-M" phase one; Lübbecke
/// and Desrosiers, "Selected Topics in Column Generation", 2005, section 2.2).
struct RestrictedMaster: ~Copyable {
  private(set) var program: IntegerProgram
  let sense: Sense
  /// The tier's weight for each column of the program.
  private(set) var costs: [Double]
  let triples: Range<Int>
  let columns: TripleColumns
  var linear: LinearMaster
  /// The program's column behind each of the master's; −1 for elastic columns.
  private(set) var programColumn: [Int32] = []
  /// The master's column for each of the program's; −1 when it is absent.
  private(set) var masterColumn: [Int32]
  private var elasticColumns: [Int] = []
  /// What an elastic column costs, in units of the objective.
  private var elasticPrice: Double
  private let firstElasticPrice: Double
  /// The bounds of the program's columns as they stand in the master.
  private var columnBounds: [(lower: Double, upper: Double)]
  /// Triples held at zero, which pricing passes over.
  private(set) var isClosed: [Bool]
  /// The triples that pricing looks at; none means all.
  ///
  /// What pricing proves then holds for plans that have no others.
  var promising: PromisingTriples?
  /// Triples held at one, by position from the first.
  private(set) var forced: Set<Int> = []

  /// Whether the elastic price is beyond what any chain of moves can cost.
  var elasticPriceIsAtItsEnd: Bool { elasticPrice > 1e9 || isFeasibilityOnly }
  private let isFeasibilityOnly: Bool

  init(
    _ program: IntegerProgram, _ tier: Tier, triples: Range<Int>, columns: TripleColumns
  ) throws(EngineFailure) {
    self.program = program
    sense = tier.sense
    let weights = program.weights(of: tier)
    costs = weights.map { Double($0) }
    self.triples = triples
    isFeasibilityOnly = tier.terms.isEmpty
    self.columns = columns
    masterColumn = Array(repeating: -1, count: program.columnCount)
    isClosed = triples.map { program.bounds(of: Column(index: $0)).upper == 0 }
    columnBounds = (0..<program.columnCount).map { column in
      let (lower, upper) = program.bounds(of: Column(index: column))
      return (lower.map { Double($0) } ?? -.infinity, upper.map { Double($0) } ?? .infinity)
    }
    let dearest = weights[triples].map { abs($0) }.max() ?? 0
    firstElasticPrice = 4 * Double(max(dearest, 1))
    elasticPrice = firstElasticPrice
    let price = tier.sense == .maximize ? -elasticPrice : elasticPrice
    let structure = Self.structure(program, costs: costs, triples: triples, columns: columns)
    let elastics = Self.elastics(program, price: price, columns: columns)
    for (position, column) in structure.columns.enumerated() {
      masterColumn[Int(column)] = Int32(position)
    }
    programColumn = structure.columns + Array(repeating: -1, count: elastics.count)
    elasticColumns = Array(structure.columns.count..<programColumn.count)
    linear = try Self.makeLinear(
      program, maximizing: tier.sense == .maximize, columns: columns,
      batches: [structure.batch, elastics])
  }

  private static func makeLinear(
    _ program: IntegerProgram, maximizing: Bool, columns: TripleColumns, batches: [ColumnBatch]
  ) throws(EngineFailure) -> LinearMaster {
    do {
      var linear = try LinearMaster(maximizing: maximizing)
      let bounds = (0..<program.rowCount).map { row in
        let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
        let scale = columns.rowScale[row]
        return RowBounds(
          lower: lower.map { Double($0) * scale }, upper: upper.map { Double($0) * scale })
      }
      _ = try linear.addRows(bounds)
      for batch in batches where batch.count > 0 { _ = try linear.addColumns(batch) }
      return linear
    } catch {
      throw EngineFailure("The linear relaxation could not be set up: \(error)")
    }
  }

  private static func structure(
    _ program: IntegerProgram, costs: [Double], triples: Range<Int>, columns: TripleColumns
  ) -> (columns: [Int32], batch: ColumnBatch) {
    var batch = ColumnBatch()
    var positions: [Int32] = []
    for column in 0..<program.columnCount where !triples.contains(column) {
      let entries = columns.entries(ofStructural: column)
      let (lower, upper) = program.bounds(of: Column(index: column))
      batch.append(
        cost: costs[column], lower: lower.map { Double($0) } ?? -.infinity,
        upper: upper.map { Double($0) } ?? .infinity,
        isInteger: program.isInteger(Column(index: column)), rows: entries.rows,
        values: entries.values)
      positions.append(Int32(column))
    }
    return (positions, batch)
  }

  private static func elastics(
    _ program: IntegerProgram, price: Double, columns: TripleColumns
  ) -> ColumnBatch {
    var batch = ColumnBatch()
    for row in 0..<program.rowCount {
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      // Nobody placed keeps a row that speaks of placements alone.
      if !columns.hasStructure[row], lower ?? 0 <= 0, upper ?? 0 >= 0 { continue }
      if columns.raises[row] && lower != nil {
        batch.append(cost: price, rows: [Int32(row)], values: [1])
      }
      if columns.lowers[row] && upper != nil {
        batch.append(cost: price, rows: [Int32(row)], values: [-1])
      }
    }
    return batch
  }

  var columnCount: Int { programColumn.count }

  /// Adds triples (positions from the first) that are not in the master, less
  /// those that are held at zero.
  mutating func add(_ positions: [Int]) throws(EngineFailure) {
    var batch = ColumnBatch()
    for position in positions
    where masterColumn[triples.lowerBound + position] < 0 && !isClosed[position] {
      let entries = columns.entries(ofTriple: position)
      let column = triples.lowerBound + position
      batch.append(
        cost: costs[column], lower: 0, isInteger: true, rows: entries.rows,
        values: entries.values)
      masterColumn[column] = Int32(programColumn.count)
      programColumn.append(Int32(column))
    }
    guard batch.count > 0 else { return }
    do { _ = try linear.addColumns(batch) } catch {
      throw EngineFailure("Columns could not be added to the linear relaxation: \(error)")
    }
  }

  /// Removes the triples that were added last.
  mutating func truncate(to count: Int) {
    guard count < columnCount else { return }
    linear.removeColumns(Array(count..<columnCount))
    for column in programColumn[count...] { masterColumn[Int(column)] = -1 }
    programColumn.removeLast(columnCount - count)
  }

  /// Gives the columns other weights.
  mutating func weigh(_ weights: [Int64]) {
    costs = weights.map { Double($0) }
    for (position, column) in programColumn.enumerated() where column >= 0 {
      linear.setCost(costs[Int(column)], of: position)
    }
  }

  /// Replaces the bounds of a row.
  mutating func setBounds(ofRow row: Int, lower: Int64?, upper: Int64?) {
    program.setBounds(of: IntegerProgram.Row(index: row), lower: lower, upper: upper)
    let scale = columns.rowScale[row]
    linear.setRowBounds(
      row,
      RowBounds(lower: lower.map { Double($0) * scale }, upper: upper.map { Double($0) * scale }))
  }

  /// Makes broken rows dearer.
  mutating func raiseElasticPrice() { setElasticPrice(elasticPrice * 10) }

  /// Goes back to the price that broken rows had at first.
  mutating func resetElasticPrice() {
    if elasticPrice != firstElasticPrice { setElasticPrice(firstElasticPrice) }
  }

  private mutating func setElasticPrice(_ price: Double) {
    elasticPrice = price
    for column in elasticColumns {
      linear.setCost(sense == .maximize ? -elasticPrice : elasticPrice, of: column)
    }
  }

  /// By how much the elastic columns mend broken rows in the last solution.
  func elasticity(_ values: [Double]) -> Double {
    elasticColumns.reduce(0) { $0 + max(0, values[$1]) }
  }

  /// What a triple would gain at the given row prices, in the tier's direction:
  /// positive means that the column would improve the master.
  @inline(__always)
  func gain(ofTriple position: Int, at prices: [Double]) -> Double {
    var reduced = costs[triples.lowerBound + position]
    for entry in columns.range(ofTriple: position) {
      reduced -= prices[Int(columns.tripleRows[entry])] * columns.tripleValues[entry]
    }
    return sense == .maximize ? reduced : -reduced
  }

  /// Fixes or frees a column of the program.
  mutating func setBounds(ofProgramColumn column: Int, lower: Double, upper: Double) {
    if triples.contains(column) {
      let triple = column - triples.lowerBound
      isClosed[triple] = upper <= 0
      if lower > 0 { forced.insert(triple) } else { forced.remove(triple) }
    }
    let position = masterColumn[column]
    guard position >= 0 else { return }
    linear.setColumnBounds(Int(position), lower: lower, upper: upper)
    columnBounds[column] = (lower, upper)
  }

  /// Row prices without those that point to a side that is not there.
  func clamped(_ prices: [Double]) -> [Double] {
    prices.enumerated().map { row, price in
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      let wantsUpper = sense == .maximize ? price > 0 : price < 0
      return (wantsUpper ? upper : lower) == nil ? 0 : price
    }
  }

  /// What clamped row prices prove of everything but triples: the sum of rows'
  /// sides and of the columns' reduced costs at their better bounds.
  ///
  /// With each applicant's greatest gain on top it bounds the whole program,
  /// whatever state the simplex method is in (weak duality; Neumaier and
  /// Shcherbina, "Safe bounds in linear and mixed-integer linear programming",
  /// 2004, section 2). Nothing is proven where a column has no bound.
  func structuralBound(at prices: [Double]) -> Double {
    let sign = sense == .maximize ? 1.0 : -1.0
    var sum = 0.0
    for (row, price) in prices.enumerated() where price != 0 {
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      let side = sign * price > 0 ? upper : lower
      sum += price * columns.rowScale[row] * Double(side ?? 0)
    }
    for column in 0..<program.columnCount where !triples.contains(column) {
      let reduced = sign * (costs[column] - columns.value(ofStructural: column, at: prices))
      let (lower, upper) = columnBounds[column]
      if reduced != 0 { sum += sign * reduced * (reduced > 0 ? upper : lower) }
    }
    return sum
  }
}

/// The program by columns: GLPK is given columns, formulations give rows.
struct TripleColumns: Sendable {
  private let firstTriple: Int
  /// Entries of the triples, by position from the first triple.
  private var tripleStarts: [Int] = [0]
  private(set) var tripleRows: [Int32] = []
  private(set) var tripleValues: [Double] = []
  private var structuralStarts: [Int] = []
  private var structuralRows: [Int32] = []
  private var structuralValues: [Double] = []
  /// Rows in which triples have positive, and negative coefficients.
  private(set) var raises: [Bool]
  private(set) var lowers: [Bool]
  /// Rows that hold other columns than triples.
  private(set) var hasStructure: [Bool]
  /// Rows with wide coefficients (points, yen) are scaled down.
  private(set) var rowScale: [Double]

  /// - Complexity: Proportional to the number of terms.
  init(_ program: IntegerProgram, triples: Range<Int>) {
    firstTriple = triples.lowerBound
    raises = Array(repeating: false, count: program.rowCount)
    lowers = Array(repeating: false, count: program.rowCount)
    hasStructure = Array(repeating: false, count: program.rowCount)
    rowScale = Array(repeating: 1, count: program.rowCount)
    var counts = [Int](repeating: 0, count: program.columnCount + 1)
    for column in program.entryColumns { counts[Int(column) + 1] += 1 }
    for index in 1...program.columnCount { counts[index] += counts[index - 1] }
    var next = counts
    var rows = [Int32](repeating: 0, count: program.termCount)
    var values = [Double](repeating: 0, count: program.termCount)
    for row in 0..<program.rowCount {
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      let widest = program.entryCoefficients[entries].map { abs($0) }.max() ?? 1
      if widest > 1_000 { rowScale[row] = 100 / Double(widest) }
      for entry in entries {
        let column = Int(program.entryColumns[entry])
        let coefficient = program.entryCoefficients[entry]
        guard coefficient != 0 else { continue }
        rows[next[column]] = Int32(row)
        values[next[column]] = Double(coefficient) * rowScale[row]
        next[column] += 1
        if triples.contains(column) {
          if coefficient > 0 { raises[row] = true } else { lowers[row] = true }
        } else {
          hasStructure[row] = true
        }
      }
    }
    structuralStarts = Array(repeating: 0, count: program.columnCount + 1)
    for column in 0..<program.columnCount {
      let range = counts[column]..<next[column]
      if triples.contains(column) {
        tripleRows += rows[range]
        tripleValues += values[range]
        tripleStarts.append(tripleRows.count)
      } else {
        structuralRows += rows[range]
        structuralValues += values[range]
      }
      structuralStarts[column + 1] = structuralRows.count
    }
  }

  @inline(__always)
  func range(ofTriple position: Int) -> Range<Int> {
    tripleStarts[position]..<tripleStarts[position + 1]
  }

  func entries(ofTriple position: Int) -> (rows: [Int32], values: [Double]) {
    let range = range(ofTriple: position)
    return (Array(tripleRows[range]), Array(tripleValues[range]))
  }

  /// A column's terms in the program's own whole numbers.
  func terms(of column: Int) -> [(row: Int, coefficient: Int64)] {
    func term(_ row: Int32, _ value: Double) -> (Int, Int64) {
      (Int(row), Int64((value / rowScale[Int(row)]).rounded()))
    }
    if firstTriple..<firstTriple + tripleStarts.count - 1 ~= column {
      return range(ofTriple: column - firstTriple).map { term(tripleRows[$0], tripleValues[$0]) }
    }
    return (structuralStarts[column]..<structuralStarts[column + 1]).map {
      term(structuralRows[$0], structuralValues[$0])
    }
  }

  /// The sum of a structural column's entries at the given row prices.
  @inline(__always)
  func value(ofStructural column: Int, at prices: [Double]) -> Double {
    var sum = 0.0
    for entry in structuralStarts[column]..<structuralStarts[column + 1] {
      sum += prices[Int(structuralRows[entry])] * structuralValues[entry]
    }
    return sum
  }

  func entries(ofStructural column: Int) -> (rows: [Int32], values: [Double]) {
    let range = structuralStarts[column]..<structuralStarts[column + 1]
    return (Array(structuralRows[range]), Array(structuralValues[range]))
  }
}
