// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// The exchanges that a plan's people can make among its seats: chains in which each takes
/// the seat that the next one leaves, ended by somebody who stays at home or by the seat that
/// the first one left.
///
/// The cheapest chain from every seat at once is a shortest path in the residual network of
/// the assignment (Ahuja, Magnanti and Orlin, "Network Flows", 1993, section 9.4). What a move
/// costs is measured by prices of seats and of all rules about people, so that chains come out
/// that use no more of what is scarce. Whether the rules are kept is another matter: a chain is
/// a proposal, and whoever takes it has to check it.
struct SeatExchange {
  /// Triples that some people leave and take.
  struct Change {
    var left: [Int] = []
    var taken: [Int] = []
    /// What the points lose by it.
    var loss: Int64 = 0
  }

  private struct Edge {
    var from: Int32
    var to: Int32
    /// What the points lose by it.
    var loss: Int64
    /// What it costs at the prices, and a little for being a move.
    var cost: Double
    /// The triple of whoever leaves `from`; −1 for those who had no seat.
    var left: Int32
    /// The triple taken in `to`; −1 for those who stay at home.
    var taken: Int32
  }

  /// What counts speak of.
  private struct Place: Equatable {
    var cohort: Int
    var area: Int
  }

  /// The cheapest chains to where one person fewer is needed.
  private struct Routes {
    var costs: [Double]
    var next: [Int32]
  }

  private let triples: TripleTable
  /// Where each slot is.
  private let places: [Place]
  /// The plan's triple of each applicant who has one.
  private let tripleOfApplicant: [Int: Int]
  /// The node of each slot in which somebody sits; −1 for the others.
  private let nodeOfSlot: [Int32]
  private let slotOfNode: [Int]
  /// How many sit in each slot.
  private let seats: [Int32]
  private let edges: [Edge]
  private var known: [Int: Routes] = [:]

  /// - Parameters:
  ///   - formulation: The year's program; its triples are all that are eligible.
  ///   - plan: The plan's triples.
  ///   - worth: What a triple is worth at prices that the plan is nearly the best at,
  ///     beyond its seat and what it uses of the rules about people.
  /// - Complexity: Proportional to the eligible triples.
  init(_ formulation: DispatchFormulation, plan: [Int], worth: (Int) -> Double) {
    let (triples, eligibility) = (formulation.triples, formulation.eligibility)
    self.triples = triples
    var areas: [String: Int] = [:]
    for school in formulation.year.schools {
      let area = "\(school.country)/\(school.area)"
      if areas[area] == nil { areas[area] = areas.count }
    }
    let areaOfPost = eligibility.posts.map { post in
      let base = formulation.year.schools[post.base]
      return areas["\(base.country)/\(base.area)"] ?? -1
    }
    places = eligibility.slots.map {
      Place(cohort: $0.cohort, area: areaOfPost[$0.post])
    }
    var nodeOfSlot = [Int32](repeating: -1, count: eligibility.slots.count)
    var seats = [Int32](repeating: 0, count: eligibility.slots.count)
    var slotOfNode: [Int] = []
    var planned: [Int: Int] = [:]
    for triple in plan {
      let slot = Int(triples.slots[triple])
      planned[Int(triples.applicants[triple])] = triple
      seats[slot] += 1
      if nodeOfSlot[slot] < 0 {
        nodeOfSlot[slot] = Int32(slotOfNode.count)
        slotOfNode.append(slot)
      }
    }
    let home = Int32(slotOfNode.count)
    var edges: [Edge] = []
    // Of those without a seat the best for each.
    var newcomers = [Edge?](repeating: nil, count: slotOfNode.count)
    for (applicant, own) in triples.ofApplicant.enumerated() {
      let now = planned[applicant]
      let from = now.map { nodeOfSlot[Int(triples.slots[$0])] } ?? home
      let before = now.map { Int64(triples.points[$0]) } ?? 0
      let worthBefore = now.map(worth) ?? 0
      func cost(_ worthAfter: Double) -> Double { max(0, worthBefore - worthAfter) + Self.move }
      if let now {
        edges.append(
          Edge(from: from, to: home, loss: before, cost: cost(0), left: Int32(now), taken: -1))
      }
      for triple in own {
        let to = nodeOfSlot[Int(triples.slots[triple])]
        guard to >= 0, to != from else { continue }
        let edge = Edge(
          from: from, to: to, loss: before - Int64(triples.points[triple]),
          cost: cost(worth(triple)), left: now.map { Int32($0) } ?? -1, taken: Int32(triple))
        if now != nil {
          edges.append(edge)
        } else if newcomers[Int(to)].map({ edge.cost < $0.cost }) ?? true {
          newcomers[Int(to)] = edge
        }
      }
    }
    self.edges = edges + newcomers.compactMap { $0 }
    self.nodeOfSlot = nodeOfSlot
    self.slotOfNode = slotOfNode
    self.seats = seats
    tripleOfApplicant = planned
  }

