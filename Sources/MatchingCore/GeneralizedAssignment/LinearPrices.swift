// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     Prices of capacity that maximize the bound of the linear relaxation,
//             Σ_j min_i (c_ij + μ_i a_ij) − Σ_i μ_i b_i,  μ ≥ 0.
// Method      The minima are smoothed at a temperature τ, and μ is kept positive
//             by τ · log μ. Newton's method climbs the smooth function; τ falls.
//             The least over all rounds of the true function's gap is kept.
// Cost        O(mn + nk² + m³) a round for k agents that a task is torn between;
//             fewer than a hundred rounds.
// Reference   Ben-Tal and Teboulle, "A smoothing technique for nondifferentiable
//             optimization problems" (1989); Nesterov, "Smooth minimization of
//             non-smooth functions", Mathematical Programming 103 (2005).

/// Finds prices of capacity that make the linear relaxation's bound great.
///
/// Capacities count as one: a price is what all of an agent's capacity is worth.
struct LinearPrices {
  /// The most agents; the curvature takes a square table.
  static let mostAgents = 256
  /// The most rounds, of all temperatures together.
  static let mostRounds = 120

  private let search: AssignmentSearch
  private let agents: Int
  private var rates: [Double]
  private var slope: [Double]
  private var curve: [Double]
  private var values: [Double]
  private var active: [(agent: Int, pull: Double, use: Double)] = []
  /// The best prices, per unit of capacity, in units of price.
  private(set) var best: [Double]
  private(set) var bestBound = -Double.infinity
  private(set) var rounds = 0

  /// - Precondition: There are at most `mostAgents` agents.
  init(_ search: AssignmentSearch) {
    self.search = search
    agents = search.agents
    rates = Array(repeating: 0, count: agents)
    slope = rates
    values = rates
    best = rates
    curve = Array(repeating: 0, count: agents * agents)
  }

  /// Climbs from the temperature of costs that differ as they do to one where
  /// smoothing takes a small part of a unit of cost.
  mutating func solve() {
    let unit = Double(search.scale)
    let count = Double(max(search.freeCount, 1))
    var temperature = max(2 * search.costSpread / count, unit / 16)
    let last = max(temperature * 1e-10, unit / (64 * count))
    for agent in 0..<agents { rates[agent] = temperature }
    while rounds < Self.mostRounds, !search.isStopped() {
      var steps = 0
      while steps < 8, rounds < Self.mostRounds, !search.isStopped(), climb(temperature) {
        steps += 1
      }
      guard temperature > last else { return }
      temperature = max(temperature * 0.3, last)
    }
  }

  /// One step of Newton's method; false if it was small.
  private mutating func climb(_ temperature: Double) -> Bool {
    look(temperature, withCurve: true)
    var step = slope
    guard solveCurve(&step) else { return false }
    var length = 1.0
    var rise = 0.0
    for agent in 0..<agents {
      rise += step[agent] * slope[agent]
      if step[agent] < 0 { length = min(length, -0.9 * rates[agent] / step[agent]) }
    }
    guard rise > temperature * 1e-2 else { return false }
    let old = rates
    for _ in 0..<12 {
      for agent in 0..<agents { rates[agent] = old[agent] + length * step[agent] }
      look(temperature, withCurve: false)
      var after = 0.0
      for agent in 0..<agents { after += step[agent] * slope[agent] }
      // The function is concave: as long as it does not fall steeply behind the
      // top, it has not been overstepped by far.
      if after >= -0.7 * rise { return true }
      length *= 0.4
    }
    rates = old
    return false
  }

  /// Takes the slope, and the curvature, of the smooth function at `rates`.
  private mutating func look(_ temperature: Double, withCurve: Bool) {
    rounds += withCurve ? 1 : 0
    search.evaluations += 1
    let search = search
    let tasks = search.tasks
    var bound = 0.0
    for agent in 0..<agents {
      slope[agent] = temperature / rates[agent] - 1
      bound -= rates[agent]
    }
    if withCurve {
      for entry in curve.indices { curve[entry] = 0 }
      for agent in 0..<agents {
        let part = temperature / rates[agent]
        curve[agent * agents + agent] = part / rates[agent]
      }
    }
    for position in 0..<search.freeCount {
      let task = Int(search.freeTask[position])
      let begin = task * search.agents
      let options = search.optionCount[task]
      var least = Double.infinity
      for spot in 0..<options {
        let agent = Int(search.agentOf[begin + spot])
        let cell = agent * tasks + task
        let value = Double(search.scaledCost[cell]) + rates[agent] * use(agent, cell)
        values[spot] = value
        least = min(least, value)
      }
      bound += least
      active.removeAll(keepingCapacity: true)
      var sum = 0.0
      let reach = least + 25 * temperature
      for spot in 0..<options where values[spot] < reach {
        let agent = Int(search.agentOf[begin + spot])
        let pull = Self.exponential((least - values[spot]) / temperature)
        sum += pull
        active.append((agent, pull, use(agent, agent * tasks + task)))
      }
      for index in active.indices {
        active[index].pull /= sum
        slope[active[index].agent] += active[index].pull * active[index].use
      }
      guard withCurve else { continue }
      for (index, one) in active.enumerated() {
        let first = one.pull * one.use / temperature
        curve[one.agent * agents + one.agent] += first * one.use
        for other in active[...index] {
          let entry =
            one.agent > other.agent
            ? one.agent * agents + other.agent : other.agent * agents + one.agent
          curve[entry] -= first * other.pull * other.use
        }
      }
    }
    if bound > bestBound {
      bestBound = bound
      for agent in 0..<agents { best[agent] = rates[agent] / Double(max(search.room[agent], 1)) }
    }
  }

  /// The part of its agent's capacity that a cell takes.
  private func use(_ agent: Int, _ cell: Int) -> Double {
    Double(search.weight[cell]) / Double(max(search.room[agent], 1))
  }

  /// Divides by the curvature (Cholesky); false if it is not positive.
  private mutating func solveCurve(_ vector: inout [Double]) -> Bool {
    let count = agents
    for row in 0..<count {
      for column in 0...row {
        var sum = curve[row * count + column]
        for k in 0..<column { sum -= curve[row * count + k] * curve[column * count + k] }
        if row == column {
          guard sum > 0 else { return false }
          curve[row * count + row] = sum.squareRoot()
        } else {
          curve[row * count + column] = sum / curve[column * count + column]
        }
      }
    }
    for row in 0..<count {
      for k in 0..<row { vector[row] -= curve[row * count + k] * vector[k] }
      vector[row] /= curve[row * count + row]
    }
    var row = count
    while row > 0 {
      row -= 1
      for k in (row + 1)..<max(count, row + 1) { vector[row] -= curve[k * count + row] * vector[k] }
      vector[row] /= curve[row * count + row]
    }
    return true
  }

  /// e to a power from −700 to 0, to ten digits.
  private static func exponential(_ power: Double) -> Double {
    let turns = (power * 1.4426950408889634).rounded()
    let rest = power - turns * 0.6931471805599453
    var sum = 1.0
    var k = 9.0
    while k > 0 {
      sum = 1 + rest * sum / k
      k -= 1
    }
    return Double(sign: .plus, exponent: Int(turns), significand: sum)
  }
}
