// SPDX-License-Identifier: GPL-3.0-or-later

@testable internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite("Prices of capacity")
struct LinearPricesTests {
  @Test("reach the linear relaxation's bound where one agent is scarce", arguments: 0..<20)
  func oneScarce(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(300 + seed))
    let tasks = random.integer(in: 5...60)
    let weights = (0..<2).map { _ in (0..<tasks).map { _ in 1 + random.below(30) } }
    let costs = (0..<2).map { agent in
      (0..<tasks).map { _ in 30 * agent + random.below(40) }
    }
    let capacities = [weights[0].reduce(0, +) / 3, weights[1].reduce(0, +) * 2]
    let problem = try GeneralizedAssignment(
      checking: .minimize, costs: costs.map { $0.map(Optional.some) }, weights: weights,
      capacities: capacities)
    // The bound is linear between prices at which a task is torn.
    var best = -Double.infinity
    let torn = (0..<tasks).map {
      max(0, Double(costs[1][$0] - costs[0][$0]) / Double(weights[0][$0]))
    }
    for price in torn + [0] {
      var bound = -price * Double(capacities[0])
      for task in 0..<tasks {
        bound += min(
          Double(costs[0][task]) + price * Double(weights[0][task]), Double(costs[1][task]))
      }
      best = max(best, bound)
    }
    let search = AssignmentSearch(problem)
    var prices = LinearPrices(search)
    prices.solve()
    let bound = prices.bestBound / Double(search.scale) + Double(search.offset)
    #expect(bound <= best + 1e-6)
    #expect(bound >= best - 0.1)
    #expect(prices.best.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test("stay finite where no assignment exists")
  func impossible() throws {
    let problem = try GeneralizedAssignment(
      checking: .minimize, costs: [[1, 2, 3], [3, 2, 1]], weights: [[2, 2, 2], [2, 2, 2]],
      capacities: [2, 2])
    let search = AssignmentSearch(problem)
    var prices = LinearPrices(search)
    prices.solve()
    #expect(prices.best.allSatisfy { $0 >= 0 && $0.isFinite })
    #expect(prices.bestBound.isFinite)
    #expect(problem.solve() == .infeasible)
  }
}
