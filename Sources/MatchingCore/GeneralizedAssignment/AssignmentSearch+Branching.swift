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
  /// - Returns: Whether one was found, none exists, or the nodes were used up.
  func decide(nodeLimit: Int, rounds: Int) -> Decision {
    let base = trail.count
    frames.removeAll(keepingCapacity: true)
    var isOpen = propagate()
    let start = nodes
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
          if nodes - start >= nodeLimit {
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

  private func branchCell() -> Int {
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
