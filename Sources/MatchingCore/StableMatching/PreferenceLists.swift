// SPDX-License-Identifier: GPL-3.0-or-later

/// Ordered lists with ties, one for each member of a side, laid end to end.
///
/// ```swift
/// var lists = PreferenceLists()
/// lists.append([[2], [0, 1]])  // 2 is best; 0 and 1 are equally good
/// lists.append([[1]])
/// ```
///
/// Who is missing from a list is not acceptable to its owner.
public struct PreferenceLists: Sendable {
  /// List `i` is the entries `starts[i] ..< starts[i + 1]`.
  public private(set) var starts: [Int32] = [0]
  /// Members of the other side, the best first.
  public private(set) var entries: [Int32] = []
  /// The rank of each entry in its list, from 0; equal ranks are a tie.
  public private(set) var ranks: [Int32] = []

  /// Starts without lists.
  public init() {}

  /// How many lists are closed.
  public var count: Int { starts.count - 1 }

  /// The positions of a list's entries.
  public func range(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

  /// Makes room, so that building lists of known size copies nothing.
  public mutating func reserve(lists: Int, entries: Int) {
    starts.reserveCapacity(lists + 1)
    self.entries.reserveCapacity(entries)
    ranks.reserveCapacity(entries)
  }

  /// Adds an entry to the list that is being written.
  ///
  /// - Parameters:
  ///   - entry: The number of a member of the other side; a market checks it.
  ///   - isTied: Whether it is as good as the entry before.
  /// - Precondition: There are fewer than 2³¹ − 1 entries in all.
  public mutating func add(_ entry: Int, isTied: Bool = false) {
    precondition(entries.count < Int(Int32.max), "\(entries.count) entries are too many.")
    let isFirst = entries.count == Int(starts[starts.count - 1])
    let last = isFirst ? -1 : ranks[ranks.count - 1]
    entries.append(Int32(clamping: entry))
    ranks.append(isTied && !isFirst ? last : last + 1)
  }

  /// Ends the list that is being written; it may be empty.
  public mutating func closeList() {
    starts.append(Int32(entries.count))
  }

  /// Adds a whole list: groups of equally good entries, the best group first.
  public mutating func append(_ groups: [[Int]]) {
    for group in groups {
      for (position, entry) in group.enumerated() { add(entry, isTied: position > 0) }
    }
    closeList()
  }

  /// Adds a whole list without ties.
  public mutating func append(strict list: [Int]) {
    for entry in list { add(entry) }
    closeList()
  }
}

/// What is wrong with the data of a market of preferences.
public enum InvalidMarket: Error, Hashable, Sendable {
  /// There are not as many quotas as lists of places.
  case quotaCount(quotas: Int, places: Int)
  /// A quota is negative or beyond 32 bits.
  case quota(place: Int, value: Int)
  /// A list names somebody who does not exist.
  case unknownEntry(side: MarketSide, list: Int, entry: Int, count: Int)
  /// A list names somebody twice.
  case repeatedEntry(side: MarketSide, list: Int, entry: Int)
  /// Somebody is in two couples, in a couple with himself, or does not exist.
  case couple(index: Int, person: Int)
  /// A member of a couple has a list of his own, too.
  case memberHasOwnList(person: Int)
  /// A couple's list names a pair of places twice, or nowhere for both.
  case couplePair(index: Int, first: Int?, second: Int?)
  /// There are more entries than 32 bits can number.
  case tooManyEntries(Int)
}

/// One of the two sides of a market.
public enum MarketSide: String, Hashable, Sendable {
  case persons
  case places
}

extension InvalidMarket: CustomStringConvertible {
  public var description: String {
    switch self {
    case .quotaCount(let quotas, let places): "there are \(quotas) quotas for \(places) places"
    case .quota(let place, let value): "place \(place) has the quota \(value)"
    case .unknownEntry(let side, let list, let entry, let count):
      "list \(list) of the \(side.rawValue) names \(entry); the other side has \(count)"
    case .repeatedEntry(let side, let list, let entry):
      "list \(list) of the \(side.rawValue) names \(entry) twice"
    case .couple(let index, let person): "couple \(index) cannot have person \(person)"
    case .memberHasOwnList(let person):
      "person \(person) is in a couple and has a list of his own"
    case .couplePair(let index, let first, let second):
      "couple \(index) lists the pair \(first.map(String.init) ?? "nowhere"), "
        + "\(second.map(String.init) ?? "nowhere") twice or in vain"
    case .tooManyEntries(let count): "\(count) entries are more than 32 bits can number"
    }
  }
}

extension PreferenceLists {
  /// Refuses entries that do not exist or stand twice in a list.
  func check(_ side: MarketSide, against count: Int) throws(InvalidMarket) {
    var lastList = [Int32](repeating: -1, count: count)
    for list in 0..<self.count {
      for position in range(of: list) {
        let entry = Int(entries[position])
        guard entry >= 0, entry < count else {
          throw .unknownEntry(side: side, list: list, entry: entry, count: count)
        }
        guard lastList[entry] != Int32(list) else {
          throw .repeatedEntry(side: side, list: list, entry: entry)
        }
        lastList[entry] = Int32(list)
      }
    }
  }
}
