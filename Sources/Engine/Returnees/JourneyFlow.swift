// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     The cheapest way to fill so many seats of activities, or the most even one.
// Method      A flow from activities to people, through a node for each run of days of a person
//             in which all activities collide, and one for each quarter. It leaves out wishes,
//             duties and collisions across two runs, so that what it costs bounds every plan.
//             Pairs enter by reduced cost, so that few of all are ever arcs.
// Reference   Ahuja, Magnanti and Orlin, "Network Flows" (1993), sections 9.4, 14.4 and 17.3.

internal import Formulations
internal import MatchingCore
internal import Programme

/// A flow of people to activities that grows by the pairs that make it cheaper.
struct JourneyFlow: ~Copyable {
  /// What people's numbers of activities are to be.
  enum Numbers {
    /// So many at least for everybody but some, who may have one less; journeys are short.
    case atLeast(Int, butFor: Int)
    /// As even as can be, whatever the journeys.
    case even
  }

  /// A cheapest flow over all pairs.
  struct Answer {
    var cost: Int64
    /// Activities of each returnee.
    var counts: [Int]
  }

  private let eligibility: ReturneeEligibility
  private let activities: [Int]
  private var simplex: NetworkSimplex
  private let paysJourneys: Bool
  /// The node of a person's run of days.
  private var runNodes: [Int: Int32] = [:]
  /// Whether a pair is an arc by now.
  private var isArc: [Bool]
  /// Pairs that enter next.
  private var pending: [Int] = []
  private let daysOfRun: Int

  /// Makes nothing when it is more than a flow takes.
  ///
  /// - Parameters:
  ///   - eligibility: Who may take part in what.
  ///   - seats: Activities that may take place, with the most people of each.
  ///   - count: How many seats are filled; of more than can be, as many as can be.
  ///   - numbers: How many activities people have.
  init?(
    _ eligibility: ReturneeEligibility, seats: [(activity: Int, most: Int)], filling count: Int,
    _ numbers: Numbers
  ) {
    self.eligibility = eligibility
    let data = eligibility.year.returnees
    activities = seats.map(\.activity)
    isArc = Array(repeating: false, count: eligibility.pairs.count)
    daysOfRun = data.rules[.neighbouringDays] == .hard ? data.rules.daysBetween + 1 : 0
    if case .even = numbers { paysJourneys = false } else { paysJourneys = true }
    var arcs = Arcs()
    let (source, sink, spare) = Self.ends(activities.count, data.returnees.count)
    for (node, seats) in seats.enumerated() { arcs.add(source, Int32(node), upTo: seats.most) }
    arcs.add(source, sink, upTo: count, cost: Self.costOfFailure)
    var mayTakePart = Array(repeating: false, count: data.returnees.count)
    for pair in eligibility.pairs { mayTakePart[pair.returnee] = true }
    for returnee in data.returnees.indices where mayTakePart[returnee] {
      let person = Self.person(returnee, behind: activities.count)
      let load =
        data.rules[.load] == .hard
        ? data.returnees[returnee].perQuarter ?? data.rules.perQuarter : FlowNetwork.unlimited
      for quarter in 1...4 { arcs.add(person + Int32(quarter), person, upTo: load) }
      switch numbers {
      case .atLeast(let least, let exceptions):
        arcs.add(person, sink, from: least, upTo: FlowNetwork.unlimited)
        if exceptions > 0 { arcs.add(spare, person, upTo: 1) }
        // Who has nothing near yet.
        arcs.add(source, person, upTo: least, cost: Self.costOfFailure)
      case .even:
        for step in 0..<Self.steps { arcs.add(person, sink, upTo: 1, cost: step) }
        arcs.add(person, sink, upTo: FlowNetwork.unlimited, cost: Self.steps)
      }
    }
    var supplies = Array(repeating: 0, count: Int(spare) + 1)
    (supplies[Int(source)], supplies[Int(sink)]) = (count, -count)
    if case .atLeast(_, let exceptions) = numbers {
      supplies[Int(spare)] = exceptions
      supplies[Int(sink)] -= exceptions
      arcs.add(spare, sink, upTo: exceptions)
    }
    guard let network = try? arcs.network(supplies) else { return nil }
    simplex = NetworkSimplex(network)
  }

  /// What it costs that a seat stays empty or a person without an activity: more than any
  /// journey.
  private static var costOfFailure: Int { 1_000_000 }
  /// Numbers of activities that are told apart where they are to be even.
  private static var steps: Int { 12 }
  private static var firstPairs: Int { 40 }
  private static var morePairs: Int { 20 }
  private static var mostRounds: Int { 60 }

  private static func ends(_ activities: Int, _ people: Int) -> (Int32, Int32, Int32) {
    let first = Int32(activities + 5 * people)
    return (first, first + 1, first + 2)
  }

  /// The node of a person; the quarters' stand behind it.
  private static func person(_ returnee: Int, behind activities: Int) -> Int32 {
    Int32(activities + 5 * returnee)
  }

