// SPDX-License-Identifier: GPL-3.0-or-later

// The cheapest arcs across a cut of the tree, for the dual method. Only nodes of
// the smaller part are looked at, and of those only the ones whose *bound* is not
// above what is known already: every arc outside the tree that leaves (or
// enters) a node has a reduced cost of at least its bound. Bounds are exact when
// a node has just been looked at; later they are lowered with the potentials,
// one by one after shifts of small parts, all together after shifts of large ones.
// They are kept from when as many arcs were looked at as there are: where few
// steps are needed that is never.
extension NetworkSimplex {
  /// A cut of the tree, seen from its smaller part.
  struct Cut {
    /// The node above which the tree is cut, and the size of its branch.
    var branch: Int
    var size: Int32
    /// How many nodes the smaller part has.
    var count: Int
    /// Whether the smaller part is the branch.
    var isBranch: Bool
    /// Whether the arcs that are wanted leave the smaller part.
    var isLeaving: Bool
  }

  /// Cuts the tree above a node.
  func cut(above branch: Int, isOut: Bool, _ dual: inout DualRoom) -> Cut {
    dual.stamp &+= 1
    let size = unsafe links[branch].size
    let isBranch = Int(size) &* 2 <= nodeCount
    let count = isBranch ? Int(size) : nodeCount &+ 1 &- Int(size)
    dual.lookCount &+= count
    return Cut(
      branch: branch, size: size, count: count, isBranch: isBranch, isLeaving: isBranch == isOut)
  }

  /// Where the preorder of a cut's smaller part begins.
  private func first(of cut: Cut) -> Int {
    unsafe cut.isBranch ? cut.branch : Int(thread[Int(links[cut.branch].last)])
  }

  /// Whether a node is in the smaller part; what is found out on the way to the
  /// root is kept in `stamps`.
  private func isInside(_ node: Int, _ cut: Cut, _ dual: borrowing DualRoom) -> Bool {
    let stamps = unsafe dual.stamps
    let links = unsafe links
    let mark = dual.stamp
    var top = node
    var known = unsafe stamps[top]
    // Above a branch as large as the cut's there is no node of it.
    while known != mark, known != 0 &- mark, unsafe links[top].size < cut.size {
      top = unsafe Int(links[top].parent)
      known = unsafe stamps[top]
    }
    if known != mark, known != 0 &- mark {
      known = (top == cut.branch) == cut.isBranch ? mark : 0 &- mark
      unsafe stamps[top] = known
    }
    var below = node
    while below != top {
      unsafe stamps[below] = known
      below = unsafe Int(links[below].parent)
    }
    return known == mark
  }

  /// Puts the cheapest arcs across a cut first in `crossings`.
  ///
  /// - Parameters:
  ///   - cut: The cut.
  ///   - need: What they have to carry together.
  ///   - own: The arc of the tree, if it may be one of them.
  ///   - dual: The room to work in.
  /// - Returns: The index of the dearest that is needed; nothing if all together
  ///   cannot carry so much.
  func cheapest(
    across cut: Cut, carrying need: Int, own: DualRoom.Crossing?, _ dual: inout DualRoom
  ) -> Int? {
    dual.hasBounds = dual.hasBounds || dual.lookCount > arcCount
    if dual.hasBounds, cut.count > DualRoom.smallCount {
      // What costs nothing is often enough, and few nodes can have it.
      gather(cut, need, below: 1, own, &dual)
      if let last = select(need, &dual), dual.crossings[last].reduced == 0 { return last }
    }
    gather(cut, need, below: .max, own, &dual)
    return select(need, &dual)
  }

