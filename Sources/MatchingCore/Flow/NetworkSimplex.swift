// SPDX-License-Identifier: GPL-3.0-or-later

/// The primal network simplex method.
///
/// *Problem.* Minimum-cost flow with lower bounds, capacities and supplies
/// (`FlowNetwork`).
///
/// *Method.* A basis is a spanning tree over the nodes and an artificial root;
/// arcs outside carry their lower bound or their capacity. A pivot takes an arc
/// of negative reduced cost into the tree, sends what fits around the cycle it
/// closes, and takes the last arc that blocks out, seen in the direction of the
/// push from the cycle's top. So the tree stays *strongly feasible* (something
/// can be sent from every node to the root) and no basis comes back.
///
/// *Complexity.* O(*n*) for a pivot in the worst case, in practice the length of
/// the cycle and the smaller part of the tree that the leaving arc cuts off. The
/// number of pivots has no polynomial bound, but is in practice near linear.
///
/// *What differs from the textbook.* The potentials of the smaller part of the
/// tree are shifted, whether or not the root is in it: only differences count.
/// The tree is kept as children lists and sizes instead of a thread, so moving a
/// branch costs the length of its stem. Arcs are stored as *residual* records of
/// 16 bytes in the order of their tails: an arc at capacity is stored turned
/// around with its cost negated, an arc of the tree has reduced cost 0, a closed
/// arc is a loop. Pricing therefore needs no state and streams through memory.
/// Flow is kept at the nodes, for arcs of the tree alone.
///
/// *No overflow.* With *n* nodes and greatest cost *C* an artificial arc costs
/// *M* = (*n* + 2)(*C* + 1) ≤ 2⁶⁰ (`FlowNetwork` checks it). A path in the tree
/// has at most two artificial arcs, next to the root, so that potentials
/// differ by at most 2*M* + *nC* < 3 · 2⁶⁰ and reduced costs stay below 2⁶². Potentials
/// themselves are only defined up to a shift and may wrap; differences do not.
/// An amount in the tree is at most the sum of supplies and bounds, each up to
/// 2⁴⁰: `NetworkSimplex` refuses networks whose sum exceeds 2⁶⁰. No limit is
/// 2⁶².
///
/// *References.* R. Ahuja, T. Magnanti, J. Orlin, "Network Flows" (1993),
/// chapter 11; W. Cunningham, "A network simplex method", Mathematical
/// Programming 11 (1976), for strongly feasible trees; M. Grigoriadis, "An
/// efficient implementation of the network simplex method", Mathematical
/// Programming Study 26 (1986), for block pricing; P. Kovács (2015), see
/// `FlowFamilies`.
@safe
public struct NetworkSimplex: ~Copyable {
  /// An arc that may enter the tree, seen in the direction in which it can.
  struct Record {
    var cost: Int
    var tail: Int32
    var head: Int32
  }

  /// A node's place in the tree.
  struct Link {
    /// The next node towards the root; −1 at the root.
    var parent: Int32
    /// How many nodes hang at this one, itself included.
    var size: Int32
    /// The last of them in preorder.
    var last: Int32
    /// The node before this one in preorder; the root's is the last of all.
    var before: Int32
  }

  /// The arc of the tree that joins a node with its parent.
  struct Joint {
    /// How much more can be sent to the parent.
    var up: Int
    /// How much more the parent can send here.
    var down: Int
    /// The position of the arc's record.
    var arc: Int32
  }

  /// An amount without limit; see "No overflow".
  static var endless: Int { 1 << 62 }
  /// At least this much is without limit.
  static var endlessAtLeast: Int { 1 << 61 }

  var network: FlowNetwork
  /// Nodes, then the root.
  let nodeCount: Int
  let arcCount: Int
  let root: Int32
  /// The cost of an artificial arc.
  var artificialCost: Int

  /// Records of arcs in the order of their tails, then one for each node to or
  /// from the root. Invariant: heads and tails are 0…`nodeCount`.
  let records: UnsafeMutablePointer<Record>
  /// The node behind each in preorder; the last one's is the root. Invariant:
  /// entries are 0…`nodeCount`.
  let thread: UnsafeMutablePointer<Int32>
  /// Of nodes 0…`nodeCount`. Invariant: entries are −1 or 0…`nodeCount`.
  let links: UnsafeMutablePointer<Link>
  /// Of nodes 0…`nodeCount`; what the root has means nothing.
  let joints: UnsafeMutablePointer<Joint>
  /// Potentials of nodes 0…`nodeCount`; an arc's reduced cost is its cost plus
  /// its tail's minus its head's.
  let potentials: UnsafeMutablePointer<Int>
  /// The arc at each position of `records`, or empty when they are the same.
  var arcAtPosition: [Int32]

  var threshold = 0
  var worst = 0
  var greatest = 0
  var bigCost = 0
  public var stages = 0
  public var passes = 0
  public var levels = 0
  /// Where pricing goes on.
  var cursor = 0
  let chunkSize: Int
  let chunkCount: Int
  let minima: UnsafeMutablePointer<Int>
  /// Pivots since the beginning.
  public internal(set) var pivotCount = 0
  public var visitCount = 0
  public var pathCount = 0
  public var scanCount = 0

