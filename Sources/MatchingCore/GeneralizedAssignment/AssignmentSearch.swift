// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything a search for a best assignment keeps: the scaled problem, which
/// cells are still free, prices, and the last relaxed solution.
///
/// Costs are reduced by the least cost of their task, so they are not negative,
/// and multiplied by `scale`; prices are whole numbers on that scale. So every
/// bound is an exact whole number.
///
/// No overflow: with *n* tasks, *n* · 2^41 · `scale` ≤ 2^58 (or `scale` = 1 and
/// *n* ≤ 2^16); prices stay within ±2^60 / *n*; so sums over tasks stay within 2^61.
/// Sums over agents are 128 bits wide.
final class AssignmentSearch {
  var agents: Int
  var tasks: Int
  /// How many units of price are one unit of cost.
  let scale: Int
  let priceLimit: Int
  /// The sum of the least costs of all tasks, in units of cost.
  let offset: Int

  // The problem, by cell = agent · tasks + task.
  let cost: Cells<Int>
  let scaledCost: Cells<Int>
  let weight: Cells<Int>

  // Free cells: for every agent a list of tasks, for every task a list of agents.
  // A removed one stands directly behind the end of its list, so undoing is adding 1.
  let taskOf: Cells<Int32>
  let taskPlace: Cells<Int32>
  let taskCount: Cells<Int>
  let agentOf: Cells<Int32>
  let agentPlace: Cells<Int32>
  let optionCount: Cells<Int>
  let freeTask: Cells<Int32>
  let freePlace: Cells<Int32>
  var freeCount: Int
  /// The agent of a fixed task; −1 for a free one.
  let fixedAgent: Cells<Int32>
  /// The capacity left by fixed tasks.
  let room: Cells<Int>
  var fixedCost = 0
  /// Cells as they were removed; a cell that was fixed is stored as its complement.
  var trail: [Int] = []
  var pending: [Int32] = []

  // Relaxed solutions.
  let price: Cells<Int>
  let trialPrice: Cells<Int>
  /// The prices of the best bound before any branching.
  let rootPrice: Cells<Int>
  let direction: Cells<Double>
  /// One minus how often the relaxed solution assigns the task.
  let shortage: Cells<Int32>
  let chosen: Cells<Int32>
  let chosenCount: Cells<Int>
  let value: Cells<Int>
  let capacityPrice: Cells<Double>
  /// The linear value less the value of an agent's knapsack, not below 0.
  let knapsackGap: Cells<Double>
  let outSum: Cells<Double>
  /// Weights of relaxed solutions in the running average, without `shareScale`.
  let share: Cells<Double>
  var shareScale = 1.0

  /// What forcing a task into an agent loses there, less what all agents gain
  /// by being free to take it.
  let entryLoss: Cells<Double>
  /// What forbidding a task to an agent loses.
  let exitLoss: Cells<Double>
  let knapsack: AgentKnapsack
  let table: CapacityTable

  var best: [Int32] = []
  /// The value of `best` in reduced costs.
  var bestCost = Int.max
  /// The best assignment since the last dive began, and its value.
  var dived: [Int32] = []
  var divedCost = Int.min
  /// Only assignments up to this cost (reduced, in units of price) are wanted.
  var scaledTarget: Int128 = 0
  var nodeBound: Int128 = 0
  let owner: Cells<Int32>
  let left: Cells<Int>
  var frames: [Frame] = []
  var diveMarks: [Int] = []
  /// Why the search ends early, once it does.
  var stop: SearchLimit?
  var limits = SearchLimits()
  let clock = ContinuousClock()
  var started: ContinuousClock.Instant
  var savedPrices: [Int] = []
  var savedDirections: [Double] = []
  var evaluations = 0
  var nodes = 0
  /// No assignment costs less, in reduced costs.
  var provedBound = 0

