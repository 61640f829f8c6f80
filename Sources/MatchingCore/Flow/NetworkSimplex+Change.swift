// SPDX-License-Identifier: GPL-3.0-or-later

// Changes keep the tree. Costs change potentials alone; bounds and supplies
// change the flow in the tree, and arcs that can no longer carry theirs are
// replaced by artificial ones when the next solve begins.
extension NetworkSimplex {
  /// Changes what one unit costs on an arc.
  ///
  /// - Parameters:
  ///   - cost: The new cost.
  ///   - arc: The arc.
  /// - Throws: If the cost is beyond what a network may have; nothing changed.
  /// - Precondition: The arc exists.
  /// - Complexity: O(1); O(*m*) at the first change.
  public mutating func setCost(_ cost: Int, ofArc arc: Int) throws(FlowNetwork.Invalid) {
    try FlowNetwork.check(cost: cost, of: arc)
    try FlowNetwork.check(nodes: nodeCount, cost: max(greatestCost, abs(cost)))
    if !lastFlows.isEmpty {
      lastCost += Int128(cost - network.costs[arc]) * Int128(lastFlows[arc])
    }
    network.costs[arc] = cost
    network.greatestCost = max(network.greatestCost, abs(cost))
    greatestCost = network.greatestCost
    let position = position(of: arc)
    let record = unsafe records[position]
    if record.tail != record.head {
      unsafe records[position].cost = record.tail == network.tails[arc] ? cost : -cost
    }
    if isDualFeasible { changedArcs.append(Int32(arc)) }
  }

  /// Changes the least and the most an arc may carry.
  ///
  /// - Parameters:
  ///   - lower: The new lower bound.
  ///   - capacity: The new capacity.
  ///   - arc: The arc.
  /// - Throws: If a bound is beyond what a network may have; nothing changed.
  /// - Precondition: The arc exists.
  /// - Complexity: O(1), O(*m*) at the first change; the next solve takes
  ///   O(*n* + *m*) to repair the tree.
  public mutating func setBounds(
    lower: Int = 0, capacity: Int, ofArc arc: Int
  ) throws(FlowNetwork.Invalid) {
    try FlowNetwork.check(lower: lower, capacity: capacity, of: arc)
    let amounts =
      network.amounts + FlowNetwork.size(lower: lower, capacity: capacity)
      - FlowNetwork.size(lower: network.lower(of: arc), capacity: network.capacities[arc])
    try FlowNetwork.check(amounts: amounts)
    network.amounts = amounts
    let position = position(of: arc)
    let isInTree = isInTree(position, arc)
    let before = isInTree ? network.lower(of: arc) : flowOutsideTree(at: position, arc)
    if lower != 0, network.lowers.isEmpty {
      network.lowers = Array(repeating: 0, count: arcCount)
    }
    if !network.lowers.isEmpty { network.lowers[arc] = lower }
    network.capacities[arc] = capacity
    isStale = true
    let record = unsafe records[position]
    if isDualFeasible { changedArcs.append(Int32(arc)) }
    if isInTree {
      // The tree's flow above the lower bound stays until the repair.
      let below =
        unsafe Int(joints[Int(network.tails[arc])].arc) == position
        ? Int(network.tails[arc]) : Int(network.heads[arc])
      let range = range(ofArc: arc)
      if below == Int(network.tails[arc]) {
        unsafe joints[below].up = range - joints[below].down
      } else {
        unsafe joints[below].down = range - joints[below].up
      }
    } else if isClosed(arc) {
      unsafe records[position] = .closed
    } else if record.tail == record.head || capacity == FlowNetwork.unlimited {
      // Opened again, or full without a limit: it starts at its lower bound.
      unsafe records[position] = Record(
        cost: network.costs[arc], tail: network.tails[arc], head: network.heads[arc])
    }
    let after = isInTree ? lower : flowOutsideTree(at: position, arc)
    if before != after, network.tails[arc] != network.heads[arc] {
      leave(before - after, at: Int(network.tails[arc]))
      leave(after - before, at: Int(network.heads[arc]))
    }
  }

