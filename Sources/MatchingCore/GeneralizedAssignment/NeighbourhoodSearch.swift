// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     A better assignment near a known one.
// Method      Some tasks are set free, all others stay where they are; what is
//             left is a small problem of its own, which the exact search decides
//             up to a target just below what its tasks cost now. Tasks are
//             gathered along cells that cost little more than the relaxation.
// Cost        One small search for each neighbourhood; their sizes follow what
//             the searches manage.
// Deviations  Ejection chains (Yagiura, Ibaraki and Glover 2004) are walks along
//             such cells; here all walks among the gathered tasks are tried at
//             once.
// Reference   Pisinger and Ropke, "Large neighborhood search", Handbook of
//             Metaheuristics (2010); Danna, Rothberg and Le Pape, "Exploring
//             relaxation induced neighborhoods", Mathematical Programming 102
//             (2005).

/// Improves one assignment by exact searches of small parts of it.
final class NeighbourhoodSearch {
  /// The most agents and tasks of a part.
  static let mostAgents = 128
  static let mostTasks = 2048
  /// The most nodes of each search within a part.
  static let nodeLimit = 30
  /// How many near agents of a task are looked at.
  static let mostNear = 12
  /// The most good assignments that are kept for being combined.
  static let mostElite = 8

  /// How tasks of an agent are gathered, and how many.
  struct Shape {
    /// The chance of a task to come along with its agent, of 256.
    var share: UInt64
    var size: Double

    /// How much cheaper the whole is to become; more as long as that is found.
    var ambition = 1.0
  }

  let whole: AssignmentSearch
  let part: AssignmentSearch
  let agents: Int
  let tasks: Int

  /// The agent of each task.
  let plan: Cells<Int32>
  let left: Cells<Int>
  var cost = 0
  /// How many agents carry too much, since tasks were fixed to them.
  var overfull = 0
  // Tasks of an agent, as lists.
  let first: Cells<Int32>
  let next: Cells<Int32>
  let before: Cells<Int32>

  /// Agents of a task by rising loss, and the losses.
  let near: Cells<Int32>
  let nearCount: Cells<Int32>
  let loss: Cells<Double>

  let taskMark: Cells<Int32>
  let agentMark: Cells<Int32>
  var mark: Int32 = 0
  let partTask: Cells<Int32>
  let partAgent: Cells<Int32>
  var partTasks = 0
  var partAgents = 0

  /// Good assignments that differ.
  var elite: [(cost: Int, agents: [Int32])] = []

  var random: UInt64 = 0x9E37_79B9_7F4A_7C15
  var shapes = [
    Shape(share: 256, size: 24), Shape(share: 128, size: 24), Shape(share: 48, size: 24),
  ]

  init(_ whole: AssignmentSearch) {
    self.whole = whole
    agents = whole.agents
    tasks = whole.tasks
    part = AssignmentSearch(
      agents: min(agents, Self.mostAgents), tasks: min(tasks, Self.mostTasks), offset: 0,
      scale: whole.scale, priceLimit: whole.priceLimit)
    part.limits = whole.limits
    part.started = whole.started
    plan = Cells(repeating: -1, count: tasks)
    left = Cells(repeating: 0, count: agents)
    first = Cells(repeating: -1, count: agents)
    next = Cells(repeating: -1, count: tasks)
    before = Cells(repeating: -1, count: tasks)
    near = Cells(repeating: -1, count: tasks * Self.mostNear)
    nearCount = Cells(repeating: 0, count: tasks)
    loss = Cells(repeating: 0, count: tasks * Self.mostNear)
    taskMark = Cells(repeating: 0, count: tasks)
    agentMark = Cells(repeating: 0, count: agents)
    partTask = Cells(repeating: 0, count: tasks)
    partAgent = Cells(repeating: 0, count: agents)
  }

  deinit {
    for cells in [
      plan, first, next, before, near, nearCount, taskMark, agentMark, partTask, partAgent,
    ] { cells.deallocate() }
    left.deallocate()
    loss.deallocate()
  }

  /// A number below a limit (SplitMix64).
  @inline(__always)
  func below(_ limit: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    var z = random
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(truncatingIfNeeded: z.multipliedFullWidth(by: UInt64(limit)).high)
  }

  // MARK: - The plan

