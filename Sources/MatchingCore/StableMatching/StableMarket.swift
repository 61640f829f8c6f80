// SPDX-License-Identifier: GPL-3.0-or-later

/// Persons and places with quotas, each side with preferences over the other.
///
/// Problem: many-to-one matching without couples (hospitals and residents with
/// ties). Each person goes to at most one place, a place takes at most its
/// quota, and only pairs that are on both lists may meet; all other pairs are
/// forbidden.
///
/// Method: deferred acceptance, `personOptimal()` and `placeOptimal()`. Both
/// take O(*n* + *m* + *l*) steps for *n* persons, *m* places and *l* pairs on
/// both lists, and allocate a number of arrays that does not depend on the
/// data.
///
/// Ties are broken by number: of equally good entries the lower number comes
/// first. A matching that is stable then is weakly stable with the ties: no
/// pair blocks in which both would *strictly* gain. Other ways of breaking ties
/// may place more persons; the most that weak stability allows is NP-hard to
/// find (Iwama, Manlove, Miyazaki, Morita, "Stable marriage with incomplete
/// lists and ties", ICALP 1999) and not what is computed here.
///
/// Gale, Shapley, "College admissions and the stability of marriage" (1962);
/// Gusfield, Irving, "The stable marriage problem" (1989), section 1.6.
public struct StableMarket: Sendable {
  /// How many persons there are.
  public let personCount: Int
  /// How many places there are.
  public let placeCount: Int
  /// The most persons of each place.
  public let quotas: [Int32]

  // Pairs on both lists, seen from the persons: those of person `i` are
  // `personStarts[i] ..< personStarts[i + 1]`, the best first.
  let personStarts: [Int32]
  let edgePlaces: [Int32]
  let edgeRanks: [Int32]
  /// Where the same pair stands among the pairs seen from the places.
  let edgeMirrors: [Int32]

  // The same pairs seen from the places.
  let placeStarts: [Int32]
  let mirrorPersons: [Int32]
  let mirrorRanks: [Int32]
  let mirrorEdges: [Int32]

  /// How many pairs are on both lists.
  public var pairCount: Int { edgePlaces.count }

  /// Checks lists and quotas and keeps the pairs that are on both lists.
  ///
  /// - Parameters:
  ///   - persons: One list of places for each person.
  ///   - places: One list of persons for each place.
  ///   - quotas: The most persons of each place, from 0.
  /// - Throws: `InvalidMarket` for the first fault.
  /// - Complexity: O(*n* + *m* + *l*), where *l* is the length of all lists, and
  ///   O(*t* log *t*) for each tie of *t* entries.
  public init(
    checking persons: PreferenceLists, places: PreferenceLists, quotas: [Int]
  ) throws(InvalidMarket) {
    try self.init(ordering: persons, places: places, quotas: quotas)
  }

