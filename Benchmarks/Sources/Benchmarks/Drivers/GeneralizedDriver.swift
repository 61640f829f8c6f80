// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import MatchingCore
internal import MatchingFiles

/// Our side of the generalized assignment cases; timed is the search alone, as
/// it is for the peers, with sixty seconds at most.
enum GeneralizedDriver {
  static let seconds = 60.0

  static func solve(_ arguments: [String]) throws -> Answer {
    let data = try Data(contentsOf: URL(filePath: arguments[arguments.count - 1]))
    guard let problem = try ORLibraryGeneralizedAssignment.read(Array(data), sense: .minimize).first
    else { return Answer(status: "unknown", seconds: 0) }
    // When the gap fell below some marks, in per cent.
    let marks = [1, 0.1, 0.05, 0.02]
    var reached: [String: Double] = [:]
    let clock = ContinuousClock()
    let start = clock.now
    let (seconds, outcome) = timed {
      problem.solve(limits: SearchLimits(seconds: Self.seconds)) { value, bound in
        guard let value else { return }
        let gap = 100 * Double(value - bound) / Double(value)
        for mark in marks where gap <= mark && reached["to \(mark)%"] == nil {
          let passed = start.duration(to: clock.now)
          reached["to \(mark)%"] = passed / .seconds(1)
        }
      }
    }
    switch outcome {
    case .optimal(let solution):
      return Answer(
        status: "optimal", objective: Double(solution.value), bound: Double(solution.value),
        seconds: seconds)
    case .feasible(let solution, let bound, _):
      reached["gap %"] = 100 * Double(solution.value - bound) / Double(solution.value)
      return Answer(
        status: "feasible", objective: Double(solution.value), bound: Double(bound),
        seconds: seconds, extra: reached)
    case .infeasible: return Answer(status: "infeasible", seconds: seconds)
    case .unknown(let bound, _):
      return Answer(status: "unknown", bound: Double(bound), seconds: seconds)
    }
  }
}
