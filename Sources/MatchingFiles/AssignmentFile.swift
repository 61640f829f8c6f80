// SPDX-License-Identifier: GPL-3.0-or-later
public import MatchingCore
internal import Wording

/// A full matrix of whole costs as a file has it.
public struct DenseAssignmentFile: Equatable, Sendable {
  /// Rows and columns.
  public let size: Int
  /// The costs, row by row.
  public let costs: [Int64]

  /// The problem to minimise.
  ///
  /// - Returns: The matrix, checked.
  /// - Throws: What is wrong with it as a problem.
  public func problem() throws(DenseProblem<Int64>.Invalid) -> DenseProblem<Int64> {
    try DenseProblem(checking: costs, rows: size, columns: size)
  }
}

/// The allowed cells of a sparse assignment as a file has them.
public struct SparseAssignmentFile: Equatable, Sendable {
  /// One allowed cell.
  public struct Arc: Equatable, Sendable {
    /// The row, from 0.
    public let row: Int32
    /// The column, from 0.
    public let column: Int32
    /// The cost.
    public let cost: Int64

    /// Describes a cell.
    public init(row: Int32, column: Int32, cost: Int64) {
      self.row = row
      self.column = column
      self.cost = cost
    }
  }

  /// How many rows.
  public let rows: Int
  /// How many columns.
  public let columns: Int
  /// The allowed cells in the order of the file; a cell may occur again.
  public let arcs: [Arc]
}

/// The largest number of lines and the largest magnitude of a cost in a file.
private let mostLines = 1 << 30
private let largestCost = 1 << 40

// MARK: - OR-Library

/// Reads the assignment files of the OR-Library.
///
/// J. E. Beasley, "OR-Library: distributing test problems by electronic mail",
/// J. Oper. Res. Soc. 41 (1990).
public enum ORLibraryAssignment {
  /// Reads a full matrix (`orlib-assign`): *n*, then *n* × *n* costs.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The matrix.
  /// - Throws: The first fault.
  public static func read(_ bytes: [UInt8]) throws(FileFault) -> DenseAssignmentFile {
    var scanner = WordScanner(bytes, layout: .words)
    let size = try scanner.wholeNumber(in: 0...32_768, "the number of rows,")
    var costs: [Int64] = []
    // A cost takes two bytes at least, so that a wrong number reserves no more
    // than the file can fill.
    costs.reserveCapacity(min(size * size, bytes.count / 2))
    for row in 0..<size {
      for column in 0..<size {
        costs.append(
          Int64(
            try scanner.wholeNumber(
              in: -largestCost...largestCost,
              "the cost of row \(row + 1), column \(column + 1),")))
      }
    }
    try scanner.end("the end of the file after \(size) × \(size) costs")
    return DenseAssignmentFile(size: size, costs: costs)
  }

  /// Reads a sparse one (`orlib-assignp`): *n*, then `row column cost` lines.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Its allowed cells.
  /// - Throws: The first fault.
  public static func readSparse(_ bytes: [UInt8]) throws(FileFault) -> SparseAssignmentFile {
    var scanner = WordScanner(bytes, layout: .words)
    let size = try scanner.wholeNumber(in: 0...mostLines, "the number of rows,")
    var arcs: [SparseAssignmentFile.Arc] = []
    while scanner.hasWord() {
      let row = try scanner.wholeNumber(in: 1...max(1, size), "a row")
      let column = try scanner.wholeNumber(in: 1...max(1, size), "a column")
      let cost = try scanner.wholeNumber(in: -largestCost...largestCost, "a cost")
      arcs.append(.init(row: Int32(row - 1), column: Int32(column - 1), cost: Int64(cost)))
    }
    guard size > 0 || arcs.isEmpty else { throw scanner.missing("no cells among no rows") }
    return SparseAssignmentFile(rows: size, columns: size, arcs: arcs)
  }
}

// MARK: - DIMACS