  /// Notes what a node has too much since a change.
  private mutating func leave(_ amount: Int, at node: Int) {
    if leftOver.isEmpty { leftOver = Array(repeating: 0, count: nodeCount) }
    leftOver[node] += amount
    leftNodes.append(Int32(node))
  }

  /// Changes what a node sends out more than it receives.
  ///
  /// - Parameters:
  ///   - supply: The new supply.
  ///   - node: The node.
  /// - Throws: If it is beyond what a network may have; nothing changed.
  /// - Precondition: The node exists.
  public mutating func setSupply(_ supply: Int, ofNode node: Int) throws(FlowNetwork.Invalid) {
    try FlowNetwork.check(supply: supply, of: node)
    let amounts = network.amounts + abs(supply) - abs(network.supplies[node])
    try FlowNetwork.check(amounts: amounts)
    network.amounts = amounts
    leave(supply - network.supplies[node], at: node)
    network.supplies[node] = supply
    isStale = true
  }

  /// Closes an arc: it carries nothing.
  ///
  /// - Parameter arc: The arc.
  /// - Precondition: The arc exists.
  public mutating func closeArc(_ arc: Int) {
    // Smaller bounds are always taken.
    try? setBounds(capacity: 0, ofArc: arc)
  }

  /// Closes nodes: no arc to or from them carries anything, and they have no
  /// supply.
  ///
  /// - Parameter closed: The nodes.
  /// - Precondition: The nodes exist.
  /// - Complexity: O(*n* + *m*) for all of them together.
  public mutating func closeNodes(_ closed: [Int]) {
    var isClosing = [Bool](repeating: false, count: nodeCount)
    for node in closed {
      isClosing[node] = true
      try? setSupply(0, ofNode: node)
    }
    if isDualFeasible {
      let room = takeDualRoom()
      for node in closed {
        for position in room.leaving(node) { closeArc(arc(at: position)) }
        for place in room.entering(node) { closeArc(arc(at: room.position(at: place))) }
      }
      dualRoom = consume room
      return
    }
    for arc in 0..<arcCount
    where isClosing[Int(network.tails[arc])] || isClosing[Int(network.heads[arc])] {
      closeArc(arc)
    }
  }

  /// Adds nodes and arcs; what is there keeps its number.
  ///
  /// - Parameters:
  ///   - supplies: Of the new nodes.
  ///   - tails: Where each new arc begins.
  ///   - heads: Where each new arc ends.
  ///   - lowers: The least each new arc may carry; empty for nothing.
  ///   - capacities: The most each new arc may carry.
  ///   - costs: The cost of one unit on each new arc.
  /// - Throws: If the network that results is invalid; nothing changed.
  /// - Complexity: O(*n* + *m*): add many in one call.
  public mutating func add(
    supplies: [Int] = [], tails: [Int32] = [], heads: [Int32] = [], lowers: [Int] = [],
    capacities: [Int] = [], costs: [Int] = []
  ) throws(FlowNetwork.Invalid) {
    var allLowers: [Int] = []
    if !network.lowers.isEmpty || !lowers.isEmpty {
      allLowers = (0..<arcCount).map { network.lower(of: $0) }
      allLowers += lowers.isEmpty ? Array(repeating: 0, count: tails.count) : lowers
    }
    let grown = try FlowNetwork(
      supplies: network.supplies + supplies, tails: network.tails + tails,
      heads: network.heads + heads, lowers: allLowers,
      capacities: network.capacities + capacities, costs: network.costs + costs)
    var next = NetworkSimplex(grown)
    next.adopt(self)
    self = next
  }

