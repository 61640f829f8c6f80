// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What a run tells the shell.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case notValid = 1
  case infeasible = 3
  case stoppedWithPlan = 4
  case stoppedWithoutPlan = 5
  case usage = 64
  case badData = 65
  case inputMissing = 66
  case ourFault = 70
  case cannotWrite = 73

  /// A clause for help texts.
  package var meaning: Sentence {
    switch self {
    case .done: "Done; a plan is proven to the asked gap."
    case .notValid: "A plan was checked and is not valid."
    case .infeasible: "No plan keeps the hard rules."
    case .stoppedWithPlan: "Stopped at a limit or by an interrupt; the plan shows its true gap."
    case .stoppedWithoutPlan: "Stopped before there was a plan."
    case .usage: "The command line does not say what to do."
    case .badData: "The data have faults."
    case .inputMissing: "A file or folder is missing."
    case .ourFault: "A fault of Musubi; nothing was written."
    case .cannotWrite: "The result cannot be written."
    }
  }
}
