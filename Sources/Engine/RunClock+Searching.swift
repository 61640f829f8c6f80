// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming
internal import Synchronization
internal import Wording

/// The searches of a run whose process ended before they did.
final class LostSearches: Sendable {
  private let found = Mutex<[String]>([])

  /// What became of each.
  var reasons: [String] { found.withLock { $0 } }

  func note(_ reason: String) { found.withLock { $0.append(reason) } }
}

extension RunClock {
  /// Gives a program to GLPK: in a process of its own where that may take long, so that
  /// the run survives whatever becomes of it.
  ///
  /// A search that is lost has stopped at the assignment it began with, and knows no
  /// bound.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - tier: The goal.
  ///   - settings: Limits and helps.
  ///   - solver: How GLPK is to go about it.
  /// - Returns: What was found out.
  /// - Throws: As `GLPKSolver.solve`.
  func search(
    _ program: IntegerProgram, tier: Tier, settings: SolveOptions, by solver: GLPKSolver
  ) throws(SolverFailure) -> SolveOutcome {
    guard let command = searchCommand, mayTakeLong(program, settings) else {
      return try solver.solve(program, tier: tier, options: settings)
    }
    tell(tier: tier.name, step: "a long search, by itself", columns: program.columnCount)
    do throws(SolverFailure) {
      return try solver.solve(program, tier: tier, options: settings, by: command)
    } catch {
      guard case .lost(let reason) = error else { throw error }
      lost.note(reason)
      tell(tier: tier.name, step: "a long search was lost: \(reason)")
      return .stopped(by: .cancellation, best: settings.start, bound: nil)
    }
  }

  /// Whether a search is worth the hundredths of a second that a process takes to start:
  /// each of its relaxations is slow, or there may be many of them.
  private func mayTakeLong(_ program: IntegerProgram, _ settings: SolveOptions) -> Bool {
    let nodes = settings.nodeLimit ?? .max
    return nodes >= Self.fewestNodes
      && (program.columnCount + program.rowCount >= Self.sizeOfSlowRelaxation
        || nodes >= Self.manyNodes && program.columnCount >= Self.fewestColumns)
  }

  private static var fewestNodes: Int { 30 }
  private static var sizeOfSlowRelaxation: Int { 5_000 }
  private static var manyNodes: Int { 1_000 }
  private static var fewestColumns: Int { 1_000 }
}
