// SPDX-License-Identifier: GPL-3.0-or-later

// The dual network simplex method, for going on after changes. Changed bounds
// and supplies leave reduced costs as they are: the tree's flow may leave its
// bounds, and the potentials still prove a bound of the cost. An arc whose new
// cost has the wrong sign goes to its other bound, and then the same holds.
//
// A step takes an arc of the tree that carries too much or too little, or whose
// cost has changed. It cuts the tree into two parts, one of which has to send
// more to the other than before. The arcs across that cost least do it, as many
// as are needed: all but the last go to their other bounds, and the last takes
// the place of the arc in the tree. That is an exact line search of the dual
// objective, which never falls. Small branches come first, so that what is
// wanted of large ones has added up when their turn comes.
//
// References: R. Helgason, J. Kennington, "An efficient procedure for
// implementing a dual simplex network flow algorithm", AIIE Transactions 9
// (1977); I. Maros, "A generalized dual phase-2 simplex algorithm", European
// Journal of Operational Research 149 (2003), for all but the last at once.
extension NetworkSimplex {
  /// Repairs tree and potentials after changes.
  ///
  /// - Returns: False if that is not possible this way: arcs without limit have
  ///   negative reduced cost, there is no flow, or it takes too long. The tree's
  ///   flow still leaves at each node what supplies ask for.
  mutating func repairDually(_ dual: inout DualRoom) -> Bool {
    dual.lookCount = 0
    spreadLeftOver(&dual)
    guard flipChanged(&dual) else { return false }
    dual.forgetBounds()
    // Arcs that left the tree since were made right then.
    for arc in changedArcs {
      let position = position(of: Int(arc))
      let tail = Int(network.tails[Int(arc)])
      let head = Int(network.heads[Int(arc)])
      if unsafe Int(joints[tail].arc) == position {
        guard step(tail, &dual) else { return false }
      } else if unsafe Int(joints[head].arc) == position {
        guard step(head, &dual) else { return false }
      }
    }
    let mostLooks = 64 * (arcCount + nodeCount)
    while let node = dual.pop() {
      guard dual.lookCount < mostLooks else { return false }
      guard step(node, &dual) else { return false }
    }
    return true
  }

  /// Passes what changes left at nodes up the tree.
  private mutating func spreadLeftOver(_ dual: inout DualRoom) {
    guard !leftOver.isEmpty else { return }
    defer {
      leftOver = []
      leftNodes = []
    }
    if leftNodes.count < nodeCount / 16 {
      for node in leftNodes where leftOver[Int(node)] != 0 {
        carry(leftOver[Int(node)], from: Int(node), to: nodeCount, &dual)
        leftOver[Int(node)] = 0
      }
      return
    }
    // Backwards in preorder: all that hangs at a node has been passed to it.
    var node = unsafe Int(links[nodeCount].last)
    while node != nodeCount {
      let excess = leftOver[node]
      if excess != 0 {
        unsafe joints[node].up -= excess
        unsafe joints[node].down += excess
        let parent = unsafe Int(links[node].parent)
        if parent != nodeCount { leftOver[parent] += excess }
      }
      noteIfWrong(node, &dual)
      node = unsafe Int(links[node].before)
    }
  }

  /// Sends changed arcs outside the tree to the bound that their reduced cost
  /// asks for.
  ///
  /// - Returns: False if one has no limit.
  private mutating func flipChanged(_ dual: inout DualRoom) -> Bool {
    for arc in changedArcs {
      let arc = Int(arc)
      let position = position(of: arc)
      let record = unsafe records[position]
      if record.tail == record.head || isInTree(position, arc) { continue }
      let (tail, head) = (Int(record.tail), Int(record.head))
      let reduced = unsafe record.cost &+ potentials[tail] &- potentials[head]
      guard reduced < 0 else { continue }
      let room = range(ofArc: arc)
      guard room < Self.endlessAtLeast else { return false }
      unsafe records[position] = record.turned
      dual.mark(position, isTurned: record.tail == network.tails[arc])
      carry(room, from: head, to: tail, &dual)
    }
    return true
  }

  /// Sends an amount through the tree.
  private func carry(_ amount: Int, from: Int, to: Int, _ dual: inout DualRoom) {
    let links = unsafe links
    let joints = unsafe joints
    var a = from
    var b = to
    while a != b {
      // With equal sizes neither is the other's ancestor, or they are one.
      if unsafe links[a].size < links[b].size {
        unsafe joints[a].up &-= amount
        unsafe joints[a].down &+= amount
        noteIfWrong(a, &dual)
        a = unsafe Int(links[a].parent)
      } else {
        unsafe joints[b].up &+= amount
        unsafe joints[b].down &-= amount
        noteIfWrong(b, &dual)
        b = unsafe Int(links[b].parent)
      }
    }
  }

  /// Where the paths of two nodes to the root meet.
  private func meeting(of one: Int, and other: Int) -> Int {
    var a = one
    var b = other
    while a != b {
      if unsafe links[a].size < links[b].size {
        a = unsafe Int(links[a].parent)
      } else {
        b = unsafe Int(links[b].parent)
      }
    }
    return a
  }

