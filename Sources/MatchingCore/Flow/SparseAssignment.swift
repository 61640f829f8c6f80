// SPDX-License-Identifier: GPL-3.0-or-later

/// People and places, and the pairs that are allowed, each with a value.
///
/// A person takes so many places at most, a place so many people (one each
/// unless said), a pair at most once for each time it is named. It is solved as
/// a minimum-cost flow, so the answer is exact and carries prices.
public struct SparseAssignment: Sendable {
  /// What is wanted of an assignment.
  public enum Goal: Sendable {
    /// As many pairs as possible, and of those the least sum of values.
    case mostPairsThenLeastValue
    /// As many pairs as possible, and of those the greatest sum of values.
    case mostPairsThenGreatestValue
    /// The least sum of values, whatever the number of pairs.
    case leastValue
    /// The greatest sum of values, whatever the number of pairs.
    case greatestValue

    var isMaximizing: Bool {
      switch self {
      case .mostPairsThenGreatestValue, .greatestValue: true
      case .mostPairsThenLeastValue, .leastValue: false
      }
    }

    var isCountingFirst: Bool {
      switch self {
      case .mostPairsThenLeastValue, .mostPairsThenGreatestValue: true
      case .leastValue, .greatestValue: false
      }
    }
  }

  /// A best assignment.
  public struct Solution: Equatable, Sendable {
    /// The chosen pairs in rising order.
    public let pairs: [Int]
    /// The sum of their values; it may leave 64 bits.
    public let value: Int128
    /// For each person a price, in units of value.
    ///
    /// With
    /// *reduced* = value (negated if the greatest is wanted) + person's price −
    /// place's price, every pair left out has reduced ≥ 0 and every chosen one
    /// ≤ 0.
    public let personPrices: [Int]
    /// See `personPrices`.
    public let placePrices: [Int]
  }

  /// How many places each person takes at most.
  public let personLimits: [Int]
  /// How many people each place takes at most.
  public let placeLimits: [Int]
  /// The person of each pair.
  public let people: [Int32]
  /// The place of each pair.
  public let places: [Int32]
  /// The value of each pair.
  public let values: [Int]

  /// Takes an instance if it is valid.
  ///
  /// - Parameters:
  ///   - personLimits: How many places each person takes at most.
  ///   - placeLimits: How many people each place takes at most.
  ///   - people: The person of each pair.
  ///   - places: The place of each pair.
  ///   - values: The value of each pair.
  /// - Throws: What is wrong; nodes are people, then places, then the rest.
  /// - Complexity: O(pairs).
  public init(
    personLimits: [Int], placeLimits: [Int], people: [Int32], places: [Int32], values: [Int]
  ) throws(FlowNetwork.Invalid) {
    guard people.count == places.count, people.count == values.count else {
      throw .unequalCounts
    }
    let nodes = personLimits.count + placeLimits.count + 2
    guard nodes <= FlowNetwork.greatestNodeCount else { throw .tooManyNodes(nodes) }
    for (node, limit) in (personLimits + placeLimits).enumerated() {
      if limit < 0 { throw .supply(node: node, limit) }
      try FlowNetwork.check(supply: limit, of: node)
    }
    for pair in people.indices {
      guard people[pair] >= 0, people[pair] < personLimits.count else {
        throw .node(arc: pair, Int(people[pair]))
      }
      guard places[pair] >= 0, places[pair] < placeLimits.count else {
        throw .node(arc: pair, Int(places[pair]))
      }
    }
    self.personLimits = personLimits
    self.placeLimits = placeLimits
    self.people = people
    self.places = places
    self.values = values
    // The second network has the greatest costs and amounts.
    _ = try network(costs: values, unplaced: 0)
  }
}

extension SparseAssignment {
  /// Finds a best assignment.
  ///
  /// The same instance gives the same answer.
  ///
  /// - Parameter goal: What is wanted.
  /// - Returns: The pairs, their value, and prices that prove it.
  /// - Complexity: Of one minimum-cost flow, or two where pairs count first.
  public func best(_ goal: Goal) -> Solution {
    let costs = goal.isMaximizing ? values.map { -$0 } : values
    var unplaced: Int?
    if goal.isCountingFirst, let flows = flows(costs: values.map { _ in 0 }, unplacedCost: 1) {
      unplaced = flows.flows[people.count..<people.count + personLimits.count].reduce(0, +)
    }
    guard let solution = flows(costs: costs, unplaced: unplaced) else {
      preconditionFailure("Everybody may stay unplaced, so a flow exists.")
    }
    let pairs = people.indices.filter { solution.flows[$0] > 0 }
    let potentials = solution.potentials
    return Solution(
      pairs: pairs, value: pairs.reduce(0) { $0 + Int128(values[$1]) },
      personPrices: Array(potentials[..<personLimits.count]),
      placePrices: Array(potentials[personLimits.count..<personLimits.count + placeLimits.count]))
  }

  private func flows(costs: [Int], unplacedCost: Int = 0, unplaced: Int? = nil) -> FlowSolution? {
    guard
      let network = try? network(costs: costs, unplacedCost: unplacedCost, unplaced: unplaced)
    else { return nil }
    var simplex = NetworkSimplex(network)
    guard case .optimal(let solution) = simplex.solve() else { return nil }
    return solution
  }

  /// Arcs: pairs, each person to the pool of the unplaced, each place to the
  /// sink, the pool to the sink with so many.
  private func network(
    costs: [Int], unplacedCost: Int = 0, unplaced: Int? = nil
  ) throws(FlowNetwork.Invalid) -> FlowNetwork {
    let total = personLimits.reduce(0, +)
    let firstPlace = personLimits.count
    let pool = Int32(firstPlace + placeLimits.count)
    let sink = pool + 1
    let idle = personLimits.indices.map { Int32($0) }
    let ends = placeLimits.indices.map { Int32(firstPlace + $0) }
    return try FlowNetwork(
      supplies: personLimits + placeLimits.map { _ in 0 } + [0, -total],
      tails: people + idle + ends + [pool],
      heads: places.map { $0 + Int32(firstPlace) } + idle.map { _ in pool }
        + ends.map { _ in sink } + [sink],
      capacities: people.map { _ in 1 } + personLimits + placeLimits + [unplaced ?? total],
      costs: costs + idle.map { _ in unplacedCost } + ends.map { _ in 0 } + [0])
  }
}
