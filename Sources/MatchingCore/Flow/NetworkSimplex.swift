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
/// Arcs are stored as *residual* records of 16 bytes in the order of their tails:
/// an arc at capacity is stored turned around with its cost negated, an arc of
/// the tree has reduced cost 0, a closed arc is a loop. Pricing therefore needs
/// no state and streams through memory. Flow is kept at the nodes, for arcs of
/// the tree alone. Arcs enter by falling thresholds while artificial costs rise
/// (`NetworkSimplex+Pricing.swift`).
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

    /// One that never enters.
    static var closed: Record { Record(cost: 0, tail: 0, head: 0) }

    /// The other direction.
    var turned: Record { Record(cost: 0 &- cost, tail: head, head: tail) }
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

  /// What is solved, with all changes.
  public internal(set) var network: FlowNetwork
  /// How many nodes there are, without the root.
  let nodeCount: Int
  let arcCount: Int
  let root: Int32
  let pace: Pace

  /// Records of arcs in the order of their tails, then one for each node.
  ///
  /// Those lead to or from the root. Invariant: heads and tails are 0…`nodeCount`.
  let records: UnsafeMutablePointer<Record>
  /// The least reduced cost in each chunk of records when it was last looked at.
  let minima: UnsafeMutablePointer<Int>
  let chunkCount: Int
  /// The node behind each in preorder; the last one's is the root.
  ///
  /// Invariant: entries are 0…`nodeCount`.
  let thread: UnsafeMutablePointer<Int32>
  /// Places in the tree of nodes and root.
  ///
  /// Invariant: entries are −1 or 0…`nodeCount`.
  let links: UnsafeMutablePointer<Link>
  /// Of nodes 0…`nodeCount`; what the root has means nothing.
  let joints: UnsafeMutablePointer<Joint>
  /// Potentials of nodes 0…`nodeCount`; an arc's reduced cost is its cost plus
  /// its tail's minus its head's.
  let potentials: UnsafeMutablePointer<Int>
  /// The arc at each position of `records`; empty when they are the same.
  let arcAtPosition: [Int32]
  /// The other way round; made when a change first asks for it.
  var positionOfArc: [Int32] = []

  /// The greatest size of a cost so far.
  var greatestCost = 0
  /// What an artificial arc from the root costs now.
  var artificialPrice = 0
  /// Only arcs of reduced cost below its negative may enter.
  var threshold = 0
  /// The least reduced cost that the last look at all chunks knew of.
  var worst = 0
  /// Whether a solve has ended, so that the tree is worth starting from.
  var isWarm = false
  /// Whether the tree was optimal before `changedArcs`, `leftOver` and bounds of
  /// its arcs.
  var isDualFeasible = false
  /// Arcs whose reduced cost may have the wrong sign since then.
  var changedArcs: [Int32] = []
  /// The flows of the last optimum, as long as only `changedArcs` and arcs of the
  /// tree can carry something else, and what they cost with costs as they are.
  var lastFlows: [Int] = []
  var lastCost: Int128 = 0
  /// Arcs that left the tree or went to their other bounds since.
  var flippedArcs: [Int32] = []
  /// Arcs that begin where they end.
  var loops: [Int32] = []
  /// What the dual method works with, from the first change on.
  var dualRoom: DualRoom?
  /// Whether flows no longer fit the bounds and supplies.
  var isStale = false
  /// What changes left at each node too much; empty if nothing, or if all is
  /// counted anew.
  var leftOver: [Int] = []
  /// Nodes that `leftOver` may be not 0 at.
  var leftNodes: [Int32] = []
  /// Whether flows of the tree are counted anew at the next repair.
  var isUncounted = false

  /// Pivots since the beginning, the machine-independent measure of work.
  public internal(set) var pivotCount = 0
  /// Potentials shifted since the beginning.
  public internal(set) var shiftCount = 0
  /// Looks at all arcs since the beginning.
  public internal(set) var sweepCount = 0

  /// Takes a network and builds a first tree.
  ///
  /// - Parameter network: What to solve.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs.
  public init(_ network: FlowNetwork) {
    self.network = network
    nodeCount = network.nodeCount
    arcCount = network.arcCount
    root = Int32(nodeCount)
    pace = Pace(for: network)
    chunkCount = (arcCount + pace.chunkSize - 1) / pace.chunkSize
    unsafe records = .allocate(capacity: arcCount + nodeCount)
    unsafe minima = .allocate(capacity: chunkCount)
    unsafe thread = .allocate(capacity: nodeCount + 1)
    unsafe links = .allocate(capacity: nodeCount + 1)
    unsafe joints = .allocate(capacity: nodeCount + 1)
    unsafe potentials = .allocate(capacity: nodeCount + 1)
    unsafe potentials.initialize(repeating: 0, count: nodeCount + 1)
    arcAtPosition = Self.orderByTails(network)
    loadRecords()
    startAtRoot()
  }

  deinit {
    unsafe records.deallocate()
    unsafe minima.deallocate()
    unsafe thread.deallocate()
    unsafe links.deallocate()
    unsafe joints.deallocate()
    unsafe potentials.deallocate()
  }
}

