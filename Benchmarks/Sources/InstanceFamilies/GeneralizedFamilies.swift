// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
internal import SeededRandom

/// Generalized assignment problems by the published recipes.
///
/// Types A to D: Chu and Beasley, "A genetic algorithm for the generalised
/// assignment problem" (1997), section 4, after Martello and Toth; type E:
/// Yagiura, Ibaraki and Glover, "An ejection chain approach for the generalized
/// assignment problem" (2004), section 4.1. All of them are to be minimized.
public enum GeneralizedFamilies {
  /// The recipes, by how costs, weights and capacities go together.
  public enum Recipe: String, CaseIterable, Sendable {
    /// Ample capacities: nearly every task at its cheapest agent.
    case a
    /// Seven tenths of type A's capacities.
    case b
    /// Capacities of four fifths of the mean weight.
    case c
    /// As C, with costs that fall as weights rise.
    case d
    /// As D, with costs and weights over a wider range.
    case e
  }

  /// Writes a problem: agents, tasks, costs, weights, capacities.
  ///
  /// - Parameters:
  ///   - recipe: The type.
  ///   - agents: How many agents.
  ///   - tasks: How many tasks.
  ///   - seed: The seed of all numbers.
  ///   - url: Where to.
  /// - Throws: What the file system says.
  public static func write(
    _ recipe: Recipe, agents: Int, tasks: Int, seed: UInt64, to url: URL
  ) throws {
    var random = SplitMix64(seed: seed)
    var costs: [[Int]] = []
    var weights: [[Int]] = []
    for _ in 0..<agents {
      var rows = (costs: [Int](), weights: [Int]())
      for _ in 0..<tasks {
        let (cost, weight) = cell(recipe, &random)
        rows.costs.append(cost)
        rows.weights.append(weight)
      }
      costs.append(rows.costs)
      weights.append(rows.weights)
    }
    let lines =
      [[agents, tasks]] + costs + weights + [capacities(recipe, costs: costs, weights: weights)]
    let text = lines.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n")
    try Data((text + "\n").utf8).write(to: url)
  }

  private static func cell(
    _ recipe: Recipe, _ random: inout SplitMix64
  ) -> (cost: Int, weight: Int) {
    switch recipe {
    case .a, .b, .c: return (random.within(10...50), random.within(5...25))
    case .d:
      let weight = random.within(1...100)
      return (111 - weight + random.within(-10...10), weight)
    case .e:
      // Uniform on (0, 1].
      let weight = 1 - 10 * log(1 - random.unitInterval())
      let cost = 1_000 / weight - 10 * (1 - random.unitInterval())
      return (Int(cost.rounded()), Int(weight.rounded()))
    }
  }

  private static func capacities(
    _ recipe: Recipe, costs: [[Int]], weights: [[Int]]
  ) -> [Int] {
    let agents = weights.count
    let tasks = weights[0].count
    guard recipe == .a || recipe == .b else {
      return weights.map { $0.reduce(0, +) * 8 / (10 * agents) }
    }
    // Four tenths of what the busiest agent would carry if every task went to
    // its cheapest agent, above six tenths of the mean.
    var loads = [Int](repeating: 0, count: agents)
    for task in 0..<tasks {
      let cheapest = (0..<agents).min { costs[$0][task] < costs[$1][task] } ?? 0
      loads[cheapest] += weights[cheapest][task]
    }
    let ample =
      Double(tasks) / Double(agents) * 15 * 0.6 + 0.4 * Double(loads.max() ?? 0)
    let capacity = Int((recipe == .a ? ample : 0.7 * ample).rounded(.down))
    return Array(repeating: capacity, count: agents)
  }
}