  /// Takes over the tree of a smaller network.
  private mutating func adopt(_ old: borrowing NetworkSimplex) {
    artificialPrice = old.artificialPrice
    isWarm = old.isWarm
    isStale = true
    isUncounted = true
    pivotCount = old.pivotCount
    shiftCount = old.shiftCount
    sweepCount = old.sweepCount
    for oldPosition in 0..<old.arcCount {
      let record = unsafe old.records[oldPosition]
      let arc = old.arc(at: oldPosition)
      if record.tail != record.head { unsafe records[position(of: arc)] = record }
    }
    for node in 0..<old.nodeCount {
      let joint = unsafe old.joints[node]
      guard Int(joint.arc) < old.arcCount else { continue }
      let arc = old.arc(at: Int(joint.arc))
      unsafe links[node].parent = old.links[node].parent
      unsafe joints[node].arc = Int32(position(of: arc))
    }
  }

  /// Where an arc's record is.
  mutating func position(of arc: Int) -> Int {
    precondition(arc >= 0 && arc < arcCount, "There is no arc \(arc) among \(arcCount).")
    if arcAtPosition.isEmpty { return arc }
    if positionOfArc.isEmpty {
      positionOfArc = Array(repeating: 0, count: arcCount)
      for (position, arc) in arcAtPosition.enumerated() {
        positionOfArc[Int(arc)] = Int32(position)
      }
    }
    return Int(positionOfArc[arc])
  }

  func isInTree(_ position: Int, _ arc: Int) -> Bool {
    unsafe Int(joints[Int(network.tails[arc])].arc) == position
      || Int(joints[Int(network.heads[arc])].arc) == position
  }
}

// MARK: - Repair

extension NetworkSimplex {
  /// Computes flows of the tree anew and cuts arcs that cannot carry theirs, or
  /// through which nothing could be sent to the root; artificial arcs take their
  /// places.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func repair() {
    orderTree()
    for node in 0..<nodeCount {
      let position = unsafe Int(joints[node].arc)
      if position < arcCount {
        let arc = arc(at: position)
        unsafe records[position] = Record(
          cost: network.costs[arc], tail: network.tails[arc], head: network.heads[arc])
      }
    }
    var excess = leftOver
    if isUncounted {
      excess = excessOutsideTree()
      for node in 0..<nodeCount { unsafe joints[node].forget() }
    } else if excess.isEmpty {
      excess = Array(repeating: 0, count: nodeCount)
    }
    isStale = false
    isUncounted = false
    leftOver = []
    leftNodes = []
    excess.append(0)
    // Backwards in preorder: all that hangs at a node has been passed to it.
    var node = unsafe Int(links[nodeCount].last)
    while node != nodeCount {
      let before = unsafe Int(links[node].before)
      settle(node, &excess)
      node = before
    }
    orderTree()
  }

  /// Sends what a node has too much to its parent, or as much as fits, on top of
  /// what the arc between them carries.
  private func settle(_ node: Int, _ excess: inout [Int]) {
    let position = unsafe Int(joints[node].arc)
    guard position < arcCount else {
      hangAtRoot(node, carrying: artificialFlow(of: node) + excess[node])
      return
    }
    let arc = arc(at: position)
    let parent = unsafe Int(links[node].parent)
    let range = range(ofArc: arc)
    let isUp = Int(network.tails[arc]) == node
    let carried = unsafe isUp ? joints[node].down : joints[node].up
    let wanted = carried + (isUp ? excess[node] : 0 - excess[node])
    let amount = max(0, min(range, wanted))
    let sent = isUp ? amount - carried : carried - amount
    excess[parent] += sent
    // Room to send something up: below capacity if it leads up, else above its
    // lower bound.
    if amount == wanted, isUp ? amount < range : amount > 0 {
      unsafe joints[node].up = isUp ? range - amount : amount
      unsafe joints[node].down = isUp ? amount : range - amount
      return
    }
    // It is full where that is nearer to what is wanted, otherwise empty; an
    // endless arc is never full, because every amount is far below.
    if range == 0 {
      unsafe records[position] = .closed
    } else if amount == range {
      unsafe records[position] = unsafe records[position].turned
    }
    hangAtRoot(node, carrying: excess[node] - sent)
  }
}

extension NetworkSimplex.Joint {
  /// Carries nothing, for a count from nothing.
  fileprivate mutating func forget() {
    up = 0
    down = 0
  }
}