  private init(
    ordering persons: PreferenceLists, places: PreferenceLists, quotas: [Int]
  ) throws(InvalidMarket) {
    guard quotas.count == places.count else {
      throw .quotaCount(quotas: quotas.count, places: places.count)
    }
    for (place, quota) in quotas.enumerated() where quota < 0 || quota > Int(Int32.max) {
      throw .quota(place: place, value: quota)
    }
    try persons.check(.persons, against: places.count)
    try places.check(.places, against: persons.count)
    personCount = persons.count
    placeCount = places.count
    self.quotas = quotas.map { Int32($0) }

    // A mark for each entry of a place's list: the person's entry for it.
    let partner = Self.partners(of: places, in: persons)
    var isMutual = [Bool](repeating: false, count: persons.entries.count)
    for entry in partner where entry >= 0 { isMutual[Int(entry)] = true }

    var edgeOfEntry = [Int32](repeating: -1, count: persons.entries.count)
    var personStarts: [Int32] = [0]
    personStarts.reserveCapacity(personCount + 1)
    var edgePlaces: [Int32] = []
    var edgeRanks: [Int32] = []
    var order: [Int] = []
    for person in 0..<personCount {
      persons.orderTies(of: person, into: &order)
      for entry in order where isMutual[entry] {
        edgeOfEntry[entry] = Int32(edgePlaces.count)
        edgePlaces.append(persons.entries[entry])
        edgeRanks.append(persons.ranks[entry])
      }
      personStarts.append(Int32(edgePlaces.count))
    }

    var placeStarts: [Int32] = [0]
    placeStarts.reserveCapacity(placeCount + 1)
    var mirrorPersons: [Int32] = []
    var mirrorRanks: [Int32] = []
    var mirrorEdges: [Int32] = []
    var edgeMirrors = [Int32](repeating: -1, count: edgePlaces.count)
    mirrorPersons.reserveCapacity(edgePlaces.count)
    mirrorRanks.reserveCapacity(edgePlaces.count)
    mirrorEdges.reserveCapacity(edgePlaces.count)
    for place in 0..<placeCount {
      places.orderTies(of: place, into: &order)
      for entry in order where partner[entry] >= 0 {
        let edge = edgeOfEntry[Int(partner[entry])]
        edgeMirrors[Int(edge)] = Int32(mirrorPersons.count)
        mirrorPersons.append(places.entries[entry])
        mirrorRanks.append(places.ranks[entry])
        mirrorEdges.append(edge)
      }
      placeStarts.append(Int32(mirrorPersons.count))
    }
    self.personStarts = personStarts
    self.edgePlaces = edgePlaces
    self.edgeRanks = edgeRanks
    self.edgeMirrors = edgeMirrors
    self.placeStarts = placeStarts
    self.mirrorPersons = mirrorPersons
    self.mirrorRanks = mirrorRanks
    self.mirrorEdges = mirrorEdges
  }

  /// For each entry of the places' lists, the entry of the same pair in the
  /// persons' lists, or −1.
  private static func partners(
    of places: PreferenceLists, in persons: PreferenceLists
  ) -> [Int32] {
    // The persons' entries by place (counting sort).
    var ends = [Int32](repeating: 0, count: places.count + 1)
    for place in persons.entries { ends[Int(place)] += 1 }
    var sum: Int32 = 0
    for place in 0...places.count {
      let count = ends[place]
      ends[place] = sum
      sum += count
    }
    var byPlace = [Int32](repeating: 0, count: persons.entries.count)
    var owner = [Int32](repeating: 0, count: persons.entries.count)
    for person in 0..<persons.count {
      for entry in persons.range(of: person) {
        let place = Int(persons.entries[entry])
        byPlace[Int(ends[place])] = Int32(entry)
        owner[Int(ends[place])] = Int32(person)
        ends[place] += 1
      }
    }
    // Invariant: `ends[p]` is now the end of place `p`, and `ends[p - 1]` its
    // start. `mark[i]` is person i's entry for the place at hand, or −1.
    var mark = [Int32](repeating: -1, count: persons.count)
    var partner = [Int32](repeating: -1, count: places.entries.count)
    for place in 0..<places.count {
      let start = place == 0 ? 0 : Int(ends[place - 1])
      let own = start..<Int(ends[place])
      for position in own { mark[Int(owner[position])] = byPlace[position] }
      for entry in places.range(of: place) { partner[entry] = mark[Int(places.entries[entry])] }
      for position in own { mark[Int(owner[position])] = -1 }
    }
    return partner
  }
}

extension PreferenceLists {
  /// The positions of a list's entries, those of a tie by their numbers.
  func orderTies(of list: Int, into order: inout [Int]) {
    order.removeAll(keepingCapacity: true)
    let range = range(of: list)
    order.append(contentsOf: range)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, ranks[order[end]] == ranks[order[start]] { end += 1 }
      if end - start > 1 { order[start..<end].sort { entries[$0] < entries[$1] } }
      start = end
    }
  }
}