  /// Whether the arc above a node carries too much or too little.
  @inline(__always)
  private func isWrong(_ node: Int) -> Bool {
    let joint = unsafe joints[node]
    if joint.up < 0 || joint.down < 0 { return true }
    return Int(joint.arc) >= arcCount && artificialFlow(of: node) != 0
  }

  @inline(__always)
  private func noteIfWrong(_ node: Int, _ dual: inout DualRoom) {
    if isWrong(node) { dual.push(node, size: unsafe links[node].size) }
  }

  /// Makes the arc above a node right: its flow within bounds, its reduced cost
  /// 0, or its place in the tree another's.
  ///
  /// - Returns: False if no arc can take over, or one has no limit.
  private mutating func step(_ node: Int, _ dual: inout DualRoom) -> Bool {
    let joint = unsafe joints[node]
    let position = Int(joint.arc)
    let isArtificial = position >= arcCount
    // What the branch has too much once the arc carries `isAtMost` the most it
    // can carry up, or the least.
    var excess = 0
    var isAtMost = false
    var reduced = 0
    if isArtificial {
      excess = artificialFlow(of: node)
      if excess == 0 { return true }
    } else {
      let record = unsafe records[position]
      reduced =
        unsafe record.cost &+ potentials[Int(record.tail)] &- potentials[Int(record.head)]
      if Int(record.tail) != node { reduced = 0 &- reduced }
      if reduced > 0 {
        excess = joint.down
      } else if reduced < 0 || joint.up < 0 {
        isAtMost = true
        excess = 0 &- joint.up
      } else if joint.down < 0 {
        excess = joint.down
      } else {
        return true
      }
    }
    guard abs(excess) < Self.endlessAtLeast else { return false }
    pivotCount &+= 1
    let isOut = excess > 0 || (excess == 0 && reduced > 0)
    let need = abs(excess)
    let ownRoom = joint.up &+ joint.down
    let isOwn = reduced != 0 && isOut == (reduced > 0)
    var cut = cut(above: node, isOut: isOut, &dual)
    let own = isOwn ? DualRoom.Crossing(reduced: abs(reduced), position: position) : nil
    guard let last = cheapest(across: cut, carrying: need, own: own, &dual) else { return false }

    // Invariant: `left` is what the arcs before have not taken over.
    var left = need
    let parent = unsafe Int(links[node].parent)
    var ownAmount = 0
    for index in 0...last {
      let crossing = dual.crossings[index]
      if crossing.position == position {
        ownAmount = index == last ? left : ownRoom
        if index < last { left -= ownAmount }
        continue
      }
      let record = unsafe records[crossing.position]
      let room = range(ofArc: arc(at: crossing.position))
      let amount = index == last ? left : room
      if index < last { left -= amount }
      if isOut {
        carry(amount, from: node, to: Int(record.tail), &dual)
        carry(amount, from: Int(record.head), to: parent, &dual)
      } else {
        carry(amount, from: parent, to: Int(record.tail), &dual)
        carry(amount, from: Int(record.head), to: node, &dual)
      }
      if index < last {
        unsafe records[crossing.position] = record.turned
        let arc = arc(at: crossing.position)
        dual.mark(crossing.position, isTurned: record.tail == network.tails[arc])
        flippedArcs.append(Int32(arc))
      }
    }
    let entering = dual.crossings[last]
    let change = isOut ? 0 &- entering.reduced : entering.reduced
    if entering.position == position {
      unsafe joints[node].up = isAtMost ? ownAmount : ownRoom &- ownAmount
      unsafe joints[node].down = isAtMost ? ownRoom &- ownAmount : ownAmount
      shift(node, by: change)
      lowerBounds(cut, by: entering.reduced, turned: last, &dual)
      return true
    }
    if ownAmount != 0 { isAtMost.toggle() }
    if !isArtificial {
      retire(position, above: node, isAtMost: isAtMost, dual)
      flippedArcs.append(Int32(arc(at: position)))
    }
    let record = unsafe records[entering.position]
    let room = range(ofArc: arc(at: entering.position))
    let (inside, outside) =
      isOut ? (Int(record.tail), Int(record.head)) : (Int(record.head), Int(record.tail))
    rehang(
      stemFrom: inside, to: node, at: outside, by: entering.position,
      top: meeting(of: parent, and: outside), up: isOut ? room &- left : left,
      down: isOut ? left : room &- left)
    shift(inside, by: change)
    cut.branch = inside
    lowerBounds(cut, by: entering.reduced, turned: last, &dual)
    if !isArtificial { lowerBounds(at: position, &dual) }
    var stem = node
    while stem != outside {
      noteIfWrong(stem, &dual)
      stem = unsafe Int(links[stem].parent)
    }
    return true
  }

  /// Writes the record of an arc that leaves the tree at a bound.
  private func retire(
    _ position: Int, above node: Int, isAtMost: Bool, _ dual: borrowing DualRoom
  ) {
    let arc = arc(at: position)
    var record = Record(
      cost: network.costs[arc], tail: network.tails[arc], head: network.heads[arc])
    let isTurned = isAtMost == (Int(record.tail) == node)
    if isTurned { record = record.turned }
    dual.mark(position, isTurned: isTurned)
    unsafe records[position] = range(ofArc: arc) == 0 ? .closed : record
  }
}