  /// Makes room for a problem.
  init(agents m: Int, tasks n: Int, offset: Int, scale: Int, priceLimit: Int) {
    agents = m
    tasks = n
    self.offset = offset
    self.scale = scale
    self.priceLimit = priceLimit
    cost = Cells(repeating: 0, count: m * n)
    scaledCost = Cells(repeating: 0, count: m * n)
    weight = Cells(repeating: 0, count: m * n)
    taskOf = Cells(repeating: 0, count: m * n)
    taskPlace = Cells(repeating: 0, count: m * n)
    taskCount = Cells(repeating: n, count: m)
    agentOf = Cells(repeating: 0, count: m * n)
    agentPlace = Cells(repeating: 0, count: m * n)
    optionCount = Cells(repeating: m, count: n)
    freeTask = Cells(repeating: 0, count: n)
    freePlace = Cells(repeating: 0, count: n)
    freeCount = n
    fixedAgent = Cells(repeating: -1, count: n)
    room = Cells(repeating: 0, count: m)
    price = Cells(repeating: 0, count: n)
    trialPrice = Cells(repeating: 0, count: n)
    rootPrice = Cells(repeating: 0, count: n)
    direction = Cells(repeating: 0, count: n)
    shortage = Cells(repeating: 0, count: n)
    chosen = Cells(repeating: 0, count: m * n)
    chosenCount = Cells(repeating: 0, count: m)
    value = Cells(repeating: 0, count: m)
    capacityPrice = Cells(repeating: 0, count: m)
    knapsackGap = Cells(repeating: 0, count: m)
    outSum = Cells(repeating: 0, count: n)
    share = Cells(repeating: 0, count: m * n)
    owner = Cells(repeating: -1, count: n)
    left = Cells(repeating: 0, count: m)
    entryLoss = Cells(repeating: 0, count: m * n)
    exitLoss = Cells(repeating: 0, count: m * n)
    knapsack = AgentKnapsack(tasks: n)
    table = CapacityTable(tasks: n)
    started = clock.now
  }

  convenience init(_ problem: GeneralizedAssignment) {
    let m = problem.agentCount
    let n = problem.taskCount
    let sign = problem.sense == .minimize ? 1 : -1
    var least = [Int](repeating: 0, count: n)
    var range = 1
    for task in 0..<n {
      let all = (0..<m).compactMap { problem.costs[$0 * n + task].map { $0 * sign } }
      least[task] = all.min() ?? 0
      range = max(range, (all.max() ?? 0) - least[task])
    }
    var scale = 1
    while scale < 1 << 16, scale * 2 * range <= (1 << 50) / max(n, 1) { scale *= 2 }
    self.init(
      agents: m, tasks: n, offset: least.reduce(0, +), scale: scale,
      priceLimit: (1 << 60) / max(n, 1))
    for agent in 0..<m {
      room[agent] = problem.capacities[agent]
      for task in 0..<n {
        let cell = agent * n + task
        weight[cell] = problem.weights[cell]
        if let meant = problem.costs[cell] { cost[cell] = meant * sign - least[task] }
        scaledCost[cell] = cost[cell] * scale
      }
    }
    listCells()
    for cell in 0..<(m * n) {
      if problem.costs[cell] == nil || problem.weights[cell] > problem.capacities[cell / n] {
        remove(agent: cell / n, task: cell % n)
      }
    }
  }

  /// Sets all cells free.
  func listCells() {
    for agent in 0..<agents {
      taskCount[agent] = tasks
      for task in 0..<tasks {
        taskOf[agent &* tasks &+ task] = Int32(truncatingIfNeeded: task)
        taskPlace[agent &* tasks &+ task] = Int32(truncatingIfNeeded: task)
        agentOf[task &* agents &+ agent] = Int32(truncatingIfNeeded: agent)
        agentPlace[agent &* tasks &+ task] = Int32(truncatingIfNeeded: agent)
      }
    }
    for task in 0..<tasks {
      freeTask[task] = Int32(truncatingIfNeeded: task)
      freePlace[task] = Int32(truncatingIfNeeded: task)
      optionCount[task] = agents
      fixedAgent[task] = -1
    }
    freeCount = tasks
    fixedCost = 0
    trail.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
  }

  deinit {
    for cells in [
      cost, scaledCost, weight, taskCount, optionCount, room, price, trialPrice, rootPrice,
    ] {
      cells.deallocate()
    }
    for cells in [
      taskOf, taskPlace, agentOf, agentPlace, freeTask, freePlace, fixedAgent, shortage, chosen,
    ] { cells.deallocate() }
    for cells in [direction, capacityPrice, knapsackGap, outSum, share, entryLoss, exitLoss] {
      cells.deallocate()
    }
    chosenCount.deallocate()
    value.deallocate()
    owner.deallocate()
    left.deallocate()
  }
}