  /// Gathers arcs across a cut, at least the cheapest that can carry `need`.
  private func gather(
    _ cut: Cut, _ need: Int, below limit: Int, _ own: DualRoom.Crossing?, _ dual: inout DualRoom
  ) {
    let thread = unsafe thread
    let bounds = unsafe cut.isLeaving ? dual.leaving : dual.entering
    var limit = limit
    dual.crossings.removeAll(keepingCapacity: true)
    if let own {
      dual.crossings.append(own)
      if room(of: own) >= need { limit = min(limit, own.reduced) }
    }
    var fullCount = 64
    dual.freeRoom = 0
    var node = first(of: cut)
    for _ in 0..<cut.count {
      let next = unsafe Int(thread[node])
      if unsafe bounds[node] &- dual.drift < limit {
        look(at: node, cut, need, &limit, &dual)
        // Nothing is cheaper than what costs nothing.
        if dual.freeRoom >= max(need, 1) { return }
        if dual.crossings.count >= fullCount, let last = select(need, &dual) {
          limit = min(limit, dual.crossings[last].reduced)
          dual.crossings.removeSubrange((last + 1)...)
          fullCount = max(fullCount, 2 * last)
        }
      }
      node = next
    }
  }

  /// Looks at all arcs that leave a node of the smaller part, or enter it.
  @inline(__always)
  private func look(
    at node: Int, _ cut: Cut, _ need: Int, _ limit: inout Int, _ dual: inout DualRoom
  ) {
    // Records lead the way their arcs do, but for the ones that are turned around.
    let rowEnd = unsafe Int(dual.rows[node &+ 1])
    let columnEnd = unsafe Int(dual.columns[node &+ 1])
    var position = unsafe Int(dual.rows[node])
    var place = unsafe Int(dual.columns[node])
    dual.lookCount &+= rowEnd &- position &+ columnEnd &- place
    var least = DualRoom.nothing
    if cut.isLeaving {
      while position < rowEnd {
        consider(position, at: node, cut, need, &limit, &least, &dual)
        position &+= 1
      }
      while place < columnEnd {
        let entrance = unsafe Int(dual.entrances[place])
        if dual.isTurned(entrance) {
          consider(entrance, at: node, cut, need, &limit, &least, &dual)
        }
        place &+= 1
      }
    } else {
      position = dual.firstTurned(from: position, to: rowEnd)
      while position < rowEnd {
        consider(position, at: node, cut, need, &limit, &least, &dual)
        position = dual.firstTurned(from: position &+ 1, to: rowEnd)
      }
      while place < columnEnd {
        consider(
          unsafe Int(dual.entrances[place]), at: node, cut, need, &limit, &least, &dual)
        place &+= 1
      }
    }
    guard dual.hasBounds else { return }
    if cut.isLeaving {
      unsafe dual.leaving[node] = least &+ dual.drift
    } else {
      unsafe dual.entering[node] = least &+ dual.drift
    }
  }

  /// Keeps an arc if it crosses the cut as wanted and is cheap enough.
  @inline(__always)
  private func consider(
    _ position: Int, at node: Int, _ cut: Cut, _ need: Int, _ limit: inout Int,
    _ least: inout Int, _ dual: inout DualRoom
  ) {
    let record = unsafe records[position]
    let (tail, head) = (Int(record.tail), Int(record.head))
    guard (cut.isLeaving ? tail : head) == node, tail != head else { return }
    let reduced = unsafe record.cost &+ potentials[tail] &- potentials[head]
    guard reduced < least || reduced < limit else { return }
    // Arcs of the tree, also those whose cost has changed.
    if unsafe Int(joints[tail].arc) == position || Int(joints[head].arc) == position { return }
    least = min(least, reduced)
    guard reduced < limit, !isInside(cut.isLeaving ? head : tail, cut, dual) else { return }
    dual.crossings.append(DualRoom.Crossing(reduced: reduced, position: position))
    if need <= 1 { limit = reduced }
    if reduced == 0 {
      dual.freeRoom = min(Self.endlessAtLeast, dual.freeRoom &+ range(ofArc: arc(at: position)))
    }
  }

  /// Lowers bounds after potentials were shifted and arcs turned.
  ///
  /// - Parameters:
  ///   - cut: The cut beside which they were shifted.
  ///   - amount: By how much the arcs that were wanted are cheaper now.
  ///   - count: How many of `crossings` were turned around.
  ///   - dual: The room to work in.
  func lowerBounds(
    _ cut: Cut, by amount: Int, turned count: Int, _ dual: inout DualRoom
  ) {
    guard dual.hasBounds else { return }
    if amount > 0 {
      if cut.count > DualRoom.smallCount {
        dual.drift &+= amount
        // Far below 2⁶², so that sums with it stay inside 64 bits.
        if dual.drift > 1 << 60 {
          dual.forgetBounds()
        }
      } else {
        let thread = unsafe thread
        var node = first(of: cut)
        for _ in 0..<cut.count {
          lowerBounds(around: node, cut, by: amount, &dual)
          node = unsafe Int(thread[node])
        }
      }
    }
    for index in 0..<count { lowerBounds(at: dual.crossings[index].position, &dual) }
  }

