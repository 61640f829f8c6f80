// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// Sparse linear assignment as the OR-Library writes it.
struct SparseAssignmentMatchFormat: MatchFormat {
  static let name = "orlib-assignp"
  static let meaning: Sentence = "assignment, n and lines of row, column, cost (OR-Library)"

  private let problem: SparseProblem

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    do throws(FileFault) {
      problem = try SparseProblem(ORLibraryAssignment.readSparse(bytes))
    } catch {
      throw .file(error)
    }
  }

  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    [
      try problem.solve(asked) { chosen, _ in
        chosen.map { "\($0.row + 1) \($0.column + 1) \($0.cost)\n" }.joined()
      }
    ]
  }
}

/// Sparse linear assignment of the first DIMACS challenge.
struct DIMACSAssignmentMatchFormat: MatchFormat {
  static let name = "dimacs-asn"
  static let meaning: Sentence = "assignment, lines p asn, n, a (DIMACS)"

  private let problem: SparseProblem

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    do throws(FileFault) {
      problem = try SparseProblem(DIMACSAssignment.read(bytes))
    } catch {
      throw .file(error)
    }
  }

  /// Rows and columns are numbered on their own sides, as the reader leaves
  /// them: the file's nodes of each side in ascending order.
  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    [
      try problem.solve(asked) { chosen, value in
        "c rows and columns of each side in ascending order of nodes\ns \(value)\n"
          + chosen.map { "a \($0.row + 1) \($0.column + 1) \($0.cost)\n" }.joined()
      }
    ]
  }
}

/// An assignment in which all of the shorter side has to be matched.
private struct SparseProblem {
  let file: SparseAssignmentFile
  let market: SparseAssignment

  init(_ file: SparseAssignmentFile) throws(FileFault) {
    self.file = file
    do throws(FlowNetwork.Invalid) {
      market = try SparseAssignment(
        personLimits: Array(repeating: 1, count: file.rows),
        placeLimits: Array(repeating: 1, count: file.columns), people: file.arcs.map(\.row),
        places: file.arcs.map(\.column), values: file.arcs.map { Int($0.cost) })
    } catch {
      throw FileFault(
        line: nil, token: nil, expected: "an assignment problem; \(String(describing: error))")
    }
  }

  func solve(
    _ asked: MatchRequest,
    writing solution: ([SparseAssignmentFile.Arc], Int) -> String
  ) throws(RunError) -> MatchAnswer {
    let start = ContinuousClock.now
    let best = market.best(
      asked.isMaximizing ? .mostPairsThenGreatestValue : .mostPairsThenLeastValue)
    let seconds = seconds(since: start)
    let wanted = min(file.rows, file.columns)
    guard best.pairs.count == wanted else {
      return MatchAnswer(
        status: .infeasible, measure: "value", seconds: seconds,
        remarks: [
          "At most \(grouped(best.pairs.count)) of \(grouped(wanted)) can be matched at once."
        ])
    }
    guard let value = Int(exactly: best.value) else {
      throw RunError(.badData, "the value \(best.value) leaves 64 bits.")
    }
    return MatchAnswer(
      status: .optimal, measure: "value", objective: value, bound: Double(value),
      seconds: seconds, solution: solution(best.pairs.map { file.arcs[$0] }, value))
  }
}
