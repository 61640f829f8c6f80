// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// The ways to go on, by what each has cost or shall cost of all effort.
  private struct Effort {
    var proof = 0.0
    var dives = 0.0
    var parts = 0.0

    /// Shares of effort for a gap.
    init(gap: Int, vainParts: Int) {
      if gap == .max {
        (proof, dives, parts) = (0.3, 0.7, 0)
      } else if gap <= 5 {
        // Near the end the proof's own search is the best way to find, too.
        (proof, dives, parts) = (0.7, 0.1, 0.2)
      } else if gap <= 10 && vainParts > 2 {
        (proof, dives, parts) = (0.4, 0.3, 0.3)
      } else {
        (proof, dives, parts) = (0.1, 0.35, 0.55)
      }
    }

    init() {}
  }

  /// The next target of a dive: from the bound upwards in steps that double, so
  /// that few cells are left at first; then again, with more nodes.
  private struct Ladder {
    /// Targets up to here were tried in vain.
    var vain: Int
    var width = 1
    var nodeLimit = 120
    var work: Int
    /// Whether all steps have been tried once.
    var isTried = false

    /// Takes the next step.
    ///
    /// - Parameters:
    ///   - bound: No assignment costs less.
    ///   - last: No assignment above is wanted.
    /// - Returns: The target.
    mutating func next(bound: Int, last: Int) -> Int {
      vain = max(vain, bound - 1)
      if vain >= last {
        vain = bound - 1
        width = 1
        isTried = true
        nodeLimit += nodeLimit / 2
        work += work / 2
      }
      let target = vain + min(width, max(1, (last - vain) / 2))
      width = width > last ? width : 2 * width
      return target
    }
  }

  /// Divides effort among proof, dives and neighbourhoods until all is proved
  /// or a limit is reached.
  ///
  /// Effort is what knapsacks cost. Whatever has had the least for its share
  /// comes next, so no clock decides.
  func shareEffort(report: (Int?, Int) -> Void) {
    let worst = worstCost
    let first = max(knapsackWork, 64)
    var spent = Effort()
    var ladder = Ladder(vain: provedBound - 1, work: first)
    var proofWork = first / 2
    let partWork = first / 2
    var vainParts = 0
    var neighbourhoods: NeighbourhoodSearch?
    while provedBound < bestCost, !isStopped() {
      guard tighten(), bestCost != .max || provedBound <= worst else {
        provedBound = bestCost
        break
      }
      let gap = bestCost == .max ? Int.max : bestCost - provedBound
      let share = Effort(gap: gap, vainParts: vainParts)
      let dives = spent.dives / share.dives
      let proof = spent.proof / share.proof
      let before = knapsackWork
      // What neighbourhoods make of a start depends on the start: dives come first.
      let isEarly =
        gap != .max && gap > 5 && !ladder.isTried && spent.dives < 4 * Double(first)
      // Whatever ends at once is charged for a part, so that others have their turn.
      if share.parts > 0, !isEarly, spent.parts / share.parts <= min(dives, proof) {
        let near = neighbourhoods ?? NeighbourhoodSearch(self)
        neighbourhoods = near
        let partBefore = near.part.knapsackWork
        let old = bestCost
        if vainParts > 0, divedCost > bestCost, divedCost - bestCost <= 2 * gap {
          // Another start, not too far off, to be combined with what there is.
          near.improve(work: partWork, from: dived) { report(bestCost, provedBound) }
          divedCost = .min
          near.relink(work: partWork) { report(bestCost, provedBound) }
        } else {
          near.improve(work: partWork, from: best) { report(bestCost, provedBound) }
        }
        vainParts = bestCost == old ? vainParts + 1 : 0
        let work = near.part.knapsackWork - partBefore + knapsackWork - before
        spent.parts += Double(max(work, partWork / 8))
      } else if isEarly || dives <= proof {
        let target = ladder.next(
          bound: provedBound, last: bestCost == .max ? worst : bestCost - 1)
        takeRootPrices()
        setTarget(target)
        divedCost = .max
        switch dive(nodeLimit: ladder.nodeLimit, work: ladder.work) {
        case .found: break
        case .none: provedBound = max(provedBound, target + 1)
        case .limit: ladder.vain = target
        }
        report(bestCost == .max ? nil : bestCost, provedBound)
        spent.dives += Double(max(knapsackWork - before, ladder.work / 64))
      } else {
        prove(work: proofWork, report: report)
        spent.proof += Double(max(knapsackWork - before, proofWork / 8))
        proofWork = min(gap <= 5 ? proofWork * 3 : proofWork * 3 / 2, 1 << 60)
      }
    }
  }
}
