// SPDX-License-Identifier: GPL-3.0-or-later

/// How much a person and a place have to gain for their pair to block.
///
/// Without ties the three are one.
public enum BlockingStrength: String, Hashable, Sendable, CaseIterable {
  /// Both gain. No such pair: the matching is weakly stable.
  case bothGain
  /// One gains and the other does not lose. No such pair: strongly stable.
  case oneGains
  /// Neither loses. No such pair: super-stable.
  case neitherLoses
}

/// The pairs that block a matching.
public struct BlockingPairs: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// The one of the lowest person, his best place first.
  public let first: Pair?

  /// A person and a place that would rather have each other.
  public struct Pair: Hashable, Sendable {
    public let person: Int
    public let place: Int
  }
}

/// Why a list of places is no matching of a market.
public enum InvalidMatching: Error, Hashable, Sendable {
  /// There are not as many places as persons.
  case count(given: Int, persons: Int)
  /// A person is at a place, and one of them does not accept the other.
  case forbidden(person: Int, place: Int)
  /// A place has more persons than its quota.
  case overfull(place: Int, persons: Int, quota: Int)
  /// A couple is where its list does not name it, or one member alone is.
  case couple(index: Int)
}

extension StableMarket {
  /// Counts the pairs that block a matching, whoever made it.
  ///
  /// Nothing is taken over from the search: lists, quotas and ranks alone
  /// decide.
  ///
  /// - Parameters:
  ///   - placeOfPerson: The place of each person; −1 is nowhere.
  ///   - strength: What both sides must gain for a pair to block.
  /// - Returns: How many pairs block, and the first of them.
  /// - Throws: `InvalidMatching` when quotas or lists are not kept.
  /// - Complexity: O(*n* + *m* + *l*).
  public func blockingPairs(
    of placeOfPerson: [Int32], strength: BlockingStrength = .bothGain
  ) throws(InvalidMatching) -> BlockingPairs {
    guard placeOfPerson.count == personCount else {
      throw .count(given: placeOfPerson.count, persons: personCount)
    }
    var worst = [Int32](repeating: -1, count: placeCount)
    var taken = [Int32](repeating: 0, count: placeCount)
    var held = [Int32](repeating: -1, count: personCount)
    for person in 0..<personCount where placeOfPerson[person] != -1 {
      let place = placeOfPerson[person]
      let pairs = Int(personStarts[person])..<Int(personStarts[person + 1])
      guard let pair = pairs.first(where: { edgePlaces[$0] == place }) else {
        throw .forbidden(person: person, place: Int(place))
      }
      held[person] = Int32(pair)
      taken[Int(place)] += 1
      worst[Int(place)] = max(worst[Int(place)], mirrorRanks[Int(edgeMirrors[pair])])
    }
    for place in 0..<placeCount where taken[place] > quotas[place] {
      throw .overfull(place: place, persons: Int(taken[place]), quota: Int(quotas[place]))
    }
    var count = 0
    var first: BlockingPairs.Pair?
    for person in 0..<personCount {
      let own = held[person] < 0 ? Int32.max : edgeRanks[Int(held[person])]
      for pair in Int(personStarts[person])..<Int(personStarts[person + 1]) {
        let gain = edgeRanks[pair]
        guard gain <= own else { break }
        if pair == Int(held[person]) { continue }
        let place = Int(edgePlaces[pair])
        guard quotas[place] > 0 else { continue }
        let rank = mirrorRanks[Int(edgeMirrors[pair])]
        let hasRoom = taken[place] < quotas[place]
        let placeGains = hasRoom || worst[place] > rank
        let placeKeeps = hasRoom || worst[place] >= rank
        let blocks =
          switch strength {
          case .bothGain: gain < own && placeGains
          case .oneGains: gain < own ? placeKeeps : placeGains
          case .neitherLoses: placeKeeps
          }
        guard blocks else { continue }
        count += 1
        first = first ?? BlockingPairs.Pair(person: person, place: place)
      }
    }
    return BlockingPairs(count: count, first: first)
  }
}