// MARK: - Free cells

extension AssignmentSearch {
  @inline(__always)
  func isFree(agent: Int, task: Int) -> Bool {
    fixedAgent[task] < 0
      && Int(taskPlace[agent &* tasks &+ task]) < taskCount[agent]
  }

  /// Takes a free cell out of both lists.
  func remove(agent: Int, task: Int) {
    unlink(agent: agent, task: task)
    trail.append(agent &* tasks &+ task)
    if optionCount[task] <= 1 { pending.append(Int32(truncatingIfNeeded: task)) }
  }

  @inline(__always)
  private func unlink(agent: Int, task: Int) {
    let cell = agent &* tasks &+ task
    let lastTask = taskCount[agent] &- 1
    let start = agent &* tasks
    let place = Int(taskPlace[cell])
    let other = Int(taskOf[start &+ lastTask])
    taskOf[start &+ place] = Int32(truncatingIfNeeded: other)
    taskOf[start &+ lastTask] = Int32(truncatingIfNeeded: task)
    taskPlace[start &+ other] = Int32(truncatingIfNeeded: place)
    taskPlace[cell] = Int32(truncatingIfNeeded: lastTask)
    taskCount[agent] = lastTask
    let lastAgent = optionCount[task] &- 1
    let begin = task &* agents
    let spot = Int(agentPlace[cell])
    let rival = Int(agentOf[begin &+ lastAgent])
    agentOf[begin &+ spot] = Int32(truncatingIfNeeded: rival)
    agentOf[begin &+ lastAgent] = Int32(truncatingIfNeeded: agent)
    agentPlace[rival &* tasks &+ task] = Int32(truncatingIfNeeded: spot)
    agentPlace[cell] = Int32(truncatingIfNeeded: lastAgent)
    optionCount[task] = lastAgent
  }

  /// Gives a task to an agent for good and forgets what no longer fits.
  func fix(agent: Int, task: Int) {
    while optionCount[task] > 1 {
      let last = Int(agentOf[task &* agents &+ optionCount[task] &- 1])
      let victim = last == agent ? Int(agentOf[task &* agents]) : last
      unlink(agent: victim, task: task)
      trail.append(victim &* tasks &+ task)
    }
    let cell = agent &* tasks &+ task
    unlink(agent: agent, task: task)
    trail.append(~cell)
    let last = freeCount &- 1
    let place = Int(freePlace[task])
    let other = freeTask[last]
    freeTask[place] = other
    freeTask[last] = Int32(truncatingIfNeeded: task)
    freePlace[Int(other)] = Int32(truncatingIfNeeded: place)
    freePlace[task] = Int32(truncatingIfNeeded: last)
    freeCount = last
    fixedAgent[task] = Int32(truncatingIfNeeded: agent)
    fixedCost &+= cost[cell]
    room[agent] &-= weight[cell]
    let left = room[agent]
    var position = taskCount[agent]
    while position > 0 {
      position &-= 1
      let rest = Int(taskOf[agent &* tasks &+ position])
      if weight[agent &* tasks &+ rest] > left { remove(agent: agent, task: rest) }
    }
  }

  /// Fixes tasks that have one agent left; false if one has none.
  func propagate() -> Bool {
    while let task = pending.popLast() {
      let task = Int(task)
      if fixedAgent[task] >= 0 { continue }
      guard optionCount[task] > 0 else {
        pending.removeAll(keepingCapacity: true)
        return false
      }
      if optionCount[task] == 1 { fix(agent: Int(agentOf[task &* agents]), task: task) }
    }
    return true
  }

  func undo(to mark: Int) {
    pending.removeAll(keepingCapacity: true)
    while trail.count > mark, let entry = trail.popLast() {
      let cell = entry < 0 ? ~entry : entry
      let agent = cell / tasks
      let task = cell % tasks
      taskCount[agent] &+= 1
      optionCount[task] &+= 1
      if entry < 0 {
        freeCount &+= 1
        fixedAgent[task] = -1
        fixedCost &-= cost[cell]
        room[agent] &+= weight[cell]
      }
    }
  }
}
