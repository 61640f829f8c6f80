// SPDX-License-Identifier: GPL-3.0-or-later

internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite("Generalized assignment")
struct GeneralizedAssignmentTests {
  @Test(
    "is as good as trying every assignment, on 10,000 small problems", arguments: 0..<20)
  func bruteForce(block: Int) throws {
    var random = SplitMix64(seed: UInt64(block))
    var infeasible = 0
    for number in 0..<500 {
      let small = SmallProblem(&random)
      let problem = try small.problem()
      let best = small.bestValue
      switch problem.solve() {
      case .optimal(let solution):
        #expect(solution.value == best, "problem \(number) of block \(block)")
        #expect(small.value(of: solution.agents) == solution.value)
      case .infeasible:
        infeasible += 1
        #expect(best == nil, "problem \(number) of block \(block)")
      case .feasible, .unknown: Issue.record("problem \(number) of block \(block) is not proven")
      }
    }
    #expect((10..<400).contains(infeasible))
  }

  /// Expects that an assignment costs so much and overloads nobody.
  private func expectWorth(
    _ value: Int, _ agents: [Int], _ costs: [[Int]], _ weights: [[Int]], _ capacities: [Int]
  ) {
    var left = capacities
    var sum = 0
    for (task, agent) in agents.enumerated() {
      left[agent] -= weights[agent][task]
      sum += costs[agent][task]
    }
    #expect(sum == value && left.allSatisfy { $0 >= 0 })
  }

  @Test(
    "is as good as dynamic programming over all loads, on problems of up to 30 tasks",
    arguments: 0..<12)
  func loads(block: Int) throws {
    var random = SplitMix64(seed: UInt64(100 + block))
    for number in 0..<10 {
      let agents = number == 0 ? 4 : 3
      let tasks = number == 0 ? 14 : random.integer(in: 16...30)
      let heaviest = number == 0 ? 6 : 240 / tasks
      let weights = (0..<agents).map { _ in
        (0..<tasks).map { _ in 1 + random.below(heaviest) }
      }
      // The heavier the cheaper, as in the hard published types; or not.
      let isHard = random.chance(70)
      let costs = weights.map { row in
        row.map { weight in
          isHard ? 200 / weight + random.below(12) : 10 + random.below(40)
        }
      }
      let capacities = weights.map { $0.reduce(0, +) * 8 / (10 * agents) }
      let problem = try GeneralizedAssignment(
        checking: .minimize, costs: costs.map { $0.map(Optional.some) }, weights: weights,
        capacities: capacities)
      let least = leastCostByLoads(costs: costs, weights: weights, capacities: capacities)
      switch problem.solve() {
      case .optimal(let solution):
        #expect(solution.value == least, "problem \(number) of block \(block)")
        expectWorth(solution.value, solution.agents, costs, weights, capacities)
      case .infeasible: #expect(least == nil, "problem \(number) of block \(block)")
      case .feasible, .unknown: Issue.record("problem \(number) of block \(block) is open")
      }
    }
  }

