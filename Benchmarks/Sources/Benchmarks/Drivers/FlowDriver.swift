// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies
internal import MatchingCore
internal import SeededRandom

/// Our minimum-cost flow.
///
/// Timed is everything from the network's arrays to flow
/// and potentials: records, sorting by tails, the first tree, pivots, the answer.
enum FlowDriver {
  /// `flow FILE`.
  static func solve(_ arguments: [String]) throws -> Answer {
    let network = try FlowFile.read(URL(filePath: arguments[0]))
    let allocationsBefore = AllocationCount.now
    let (seconds, result) = timed {
      var simplex = NetworkSimplex(network)
      let outcome = simplex.solve()
      return (outcome, simplex.pivotCount, simplex.shiftCount, simplex.sweepCount)
    }
    return answer(
      result.0, seconds,
      [
        "pivots": Double(result.1), "shifts": Double(result.2), "sweeps": Double(result.3),
        "allocations": Double(AllocationCount.now - allocationsBefore),
      ])
  }

  /// `flow-again costs|places FILE`: the time of changing 1 % of the costs or of
  /// closing 1 % of the places, and of going on; `ratio` is it over the time
  /// from scratch.
  static func again(_ arguments: [String]) throws -> Answer {
    var simplex = NetworkSimplex(try FlowFile.read(URL(filePath: arguments[1])))
    guard case .optimal = simplex.solve() else { return Answer(status: "unknown", seconds: 0) }
    let pivotsBefore = simplex.pivotCount
    let (changes, closed) = draw(simplex.network)
    let (seconds, outcome) = try timed {
      if arguments[0] == "costs" {
        for change in changes { try simplex.setCost(change.cost, ofArc: change.arc) }
      } else {
        simplex.closeNodes(closed)
      }
      return simplex.solve()
    }
    let changed = simplex.network
    let (scratch, fresh) = timed { changed.cheapestFlow() }
    var answer = answer(
      outcome, seconds,
      [
        "scratch": scratch, "ratio": seconds / scratch,
        "pivots": Double(simplex.pivotCount - pivotsBefore),
      ])
    switch (outcome, fresh) {
    case (.optimal(let a), .optimal(let b)) where a.cost == b.cost: break
    case (.infeasible, .infeasible): break
    default: answer.status = "unknown"
    }
    return answer
  }

  /// Which costs change, and which places close.
  private static func draw(
    _ network: FlowNetwork
  ) -> (costs: [(arc: Int, cost: Int)], places: [Int]) {
    var random = SplitMix64(seed: 7)
    let costly = (0..<network.arcCount).filter { network.costs[$0] != 0 }
    let changes = (0..<network.arcCount / 100).map { _ in
      let arc = random.pick(costly)
      return (arc: arc, cost: network.costs[random.pick(costly)])
    }
    // Places are the nodes that people reach, other than the sink.
    var isPlace = Array(repeating: false, count: network.nodeCount)
    for arc in 0..<network.arcCount where network.supplies[Int(network.tails[arc])] == 1 {
      isPlace[Int(network.heads[arc])] = network.supplies[Int(network.heads[arc])] == 0
    }
    let places = isPlace.indices.filter { isPlace[$0] }
    let closed =
      places.isEmpty ? [] : (0..<max(1, places.count / 100)).map { _ in random.pick(places) }
    return (changes, closed)
  }

  private static func answer(
    _ outcome: FlowOutcome, _ seconds: Double, _ extra: [String: Double]
  ) -> Answer {
    switch outcome {
    case .optimal(let solution):
      Answer(
        status: "optimal", objective: Double(solution.cost), bound: Double(solution.cost),
        seconds: seconds, extra: extra)
    case .infeasible: Answer(status: "infeasible", seconds: seconds, extra: extra)
    case .unbounded: Answer(status: "unbounded", seconds: seconds, extra: extra)
    }
  }
}
