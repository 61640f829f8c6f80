// SPDX-License-Identifier: GPL-3.0-or-later

extension NeighbourhoodSearch {
  @inline(__always)
  func addAgent(_ agent: Int) {
    guard agentMark[agent] != mark, partAgents < part.agentRoom else { return }
    agentMark[agent] = mark
    partAgent[partAgents] = Int32(truncatingIfNeeded: agent)
    partAgents &+= 1
  }

  @inline(__always)
  func addTask(_ task: Int, _ size: Int) {
    guard partTasks < size, taskMark[task] != mark else { return }
    let agent = Int(plan[task])
    addAgent(agent)
    guard agentMark[agent] == mark else { return }
    taskMark[task] = mark
    partTask[partTasks] = Int32(truncatingIfNeeded: task)
    partTasks &+= 1
  }

  /// Gathers up to so many tasks around one that loses much.
  func gather(size: Int, share: UInt64) {
    mark &+= 1
    partTasks = 0
    partAgents = 0
    if overfull > 0 {
      for agent in 0..<agents where left[agent] < 0 {
        addAgent(agent)
        takeAlong(agent, 256, size)
      }
    }
    var seed = -1
    var most = -Double.infinity
    for _ in 0..<4 {
      let task = Int(whole.freeTask[below(whole.freeCount)])
      let agent = Int(plan[task])
      let cell = agent &* tasks &+ task
      let mine =
        Double(whole.scaledCost[cell] &- whole.rootPrice[task])
        + whole.capacityPrice[agent] * Double(whole.weight[cell])
        + whole.capacityPrice[agent] * Double(left[agent])
      if mine > most {
        most = mine
        seed = task
      }
    }
    addTask(seed, size)
    takeAlong(Int(plan[seed]), share, size)
    var idle = 0
    while partTasks < size, idle < 50 {
      let old = partTasks
      let task = Int(partTask[below(partTasks)])
      let count = Int(nearCount[task])
      if count > 0 {
        // The nearer the likelier.
        let place = min(below(count), below(count))
        let agent = Int(near[task &* Self.mostNear &+ place])
        if agentMark[agent] != mark || share < 256 {
          addAgent(agent)
          if agentMark[agent] == mark { takeAlong(agent, share, size) }
        }
      }
      idle = partTasks == old ? idle &+ 1 : 0
    }
  }

  private func takeAlong(_ agent: Int, _ share: UInt64, _ size: Int) {
    var task = Int(first[agent])
    while task >= 0, partTasks < size {
      if share >= 256 || below(256) < Int(share) { addTask(task, size) }
      task = Int(next[task])
    }
  }
}