  @Test("a search that ends early has a true bound", arguments: [0, 1, 5, 50])
  func stopped(work: Int) throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<40 {
      let small = SmallProblem(&random, agents: 3, tasks: 7)
      guard let best = small.bestValue else { continue }
      let outcome = try small.problem().solve(limits: SearchLimits(work: work))
      func isBeyond(_ bound: Int) -> Bool { small.isMaximizing ? bound >= best : bound <= best }
      switch outcome {
      case .optimal(let solution): #expect(solution.value == best)
      case .feasible(let solution, let bound, let limit):
        #expect(small.value(of: solution.agents) == solution.value)
        #expect(isBeyond(bound) && limit == .work)
      case .unknown(let bound, let limit): #expect(isBeyond(bound) && limit == .work)
      case .infeasible: Issue.record("a feasible problem is called infeasible")
      }
    }
  }

  @Test("equal limits of work give equal answers")
  func repeatable() throws {
    var random = SplitMix64(seed: 11)
    let agents = 8
    let tasks = 60
    let weights = (0..<agents).map { _ in (0..<tasks).map { _ in 1 + random.below(100) } }
    let costs = weights.map { $0.map { Optional(111 - $0 + random.integer(in: -10...10)) } }
    let capacities = weights.map { $0.reduce(0, +) * 8 / (10 * agents) }
    let problem = try GeneralizedAssignment(
      checking: .minimize, costs: costs, weights: weights, capacities: capacities)
    let first = problem.solve(limits: SearchLimits(work: 3_000))
    #expect(first == problem.solve(limits: SearchLimits(work: 3_000)))
    #expect(first.solution != nil)
  }

  @Test("shifted and stretched costs shift and stretch the value", arguments: 0..<6)
  func wideCosts(block: Int) throws {
    var random = SplitMix64(seed: UInt64(200 + block))
    let agents = 3
    let tasks = 20
    let weights = (0..<agents).map { _ in (0..<tasks).map { _ in 1 + random.below(12) } }
    let costs = weights.map { row in row.map { 20 - $0 + random.below(5) } }
    let capacities = weights.map { $0.reduce(0, +) * 8 / (10 * agents) }
    let least = leastCostByLoads(costs: costs, weights: weights, capacities: capacities)
    // The greatest cost is 23; stretched and shifted it stays within ±2^40.
    let stretch = (1 << 41) / 24
    for (factor, shift) in [(1, 0), (1, -50), (stretch, -(1 << 40)), (1 << 35, 1 << 38)] {
      let moved = costs.map { $0.map { Optional($0 * factor + shift) } }
      let problem = try GeneralizedAssignment(
        checking: .minimize, costs: moved, weights: weights, capacities: capacities)
      let value = least.map { $0 * factor + tasks * shift }
      #expect(problem.solve().solution?.value == value, "times \(factor), plus \(shift)")
    }
  }

  @Test("a search that ends while it dives and relinks has a valid value and a true bound")
  func hard() throws {
    var random = SplitMix64(seed: 13)
    let agents = 12
    let tasks = 120
    let weights = (0..<agents).map { _ in (0..<tasks).map { _ in 1 + random.below(100) } }
    let costs = weights.map { $0.map { 111 - $0 + random.integer(in: -10...10) } }
    let capacities = weights.map { $0.reduce(0, +) * 8 / (10 * agents) }
    let problem = try GeneralizedAssignment(
      checking: .minimize, costs: costs.map { $0.map(Optional.some) }, weights: weights,
      capacities: capacities)
    var told: (value: Int?, bound: Int) = (nil, .min)
    let outcome = problem.solve(limits: SearchLimits(work: 150_000)) { value, bound in
      #expect(bound >= told.bound, "bounds do not fall")
      if let old = told.value { #expect(value.map { $0 <= old } == true, "values do not rise") }
      told = (value, bound)
    }
    let solution = try #require(outcome.solution)
    let sum = solution.value
    expectWorth(sum, solution.agents, costs, weights, capacities)
    if case .feasible(_, let bound, _) = outcome {
      // Half a percent is several times what is left open.
      #expect(bound <= sum && (sum - bound) * 200 <= sum)
    }
  }

  @Test("numbers and sizes that are wrong are refused with their place")
  func refused() {
    typealias Problem = GeneralizedAssignment
    func error(
      _ costs: [[Int?]], _ weights: [[Int]], _ capacities: [Int]
    ) -> Problem.Invalid? {
      let result = Result { () throws(Problem.Invalid) in
        try Problem(checking: .minimize, costs: costs, weights: weights, capacities: capacities)
      }
      return if case .failure(let fault) = result { fault } else { nil }
    }
    let large = 1 << 40
    #expect(error([[1]], [[1]], [1]) == nil)
    #expect(error([[large]], [[large]], [1 << 62]) == nil)
    #expect(
      error([[large + 1]], [[1]], [1]) == .wrongCost(agent: 0, task: 0, large + 1))
    #expect(error([[.min]], [[1]], [1]) == .wrongCost(agent: 0, task: 0, .min))
    #expect(error([[1]], [[-1]], [1]) == .wrongWeight(agent: 0, task: 0, -1))
    #expect(error([[1]], [[1]], [-1]) == .wrongCapacity(agent: 0, -1))
    #expect(
      error([[1], [1, 2]], [[1], [1]], [1, 1])
        == .wrongCount(.costs(agent: 1), 2, needed: 1))
    #expect(error([[1]], [[1]], [1, 1]) == .wrongCount(.costRows, 1, needed: 2))
  }
}

/// A problem small enough to try everything.
private struct SmallProblem {
  var isMaximizing: Bool
  var costs: [[Int?]]
  var weights: [[Int]]
  var capacities: [Int]

  init(_ random: inout SplitMix64) {
    let agents = random.integer(in: 1...3)
    self.init(&random, agents: agents, tasks: random.integer(in: 1...5))
  }

  init(_ random: inout SplitMix64, agents: Int, tasks: Int) {
    isMaximizing = random.chance(50)
    // Ties, wide numbers, and the largest there are.
    let reach = random.pick([1, 3, 20, 1000, 1 << 40])
    let heaviest = random.pick([1, 4, 10, 1 << 40])
    costs = (0..<agents).map { _ in
      (0..<tasks).map { _ in random.chance(15) ? nil : random.integer(in: -reach...reach) }
    }
    weights = (0..<agents).map { _ in (0..<tasks).map { _ in random.below(heaviest + 1) } }
    capacities = (0..<agents).map { _ in
      random.chance(10) ? 0 : random.below(heaviest * tasks * 2 / agents + 1)
    }
  }

  func problem() throws -> GeneralizedAssignment {
    try GeneralizedAssignment(
      checking: isMaximizing ? .maximize : .minimize, costs: costs, weights: weights,
      capacities: capacities)
  }

  /// The value of an assignment that keeps the capacities and uses allowed cells.
  func value(of agents: [Int]) -> Int? {
    var left = capacities
    var sum = 0
    for (task, agent) in agents.enumerated() {
      guard let cost = costs[agent][task] else { return nil }
      left[agent] -= weights[agent][task]
      sum += cost
    }
    return left.allSatisfy { $0 >= 0 } ? sum : nil
  }

  var bestValue: Int? {
    let tasks = costs[0].count
    var best: Int?
    var agents = [Int](repeating: 0, count: tasks)
    while true {
      if let value = value(of: agents) {
        best = best.map { isMaximizing ? max($0, value) : min($0, value) } ?? value
      }
      var task = 0
      while task < tasks {
        agents[task] += 1
        if agents[task] < capacities.count { break }
        agents[task] = 0
        task += 1
      }
      if task == tasks { return best }
    }
  }
}
