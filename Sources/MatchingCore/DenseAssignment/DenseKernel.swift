// SPDX-License-Identifier: GPL-3.0-or-later

/// Linear assignment over a full matrix.
///
/// **Problem.** Match every row with a column of its own at least cost; rows are
/// at most as many as columns, and some cells may be forbidden.
///
/// **Method.** Successive shortest paths with duals `v` of the columns, where
/// `u` of a row is the least of `c − v`. Three parts, all of which touch the
/// matrix through *short lists*: a row's few cells of least reduced cost
/// `c − v`, with a bound no other cell of the row is below. Duals only fall, so
/// reduced costs only rise and a bound once true stays true; a row is read again
/// only when its bound no longer decides.
///
/// 1. A few rounds of naive auction (Bertsekas), which is the augmenting row
///    reduction of Jonker and Volgenant.
/// 2. If many rows are left and the matrix is square: ε-scaling auction, for
///    good duals. It ends after so many bids whatever happens.
/// 3. Shortest augmenting paths (Dijkstra) for what is left. A row whose list
///    may miss a cell waits in the heap with the least distance such a cell can
///    have; only if its turn comes is the row read again.
///
/// **Complexity.** Part 3 alone is O(*n*² (*m* + log *m*)) with *n* rows and
/// *m* columns; parts 1 and 2 do O(*n*) bids of at most O(*m*).
///
/// **Deviations.** Jonker and Volgenant start with column minima, which need
/// another pass and help little once lists exist. Bids are cut at the range of
/// the costs, which keeps them valid and bounds the duals.
///
/// **Bounds.** Let *R* be greatest minus least allowed cost and *C* the largest
/// magnitude. The auction stops at the first dual below −*nR*, a bid is at most
/// 2*R*: |v| ≤ (*n* + 2)*R*. A search leaves every column it changes on a tight
/// alternating path to a column it does not change, so later
/// |v| ≤ (2*n* + 2)*R*. A distance is a difference of two reduced costs:
/// below 8(*n* + 1)*R* + 8*C*. With *n* ≤ 2¹⁵, *R* ≤ 2⁴¹, *C* ≤ 2⁴⁰ that is less
/// than 2⁶⁰ (`horizon`): `Int64` cannot overflow. Where it is at most 2⁵²,
/// `Double` computes whole costs exactly.
///
/// **References.** R. Jonker, A. Volgenant, "A shortest augmenting path
/// algorithm for dense and sparse linear assignment problems", Computing 38
/// (1987), sections 3–5. D. F. Crouse, "On implementing 2D rectangular assignment
/// algorithms", IEEE Trans. AES 52 (2016). D. P. Bertsekas, "Auction algorithms
/// for network flow problems", Comput. Optim. Appl. 1 (1992), sections 1–2.
///
/// **Memory.** Every pointer is allocated in the initialiser, freed in
/// `deinit`, and has the extent that its comment says; `columns` of a list and
/// all matched lines are valid indices because only loops over the matrix write
/// them. Nothing is allocated while a search runs.
@safe
struct DenseKernel<Number: DenseNumber>: ~Copyable {
  /// What `rowOf` says of a column without a row: free, left over with the dual
  /// of all that are left over (`DenseSolver`), or closed.
  static var free: Int32 { -1 }
  static var spare: Int32 { -2 }
  static var closed: Int32 { -3 }
  /// Room of one row's short list.
  static var room: Int { 48 }
  /// How many cells a list should have when it is made.
  static var target: Int { 16 }

  let rows: Int
  let columns: Int
  /// The costs, row by row; owned by the caller, who keeps them in place.
  let costs: UnsafePointer<Number>
  /// Greatest minus least allowed cost.
  var range: Number
  /// Whether all arithmetic is exact, so that bounds must be whole as well.
  var isWhole: Bool

  /// By column: its dual.
  let v: UnsafeMutablePointer<Number>
  /// By column: its row.
  let rowOf: UnsafeMutablePointer<Int32>
  /// By row: its column, or −1.
  let columnOf: UnsafeMutablePointer<Int32>
  /// By row: the cost of its matched cell.
  let matchedCost: UnsafeMutablePointer<Number>

  /// By row, `room` each: columns and costs of its list.
  let listColumns: UnsafeMutablePointer<Int32>
  let listCosts: UnsafeMutablePointer<Number>
  /// By row: how long its list is.
  let listCount: UnsafeMutablePointer<Int32>
  /// By row: bit *c* mod 64 is set for every column *c* of its list.
  let listMask: UnsafeMutablePointer<UInt64>
  /// By row: no cell outside its list has a reduced cost below this.
  let bound: UnsafeMutablePointer<Number>
  /// By row: how far above its least reduced cost a list should reach.
  let width: UnsafeMutablePointer<Double>

