// SPDX-License-Identifier: GPL-3.0-or-later

/// The least cost of a generalized assignment by dynamic programming over the
/// loads of all agents; for few agents with small capacities.
func leastCostByLoads(costs: [[Int]], weights: [[Int]], capacities: [Int]) -> Int? {
  let agents = capacities.count
  var strides = [1]
  for capacity in capacities { strides.append(strides[strides.count - 1] * (capacity + 1)) }
  let states = strides[agents]
  var now = [Int](repeating: .max, count: states)
  now[0] = 0
  for task in 0..<costs[0].count {
    var next = [Int](repeating: .max, count: states)
    for state in 0..<states where now[state] < .max {
      for agent in 0..<agents {
        let load = state / strides[agent] % (capacities[agent] + 1)
        guard load + weights[agent][task] <= capacities[agent] else { continue }
        let reached = state + weights[agent][task] * strides[agent]
        next[reached] = min(next[reached], now[state] + costs[agent][task])
      }
    }
    now = next
  }
  let least = now.min() ?? .max
  return least < .max ? least : nil
}
