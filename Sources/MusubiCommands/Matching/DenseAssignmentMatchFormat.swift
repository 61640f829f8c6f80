// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// Dense linear assignment: a full square matrix of costs.
struct DenseAssignmentMatchFormat: MatchFormat {
  static let name = "orlib-assign"
  static let meaning: Sentence = "assignment, n and n × n costs (OR-Library)"

  private let file: DenseAssignmentFile
  private let problem: DenseProblem<Int64>

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    do throws(FileFault) {
      file = try ORLibraryAssignment.read(bytes)
    } catch {
      throw .file(error)
    }
    do throws(DenseProblem<Int64>.Invalid) {
      problem = try DenseProblem(
        checking: file.costs, rows: file.size, columns: file.size,
        objective: asked.isMaximizing ? .maximize : .minimize)
    } catch {
      throw .file(
        FileFault(
          line: nil, token: nil, expected: "an assignment problem; \(String(describing: error))"))
    }
  }

  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    let start = ContinuousClock.now
    let outcome = problem.solved()
    let seconds = seconds(since: start)
    switch outcome {
    case .optimal(let assignment):
      let lines = assignment.pairs.map { "\($0.row + 1) \($0.column + 1)\n" }
      return [
        MatchAnswer(
          status: .optimal, measure: "value", objective: Int(assignment.value),
          bound: Double(assignment.value), seconds: seconds, solution: lines.joined())
      ]
    case .infeasible(let shortage):
      return [
        MatchAnswer(
          status: .infeasible, measure: "value", seconds: seconds,
          remarks: [
            shortage.isOfRows
              ? """
              \(grouped(shortage.members.count)) rows have cells in \
              \(grouped(shortage.allowed.count)) lines alone.
              """
              : """
              \(grouped(shortage.members.count)) columns have cells in \
              \(grouped(shortage.allowed.count)) lines alone.
              """
          ])
      ]
    }
  }
}
