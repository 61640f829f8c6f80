// SPDX-License-Identifier: GPL-3.0-or-later

/// Where each person goes.
public struct StableMatching: Hashable, Sendable {
  /// The place of each person; −1 is nowhere.
  public let placeOfPerson: [Int32]
  /// How many proposals were made: the work of the search.
  public let proposals: Int

  /// How many persons have a place.
  public var placed: Int { placeOfPerson.count { $0 >= 0 } }
}

extension StableMarket {
  /// The stable matching that is best for every person (with ties broken by
  /// number), and worst for every place.
  ///
  /// Persons propose in the order of their lists. A place that is full keeps
  /// the best of those who ask. Which of them is the worst is found without a
  /// heap: a full place never becomes worse, so a pointer into its list only
  /// moves up, over each entry once.
  ///
  /// - Complexity: O(*n* + *m* + *l*).
  public func personOptimal() -> StableMatching {
    // Entries of the persons' lists from which they have not been refused.
    var nextStore = [Int32](personStarts.dropLast())
    var heldStore = [Bool](repeating: false, count: pairCount)
    var roomStore = quotas
    // The worst held entry of a full place; −1 where nobody is taken.
    var worstStore = [Int32](repeating: -1, count: placeCount)
    var proposals = 0
    do {
      let ends = personStarts.span
      let places = edgePlaces.span
      let mirrors = edgeMirrors.span
      let persons = mirrorPersons.span
      let starts = placeStarts.span
      var next = nextStore.mutableSpan
      var held = heldStore.mutableSpan
      var room = roomStore.mutableSpan
      var worst = worstStore.mutableSpan
      for start in 0..<personCount {
        // Invariant (all unchecked subscripts): `init` makes persons, places,
        // pairs and mirrors numbers below their counts; `next[i]` is at most
        // the end of person i's pairs, and is read as a pair only below it.
        var person = start
        while true {
          let pair = unsafe next[unchecked: person]
          guard unsafe pair < ends[unchecked: person &+ 1] else { break }
          unsafe next[unchecked: person] = pair &+ 1
          proposals &+= 1
          let place = Int(unsafe places[unchecked: Int(pair)])
          let mirror = unsafe mirrors[unchecked: Int(pair)]
          let left = unsafe room[unchecked: place]
          if left > 0 {
            unsafe held[unchecked: Int(mirror)] = true
            unsafe room[unchecked: place] = left &- 1
            if left == 1 {
              // Invariant: `mirror` is held, so the scan ends in the list.
              var last = unsafe starts[unchecked: place &+ 1] &- 1
              while unsafe !held[unchecked: Int(last)] { last &-= 1 }
              unsafe worst[unchecked: place] = last
            }
            break
          }
          let last = unsafe worst[unchecked: place]
          guard mirror < last else { continue }
          unsafe held[unchecked: Int(mirror)] = true
          unsafe held[unchecked: Int(last)] = false
          // Invariant: `mirror` is held and before `last`.
          var above = last &- 1
          while unsafe !held[unchecked: Int(above)] { above &-= 1 }
          unsafe worst[unchecked: place] = above
          person = Int(unsafe persons[unchecked: Int(last)])
        }
      }
    }
    var placeOfPerson = [Int32](repeating: -1, count: personCount)
    for person in 0..<personCount where nextStore[person] > personStarts[person] {
      let pair = Int(nextStore[person]) - 1
      if heldStore[Int(edgeMirrors[pair])] { placeOfPerson[person] = edgePlaces[pair] }
    }
    return StableMatching(placeOfPerson: placeOfPerson, proposals: proposals)
  }

  /// The stable matching that is best for every place (with ties broken by
  /// number), and worst for every person.
  ///
  /// It fills the same number of seats at each place, and places the same
  /// persons, as `personOptimal()` (the rural hospitals theorem).
  ///
  /// - Complexity: O(*n* + *m* + *l*).
  public func placeOptimal() -> StableMatching {
    var nextStore = [Int32](placeStarts.dropLast())
    var roomStore = quotas
    // The pair each person holds; a person without one holds `none`, which is
    // behind every pair.
    let none = Int32.max
    var heldStore = [Int32](repeating: none, count: personCount)
    // Places that may have to propose, as a stack. Each is on it at most once,
    // so there is always room.
    var stackStore = [Int32]((0..<Int32(placeCount)).reversed())
    var isWaitingStore = [Bool](repeating: true, count: placeCount)
    var proposals = 0
    do {
      let ends = placeStarts.span
      let places = edgePlaces.span
      let edges = mirrorEdges.span
      let persons = mirrorPersons.span
      var next = nextStore.mutableSpan
      var room = roomStore.mutableSpan
      var held = heldStore.mutableSpan
      var stack = stackStore.mutableSpan
      var isWaiting = isWaitingStore.mutableSpan
      var depth = placeCount
      // Invariant: as in `personOptimal()`; `stack[0 ..< depth]` are places.
      while depth > 0 {
        depth &-= 1
        let place = Int(unsafe stack[unchecked: depth])
        unsafe isWaiting[unchecked: place] = false
        let end = unsafe ends[unchecked: place &+ 1]
        var mirror = unsafe next[unchecked: place]
        var left = unsafe room[unchecked: place]
        while left > 0, mirror < end {
          let person = Int(unsafe persons[unchecked: Int(mirror)])
          let edge = unsafe edges[unchecked: Int(mirror)]
          mirror &+= 1
          proposals &+= 1
          let other = unsafe held[unchecked: person]
          guard edge < other else { continue }
          unsafe held[unchecked: person] = edge
          left &-= 1
          guard other != none else { continue }
          // A place asks a person once, so `loser` is another place.
          let loser = Int(unsafe places[unchecked: Int(other)])
          unsafe room[unchecked: loser] &+= 1
          if unsafe !isWaiting[unchecked: loser] {
            unsafe isWaiting[unchecked: loser] = true
            unsafe stack[unchecked: depth] = Int32(truncatingIfNeeded: loser)
            depth &+= 1
          }
        }
        unsafe next[unchecked: place] = mirror
        unsafe room[unchecked: place] = left
      }
    }
    let placeOfPerson = heldStore.map { $0 == none ? -1 : edgePlaces[Int($0)] }
    return StableMatching(placeOfPerson: placeOfPerson, proposals: proposals)
  }
}
