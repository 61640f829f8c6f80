// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     A better assignment between good ones.
// Method      What good assignments agree on is kept, the rest is searched exactly.
// Reference   Yagiura, Ibaraki and Glover, "A path relinking approach with ejection
//             chains for the generalized assignment problem", European Journal of
//             Operational Research 169 (2006), for the pool of good assignments.

extension NeighbourhoodSearch {
  /// Keeps the plan among the good ones that differ, if it is one.
  func addElite() {
    guard overfull == 0 else { return }
    let agents = (0..<tasks).map { plan[$0] }
    guard !elite.contains(where: { $0.agents == agents }) else { return }
    elite.append((cost, agents))
    elite.sort { $0.cost < $1.cost }
    if elite.count > Self.mostElite { elite.removeLast() }
  }

  /// Searches what lies between good assignments: the tasks in which they differ
  /// are set free, all others stay where all of them have them.
  ///
  /// Where path relinking walks from one to another, this decides about all
  /// assignments in between at once.
  ///
  /// - Parameters:
  ///   - work: How much knapsacks may cost before it ends.
  ///   - report: Called when the best is better.
  func relink(work: Int, report: () -> Void) {
    let end = part.knapsackWork + work
    var round = 0
    while elite.count > 1, part.knapsackWork < end, whole.stop == nil, round < 2 * Self.mostElite {
      guard whole.tighten(), whole.freeCount > 1 else { return }
      // Pairs, then more and more together.
      let count = min(2 + round / 4, elite.count)
      round += 1
      shuffleElite(count)
      take(elite[0].agents)
      gatherDifferences(first: count)
      while searchPart(nodeLimit: 1000, upTo: cost - 1, work: work / 8).isBetter {
        _ = keepIfBest(report)
      }
      addElite()
    }
    elite.sort { $0.cost < $1.cost }
  }

  /// Brings some of the good assignments to the front, the best of them first.
  private func shuffleElite(_ count: Int) {
    for place in 0..<count { elite.swapAt(place, place + below(elite.count - place)) }
    for place in 1..<count where elite[place].cost < elite[0].cost { elite.swapAt(0, place) }
  }

  /// Gathers the tasks in which some good assignments differ from the first.
  private func gatherDifferences(first count: Int) {
    mark &+= 1
    partTasks = 0
    partAgents = 0
    let free = whole.freeCount
    let start = below(free)
    for step in 0..<free {
      let place = start &+ step
      let task = Int(whole.freeTask[place < free ? place : place &- free])
      for other in 1..<count where elite[other].agents[task] != plan[task] {
        addAgent(Int(elite[other].agents[task]))
        addTask(task, part.taskRoom)
      }
    }
  }
}
