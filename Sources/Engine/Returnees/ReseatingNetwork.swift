// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     The best people for all activities of some days at once, the others staying as
//             they are.
// Method      A cheapest flow of seats to people, through a node for each day and one for each
//             quarter of a person, of whom each further activity costs more. It is exact but
//             for wishes, each of which is asked of one seat.
// Cost        One flow over the near pairs.
// Reference   Ahuja, Ergun, Orlin and Punnen, "A survey of very large-scale neighborhood search
//             techniques", Discrete Applied Mathematics 123 (2002), section 4.

internal import Formulations
internal import MatchingCore
internal import Programme

/// Who might be in the activities of some days.
///
/// What soft rules cost outweighs how even the numbers of activities are, that outweighs seats
/// that stay empty, and these all journeys, as far as whole numbers go.
struct ReseatingNetwork {
  /// Seats of an activity that ask for the same.
  private struct Seats {
    let activity: Int
    /// What each should bring, as positions among the activity's wishes.
    let wishes: [Int]
    /// Who has them now, as pairs.
    var taken: [Int] = []
    /// How many more there are, which may stay empty.
    var free = 0

    var count: Int { taken.count + free }
  }

  private let seating: ActivitySeating
  private var data: ReturneeData { seating.data }
  private var seats: [Seats] = []
  /// The day of each activity whose seats are given anew, as a position among the days.
  private var dayOf: [Int: Int] = [:]
  private let dayCount: Int
  /// Activities and loads of people beside these.
  private var counts: [Int]
  private var loads: [[Int]]
  /// Those who keep their seats, since what they owe to their prefecture hangs on them.
  private var isKept: [Bool]
  /// Those who may only have seats in the prefecture that comes first for them.
  private var isHomeOnly: [Bool]
  /// People who keep their seats, as pairs by activity.
  private var kept: [Int: [Int]] = [:]
  /// What a unit of penalty and one of evenness costs.
  private var unit = (penalty: 1, evenness: 1)
  /// More activities than anybody has.
  private let ceiling: Int

  // The network: its supplies with the seats first, its arcs, and nodes by person and more.
  private var supplies: [Int] = []
  private var arcs = Arcs()
  private var personNodes: [Int: Int32] = [:]
  private var quarterNodes: [Int: Int32] = [:]
  private var dayNodes: [Int: Int32] = [:]
  /// Days on which a person might be in something.
  private var daysOfPerson: [Int: Int] = [:]
  /// The seats and the pair of each arc that gives one to somebody.
  private var offers: [(arc: Int, seats: Int, position: Int)] = []

  /// - Parameters:
  ///   - seating: The plan.
  ///   - days: Activities of each day: those of one collide, those of two do not.
  init(_ seating: ActivitySeating, _ days: [[Int]]) {
    self.seating = seating
    dayCount = days.count
    for (day, activities) in days.enumerated() {
      for activity in activities { dayOf[activity] = day }
    }
    ceiling = (seating.activities.map(\.count).max() ?? 0) + 2
    counts = []
    loads = []
    isKept = Array(repeating: false, count: seating.activities.count)
    isHomeOnly = isKept
    for (returnee, own) in seating.activities.enumerated() {
      let others = own.filter { dayOf[$0] == nil }
      counts.append(others.count)
      var load = [0, 0, 0, 0, 0]
      for activity in others { load[seating.data.activities[activity].quarter] += 1 }
      loads.append(load)
      guard let duty = seating.duties[returnee],
        !others.contains(where: { seating.data.activities[$0].prefecture == duty })
      else { continue }
      if others.isEmpty { isHomeOnly[returnee] = true } else { isKept[returnee] = true }
    }
    for activity in days.joined() { divide(activity) }
    setUnits()
    build()
  }

  // MARK: - Seats

