// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a solver could not do its work.
///
/// What a search found out is an outcome, not a failure.
public enum SolverFailure: Error, Hashable, Sendable {
  /// The solver's library broke down; the process and the thread go on.
  case crashed(message: String)
  /// The program cannot be given to this solver.
  case invalidModel(String)
  /// The solver lost its way in rounding errors, also after a second try.
  case numericalTrouble(String)
  /// An option or a size this solver does not honour.
  case unsupported(String)
  /// The solver's answer does not satisfy the program, and was withheld.
  case wrongAnswer(String)
  /// The problem belongs to another thread.
  case wrongThread
  /// The problem was lost in an earlier crash on its thread.
  case deadProblem
  /// A solver was called from inside a progress or cancellation check.
  case nestedCall
  /// There was not enough memory.
  case outOfMemory
  /// The process in which the search ran ended before it did.
  case lost(reason: String)
}

extension SolverFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .crashed(let message): "The solver broke down: \(message)"
    case .invalidModel(let reason): "The model cannot be solved: \(reason)"
    case .numericalTrouble(let reason): "The solver met numerical trouble: \(reason)"
    case .unsupported(let option): "The solver does not support this: \(option)"
    case .wrongAnswer(let reason): "The solver's answer is wrong and was withheld: \(reason)"
    case .wrongThread: "The problem belongs to another thread; use it on the one that made it."
    case .deadProblem: "The problem was lost in an earlier breakdown; make a new one."
    case .nestedCall: "A solver was called from inside a progress or cancellation check."
    case .outOfMemory: "There was not enough memory for the solver."
    case .lost(let reason): "The search was lost with its process: \(reason)."
    }
  }
}