  /// The cheapest flow over all pairs.
  ///
  /// - Parameter isOver: Asked between flows; true ends without an answer.
  /// - Returns: Nothing when people cannot have so many activities, or it was not found.
  mutating func cheapest(_ isOver: () -> Bool) -> Answer? {
    for activity in activities {
      let nearest = eligibility.pairs(ofActivity: activity).sorted {
        (eligibility.pairs[$0].cost, $0) < (eligibility.pairs[$1].cost, $1)
      }
      pending += nearest.prefix(Self.firstPairs)
    }
    for _ in 0..<Self.mostRounds {
      guard !isOver(), enter(), case .optimal(let flow) = simplex.solve() else { return nil }
      price(flow.potentials)
      if pending.isEmpty { return answer(flow) }
    }
    return nil
  }

  private func answer(_ flow: FlowSolution) -> Answer? {
    let people = eligibility.year.returnees.returnees.count
    let (source, sink, spare) = Self.ends(activities.count, people)
    var answer = Answer(cost: Int64(flow.cost), counts: Array(repeating: 0, count: people))
    for arc in flow.flows.indices where flow.flows[arc] > 0 {
      let (tail, head) = (simplex.network.tails[arc], simplex.network.heads[arc])
      if tail == source, head == sink {
        answer.cost -= Int64(flow.flows[arc] * Self.costOfFailure)
      } else if tail == source, head >= Int32(activities.count) {
        return nil
      } else if head == sink, tail != spare {
        answer.counts[(Int(tail) - activities.count) / 5] += flow.flows[arc]
      }
    }
    return answer
  }

  /// Finds pairs that make the flow cheaper.
  private mutating func price(_ potentials: [Int]) {
    pending = []
    for (node, activity) in activities.enumerated() {
      var found: [(cost: Int, position: Int)] = []
      for position in eligibility.pairs(ofActivity: activity) where !isArc[position] {
        // A run without a node would have the price of its quarter.
        let head = runNodes[run(of: position)] ?? quarterNode(of: position)
        let reduced = cost(of: position) + potentials[node] - potentials[Int(head)]
        if reduced < 0 { found.append((reduced, position)) }
      }
      found.sort { $0 < $1 }
      pending += found.prefix(Self.morePairs).map(\.position)
    }
  }

  /// Makes arcs of what is pending.
  ///
  /// - Returns: Whether a flow takes so many.
  private mutating func enter() -> Bool {
    var nodeOfActivity: [Int: Int32] = [:]
    for (node, activity) in activities.enumerated() { nodeOfActivity[activity] = Int32(node) }
    var arcs = Arcs()
    let before = simplex.network.nodeCount
    var count = before
    for position in pending {
      guard let tail = nodeOfActivity[eligibility.pairs[position].activity] else { continue }
      isArc[position] = true
      var head = quarterNode(of: position)
      if daysOfRun > 0 {
        let run = run(of: position)
        if let known = runNodes[run] {
          head = known
        } else {
          arcs.add(Int32(count), head, upTo: 1)
          head = Int32(count)
          runNodes[run] = head
          count += 1
        }
      }
      arcs.add(tail, head, upTo: 1, cost: cost(of: position))
    }
    let added: Void? = try? simplex.add(
      supplies: Array(repeating: 0, count: count - before), tails: arcs.tails, heads: arcs.heads,
      capacities: arcs.capacities, costs: arcs.costs)
    return added != nil
  }

  private func cost(of position: Int) -> Int {
    paysJourneys ? Int(eligibility.pairs[position].cost) : 0
  }

  private func quarterNode(of position: Int) -> Int32 {
    let pair = eligibility.pairs[position]
    let quarter = eligibility.year.returnees.activities[pair.activity].quarter
    return Self.person(pair.returnee, behind: activities.count) + Int32(quarter)
  }

  /// A number of its own for each run of a person's days within a quarter.
  private func run(of position: Int) -> Int {
    guard daysOfRun > 0 else { return -1 }
    let pair = eligibility.pairs[position]
    let data = eligibility.year.returnees
    let activity = data.activities[pair.activity]
    let day = activity.days.lowerBound.number
    return ((day / daysOfRun) * 5 + activity.quarter) * data.returnees.count + pair.returnee
  }
}

/// Arcs of a network that is made.
struct Arcs {
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []
  private(set) var lowers: [Int] = []
  private(set) var capacities: [Int] = []
  private(set) var costs: [Int] = []

  var count: Int { tails.count }

  mutating func add(
    _ tail: Int32, _ head: Int32, from lower: Int = 0, upTo capacity: Int, cost: Int = 0
  ) {
    tails.append(tail)
    heads.append(head)
    lowers.append(lower)
    capacities.append(capacity)
    costs.append(cost)
  }

  func network(_ supplies: [Int]) throws(FlowNetwork.Invalid) -> FlowNetwork {
    try FlowNetwork(
      supplies: supplies, tails: tails, heads: heads, lowers: lowers, capacities: capacities,
      costs: costs)
  }
}
