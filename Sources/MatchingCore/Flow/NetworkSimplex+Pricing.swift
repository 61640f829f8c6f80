// SPDX-License-Identifier: GPL-3.0-or-later

// Pricing by falling thresholds. An arc may enter only if its reduced cost is
// below −threshold, and only if it is the best of its chunk. A *sweep* looks at
// all chunks and keeps what each could offer; *revisits* look again at those
// whose offer reaches the threshold, while it falls. This comes near to always
// taking the best arc of all, at a small part of its cost.
//
// Artificial arcs begin cheap and get dearer by stages. As long as they are
// cheap, only flow along paths of smaller cost pays, so cheap paths are found
// first and few of the early pivots have to be undone.
extension NetworkSimplex {
  /// What a run of pivots ends with.
  enum End {
    /// No arc has negative reduced cost, and no artificial arc carries flow.
    case optimal
    /// As far as possible, and artificial arcs still carry flow.
    case infeasible
    /// The record at a position closes a cycle of negative cost without limit.
    case endless(position: Int)
  }

  /// Pivots until no arc can improve.
  ///
  /// Invariant: no artificial arc costs more than `greatestPrice`, which no path
  /// can reach; at that price an artificial arc carries only what must be.
  mutating func pivotToTheEnd() -> End {
    let limit = greatestPrice
    var price = min(isWarm ? artificialPrice : max(1, greatestCost / 50), limit)
    setPotentials(price: price)
    threshold = isWarm ? Self.endless : price / 2
    while true {
      let pivotsBefore = pivotCount
      let floor = isWarm ? 0 : price / 10
      stage: while true {
        if let position = sweep() {
          if price >= limit || !isArtificial(cycleOf: position) {
            return .endless(position: position)
          }
          break stage
        }
        if worst == 0 || threshold <= floor {
          let isServed = !hasArtificialFlow()
          if worst == 0, isServed { return .optimal }
          if worst == 0, price >= limit { return .infeasible }
          if !isServed, price < limit { break stage }
        }
        let start = min(threshold, 0 - worst)
        while worst < 0, threshold > start / pace.depth {
          threshold = min(threshold, 0 - worst) / pace.drop.1 * pace.drop.0
          if let position = revisit() {
            if price >= limit || !isArtificial(cycleOf: position) {
              return .endless(position: position)
            }
            break stage
          }
        }
      }
      // Where a stage changed nothing, the next may be far away.
      price =
        pivotCount == pivotsBefore
        ? price * 4 : max(price + 1, price / pace.growth.1 * pace.growth.0)
      price = min(price, limit)
      setPotentials(price: price)
      threshold = max(threshold, price / 2)
    }
  }

  /// The least reduced cost in a chunk and its position; 0 and −1 if none is
  /// negative.
  ///
  /// Invariant: positions are 0..<`arcCount`, and heads and tails of records are
  /// nodes or the root, so every access is inside its array.
  @inline(__always)
  private func least(inChunk chunk: Int) -> (cost: Int, position: Int) {
    let records = unsafe records
    let potentials = unsafe potentials
    var position = chunk &* pace.chunkSize
    let end = min(position &+ pace.chunkSize, arcCount)
    var best = 0
    var bestPosition = -1
    while position < end {
      let record = unsafe records[position]
      let reduced =
        unsafe record.cost &+ potentials[Int(record.tail)]
        &- potentials[Int(record.head)]
      if reduced < best {
        best = reduced
        bestPosition = position
      }
      position &+= 1
    }
    return (best, bestPosition)
  }

  /// Looks at all chunks once and pivots on the best of each that reaches the
  /// threshold.
  ///
  /// `worst` is 0 only if no arc had negative reduced cost; then nothing was
  /// changed meanwhile, and the tree is optimal.
  ///
  /// - Returns: A position whose cycle has no limit.
  private mutating func sweep() -> Int? {
    let bound = 0 &- threshold
    sweepCount &+= 1
    worst = 0
    var chunk = 0
    while chunk < chunkCount {
      let (cost, position) = least(inChunk: chunk)
      unsafe minima[chunk] = cost
      worst = min(worst, cost)
      if cost < bound, !pivot(position) { return position }
      chunk &+= 1
    }
    return nil
  }

  /// Looks again at chunks whose offer reaches the threshold, until none does.
  ///
  /// - Returns: A position whose cycle has no limit.
  private mutating func revisit() -> Int? {
    let bound = 0 &- threshold
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      worst = 0
      var chunk = 0
      while chunk < chunkCount {
        var cost = unsafe minima[chunk]
        if cost < bound {
          let (now, position) = least(inChunk: chunk)
          cost = now
          unsafe minima[chunk] = cost
          if cost < bound {
            hasChanged = true
            if !pivot(position) { return position }
          }
        }
        worst = min(worst, cost)
        chunk &+= 1
      }
    }
    return nil
  }

  /// Writes the potentials of the tree at a price of artificial arcs.
  ///
  /// - Complexity: O(*n*).
  private mutating func setPotentials(price: Int) {
    artificialPrice = price
    for position in arcCount..<arcCount + nodeCount
    where unsafe records[position].tail == root {
      unsafe records[position].cost = price
    }
    unsafe potentials[Int(root)] = 0
    var node = unsafe Int(thread[Int(root)])
    while node != root {
      // Parents stand before children in preorder.
      let parent = unsafe Int(links[node].parent)
      let record = unsafe records[Int(joints[node].arc)]
      unsafe potentials[node] =
        Int(record.tail) == node
        ? potentials[parent] &- record.cost : potentials[parent] &+ record.cost
      node = unsafe Int(thread[node])
    }
  }

  /// Whether some node still gets from the root what it cannot get otherwise, or
  /// gives to it.
  private func hasArtificialFlow() -> Bool {
    for node in 0..<nodeCount where artificialFlow(of: node) != 0 { return true }
    return false
  }

  /// What a node gives to the root (positive) or gets from it (negative).
  func artificialFlow(of node: Int) -> Int {
    let joint = unsafe joints[node]
    let position = Int(joint.arc)
    guard position >= arcCount else { return 0 }
    let record = unsafe records[position]
    return Int(record.tail) == node ? joint.down : 0 - joint.up
  }
}