  /// Divides an activity's wishes among its seats.
  private mutating func divide(_ activity: Int) {
    let team = seating.people[activity]
    let stays = team.map { isKept[seating.eligibility.pairs[$0].returnee] }
    var asked = [[Int]](repeating: [], count: team.count)
    for (number, wish) in seating.wishes[activity].enumerated() {
      let able = team.indices.filter { seating.brings(team[$0], wish) }.sorted {
        (stays[$0] ? 0 : 1, -asked[$0].count, $0) < (stays[$1] ? 0 : 1, -asked[$1].count, $1)
      }
      for index in able.prefix(wish.count) { asked[index].append(number) }
      // What nobody brings is asked of those who bring least.
      let others = team.indices.filter { !stays[$0] && !able.contains($0) }.sorted {
        (asked[$0].count, $0) < (asked[$1].count, $1)
      }
      for index in others.prefix(max(0, wish.count - able.count)) { asked[index].append(number) }
    }
    let first = seats.count
    for (index, position) in team.enumerated() {
      if stays[index] {
        kept[activity, default: []].append(position)
      } else if let same = seats[first...].firstIndex(where: { $0.wishes == asked[index] }) {
        seats[same].taken.append(position)
      } else {
        seats.append(Seats(activity: activity, wishes: asked[index], taken: [position]))
      }
    }
    let free = data.activities[activity].seatsMax - team.count
    if free > 0 { seats.append(Seats(activity: activity, wishes: [], free: free)) }
  }

  private mutating func setUnits() {
    let longest = Int(seating.eligibility.pairs.lazy.map(\.cost).max() ?? 0)
    let count = seats.reduce(1) { $0 + $1.count }
    let penalties = seating.wishes.joined().map { $0.penalty ?? 0 }
    let pairs = Int(seating.eligibility.pairs.lazy.map(\.penalty).max() ?? 0)
    let greatest = 1 + pairs + 4 * (penalties.max() ?? 0)
    // What a flow takes, and sums of it, set a limit.
    let most = FlowNetwork.greatestMagnitude / (2 * greatest)
    unit.evenness = max(1, min((longest + 1) * count, most / (2 * ceiling * Self.fewestPerUnit)))
    unit.penalty = max(1, min(unit.evenness * ceiling * count, most))
  }

  /// So many steps of evenness are worth less than a unit of penalty, whatever the sizes.
  private static var fewestPerUnit: Int { 50 }

  /// What a pair costs on a seat; nothing where it must not have it.
  private func cost(_ position: Int, on seats: Seats) -> Int? {
    let pair = seating.eligibility.pairs[position]
    var penalty = Int(pair.penalty)
    for number in seats.wishes {
      let wish = seating.wishes[seats.activity][number]
      if seating.brings(position, wish) { continue }
      guard let price = wish.penalty else { return nil }
      penalty += price
    }
    return penalty * unit.penalty + Int(pair.cost)
  }

  /// What an activity costs somebody who has so many.
  private func evenness(_ count: Int) -> Int { min(count, ceiling) * unit.evenness }

  /// What an empty seat costs: more than whoever has most would, and a journey.
  private var costOfEmptySeat: Int { (ceiling + 1) * unit.evenness }

  // MARK: - Network

  private mutating func build() {
    supplies = seats.map(\.count)
    let sink = node()
    supplies[Int(sink)] = -supplies.reduce(0, +)
    for number in seats.indices {
      let group = seats[number]
      if group.free > 0 {
        arcs.add(Int32(number), sink, upTo: group.free, cost: costOfEmptySeat)
      }
      for (cost, position) in candidates(group) {
        let day = dayNode(seating.eligibility.pairs[position].returnee, group.activity)
        offers.append((arcs.count, number, position))
        arcs.add(Int32(number), day, upTo: 1, cost: cost)
      }
    }
    for (returnee, person) in personNodes.sorted(by: { $0.key < $1.key }) {
      for step in 0..<(daysOfPerson[returnee] ?? 0) {
        arcs.add(person, sink, upTo: 1, cost: evenness(counts[returnee] + step))
      }
    }
  }

