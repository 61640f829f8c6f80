// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a generalized assignment problem after its search.
public enum GeneralizedOutcome: Equatable, Sendable {
  /// No assignment is better.
  case optimal(GeneralizedSolution)
  /// The search ended early; no assignment is better than the bound.
  case feasible(GeneralizedSolution, bound: Int, stoppedBy: SearchLimit)
  /// There is no assignment.
  case infeasible
  /// The search ended before there was an assignment.
  case unknown(bound: Int, stoppedBy: SearchLimit)

  /// The best assignment found, if any.
  public var solution: GeneralizedSolution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _, _): solution
    case .infeasible, .unknown: nil
    }
  }
}

/// An agent for every task.
public struct GeneralizedSolution: Equatable, Sendable {
  /// The sum of the costs (or profits).
  public let value: Int
  /// The agent of each task.
  public let agents: [Int]
}