/// Reads assignment problems of the first DIMACS challenge (`dimacs-asn`).
///
/// Lines begin with `c` (a remark), `p asn nodes arcs`, `n node` (a node of the
/// first side) and `a tail head cost`. Nodes that no `n` line names are the
/// second side.
///
/// D. S. Johnson, C. C. McGeoch (eds.), "Network Flows and Matching: First
/// DIMACS Implementation Challenge" (1993).
public enum DIMACSAssignment {
  /// Reads a file.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Its allowed cells; rows are the named nodes in ascending order,
  ///   columns the others.
  /// - Throws: The first fault.
  public static func read(_ bytes: [UInt8]) throws(FileFault) -> SparseAssignmentFile {
    var reader = Reader(scanner: WordScanner(bytes, layout: .lines))
    while reader.scanner.nextLine() { try reader.takeLine() }
    return try reader.finish()
  }

  private struct Reader {
    var scanner: WordScanner
    var nodes = 0
    var arcCount = 0
    var hasProblem = false
    var isRow: [Bool] = []
    var arcs: [SparseAssignmentFile.Arc] = []
    /// By node, its place on its side; made at the first arc.
    var place: [Int32] = []
    var rows = 0

    mutating func takeLine() throws(FileFault) {
      switch try scanner.letter("c, p, n or a at the start of a line") {
      case UInt8(ascii: "c"): return
      case UInt8(ascii: "p"): try takeProblem()
      case UInt8(ascii: "n"): try takeNode()
      case UInt8(ascii: "a"): try takeArc()
      default: throw scanner.missing("c, p, n or a at the start of the line")
      }
      try scanner.end("the end of the line")
    }

    private mutating func takeProblem() throws(FileFault) {
      guard !hasProblem else { throw scanner.missing("only one p line") }
      let kind = try scanner.word("asn")
      guard kind == "asn" else {
        throw FileFault(line: scanner.line, token: kind, expected: "asn")
      }
      nodes = try scanner.wholeNumber(in: 0...mostLines, "the number of nodes,")
      arcCount = try scanner.wholeNumber(in: 0...mostLines, "the number of arcs,")
      hasProblem = true
    }

    private mutating func takeNode() throws(FileFault) {
      guard hasProblem else { throw scanner.missing("a p line before n lines") }
      guard place.isEmpty else { throw scanner.missing("n lines before a lines") }
      let node = try scanner.wholeNumber(in: 1...max(1, nodes), "a node")
      if isRow.isEmpty { isRow = Array(repeating: false, count: nodes + 1) }
      isRow[node] = true
    }

    private mutating func takeArc() throws(FileFault) {
      guard hasProblem else { throw scanner.missing("a p line before a lines") }
      if place.isEmpty { number() }
      let tail = try scanner.wholeNumber(in: 1...max(1, nodes), "the tail of an arc, a node")
      guard isRow[tail] else {
        throw FileFault(
          line: scanner.line, token: "\(tail)", expected: "a tail that an n line names")
      }
      let head = try scanner.wholeNumber(in: 1...max(1, nodes), "the head of an arc, a node")
      guard !isRow[head] else {
        throw FileFault(
          line: scanner.line, token: "\(head)", expected: "a head that no n line names")
      }
      let cost = try scanner.wholeNumber(in: -largestCost...largestCost, "the cost of an arc")
      arcs.append(.init(row: place[tail], column: place[head], cost: Int64(cost)))
    }

    /// Numbers the nodes of each side.
    private mutating func number() {
      if isRow.isEmpty { isRow = Array(repeating: false, count: nodes + 1) }
      place = Array(repeating: 0, count: nodes + 1)
      var columns: Int32 = 0
      for node in isRow.indices.dropFirst() {
        if isRow[node] {
          place[node] = Int32(rows)
          rows += 1
        } else {
          place[node] = columns
          columns += 1
        }
      }
    }

    mutating func finish() throws(FileFault) -> SparseAssignmentFile {
      guard hasProblem else {
        throw FileFault(line: nil, token: nil, expected: "a line \"p asn nodes arcs\"")
      }
      if place.isEmpty { number() }
      guard arcs.count == arcCount else {
        throw FileFault(
          line: nil, token: nil, expected: "\(arcCount) a lines; there are \(arcs.count)")
      }
      return SparseAssignmentFile(rows: rows, columns: nodes - rows, arcs: arcs)
    }
  }
}
