// SPDX-License-Identifier: GPL-3.0-or-later

/// Arcs by both ends, and room to work in, for the dual network simplex method.
///
/// Invariant: every pointer is allocated in the initialiser, freed in `deinit`,
/// and has the extent that its comment says, for *n* nodes, the root as node *n*,
/// and *m* arcs; what stands in the arrays are valid indices.
@safe
struct DualRoom: ~Copyable {
  /// An arc across a cut, in the direction that is wanted.
  struct Crossing {
    var reduced: Int
    var position: Int
  }

  /// Parts of the tree up to this size have their bounds lowered one by one.
  static var smallCount: Int { 64 }
  /// A bound where there is no arc.
  static var nothing: Int { 1 << 62 }

  let nodeCount: Int
  /// By node: where the records of its outgoing arcs begin (*n* + 2).
  let rows: UnsafeMutablePointer<Int32>
  /// By node: where its part of `entrances` begins (*n* + 2).
  let columns: UnsafeMutablePointer<Int32>
  /// Positions of records by the heads of their arcs (*m*).
  let entrances: UnsafeMutablePointer<Int32>
  /// By position, a bit each: whether the record is turned around; of arcs of
  /// the tree and closed ones it means nothing (*m* / 64 + 1 words).
  let turned: UnsafeMutablePointer<UInt64>
  /// By node: the last cut in whose smaller part it was found, or negated in
  /// whose larger part (*n* + 1).
  let stamps: UnsafeMutablePointer<Int32>
  /// Nodes whose arc of the tree is wrong: a binary heap by the size of their
  /// branches (*n* + 1).
  let heap: UnsafeMutablePointer<Int32>
  /// By node: the size of its branch when it came into the heap, 0 outside
  /// (*n* + 1).
  let keys: UnsafeMutablePointer<Int32>
  /// By node: no arc outside the tree that leaves it has a reduced cost below
  /// this less `drift` (*n* + 1).
  let leaving: UnsafeMutablePointer<Int>
  /// The same for arcs that enter it.
  let entering: UnsafeMutablePointer<Int>
  /// Whether bounds are kept; until then all are 0, which is true.
  var hasBounds = false
  /// How much cheaper arcs may have become by shifts of large parts.
  var drift = 0
  var heapCount = 0
  var stamp: Int32 = 0
  /// What is known to cross the present cut.
  var crossings: [Crossing] = []
  /// What those of them can carry that cost nothing.
  var freeRoom = 0
  /// Arcs looked at, and nodes of smaller parts: the measure of work.
  var lookCount = 0

  /// Orders arcs by tails and by heads.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - arcAtPosition: The arc of each record; empty if they stand alike.
  ///   - records: Its records, one for each arc.
  /// - Complexity: O(*n* + *m*).
  init(
    _ network: borrowing FlowNetwork, arcAtPosition: [Int32],
    records: UnsafeMutablePointer<NetworkSimplex.Record>
  ) {
    let nodes = network.nodeCount
    let arcs = network.arcCount
    unsafe rows = .filled(nodes + 2)
    unsafe columns = .filled(nodes + 2)
    unsafe entrances = .allocate(capacity: arcs)
    unsafe turned = .allocate(capacity: arcs / 64 + 1)
    unsafe turned.initialize(repeating: 0, count: arcs / 64 + 1)
    unsafe stamps = .filled(nodes + 1)
    unsafe heap = .filled(nodes + 1)
    unsafe keys = .filled(nodes + 1)
    unsafe leaving = .allocate(capacity: nodes + 1)
    unsafe entering = .allocate(capacity: nodes + 1)
    nodeCount = nodes
    // Positions are below `arcs`, heads and tails are nodes.
    unsafe network.tails.withUnsafeBufferPointer { tails in
      for arc in 0..<arcs { unsafe rows[Int(tails[arc]) &+ 1] &+= 1 }
    }
    unsafe network.heads.withUnsafeBufferPointer { heads in
      for arc in 0..<arcs { unsafe columns[Int(heads[arc]) &+ 1] &+= 1 }
      for node in 0...nodes {
        unsafe rows[node + 1] &+= rows[node]
        unsafe columns[node + 1] &+= columns[node]
      }
      unsafe arcAtPosition.withUnsafeBufferPointer { order in
        for position in 0..<arcs {
          let head = unsafe Int(heads[order.isEmpty ? position : Int(order[position])])
          if unsafe Int(records[position].tail) == head { mark(position, isTurned: true) }
          // `columns` runs ahead by what is placed, and is put back below.
          unsafe entrances[Int(columns[head])] = Int32(truncatingIfNeeded: position)
          unsafe columns[head] &+= 1
        }
      }
    }
    for node in (0...nodes).reversed() { unsafe columns[node + 1] = unsafe columns[node] }
    unsafe columns[0] = 0
  }