  private mutating func node() -> Int32 {
    supplies.append(0)
    return Int32(supplies.count - 1)
  }

  /// The node of a person's day, made with those behind it where it is new.
  private mutating func dayNode(_ returnee: Int, _ activity: Int) -> Int32 {
    let key = returnee * dayCount + (dayOf[activity] ?? 0)
    if let known = dayNodes[key] { return known }
    let quarter = data.activities[activity].quarter
    let quarterNode: Int32
    if let known = quarterNodes[5 * returnee + quarter] {
      quarterNode = known
    } else {
      let person = personNodes[returnee] ?? node()
      personNodes[returnee] = person
      quarterNode = node()
      quarterNodes[5 * returnee + quarter] = quarterNode
      arcs.add(quarterNode, person, upTo: room(returnee, in: quarter))
    }
    let day = node()
    dayNodes[key] = day
    daysOfPerson[returnee, default: 0] += 1
    arcs.add(day, quarterNode, upTo: 1)
    return day
  }

  /// How many activities somebody may have in a quarter beside those that stay.
  private func room(_ returnee: Int, in quarter: Int) -> Int {
    guard data.rules[.load] != .off else { return dayCount }
    let most = data.returnees[returnee].perQuarter ?? data.rules.perQuarter
    return max(0, most - loads[returnee][quarter])
  }

  /// Those who have a seat, the nearest who might, and those of the others who have least.
  private func candidates(_ group: Seats) -> [(cost: Int, position: Int)] {
    let (activity, quarter) = (group.activity, data.activities[group.activity].quarter)
    let prefecture = data.activities[activity].prefecture
    var found: [(cost: Int, position: Int)] = []
    for position in seating.eligibility.pairs(ofActivity: activity) {
      let returnee = seating.eligibility.pairs[position].returnee
      guard !isKept[returnee], room(returnee, in: quarter) > 0,
        !isHomeOnly[returnee] || seating.duties[returnee] == prefecture,
        !seating.activities[returnee].contains(where: {
          dayOf[$0] == nil && seating.collides($0, activity)
        }), let cost = cost(position, on: group)
      else { continue }
      found.append((cost, position))
    }
    found.sort { $0 < $1 }
    guard found.count > Self.mostNear else { return found }
    func rank(_ offer: (cost: Int, position: Int)) -> (Int, Int, Int) {
      let returnee = seating.eligibility.pairs[offer.position].returnee
      return (seating.activities[returnee].count, offer.cost, offer.position)
    }
    let others = found[Self.mostNear...].sorted { rank($0) < rank($1) }
    let taken = others.dropFirst(Self.mostIdle).filter { group.taken.contains($0.position) }
    return found.prefix(Self.mostNear) + others.prefix(Self.mostIdle) + taken
  }

  private static var mostNear: Int { 40 }
  private static var mostIdle: Int { 10 }

  // MARK: - Flow

  /// The cheapest people of each activity, as pairs by activity in the activities' order.
  ///
  /// - Returns: Nothing when they are as dear as those there are.
  func cheapest() -> [(activity: Int, team: [Int])]? {
    guard let network = try? arcs.network(supplies),
      case .optimal(let solution) = network.cheapestFlow(), solution.cost < Int128(costNow)
    else { return nil }
    var teams = dayOf.mapValues { _ in [Int]() }.merging(kept) { $1 }
    for offer in offers where solution.flows[offer.arc] > 0 {
      teams[seats[offer.seats].activity, default: []].append(offer.position)
    }
    return teams.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What the seats cost as they are taken.
  private var costNow: Int {
    var counts = counts
    var sum = 0
    for group in seats {
      for position in group.taken {
        let returnee = seating.eligibility.pairs[position].returnee
        sum += (cost(position, on: group) ?? 0) + evenness(counts[returnee])
        counts[returnee] += 1
      }
      sum += group.free * costOfEmptySeat
    }
    return sum
  }
}
