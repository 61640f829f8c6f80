// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

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
    case .crashed(let message):
      localized("The solver broke down: \(message)")
    case .invalidModel(let reason):
      localized("The model cannot be solved: \(reason)")
    case .numericalTrouble(let reason):
      localized("The solver met numerical trouble: \(reason)")
    case .unsupported(let option):
      localized("The solver does not support this: \(option)")
    case .wrongAnswer(let reason):
      localized("The solver's answer is wrong and was withheld: \(reason)")
    case .wrongThread:
      localized("The problem belongs to another thread; use it on the one that made it.")
    case .deadProblem:
      localized("The problem was lost in an earlier breakdown; make a new one.")
    case .nestedCall:
      localized("A solver was called from inside a progress or cancellation check.")
    case .outOfMemory:
      localized("There was not enough memory for the solver.")
    case .lost(let reason):
      localized("The search was lost with its process: \(reason).")
    }
  }
}