  /// Lowers the bounds of a node of the smaller part, and of those outside that
  /// arcs across the cut join with it.
  private func lowerBounds(
    around node: Int, _ cut: Cut, by amount: Int, _ dual: inout DualRoom
  ) {
    let own = unsafe cut.isLeaving ? dual.leaving : dual.entering
    // Invariant: bounds are not below `drift`, since no reduced cost is below 0.
    unsafe own[node] = max(dual.drift, unsafe own[node] &- amount)
    for position in dual.leaving(node) where cut.isLeaving || dual.isTurned(position) {
      lowerBound(across: position, at: node, cut, &dual)
    }
    for place in dual.entering(node) {
      let position = dual.position(at: place)
      guard !cut.isLeaving || dual.isTurned(position) else { continue }
      lowerBound(across: position, at: node, cut, &dual)
    }
  }

  /// Lowers the bound of the other end of an arc, if it crosses the cut as wanted.
  @inline(__always)
  private func lowerBound(
    across position: Int, at node: Int, _ cut: Cut, _ dual: inout DualRoom
  ) {
    let record = unsafe records[position]
    let (tail, head) = (Int(record.tail), Int(record.head))
    guard (cut.isLeaving ? tail : head) == node, tail != head else { return }
    let other = cut.isLeaving ? head : tail
    let bounds = unsafe cut.isLeaving ? dual.entering : dual.leaving
    let bound = unsafe record.cost &+ potentials[tail] &- potentials[head] &+ dual.drift
    guard unsafe bound < bounds[other], !isInside(other, cut, dual) else { return }
    unsafe bounds[other] = bound
  }

  /// Lowers the bounds of the ends of an arc that left the tree or was turned.
  func lowerBounds(at position: Int, _ dual: inout DualRoom) {
    let record = unsafe records[position]
    guard dual.hasBounds, record.tail != record.head else { return }
    let (tail, head) = (Int(record.tail), Int(record.head))
    let reduced =
      unsafe record.cost &+ potentials[tail] &- potentials[head] &+ dual.drift
    unsafe dual.leaving[tail] = min(unsafe dual.leaving[tail], reduced)
    unsafe dual.entering[head] = min(unsafe dual.entering[head], reduced)
  }

  /// Orders what was gathered so that the cheapest that together can carry
  /// `need` come first.
  ///
  /// - Returns: The index of the last of them and dearest; nothing if all
  ///   together cannot.
  private func select(_ need: Int, _ dual: inout DualRoom) -> Int? {
    var low = 0
    var high = dual.crossings.count
    var left = need
    // Quickselect by rooms. Invariant: those before `low` are cheaper than the
    // rest and lack `left`; the one sought is before `high`, if there is one.
    while low < high {
      let pivot = dual.crossings[low + (high - low) / 2]
      var less = low
      var index = low
      var more = high
      var room = 0
      var equalRoom = 0
      while index < more {
        let one = dual.crossings[index]
        let isEqual = one.position == pivot.position
        if isEqual {
          equalRoom = self.room(of: one)
          index += 1
        } else if (one.reduced, one.position) < (pivot.reduced, pivot.position) {
          room = min(Self.endlessAtLeast, room + self.room(of: one))
          dual.crossings.swapAt(index, less)
          less += 1
          index += 1
        } else {
          more -= 1
          dual.crossings.swapAt(index, more)
        }
      }
      // Now less is the pivot's place, more the first of the dearer ones.
      if less > low, room >= left {
        high = less
      } else if room + equalRoom >= left {
        return less
      } else {
        left -= room + equalRoom
        low = more
      }
    }
    return nil
  }

  private func room(of crossing: DualRoom.Crossing) -> Int {
    min(Self.endlessAtLeast, range(ofArc: arc(at: crossing.position)))
  }
}
