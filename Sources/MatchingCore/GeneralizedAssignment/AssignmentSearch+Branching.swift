// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  struct Frame {
    var mark: Int
    var cell: Int
    var isSecond: Bool
  }

  enum Decision {
    case found
    case none
    case limit
  }

  /// Whether an assignment up to the target exists: depth first.
  ///
  /// - Parameters:
  ///   - nodeLimit: The most nodes.
  ///   - rounds: The most relaxations of a node; many for proofs, where good
  ///     prices save more nodes than they cost, few where luck is sought.
  ///   - work: How much knapsacks may cost; asked after each node.
  /// - Returns: Whether one was found, none exists, or the nodes were used up.
  func decide(nodeLimit: Int, rounds: Int, work: Int = .max) -> Decision {
    let base = trail.count
    frames.removeAll(keepingCapacity: true)
    var isOpen = propagate()
    let start = nodes
    let startWork = knapsackWork
    var isFresh = true
    while true {
      if isOpen {
        nodes += 1
        let outcome = ascend(rounds, reach: reachToTarget, isFresh: isFresh, isExact: true)
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
          if nodes - start >= nodeLimit || knapsackWork - startWork > work {
            undo(to: base)
            return .limit
          }
          let bound = evaluate(price)
          guard bound <= scaledTarget, fixCellsExactly(price, bound: bound) else {
            isOpen = false
            break
          }
          if freeCount == 0 {
            guard takeOwners() else {
              isOpen = false
              break
            }
            undo(to: base)
            return .found
          }
          let cell = branchCell()
          save()
          frames.append(Frame(mark: trail.count, cell: cell, isSecond: false))
          fix(agent: cell / tasks, task: cell % tasks)
          isOpen = propagate()
        }
      }
      if !isOpen {
        while let frame = frames.last, frame.isSecond {
          frames.removeLast()
          undo(to: frame.mark)
        }
        guard let frame = frames.last else {
          undo(to: base)
          return .none
        }
        undo(to: frame.mark)
        restore()
        frames[frames.count - 1].isSecond = true
        remove(agent: frame.cell / tasks, task: frame.cell % tasks)
        isOpen = propagate()
        isFresh = false
      }
    }
  }

  /// The cell whose two sides both lose much: by exact losses at the node's prices,
  /// and by how torn the average of relaxed solutions is.
  ///
  /// After `fixCellsExactly`.
  private func branchCell() -> Int {
    let least = Double(scale) * 0.2
    var best = -1.0
    var cell = 0
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      for spot in 0..<optionCount[task] {
        let c = Int(agentOf[task &* agents &+ spot]) &* tasks &+ task
        let part = share[c] * shareScale
        guard part > 0.05 else { continue }
        let taking = max(0, outSum[task] + entryLoss[c])
        let fraction = max(0, min(part, 1 - part))
        let score = (taking + least) * (exitLoss[c] + least) * (fraction + 0.01)
        if score > best {
          best = score
          cell = c
        }
      }
    }
    return best >= 0 ? cell : tornCell()
  }

  /// Of the agents that the average prefers for their tasks, the one it is least
  /// sure of and whose capacity the task fills most.
  private func tornCell() -> Int {
    var best = -1.0
    var cell = 0
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      var most = -1.0
      var size = 0.0
      var mostCell = 0
      for spot in 0..<optionCount[task] {
        let agent = Int(agentOf[task &* agents &+ spot])
        let c = agent &* tasks &+ task
        let part = share[c] * shareScale
        if part > most {
          most = part
          mostCell = c
          size = Double(weight[c]) / Double(max(room[agent], 1))
        }
      }
      let fraction = min(most, max(1 - most, 0))
      let score = (fraction + 0.001) * size
      if score > best {
        best = score
        cell = mostCell
      }
    }
    return cell
  }

  private func save() {
    let depth = frames.count
    let needed = (depth + 1) * tasks
    if savedPrices.count < needed {
      savedPrices.append(contentsOf: repeatElement(0, count: needed - savedPrices.count))
      savedDirections.append(contentsOf: repeatElement(0, count: needed - savedDirections.count))
    }
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      savedPrices[depth * tasks + task] = price[task]
      savedDirections[depth * tasks + task] = direction[task]
    }
  }

  /// Restores prices of the last frame, whose cells were just set free again.
  private func restore() {
    let depth = frames.count - 1
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      price[task] = savedPrices[depth * tasks + task]
      direction[task] = savedDirections[depth * tasks + task]
    }
  }
}