extension NetworkSimplex {
  /// How fast thresholds and artificial costs move, by the shape of a network.
  ///
  /// Measured (`docs/decisions/0001-minimum-cost-flow.md`): where many nodes have
  /// a supply of their own, as in assignment, transportation and a programme
  /// year, paths are short, pivots cheap, and large steps save looks at arcs.
  /// Where few nodes of many have one, branches are large and pivots dear; small
  /// steps choose better arcs and save pivots. There cuts are large too, and the
  /// primal method goes on after changes; elsewhere the dual method does.
  struct Pace {
    /// How many records are looked at together; the best of them may enter.
    let chunkSize: Int
    /// The artificial cost grows by the numerator over the denominator.
    let growth: (Int, Int)
    /// The threshold shrinks by it from level to level.
    let drop: (Int, Int)
    /// All arcs are looked at again when the threshold has shrunk by it.
    let depth: Int
    /// Whether solves after changes begin with the dual method.
    let goesOnDually: Bool

    init(for network: FlowNetwork) {
      let terminals = network.supplies.reduce(0) { $1 == 0 ? $0 : $0 + 1 }
      goesOnDually = terminals * 4 >= network.nodeCount
      if goesOnDually || network.nodeCount < 4096 {
        (chunkSize, growth, drop, depth) = (24, (3, 2), (7, 10), 4)
      } else {
        (chunkSize, growth, drop, depth) = (100, (23, 20), (9, 10), 2)
      }
    }
  }

  /// The greatest cost of an artificial arc, above that of every path.
  var greatestPrice: Int { (nodeCount + 2) * (greatestCost + 1) }

  /// Arcs in the order of their tails by counting; empty if they stand so.
  static func orderByTails(_ network: FlowNetwork) -> [Int32] {
    let tails = network.tails
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
      unsafe records[position] = Record(
        cost: cost, tail: network.tails[arc], head: network.heads[arc])
      if network.tails[arc] == network.heads[arc] { loops.append(Int32(arc)) }
      if isClosed(arc) { unsafe records[position] = .closed }
      greatestCost = max(greatestCost, abs(cost))
    }
  }

  /// Whether an arc has no room, or is a loop, so that it never enters a tree.
  func isClosed(_ arc: Int) -> Bool {
    network.tails[arc] == network.heads[arc] || range(ofArc: arc) == 0
  }

  /// Joins every node with the root by an artificial arc that carries what the
  /// node has too much or too little.
  mutating func startAtRoot() {
    let excess = excessOutsideTree()
    for node in 0..<nodeCount { hangAtRoot(node, carrying: excess[node]) }
    unsafe joints[nodeCount] = Joint(up: 0, down: 0, arc: -1)
    unsafe links[nodeCount] = Link(parent: -1, size: 0, last: 0, before: 0)
    orderTree()
  }

  /// What each node has too much when arcs of the tree carry their lower bounds.
  ///
  /// A record that is turned around carries
  /// its capacity unless it is the tree's: those must not be turned.
  func excessOutsideTree() -> [Int] {
    var excess = network.supplies
    for arc in 0..<network.lowers.count {
      excess[Int(network.tails[arc])] -= network.lowers[arc]
      excess[Int(network.heads[arc])] += network.lowers[arc]
    }
    for position in 0..<arcCount {
      let record = unsafe records[position]
      let arc = arc(at: position)
      if record.tail != record.head, record.tail != network.tails[arc] {
        let range = range(ofArc: arc)
        excess[Int(network.tails[arc])] -= range
        excess[Int(network.heads[arc])] += range
      }
    }
    return excess
  }

  /// Makes the artificial arc of a node its arc of the tree.
  func hangAtRoot(_ node: Int, carrying amount: Int) {
    let isUp = amount >= 0
    let id = Int32(node)
    unsafe records[arcCount + node] =
      isUp
      ? Record(cost: 0, tail: id, head: root)
      : Record(cost: artificialPrice, tail: root, head: id)
    unsafe links[node].parent = root
    unsafe joints[node] = Joint(
      up: isUp ? Self.endless - amount : -amount, down: isUp ? amount : Self.endless + amount,
      arc: Int32(arcCount + node))
  }

  /// Writes preorder and sizes anew from the parents.
  ///
  /// - Complexity: O(*n*).
  func orderTree() {
    var firstChild = [Int32](repeating: -1, count: nodeCount + 1)
    var sibling = [Int32](repeating: -1, count: nodeCount + 1)
    for node in (0..<nodeCount).reversed() {
      let parent = unsafe Int(links[node].parent)
      sibling[node] = firstChild[parent]
      firstChild[parent] = Int32(node)
    }
    var order: [Int32] = []
    order.reserveCapacity(nodeCount + 1)
    var node = root
    while node >= 0 {
      order.append(node)
      unsafe links[Int(node)].size = 1
      unsafe links[Int(node)].last = node
      var next = firstChild[Int(node)]
      while next < 0, node >= 0 {
        next = sibling[Int(node)]
        node = unsafe links[Int(node)].parent
      }
      node = next
    }
    for (index, node) in order.enumerated() {
      let behind = order[index + 1 < order.count ? index + 1 : 0]
      unsafe thread[Int(node)] = behind
      unsafe links[Int(behind)].before = node
    }
    // Children stand behind parents, the last of them last.
    for node in order.dropFirst().reversed() {
      let link = unsafe links[Int(node)]
      let parent = Int(link.parent)
      unsafe links[parent].size += link.size
      if unsafe Int(links[parent].last) == parent { unsafe links[parent].last = link.last }
    }
  }
}
