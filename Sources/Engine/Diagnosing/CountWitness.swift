// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme

/// A conflict that is a matter of counting: more is asked for than there are people to
/// send, seats to fill and places to take.
///
/// `asked` is greater than what the rest adds up to; whatever could meet what is asked
/// passes through one of these people, schools or cohorts.
package struct CountWitness: Hashable, Sendable {
  /// Partners that some levers ask for together.
  package var asked: Int
  /// The levers that ask, ascending.
  package var levers: [Int]
  /// People whom it takes, each once.
  package var people: [Int]
  /// Schools at which posts have their base, with the seats of the largest of these.
  package var schools: [(school: Int, seats: Int)] { zip(schoolNumbers, seats).map { ($0, $1) } }
  /// Cohorts with their places.
  package var cohorts: [Int]
  var schoolNumbers: [Int]
  var seats: [Int]
  /// How many there can be at most.
  package var most: Int
}

extension LeverYear {
  /// Pairs of applicants and slots beyond which nothing is counted.
  private static var mostPairs: Int { 5_000_000 }

  /// Counts what levers of a conflict ask for against who and what could meet it.
  ///
  /// The bound of a maximum flow from what is asked through cohorts and schools to
  /// people; rules that are no part of such a network are left out, so that the truth
  /// can only be worse.
  ///
  /// - Parameter conflict: A conflict of this year.
  /// - Returns: The count, or nothing when the conflict is no matter of counting.
  /// - Complexity: O(*p*) for *p* pairs of applicants and slots, and a flow.
  package func countWitness(of conflict: Conflict) -> CountWitness? {
    let kept = keeping(Set(conflict.levers))
    let demands = conflict.levers.compactMap { demand(of: $0) }
    guard !demands.isEmpty else { return nil }
    let eligibility = DispatchEligibility(kept)
    guard
      eligibility.slots.count * kept.applicants.count <= Self.mostPairs / max(1, demands.count)
    else { return nil }
    var network = WitnessNetwork(eligibility, boundedCohorts: boundedCohorts(of: conflict))
    for demand in demands { network.add(demand, in: eligibility) }
    guard let cut = network.cut() else { return nil }
    return CountWitness(
      asked: cut.asked, levers: cut.demands.map { demands[$0].lever }.sorted(), people: cut.people,
      cohorts: cut.cohorts, schoolNumbers: cut.schools,
      seats: cut.schools.map { network.seats[$0] ?? 0 }, most: cut.most)
  }

  private func boundedCohorts(of conflict: Conflict) -> Set<Int> {
    Set(
      conflict.levers.compactMap {
        if case .cohortPlaces(let cohort) = levers[$0] { cohort } else { nil }
      })
  }

  /// What a lever asks for, if it asks for partners.
  private func demand(of lever: Int) -> WitnessDemand? {
    switch levers[lever] {
    case .countryMin(let country):
      WitnessDemand(lever: lever, count: year.countries[country].min, country: country)
    case .trackMin(let cohort, let track):
      WitnessDemand(
        lever: lever, count: year.cohorts[cohort].tracks[track].min, cohort: cohort,
        track: year.cohorts[cohort].tracks[track])
    case .pin(let row): WitnessDemand(lever: lever, count: 1, pin: year.pins[row])
    case .quota(let index, .min) where year.rules.quotas[index].each == nil:
      WitnessDemand(
        lever: lever, count: year.rules.quotas[index].minimum ?? 0,
        select: year.rules.quotas[index].select)
    default: nil
    }
  }
}

/// Partners that a lever asks for, and who and where they may be.
private struct WitnessDemand {
  var lever: Int
  var count: Int
  var country: Int?
  var cohort: Int?
  var track: TrackQuota?
  var pin: Pin?
  var select: Selector?

  /// A test of applicants and slots.
  func test(in eligibility: DispatchEligibility) -> (_ applicant: Int, _ slot: Int) -> Bool {
    let year = eligibility.year
    let isSelected = select.map { eligibility.selection(by: $0) }
    return { applicant, number in
      let slot = eligibility.slots[number]
      if let country, year.cohorts[slot.cohort].country != country { return false }
      if let cohort, slot.cohort != cohort { return false }
      if let track, !track.covers(year.applicants[applicant].track) { return false }
      if let pin {
        guard pin.applicant == applicant,
          pin.names(eligibility.posts[slot.post], cohort: slot.cohort)
        else { return false }
      }
      return isSelected?(applicant, number) ?? true
    }
  }
}

