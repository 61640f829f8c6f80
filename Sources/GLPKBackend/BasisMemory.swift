// SPDX-License-Identifier: GPL-3.0-or-later
package import IntegerProgramming
internal import Synchronization

/// Bases of programs that grow out of one another, for warm starts.
///
/// Programs of one lineage share their first rows and columns: tiers, levels and
/// cuts are added behind them, and objectives and bounds change. The basis of an
/// earlier one, with new rows in it and new columns outside, is then nearly
/// feasible and nearly best. What a basis does not fit is repaired by the simplex
/// method, so a memory costs time at worst, never an answer.
package final class BasisMemory: Sendable {
  private struct Entry {
    var rows: [BasisStatus]
    var columns: [BasisStatus]
  }

  private let entries = Mutex<[Entry]>([])
  private static let mostEntries = 6

  package init() {}

  /// A memory of its own that begins with these bases.
  package func copy() -> BasisMemory {
    let copy = BasisMemory()
    let known = entries.withLock { $0 }
    copy.entries.withLock { $0 = known }
    return copy
  }

  /// The basis of the largest program that a program of this size grew out of.
  func basis(rowCount: Int, columnCount: Int) -> (rows: [BasisStatus], columns: [BasisStatus])? {
    let found = entries.withLock { entries in
      entries.last { $0.rows.count <= rowCount && $0.columns.count <= columnCount }
    }
    return found.map { entry in
      (
        entry.rows + Array(repeating: .basic, count: rowCount - entry.rows.count),
        entry.columns + Array(repeating: .atLower, count: columnCount - entry.columns.count)
      )
    }
  }

  /// Keeps the basis of a program, the latest last.
  package func keep(_ basis: (rows: [BasisStatus], columns: [BasisStatus])) {
    guard !basis.rows.isEmpty else { return }
    entries.withLock { entries in
      entries.removeAll {
        $0.rows.count == basis.rows.count && $0.columns.count == basis.columns.count
      }
      entries.append(Entry(rows: basis.rows, columns: basis.columns))
      if entries.count > Self.mostEntries { entries.removeFirst() }
    }
  }
}

extension LinearMaster {
  /// Solves the relaxation from the best basis that a memory knows, and lets it
  /// keep the new one.
  ///
  /// - Parameters:
  ///   - memory: Of the lineage of this program.
  ///   - keeping: Whether the basis may serve later programs.
  ///   - options: Limits.
  /// - Returns: As `solveLinear(_:options:)`.
  /// - Throws: As `solveLinear(_:options:)`.
  package mutating func solveLinear(
    from memory: BasisMemory, keeping: Bool = true, options: LinearOptions = LinearOptions()
  ) throws(SolverFailure) -> LinearStatus {
    if let known = memory.basis(rowCount: rowCount, columnCount: columnCount) {
      setBasis(rows: known.rows, columns: known.columns)
    }
    let status = try solveLinear(.primal, options: options)
    if keeping, status == .optimal { memory.keep(basis()) }
    return status
  }
}
