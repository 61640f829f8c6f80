// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore

/// Who fills the seats of posts for the most points, as a flow that is kept and
/// solved again for other seats.
///
/// Seats may be fractions, of 1/`unit`. Pairs of applicants and posts join as
/// prices call for them.
struct PeopleMarket: ~Copyable {
  /// How many parts a seat, and an applicant, is made of.
  static let unit = 4096

  private(set) var pairs: [PostScan.Pair] = []
  private var known: Set<UInt64> = []
  private var simplex: NetworkSimplex
  private let people: Int
  private let posts: Int
  /// What pairs bring beyond their points, so that they are wanted above all.
  private var bonus: [Int32] = []

  /// What a flow says.
  struct Prices {
    /// What a place of each applicant is worth elsewhere, 0 or more.
    var applicants: [Double]
    /// What a seat of each post is worth: the most that one of the pairs without a
    /// bonus brings beyond the applicant's price, 0 or more.
    var posts: [Double]
    /// What the flow is worth, without bonuses.
    var value: Double
    /// How much of each pair is taken, in parts of 1/`unit`.
    var flows: ArraySlice<Int>
  }

  /// - Returns: Nothing when there are more than a flow takes.
  init?(people: Int, posts: Int) {
    self.people = people
    self.posts = posts
    let sink = Int32(people + posts)
    let network = try? FlowNetwork(
      supplies: Array(repeating: Self.unit, count: people) + Array(repeating: 0, count: posts)
        + [-people * Self.unit],
      tails: (0..<sink).map { $0 }, heads: Array(repeating: sink, count: people + posts),
      capacities: Array(repeating: Self.unit, count: people)
        + Array(repeating: 0, count: posts),
      costs: Array(repeating: 0, count: people + posts))
    guard let network else { return nil }
    simplex = NetworkSimplex(network)
  }

  /// Adds pairs that are not there yet.
  ///
  /// - Returns: How many were added; nothing when they are more than a flow takes.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* pairs.
  mutating func add(_ more: [PostScan.Pair]) -> Int? {
    let fresh = more.filter {
      known.insert(UInt64(UInt32($0.applicant)) << 32 | UInt64(UInt32($0.entry.post))).inserted
    }
    do {
      try simplex.add(
        tails: fresh.map(\.applicant), heads: fresh.map { $0.entry.post + Int32(people) },
        capacities: Array(repeating: Self.unit, count: fresh.count),
        costs: fresh.map { -Int($0.entry.points) })
    } catch { return nil }
    pairs += fresh
    bonus += Array(repeating: 0, count: fresh.count)
    return fresh.count
  }

  /// Makes a pair be wanted above all, or not at all.
  mutating func prefer(pair: Int, by bonus: Int32) {
    guard self.bonus[pair] != bonus else { return }
    self.bonus[pair] = bonus
    try? simplex.setCost(
      -Int(pairs[pair].entry.points) - Int(bonus), ofArc: people + posts + pair)
  }

  /// Leaves a pair only some of its cohorts.
  mutating func narrow(pair: Int, to cohorts: UInt64) {
    pairs[pair].entry.cohorts = cohorts
  }

  /// The pairs that are taken as a whole.
  func taken(_ prices: Prices) -> [PostScan.Pair] {
    zip(pairs, prices.flows).filter { $1 == Self.unit }.map(\.0)
  }

  /// Fills seats.
  ///
  /// - Parameter seats: Of each post.
  /// - Returns: Who fills them, and prices that prove that nobody fills them better
  ///   with these pairs.
  mutating func fill(_ seats: [Double]) -> Prices? {
    for (post, count) in seats.enumerated() {
      let capacity = Int((count * Double(Self.unit)).rounded())
      if simplex.network.capacities[people + post] != capacity {
        do { try simplex.setBounds(capacity: capacity, ofArc: people + post) } catch { return nil }
      }
    }
    guard case .optimal(let flow) = simplex.solve() else { return nil }
    let sink = flow.potentials[people + posts]
    var prices = Prices(
      applicants: (0..<people).map { max(0, Double(flow.potentials[$0] - sink)) },
      posts: Array(repeating: 0, count: posts), value: 0,
      flows: flow.flows[(people + posts)...])
    var value = 0
    for (index, pair) in pairs.enumerated() {
      value += Int(pair.entry.points) * flow.flows[people + posts + index]
      let post = Int(pair.entry.post)
      guard bonus[index] == 0 else { continue }
      let worth = Double(pair.entry.points) - prices.applicants[Int(pair.applicant)]
      if worth > prices.posts[post] { prices.posts[post] = worth }
    }
    prices.value = Double(value) / Double(Self.unit)
    return prices
  }
}