  /// Takes a network and builds a first tree.
  ///
  /// - Parameter network: What to solve.
  /// - Complexity: O(*n* + *m*).
  public init(_ network: FlowNetwork) {
    self.network = network
    nodeCount = network.nodeCount
    arcCount = network.arcCount
    root = Int32(nodeCount)
    artificialCost = 0
    unsafe records = .allocate(capacity: arcCount + nodeCount)
    unsafe thread = .allocate(capacity: nodeCount + 1)
    unsafe links = .allocate(capacity: nodeCount + 1)
    unsafe joints = .allocate(capacity: nodeCount + 1)
    unsafe potentials = .allocate(capacity: nodeCount + 1)
    arcAtPosition = Self.orderByTails(network)
    chunkSize = unsafe Int(blockFactor)
    chunkCount = (arcCount + chunkSize - 1) / chunkSize
    unsafe minima = .allocate(capacity: chunkCount)
    loadRecords()
    startAtRoot()
  }

  deinit {
    unsafe records.deallocate()
    unsafe thread.deallocate()
    unsafe links.deallocate()
    unsafe joints.deallocate()
    unsafe minima.deallocate()
    unsafe potentials.deallocate()
  }
}

nonisolated(unsafe) public var mix = false
nonisolated(unsafe) public var blockFactor = 1.0
nonisolated(unsafe) public var labDeep = 0.25
nonisolated(unsafe) public var labStart = 0.02
nonisolated(unsafe) public var labInit = 0.5
nonisolated(unsafe) public var labFloor = 0.1
nonisolated(unsafe) public var labDrop = 0.7
nonisolated(unsafe) public var labGrow = 1.5
extension NetworkSimplex {
  /// Arcs in the order of their tails by counting; empty if they stand so.
  static func orderByTails(_ network: FlowNetwork) -> [Int32] {
    let tails = network.tails
    if unsafe mix {
      var order = [Int32](repeating: 0, count: tails.count)
      let skip = max(tails.count / max(1, network.nodeCount), 3)
      var i = 0, j = 0
      for k in 0..<tails.count { order[k] = Int32(i); i += skip; if i >= tails.count { j += 1; i = j } }
      return order
    }
    var isSorted = true
    for arc in 1..<max(1, tails.count) where tails[arc - 1] > tails[arc] {
      isSorted = false
      break
    }
    if isSorted { return [] }
    var starts = [Int32](repeating: 0, count: network.nodeCount + 1)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in 0..<network.nodeCount { starts[node + 1] += starts[node] }
    var order = [Int32](repeating: 0, count: tails.count)
    for (arc, tail) in tails.enumerated() {
      order[Int(starts[Int(tail)])] = Int32(arc)
      starts[Int(tail)] += 1
    }
    return order
  }

  func arc(at position: Int) -> Int {
    arcAtPosition.isEmpty ? position : Int(arcAtPosition[position])
  }

  /// How much an arc can carry above its lower bound.
  func range(ofArc arc: Int) -> Int {
    let capacity = network.capacities[arc]
    return capacity == FlowNetwork.unlimited
      ? Self.endless : capacity - network.lower(of: arc)
  }

  /// Writes the records, every arc at its lower bound.
  mutating func loadRecords() {
    for position in 0..<arcCount {
      let arc = arc(at: position)
      let cost = network.costs[arc]
      let tail = network.tails[arc]
      let head = network.heads[arc]
      let isClosed = tail == head || range(ofArc: arc) == 0
      unsafe records[position] =
        isClosed
        ? Record(cost: 0, tail: 0, head: 0) : Record(cost: cost, tail: tail, head: head)
      greatest = max(greatest, abs(cost))
    }
    bigCost = (nodeCount + 2) * (greatest + 1)
  }

  /// Joins every node with the root by an artificial arc that carries what the
  /// node has too much or too little.
  mutating func startAtRoot() {
    var excess = network.supplies
    if !network.lowers.isEmpty {
      for arc in 0..<arcCount {
        excess[Int(network.tails[arc])] -= network.lowers[arc]
        excess[Int(network.heads[arc])] += network.lowers[arc]
      }
    }
    let last = nodeCount
    for node in 0..<nodeCount {
      let id = Int32(node)
      let amount = excess[node]
      let isUp = amount >= 0
      unsafe records[arcCount + node] =
        isUp
        ? Record(cost: 0, tail: id, head: root)
        : Record(cost: artificialCost, tail: root, head: id)
      unsafe potentials[node] = isUp ? 0 : artificialCost
      unsafe links[node] = Link(parent: root, size: 1, last: id, before: node > 0 ? id - 1 : root)
      unsafe thread[node] = id + 1
      unsafe joints[node] = Joint(
        up: isUp ? Self.endless - amount : -amount, down: isUp ? amount : Self.endless + amount,
        arc: Int32(arcCount + node))
    }
    unsafe potentials[last] = 0
    unsafe links[last] = Link(
      parent: -1, size: Int32(last + 1), last: last > 0 ? root - 1 : root,
      before: last > 0 ? root - 1 : root)
    unsafe thread[last] = last > 0 ? 0 : root
    unsafe joints[last] = Joint(up: 0, down: 0, arc: -1)
  }
}