  /// Takes over an assignment, and what is fixed.
  func take(_ assignment: [Int32]) {
    for agent in 0..<agents {
      first[agent] = -1
      left[agent] = whole.room[agent]
    }
    cost = 0
    for task in 0..<tasks {
      // What is fixed may be fixed elsewhere, where all better assignments have it.
      let isFixed = whole.fixedAgent[task] >= 0
      plan[task] = isFixed ? whole.fixedAgent[task] : assignment[task]
      let agent = Int(plan[task])
      cost &+= whole.cost[agent &* tasks &+ task]
      // Room of the whole search is without its fixed tasks.
      if !isFixed {
        left[agent] &-= whole.weight[agent &* tasks &+ task]
        link(task, agent)
      }
    }
    overfull = 0
    for agent in 0..<agents where left[agent] < 0 { overfull &+= 1 }
  }

  @inline(__always)
  private func link(_ task: Int, _ agent: Int) {
    let old = first[agent]
    next[task] = old
    before[task] = -1
    if old >= 0 { before[Int(old)] = Int32(truncatingIfNeeded: task) }
    first[agent] = Int32(truncatingIfNeeded: task)
  }

  @inline(__always)
  private func unlink(_ task: Int, _ agent: Int) {
    let behind = next[task]
    let ahead = before[task]
    if ahead >= 0 { next[Int(ahead)] = behind } else { first[agent] = behind }
    if behind >= 0 { before[Int(behind)] = ahead }
  }

  /// Sorts the free agents of every free task by what they lose at the root's
  /// prices; the whole search has just evaluated them.
  func sortNear() {
    let most = Self.mostNear
    for position in 0..<whole.freeCount {
      let task = Int(whole.freeTask[position])
      var count = 0
      for spot in 0..<whole.optionCount[task] {
        let agent = Int(whole.agentOf[task &* agents &+ spot])
        let cell = agent &* tasks &+ task
        let mine =
          Double(whole.scaledCost[cell] &- whole.rootPrice[task])
          + whole.capacityPrice[agent] * Double(whole.weight[cell])
        var place = count
        if count == most {
          guard mine < loss[task &* most &+ count &- 1] else { continue }
          place = count &- 1
        } else {
          count &+= 1
        }
        while place > 0, loss[task &* most &+ place &- 1] > mine {
          loss[task &* most &+ place] = loss[task &* most &+ place &- 1]
          near[task &* most &+ place] = near[task &* most &+ place &- 1]
          place &-= 1
        }
        loss[task &* most &+ place] = mine
        near[task &* most &+ place] = Int32(truncatingIfNeeded: agent)
      }
      nearCount[task] = Int32(truncatingIfNeeded: count)
    }
  }

  // MARK: - Neighbourhoods

  /// Searches the gathered part for something cheaper than it is now.
  ///
  /// - Parameters:
  ///   - nodeLimit: The most nodes of its search.
  ///   - limit: How much the whole may cost then.
  ///   - work: How much knapsacks may cost in its search, roughly.
  /// - Returns: What the last search found out.
  func searchPart(nodeLimit: Int, upTo limit: Int, work: Int = .max) -> (
    isBetter: Bool, last: AssignmentSearch.Decision
  ) {
    let part = part
    var now = 0
    part.shape(agents: partAgents, tasks: partTasks)
    for row in 0..<partAgents { part.room[row] = left[Int(partAgent[row])] }
    for column in 0..<partTasks {
      let task = Int(partTask[column])
      let agent = Int(plan[task])
      now &+= whole.cost[agent &* tasks &+ task]
      part.price[column] = whole.rootPrice[task]
      for row in 0..<partAgents where Int(partAgent[row]) == agent {
        part.room[row] &+= whole.weight[agent &* tasks &+ task]
      }
    }
    for row in 0..<partAgents {
      let agent = Int(partAgent[row])
      for column in 0..<partTasks {
        let task = Int(partTask[column])
        let cell = agent &* tasks &+ task
        let small = row &* partTasks &+ column
        part.cost[small] = whole.cost[cell]
        part.scaledCost[small] = whole.scaledCost[cell]
        part.weight[small] = whole.weight[cell]
        if whole.weight[cell] > part.room[row] || !whole.isFree(agent: agent, task: task) {
          part.remove(agent: row, task: column)
        }
      }
    }
    part.stop = nil
    part.evaluations = 0
    if let work = whole.limits.work { part.limits.work = work - whole.evaluations }
    // What the whole may cost then; and no agent stays overfull.
    let target = now &+ limit &- cost
    part.bestCost = target &+ 1
    var isBetter = false
    var overfullHere = 0
    for row in 0..<partAgents where left[Int(partAgent[row])] < 0 { overfullHere &+= 1 }
    for row in 0..<partAgents where part.room[row] < 0 { return (false, .none) }
    guard overfullHere == overfull else { return (false, .none) }
    // A task may have one agent left, or none.
    part.noteForced()
    part.setTarget(target)
    part.nodeBound = 0
    let last = part.dive(nodeLimit: nodeLimit, work: work)
    if case .found = last {
      isBetter = true
      overfull = 0
      for column in 0..<partTasks {
        let task = Int(partTask[column])
        let old = Int(plan[task])
        let new = Int(partAgent[Int(part.best[column])])
        guard old != new else { continue }
        cost &+= whole.cost[new &* tasks &+ task] &- whole.cost[old &* tasks &+ task]
        left[old] &+= whole.weight[old &* tasks &+ task]
        left[new] &-= whole.weight[new &* tasks &+ task]
        unlink(task, old)
        link(task, new)
        plan[task] = Int32(truncatingIfNeeded: new)
      }
    }
    whole.evaluations += part.evaluations
    if part.stop != nil { whole.stop = part.stop }
    return (isBetter, last)
  }

