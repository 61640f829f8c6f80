// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// Looks for an assignment up to the target by fixing what the average of
  /// relaxed solutions is sure of, many tasks at a time, and then by searching
  /// exactly what is left, with more and more of the tasks set free again.
  ///
  /// - Parameters:
  ///   - nodeLimit: The most nodes of each exact search.
  ///   - work: How much knapsacks may cost in exact searches, roughly.
  /// - Returns: `none` if it is proved that there is none.
  func dive(nodeLimit: Int, work: Int) -> Decision {
    let base = trail.count
    diveMarks.removeAll(keepingCapacity: true)
    var isFresh = true
    var isOpen = propagate()
    while isOpen {
      let outcome = ascend(
        isFresh ? 100 : 30, reach: min(reachToTarget, Double(scale)), isFresh: isFresh)
      isFresh = false
      switch outcome {
      case .found:
        undo(to: base)
        return .found
      case .closed: isOpen = false
      case .stopped:
        undo(to: base)
        return .limit
      case .open:
        if repair(price) {
          undo(to: base)
          return .found
        }
        diveMarks.append(trail.count)
        fixSurest()
        isOpen = propagate()
      }
    }
    // From the bottom up; the last level is the whole problem.
    var level = diveMarks.count
    var misses = 0
    let start = knapsackWork
    while true {
      level -= 1
      let isWhole = level <= 0
      undo(to: isWhole ? base : diveMarks[level])
      let result = decide(nodeLimit: nodeLimit, rounds: 25, work: work / 3)
      switch result {
      case .found:
        undo(to: base)
        return .found
      case .none:
        if isWhole { return .none }
      case .limit:
        misses += 1
        if isWhole || misses >= 3 || stop != nil || knapsackWork - start > work {
          undo(to: base)
          return .limit
        }
      }
    }
  }

  /// Fixes the tenth of the free tasks with the clearest average, or less if
  /// that is not clear, but at least a fortieth.
  ///
  /// Not an inner loop: it follows a score of relaxations.
  private func fixSurest() {
    var candidates: [(part: Double, cell: Int)] = []
    candidates.reserveCapacity(freeCount)
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      var best = (part: -1.0, cell: 0)
      for spot in 0..<optionCount[task] {
        let cell = Int(agentOf[task &* agents &+ spot]) &* tasks &+ task
        let part = share[cell] * shareScale
        if part > best.part { best = (part, cell) }
      }
      candidates.append(best)
    }
    candidates.sort { $0.part != $1.part ? $0.part > $1.part : $0.cell < $1.cell }
    let least = freeCount / 40
    for (index, candidate) in candidates.prefix(max(1, freeCount / 10)).enumerated() {
      if index > least, candidate.part < 0.6 { break }
      let agent = candidate.cell / tasks
      let task = candidate.cell % tasks
      guard fixedAgent[task] < 0, isFree(agent: agent, task: task) else { continue }
      fix(agent: agent, task: task)
    }
  }

  /// How far above the bound steps of prices aim when a target shall be excluded.
  var reachToTarget: Double {
    max(Double(scaledTarget - nodeBound), 0) * 1.05 + Double(scale) * 0.05
  }
}