  deinit {
    unsafe rows.deallocate()
    unsafe columns.deallocate()
    unsafe entrances.deallocate()
    unsafe turned.deallocate()
    unsafe stamps.deallocate()
    unsafe heap.deallocate()
    unsafe keys.deallocate()
    unsafe leaving.deallocate()
    unsafe entering.deallocate()
  }
}

extension DualRoom {
  /// Notes which way round a record is.
  @inline(__always)
  func mark(_ position: Int, isTurned: Bool) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: position)
    if isTurned {
      unsafe turned[position >> 6] |= bit
    } else {
      unsafe turned[position >> 6] &= ~bit
    }
  }

  /// Whether a record is turned around.
  @inline(__always)
  func isTurned(_ position: Int) -> Bool {
    unsafe (turned[position >> 6] &>> UInt64(truncatingIfNeeded: position)) & 1 != 0
  }

  /// The first position of a stretch, or its end, whose record is turned around.
  @inline(__always)
  func firstTurned(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let rest = unsafe turned[position >> 6] &>> UInt64(truncatingIfNeeded: position)
      if rest != 0 { return min(end, position &+ rest.trailingZeroBitCount) }
      position = (position | 63) &+ 1
    }
    return end
  }

  /// Positions of the arcs that leave a node.
  func leaving(_ node: Int) -> Range<Int> {
    unsafe Int(rows[node])..<Int(rows[node + 1])
  }

  /// Places in `entrances` of the arcs that enter a node.
  func entering(_ node: Int) -> Range<Int> {
    unsafe Int(columns[node])..<Int(columns[node + 1])
  }

  /// A position in `entrances`.
  func position(at place: Int) -> Int { unsafe Int(entrances[place]) }

  /// Whether one node comes out of the heap before another.
  @inline(__always)
  private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = unsafe (keys[Int(a)], keys[Int(b)])
    return first < second || (first == second && a < b)
  }

  /// Puts a node into the heap unless it is there.
  mutating func push(_ node: Int, size: Int32) {
    guard unsafe keys[node] == 0 else { return }
    unsafe keys[node] = size
    let id = Int32(truncatingIfNeeded: node)
    var hole = heapCount
    heapCount &+= 1
    while hole > 0 {
      let above = (hole &- 1) >> 1
      guard unsafe isBefore(id, heap[above]) else { break }
      unsafe heap[hole] = heap[above]
      hole = above
    }
    unsafe heap[hole] = id
  }

  /// Takes out the node with the smallest branch.
  mutating func pop() -> Int? {
    guard heapCount > 0 else { return nil }
    let result = unsafe Int(heap[0])
    heapCount &-= 1
    let id = unsafe heap[heapCount]
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      guard child < heapCount else { break }
      if child &+ 1 < heapCount, unsafe isBefore(heap[child &+ 1], heap[child]) { child &+= 1 }
      guard unsafe isBefore(heap[child], id) else { break }
      unsafe heap[hole] = heap[child]
      hole = child
    }
    unsafe heap[hole] = id
    unsafe keys[result] = 0
    return result
  }

  /// Sets all bounds to 0, which holds for a tree that is dual feasible.
  mutating func forgetBounds() {
    hasBounds = false
    drift = 0
    unsafe leaving.initialize(repeating: 0, count: nodeCount + 1)
    unsafe entering.initialize(repeating: 0, count: nodeCount + 1)
  }

  /// Takes out all nodes.
  mutating func empty() {
    for place in 0..<heapCount { unsafe keys[Int(heap[place])] = 0 }
    heapCount = 0
  }
}

extension UnsafeMutablePointer<Int32> {
  /// Room for so many numbers, all 0.
  fileprivate static func filled(_ count: Int) -> Self {
    let pointer = Self.allocate(capacity: count)
    unsafe pointer.initialize(repeating: 0, count: count)
    return unsafe pointer
  }
}
