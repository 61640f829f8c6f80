// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// Minimum-cost flow of the first DIMACS challenge.
struct FlowMatchFormat: MatchFormat {
  static let name = "dimacs-min"
  static let meaning: Sentence = "minimum-cost flow, lines p min, n, a (DIMACS)"

  private let network: FlowNetwork

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    guard !asked.isMaximizing else {
      throw .option("--maximize does not go with dimacs-min: the cost is to be small")
    }
    do throws(FileFault) {
      network = try DIMACSFlow.read(bytes)
    } catch {
      throw .file(error)
    }
  }

  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    let start = ContinuousClock.now
    let outcome = network.cheapestFlow()
    let seconds = seconds(since: start)
    switch outcome {
    case .optimal(let solution):
      guard let cost = Int(exactly: solution.cost) else {
        throw RunError(.badData, "the cost \(solution.cost) leaves 64 bits.")
      }
      return [
        MatchAnswer(
          status: .optimal, measure: "cost", objective: cost, bound: Double(cost),
          seconds: seconds,
          solution: String(decoding: DIMACSFlow.write(solution, of: network), as: UTF8.self))
      ]
    case .infeasible(let cut):
      return [
        MatchAnswer(
          status: .infeasible, measure: "cost", seconds: seconds,
          remarks: [
            """
            \(grouped(cut.nodes.count)) nodes lack \(grouped(Int(cut.shortage))) units that no \
            arc can bring.
            """
          ])
      ]
    case .unbounded(let cycle):
      throw RunError(
        .badData,
        """
        the cost has no least value: \(grouped(cycle.arcs.count)) arcs without limit form a \
        cycle of cost \(cycle.cost).
        """)
    }
  }
}