  private var home: Int { slotOfNode.count }

  /// Ways to give an applicant a triple; none that is sure to be allowed.
  ///
  /// - Parameter triple: One that its applicant does not have.
  /// - Returns: The chains, those through the seats first; none for the triple that the
  ///   applicant has.
  /// - Complexity: That of the shortest paths where nobody asked about the same seat before,
  ///   and the plan's seats.
  mutating func changes(to triple: Int) -> [Change] {
    let applicant = Int(triples.applicants[triple])
    let now = tripleOfApplicant[applicant]
    guard now != triple else { return [] }
    let slot = Int(triples.slots[triple])
    let hole = now.map { Int(nodeOfSlot[Int(triples.slots[$0])]) } ?? home
    var own = Change(taken: [triple], loss: -Int64(triples.points[triple]))
    if let now {
      own.left = [now]
      own.loss += Int64(triples.points[now])
    }
    let routes = routes(to: hole)
    var ends: [Int] = []
    if nodeOfSlot[slot] >= 0 {
      ends = [Int(nodeOfSlot[slot])]
    } else {
      // The seat is new there; another of the same area and cohort is given up for it.
      ends = slotOfNode.indices.filter { node in
        let other = slotOfNode[node]
        return node != hole && seats[other] == 1 && routes.costs[node].isFinite
          && places[other] == places[slot]
      }.sorted { (routes.costs[$0], $0) < (routes.costs[$1], $1) }
      ends = Array(ends.prefix(Self.mostSeatsGivenUp))
    }
    var changes = ends.compactMap { chain(from: $0, to: hole, routes, own) }
    // A seat more there, and one fewer where the applicant was.
    if now != nil { changes.append(own) }
    return changes
  }

  private static var mostSeatsGivenUp: Int { 3 }
  /// Of chains that cost the same that of fewest moves is taken.
  private static var move: Double { 1e-3 }

  /// The chain that begins where somebody is one too many.
  private func chain(from start: Int, to hole: Int, _ routes: Routes, _ own: Change) -> Change? {
    var change = own
    var node = start
    var isSeen: Set<Int> = []
    while node != hole {
      guard isSeen.insert(node).inserted, routes.next[node] >= 0 else { return nil }
      let edge = edges[Int(routes.next[node])]
      if edge.left >= 0 { change.left.append(Int(edge.left)) }
      if edge.taken >= 0 { change.taken.append(Int(edge.taken)) }
      change.loss += edge.loss
      node = Int(edge.to)
    }
    return change
  }

  /// The cheapest chains from every seat to one that is empty, or to staying at home.
  private mutating func routes(to hole: Int) -> Routes {
    if let routes = known[hole] { return routes }
    var costs = [Double](repeating: .infinity, count: home + 1)
    var next = [Int32](repeating: -1, count: home + 1)
    costs[hole] = 0
    // No move costs less than nothing, so that this comes to an end.
    var isChanged = true
    while isChanged {
      isChanged = false
      for (index, edge) in edges.enumerated() where Int(edge.from) != hole {
        let cost = costs[Int(edge.to)] + edge.cost
        guard cost < costs[Int(edge.from)] else { continue }
        costs[Int(edge.from)] = cost
        next[Int(edge.from)] = Int32(index)
        isChanged = true
      }
    }
    let routes = Routes(costs: costs, next: next)
    known[hole] = routes
    return routes
  }
}