  /// Improves an assignment of the whole search.
  ///
  /// - Parameters:
  ///   - work: How much knapsacks may cost before it ends; what is better gives
  ///     at least another quarter.
  ///   - start: The assignment.
  ///   - report: Called when the best is better.
  func improve(work: Int, from start: [Int32], report: () -> Void) {
    guard whole.tighten(), whole.freeCount > 1 else { return }
    take(start)
    sortNear()
    let begin = part.knapsackWork
    var end = begin + work
    var count = 0
    var tightened = begin
    // Parts in a row that were decided without any knapsack.
    var idle = 0
    while part.knapsackWork < end, idle < 1000, whole.stop == nil,
      whole.bestCost > whole.provedBound
    {
      let index = count % shapes.count
      count += 1
      let largest = Double(min(part.taskRoom, whole.freeCount))
      // Half of the parts are smaller, which costs little.
      let isFull = below(2) == 0
      let size = isFull ? shapes[index].size : max(12, shapes[index].size / Double(2 << below(4)))
      gather(size: max(2, Int(min(size, largest))), share: shapes[index].share)
      let before = part.knapsackWork
      let (isBetter, last) = searchPart(
        nodeLimit: Self.nodeLimit,
        upTo: (overfull > 0 ? whole.bestCost : cost) - max(1, Int(shapes[index].ambition)))
      idle = part.knapsackWork == before ? idle + 1 : 0
      switch last {
      case .found: shapes[index].ambition *= 1.5
      case .none:
        if shapes[index].ambition > 1 {
          shapes[index].ambition = max(1, shapes[index].ambition * 0.8)
          break
        }
        if partTasks == whole.freeCount, partAgents == agents, cost == whole.bestCost {
          // The part was the whole.
          whole.provedBound = whole.bestCost
          return
        }
        if isFull {
          let growth = shapes[index].size < 100 ? 1.1 : 1.03
          shapes[index].size = min(largest, shapes[index].size * growth)
        }
      case .limit:
        shapes[index].ambition = max(1, shapes[index].ambition * 0.8)
        shapes[index].size = max(6, shapes[index].size * 0.97)
      }
      guard isBetter else { continue }
      end = max(end, part.knapsackWork + work / 4)
      guard keepIfBest(report) else { continue }
      // A better value removes more cells, now and then.
      if part.knapsackWork - tightened > work / 8 {
        tightened = part.knapsackWork
        guard whole.tighten(), whole.freeCount > 1 else { return }
        take(whole.best)
        sortNear()
      }
    }
    addElite()
  }

  func keepIfBest(_ report: () -> Void) -> Bool {
    guard overfull == 0, cost < whole.bestCost else { return false }
    whole.bestCost = cost
    whole.best = (0..<tasks).map { plan[$0] }
    report()
    return true
  }
}

extension AssignmentSearch {
  var agentRoom: Int { taskCount.count }
  var taskRoom: Int { optionCount.count }

  /// Makes this the search of a smaller problem, all of whose cells are free.
  ///
  /// - Precondition: There is room for it.
  func shape(agents: Int, tasks: Int) {
    precondition(agents <= agentRoom && tasks <= taskRoom, "The part is too large.")
    self.agents = agents
    self.tasks = tasks
    listCells()
    for agent in 0..<agents {
      for task in 0..<tasks { share[agent &* tasks &+ task] = 0 }
    }
    shareScale = 1
  }

  /// Puts tasks with at most one agent up for fixing.
  func noteForced() {
    for task in 0..<tasks where optionCount[task] <= 1 { pending.append(Int32(task)) }
  }
}
