// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// Generalized assignment as the OR-Library writes it; often several problems.
struct GeneralizedAssignmentMatchFormat: MatchFormat {
  static let name = "orlib-gap"
  static let meaning: Sentence =
    "generalized assignment, m, n, costs, weights, capacities (OR-Library)"

  private let problems: [GeneralizedAssignment]

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    do throws(FileFault) {
      problems = try ORLibraryGeneralizedAssignment.read(
        bytes, sense: asked.isMaximizing ? .maximize : .minimize)
    } catch {
      throw .file(error)
    }
  }

  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    problems.map { problem in
      let start = ContinuousClock.now
      let outcome = problem.solve(limits: asked.limits)
      var answer = MatchAnswer(
        status: .optimal, measure: asked.isMaximizing ? "value" : "cost",
        objective: outcome.solution?.value, seconds: seconds(since: start),
        solution: outcome.solution.map(ORLibraryGeneralizedAssignment.text(of:)))
      switch outcome {
      case .optimal(let solution): answer.bound = Double(solution.value)
      case .feasible(_, let bound, _):
        answer.status = .feasible
        answer.bound = Double(bound)
      case .infeasible: answer.status = .infeasible
      case .unknown(let bound, _):
        answer.status = .unknown
        answer.bound = Double(bound)
      }
      return answer
    }
  }
}
