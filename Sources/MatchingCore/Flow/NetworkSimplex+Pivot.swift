// SPDX-License-Identifier: GPL-3.0-or-later

extension NetworkSimplex {
  /// Takes an arc of negative reduced cost into the tree.
  ///
  /// - Returns: False if its cycle has no limit; the tree is as before.
  @inline(__always)
  mutating func pivot(_ entering: Int) -> Bool {
    let links = unsafe links
    let joints = unsafe joints
    let record = unsafe records[entering]
    let tail = Int(record.tail)
    let head = Int(record.head)
    let room = range(ofArc: arc(at: entering))

    // Walk up from both ends to where they meet. What blocks on the tail's side
    // is passed before the entering arc and counts only if it is smaller (the
    // last that blocks leaves); on the head's side it is passed behind.
    // Invariant: the end whose branch is smaller is not yet the top.
    var a = tail
    var b = head
    var tailRoom = Int.max
    var tailBlock = -1
    var headRoom = Int.max
    var headBlock = -1
    var sizeA = unsafe links[a].size
    var sizeB = unsafe links[b].size
    while a != b {
      if sizeA < sizeB {
        if unsafe joints[a].down < tailRoom {
          tailRoom = unsafe joints[a].down
          tailBlock = a
        }
        a = unsafe Int(links[a].parent)
        sizeA = unsafe links[a].size
      } else {
        // With equal sizes neither end is the other's ancestor, or they are one.
        if unsafe joints[b].up <= headRoom {
          headRoom = unsafe joints[b].up
          headBlock = b
        }
        b = unsafe Int(links[b].parent)
        sizeB = unsafe links[b].size
      }
    }
    let top = a

    var amount = room
    var leaving = -1
    var isOnTailSide = false
    if tailRoom < amount {
      amount = tailRoom
      leaving = tailBlock
      isOnTailSide = true
    }
    if headRoom <= amount {
      amount = headRoom
      leaving = headBlock
      isOnTailSide = false
    }
    if amount >= Self.endlessAtLeast { return false }
    pivotCount &+= 1

    if amount != 0 {
      var node = tail
      while node != top {
        unsafe joints[node].up &+= amount
        unsafe joints[node].down &-= amount
        node = unsafe Int(links[node].parent)
      }
      node = head
      while node != top {
        unsafe joints[node].up &-= amount
        unsafe joints[node].down &+= amount
        node = unsafe Int(links[node].parent)
      }
    }
    if leaving < 0 {
      // The arc goes from one bound to the other.
      unsafe records[entering] = record.turned
      return true
    }

    let reduced = unsafe record.cost &+ potentials[tail] &- potentials[head]
    retire(leaving, isOnTailSide: isOnTailSide)
    if isOnTailSide {
      rehang(
        stemFrom: tail, to: leaving, at: head, by: entering, top: top, up: room &- amount,
        down: amount)
      shift(tail, by: 0 &- reduced)
    } else {
      rehang(
        stemFrom: head, to: leaving, at: tail, by: entering, top: top, up: amount,
        down: room &- amount)
      shift(head, by: reduced)
    }
    return true
  }

  /// Turns the record of the arc above a node into the direction in which it
  /// still has room.
  @inline(__always)
  private func retire(_ node: Int, isOnTailSide: Bool) {
    let position = unsafe Int(joints[node].arc)
    let record = unsafe records[position]
    // On the tail's side room from the parent was used up, so what is left leads
    // up; on the head's side it leads down.
    let isUp = Int(record.tail) == node
    if isUp != isOnTailSide {
      unsafe records[position] = record.turned
    }
  }