/// A network from what is asked through cohorts and schools to people.
private struct WitnessNetwork {
  /// Nodes by what they stand for; each school and bounded cohort has two with an arc of
  /// its capacity between them.
  private enum Node: Hashable {
    case end
    case demand(Int)
    case cohortIn(Int), cohortOut(Int)
    case schoolIn(Int), schoolOut(Int)
    case person(Int)
  }

  private var numbers: [Node: Int32] = [.end: 0]
  private var nodes: [Node] = [.end]
  private var supplies = [0]
  private var arcs: Set<[Int32]> = []
  private var tails: [Int32] = []
  private var heads: [Int32] = []
  private var capacities: [Int] = []
  private var demands: [Int] = []
  private let boundedCohorts: Set<Int>
  /// Seats of the largest post with its base at a school: no more of them are open.
  let seats: [Int: Int]
  private let places: [Int]

  init(_ eligibility: DispatchEligibility, boundedCohorts: Set<Int>) {
    self.boundedCohorts = boundedCohorts
    var seats: [Int: Int] = [:]
    for (index, post) in eligibility.posts.enumerated() where eligibility.isUsable(index) {
      seats[post.base] = max(seats[post.base] ?? 0, post.seatsMax)
    }
    self.seats = seats
    places = eligibility.year.cohorts.map(\.places)
  }

  mutating func add(_ demand: WitnessDemand, in eligibility: DispatchEligibility) {
    let source = node(.demand(demands.count))
    demands.append(demand.count)
    supplies[Int(source)] += demand.count
    supplies[0] -= demand.count
    let isAsked = demand.test(in: eligibility)
    for (slot, place) in eligibility.slots.enumerated() where eligibility.isUsable(place.post) {
      for applicant in eligibility.year.applicants.indices
      where isAsked(applicant, slot) && eligibility.isEligible(applicant: applicant, slot: slot) {
        let cohort = node(.cohortIn(place.cohort))
        let cohortOut = node(.cohortOut(place.cohort))
        let base = eligibility.posts[place.post].base
        let (school, schoolOut) = (node(.schoolIn(base)), node(.schoolOut(base)))
        let person = node(.person(applicant))
        link(source, cohort, FlowNetwork.unlimited)
        link(
          cohort, cohortOut,
          boundedCohorts.contains(place.cohort) ? places[place.cohort] : FlowNetwork.unlimited)
        link(cohortOut, school, FlowNetwork.unlimited)
        link(school, schoolOut, seats[base] ?? 0)
        link(schoolOut, person, FlowNetwork.unlimited)
        link(person, 0, 1)
      }
    }
  }

  private mutating func node(_ node: Node) -> Int32 {
    if let known = numbers[node] { return known }
    let number = Int32(nodes.count)
    numbers[node] = number
    nodes.append(node)
    supplies.append(0)
    return number
  }

  private mutating func link(_ tail: Int32, _ head: Int32, _ capacity: Int) {
    guard arcs.insert([tail, head]).inserted else { return }
    tails.append(tail)
    heads.append(head)
    capacities.append(capacity)
  }

  struct Cut {
    var asked = 0
    var demands: [Int] = []
    var people: [Int] = []
    var schools: [Int] = []
    var cohorts: [Int] = []
    var most = 0
  }

  /// What everything that is asked has to pass through, if that is too little.
  func cut() -> Cut? {
    guard
      let network = try? FlowNetwork(
        supplies: supplies, tails: tails, heads: heads, capacities: capacities,
        costs: capacities.map { _ in 0 }), case .infeasible(let proof) = network.cheapestFlow()
    else { return nil }
    let inside = Set(proof.nodes)
    guard inside.contains(0) else { return nil }
    var cut = Cut()
    for (index, count) in demands.enumerated() {
      guard let number = numbers[.demand(index)], !inside.contains(Int(number)) else { continue }
      cut.demands.append(index)
      cut.asked += count
    }
    for arc in tails.indices
    where !inside.contains(Int(tails[arc])) && inside.contains(Int(heads[arc])) {
      guard capacities[arc] != FlowNetwork.unlimited else { return nil }
      cut.most += capacities[arc]
      switch nodes[Int(tails[arc])] {
      case .person(let person): cut.people.append(person)
      case .schoolIn(let school): cut.schools.append(school)
      case .cohortIn(let cohort): cut.cohorts.append(cohort)
      default: return nil
      }
    }
    cut.people.sort()
    cut.schools.sort()
    cut.cohorts.sort()
    return cut.asked > cut.most ? cut : nil
  }
}
