// SPDX-License-Identifier: GPL-3.0-or-later

/// Tasks that each go to one agent, and agents with a capacity.
///
/// Agent *i* spends weight *a_ij* and cost (or profit) *c_ij* on task *j*; what an
/// agent gets may weigh at most its capacity. Every task is assigned. Cells may be
/// forbidden.
///
/// Martello and Toth, *Knapsack Problems* (1990), chapter 7.
public struct GeneralizedAssignment: Sendable {
  /// Whether small or large sums of costs are wanted.
  public enum Sense: Sendable {
    /// The sum of costs shall be small.
    case minimize
    /// The sum of costs shall be large.
    case maximize
  }

  /// The greatest absolute cost and the greatest weight: 2^40.
  public static let largestNumber = 1 << 40
  /// The most tasks.
  public static let mostTasks = 1 << 16
  /// The most cells of the table.
  public static let mostCells = 1 << 26

  /// What is wanted.
  public let sense: Sense
  /// The number of agents.
  public let agentCount: Int
  /// The number of tasks.
  public let taskCount: Int
  /// Costs, agent by agent; nothing where the cell is forbidden.
  package let costs: [Int?]
  /// Weights, agent by agent.
  package let weights: [Int]
  /// Capacities by agent.
  package let capacities: [Int]

  /// Checks a problem.
  ///
  /// - Parameters:
  ///   - sense: What is wanted.
  ///   - costs: A row of costs by agent; nothing forbids the cell.
  ///   - weights: A row of weights by agent, from 0 to 2^40; where a cell is
  ///     forbidden its weight is read and not used.
  ///   - capacities: What each agent's tasks may weigh together, from 0 to 2^62.
  /// - Throws: The first number or size that is wrong.
  /// - Complexity: O(*mn*) for *m* agents and *n* tasks.
  public init(
    checking sense: Sense, costs: [[Int?]], weights: [[Int]], capacities: [Int]
  ) throws(Invalid) {
    let agents = capacities.count
    let tasks = costs.first?.count ?? 0
    guard costs.count == agents else { throw .wrongCount(.costRows, costs.count, needed: agents) }
    guard weights.count == agents else {
      throw .wrongCount(.weightRows, weights.count, needed: agents)
    }
    guard tasks <= Self.mostTasks, agents <= Self.mostTasks,
      agents * tasks <= Self.mostCells
    else { throw .tooLarge(agents: agents, tasks: tasks) }
    for agent in 0..<agents {
      guard costs[agent].count == tasks else {
        throw .wrongCount(.costs(agent: agent), costs[agent].count, needed: tasks)
      }
      guard weights[agent].count == tasks else {
        throw .wrongCount(.weights(agent: agent), weights[agent].count, needed: tasks)
      }
      guard (0...(1 << 62)).contains(capacities[agent]) else {
        throw .wrongCapacity(agent: agent, capacities[agent])
      }
      for task in 0..<tasks {
        if let cost = costs[agent][task], cost.magnitude > UInt(Self.largestNumber) {
          throw .wrongCost(agent: agent, task: task, cost)
        }
        guard (0...Self.largestNumber).contains(weights[agent][task]) else {
          throw .wrongWeight(agent: agent, task: task, weights[agent][task])
        }
      }
    }
    self.sense = sense
    agentCount = agents
    taskCount = tasks
    self.costs = costs.flatMap { $0 }
    self.weights = weights.flatMap { $0 }
    self.capacities = capacities
  }

  /// The cost of giving a task to an agent; nothing if that is forbidden.
  ///
  /// - Precondition: Agent and task exist.
  public func cost(agent: Int, task: Int) -> Int? {
    precondition((0..<taskCount).contains(task), "There is no task \(task).")
    return costs[agent * taskCount + task]
  }

  /// The weight of a task for an agent.
  ///
  /// - Precondition: Agent and task exist.
  public func weight(agent: Int, task: Int) -> Int {
    precondition((0..<taskCount).contains(task), "There is no task \(task).")
    return weights[agent * taskCount + task]
  }

  /// What an agent's tasks may weigh together.
  ///
  /// - Precondition: The agent exists.
  public func capacity(agent: Int) -> Int { capacities[agent] }
}

extension GeneralizedAssignment {
  /// What is wrong with the numbers of a problem.
  public enum Invalid: Error, Equatable, Sendable {
    /// A list whose length is wrong.
    public enum List: Equatable, Sendable {
      /// The rows of costs.
      case costRows
      /// The rows of weights.
      case weightRows
      /// One row of costs.
      case costs(agent: Int)
      /// One row of weights.
      case weights(agent: Int)
    }

    /// A list has another length than it needs.
    case wrongCount(List, Int, needed: Int)
    /// There are too many agents, tasks or cells.
    case tooLarge(agents: Int, tasks: Int)
    /// A cost is beyond 2^40.
    case wrongCost(agent: Int, task: Int, Int)
    /// A weight is negative or beyond 2^40.
    case wrongWeight(agent: Int, task: Int, Int)
    /// A capacity is negative or beyond 2^62.
    case wrongCapacity(agent: Int, Int)
  }
}