  /// Cuts the branch at the end of a stem off and hangs it up by the stem's
  /// beginning.
  ///
  /// In preorder the branch of stem node *i* is the node, some, the branch of
  /// stem node *i* − 1, and others. Behind the turn the preorder is the first
  /// node's branch, then for each further stem node itself, its some, its others.
  ///
  /// - Parameters:
  ///   - first: The end of the entering arc inside the branch.
  ///   - last: The node below the leaving arc, at or above `first`.
  ///   - anchor: The other end of the entering arc.
  ///   - entering: The position of the entering arc.
  ///   - top: Where the cycle is nearest to the root.
  ///   - up: Room of the entering arc from `first` to `anchor`.
  ///   - down: Room of it in the other direction.
  @inline(__always)
  func rehang(
    stemFrom first: Int, to last: Int, at anchor: Int, by entering: Int, top: Int, up: Int,
    down: Int
  ) {
    let links = unsafe links
    let joints = unsafe joints
    let thread = unsafe thread
    let branch = unsafe links[last]
    let branchEnd = Int(branch.last)
    let behind = unsafe thread[branchEnd]
    // Ancestors of the leaving arc below the top lose the branch, those of the
    // entering arc get it.
    var node = Int(branch.parent)
    while node != top {
      unsafe links[node].size &-= branch.size
      node = unsafe Int(links[node].parent)
    }
    node = anchor
    while node != top {
      unsafe links[node].size &+= branch.size
      node = unsafe Int(links[node].parent)
    }
    // Close the gap.
    unsafe thread[Int(branch.before)] = behind
    unsafe links[Int(behind)].before = branch.before
    node = Int(branch.parent)
    while node >= 0, unsafe links[node].last == branch.last {
      unsafe links[node].last = branch.before
      node = unsafe Int(links[node].parent)
    }

    // Turn the stem. Invariant: `old` is the link of `node` before the turn,
    // `end` is the end of the preorder made so far, which begins at `first` and
    // ends with `node` and its some and others; `next` is what stood behind the
    // branch of `node`.
    var old = unsafe links[first]
    var end = Int(old.last)
    var next = unsafe thread[end]
    var joint = unsafe joints[first]
    unsafe links[first].parent = Int32(anchor)
    unsafe links[first].size = branch.size
    unsafe joints[first] = Joint(up: up, down: down, arc: Int32(entering))
    node = first
    while node != last {
      let parent = Int(old.parent)
      let above = unsafe links[parent]
      let aboveJoint = unsafe joints[parent]
      unsafe thread[end] = Int32(parent)
      unsafe links[parent].before = Int32(end)
      // The gap that the branch of `node` leaves inside the parent's; if `node`
      // stood directly behind its parent, that is the parent itself.
      end = Int(old.before)
      if above.last != old.last {
        unsafe thread[end] = next
        unsafe links[Int(next)].before = Int32(end)
        end = Int(above.last)
        next = unsafe thread[end]
      }
      unsafe links[parent].parent = Int32(node)
      unsafe links[parent].size = branch.size &- old.size
      unsafe joints[parent] = Joint(up: joint.down, down: joint.up, arc: joint.arc)
      joint = aboveJoint
      old = above
      node = parent
    }
    // Every stem node now ends where the branch ends.
    while node != anchor {
      unsafe links[node].last = Int32(end)
      node = unsafe Int(links[node].parent)
    }

    // Put it in directly behind the anchor.
    let follower = unsafe thread[anchor]
    unsafe thread[anchor] = Int32(first)
    unsafe links[first].before = Int32(anchor)
    unsafe thread[end] = follower
    unsafe links[Int(follower)].before = Int32(end)
    node = anchor
    while node >= 0, unsafe Int(links[node].last) == anchor {
      unsafe links[node].last = Int32(end)
      node = unsafe Int(links[node].parent)
    }
  }

  /// Adds to the potentials of a branch, or takes off from all others when they
  /// are fewer.
  @inline(__always)
  mutating func shift(_ branch: Int, by amount: Int) {
    if amount == 0 { return }
    let potentials = unsafe potentials
    let thread = unsafe thread
    let size = unsafe Int(links[branch].size)
    let isSmaller = size &* 2 <= nodeCount
    // The preorder is a ring: what is not in the branch follows on its end.
    var node = isSmaller ? branch : unsafe Int(thread[Int(links[branch].last)])
    let change = isSmaller ? amount : 0 &- amount
    var left = isSmaller ? size : nodeCount &+ 1 &- size
    shiftCount &+= left
    while left > 0 {
      unsafe potentials[node] &+= change
      node = unsafe Int(thread[node])
      left &-= 1
    }
  }
}