  /// By column, of one search: the distance so far, `horizon` if none.
  let distance: UnsafeMutablePointer<Number>
  /// By column, of one search: the row its distance came from.
  let parent: UnsafeMutablePointer<Int32>
  /// Room for each column: those with a distance, and those whose distance is
  /// final.
  let touched: UnsafeMutablePointer<Int32>
  let scanned: UnsafeMutablePointer<Int32>
  var touchedCount = 0
  var scannedCount = 0
  /// Room for each column and row: the heap of a search.
  let heapKey: UnsafeMutablePointer<Number>
  let heapItem: UnsafeMutablePointer<Int32>
  /// By column and, behind them, row: its place in the heap, or −1.
  let heapPlace: UnsafeMutablePointer<Int32>
  var heapCount = 0

  /// Room for one list and the 16 cells a step of reading may add to it.
  let gatheredColumns: UnsafeMutablePointer<Int32>
  let gatheredValues: UnsafeMutablePointer<Number>
  /// Room for each row: those that wait for a column.
  let queue: UnsafeMutablePointer<Int32>

  /// The row a search could not match, and what proves that it cannot.
  var shortage: (rows: [Int], columns: [Int])?
  /// How often a row of the matrix was read for its list.
  var readings = 0

  /// Starts with duals of zero and nothing matched.
  ///
  /// - Precondition: `costs` has `rows * columns` cells, is not written to by
  ///   others and outlives the kernel; 1 ≤ `rows` ≤ `columns`.
  init(
    rows: Int, columns: Int, costs: UnsafePointer<Number>, range: Number, isWhole: Bool
  ) {
    precondition(rows >= 1 && rows <= columns, "\(rows) rows, \(columns) columns.")
    self.rows = rows
    self.columns = columns
    unsafe self.costs = costs
    self.range = range
    self.isWhole = isWhole
    unsafe v = .filled(columns, with: .zero)
    unsafe rowOf = .filled(columns, with: Self.free)
    unsafe columnOf = .filled(rows, with: -1)
    unsafe matchedCost = .filled(rows, with: .zero)
    unsafe listColumns = .filled(rows * Self.room, with: -1)
    unsafe listCosts = .allocate(capacity: rows * Self.room)
    unsafe listCount = .filled(rows, with: 0)
    unsafe listMask = .filled(rows, with: 0)
    unsafe bound = .filled(rows, with: .zero)
    unsafe width = .filled(rows, with: 0)
    unsafe distance = .filled(columns, with: .horizon)
    unsafe parent = .filled(columns, with: -1)
    unsafe touched = .filled(columns, with: 0)
    unsafe scanned = .filled(columns, with: 0)
    unsafe heapKey = .filled(rows + columns, with: .zero)
    unsafe heapItem = .filled(rows + columns, with: 0)
    unsafe heapPlace = .filled(rows + columns, with: -1)
    unsafe gatheredColumns = .filled(Self.room + 16, with: 0)
    unsafe gatheredValues = .filled(Self.room + 16, with: .zero)
    unsafe queue = .filled(rows, with: 0)
  }

  deinit {
    unsafe v.deallocate()
    unsafe rowOf.deallocate()
    unsafe columnOf.deallocate()
    unsafe matchedCost.deallocate()
    unsafe listColumns.deallocate()
    unsafe listCosts.deallocate()
    unsafe listCount.deallocate()
    unsafe listMask.deallocate()
    unsafe bound.deallocate()
    unsafe width.deallocate()
    unsafe distance.deallocate()
    unsafe parent.deallocate()
    unsafe touched.deallocate()
    unsafe scanned.deallocate()
    unsafe heapKey.deallocate()
    unsafe heapItem.deallocate()
    unsafe heapPlace.deallocate()
    unsafe gatheredColumns.deallocate()
    unsafe gatheredValues.deallocate()
    unsafe queue.deallocate()
  }
}

extension UnsafeMutablePointer {
  /// Room for so many values, all set.
  fileprivate static func filled(_ count: Int, with value: Pointee) -> Self {
    let pointer = Self.allocate(capacity: count)
    unsafe pointer.initialize(repeating: value, count: count)
    return unsafe pointer
  }
}
