// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// The linear relaxation of one part of the merged structure under all that it
/// holds, kept in GLPK while what seats are worth changes.
final class PartRelaxation {
  let part: StructurePart
  /// The part's posts with their columns in it.
  let seats: [(post: Int, column: Int)]
  /// The part's program with what it holds.
  let program: IntegerProgram
  private var master: LinearMaster
  private let clock: RunClock

  init(
    _ part: StructurePart, holding program: IntegerProgram, postOfColumn: [Int32],
    sums: Set<Int>, clock: RunClock
  ) throws(EngineFailure) {
    self.part = part
    self.program = program
    self.clock = clock
    seats = part.columns.enumerated().compactMap { position, column in
      postOfColumn[column] < 0 ? nil : (Int(postOfColumn[column]), position)
    }
    do {
      master = try LinearMaster.relaxing(
        program, tier: Tier(name: "seats", sense: .maximize, terms: []))
    } catch {
      throw EngineFailure("The seats' relaxation could not be set up: \(error)")
    }
    // Sums are what their members say, so that all prices fall on these.
    for (position, column) in part.columns.enumerated() where sums.contains(column) {
      master.setColumnBounds(position, lower: -.infinity, upper: .infinity)
    }
  }

  /// Leaves rows out from now on.
  func leaveOut(_ rows: [Int]) {
    for row in rows { master.setRowBounds(row, RowBounds()) }
  }

  /// Gives seats back the bounds they had before anything was held.
  func freeSeats() {
    for (_, column) in seats {
      let (lower, upper) = part.program.bounds(of: Column(index: column))
      master.setColumnBounds(
        column, lower: lower.map { Double($0) } ?? -.infinity,
        upper: upper.map { Double($0) } ?? .infinity)
    }
  }

  /// The best seats at what seats are worth.
  ///
  /// - Parameters:
  ///   - worth: Of a seat at each post.
  ///   - seats: Takes the seats of this part's posts.
  /// - Returns: What they are worth; nothing when time is over.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(_ worth: [Double], into seats: inout [Double]) throws(EngineFailure) -> Double? {
    for (post, column) in self.seats { master.setCost(worth[post], of: column) }
    do {
      guard try master.solveLinear(.primal, options: clock.linearLimits) == .optimal else {
        return nil
      }
    } catch {
      throw EngineFailure("The seats' relaxation could not be solved: \(error)")
    }
    let values = master.columnValues()
    for (post, column) in self.seats { seats[post] = max(0, values[column]) }
    return master.objective()
  }

  /// The prices of the part's rows, and of those it holds behind them.
  func rowDuals() -> [Double] { master.rowDuals() }
}
