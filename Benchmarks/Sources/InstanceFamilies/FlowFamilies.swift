// SPDX-License-Identifier: GPL-3.0-or-later
public import MatchingCore
internal import SeededRandom

/// Networks of the literature's families and of a programme year, the same on
/// every machine for the same seed.
///
/// References: D. Klingman, A. Napier, J. Stutz, "NETGEN: a program for
/// generating large scale capacitated assignment, transportation, and minimum
/// cost flow network problems", Management Science 20 (1974); A. Goldberg,
/// M. Kharitonov, "On implementing scaling push-relabel algorithms for the
/// minimum-cost flow problem", DIMACS series 12 (1993), for Grid-On-Torus; P.
/// Kovács, "Minimum-cost flow algorithms: an experimental evaluation",
/// Optimization Methods and Software 30 (2015), for sizes and parameters. They
/// are written anew from the descriptions and are *like* those families, not
/// equal to the output of the published programs.
public enum FlowFamilies {
  /// Arcs under construction.
  struct Arcs {
    var supplies: [Int]
    var tails: [Int32] = []
    var heads: [Int32] = []
    var lowers: [Int] = []
    var capacities: [Int] = []
    var costs: [Int] = []

    init(nodes: Int) { supplies = Array(repeating: 0, count: nodes) }

    mutating func add(_ tail: Int, _ head: Int, _ capacity: Int, _ cost: Int, lower: Int = 0) {
      tails.append(Int32(tail))
      heads.append(Int32(head))
      if lower != 0 || !lowers.isEmpty {
        while lowers.count < tails.count - 1 { lowers.append(0) }
        lowers.append(lower)
      }
      capacities.append(capacity)
      costs.append(cost)
    }

    var network: FlowNetwork {
      var all = lowers
      while !all.isEmpty, all.count < tails.count { all.append(0) }
      do {
        return try FlowNetwork(
          supplies: supplies, tails: tails, heads: heads, lowers: all, capacities: capacities,
          costs: costs)
      } catch { preconditionFailure("A family's network is invalid: \(error).") }
    }
  }
}

extension FlowFamilies {
  /// People of one unit each, places of a few units, so many arcs a person.
  ///
  /// Capacities exceed the number of people by a quarter (`capacity` = people
  /// over places, plus one).
  public static func transport(people: Int, places: Int, degree: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    let sink = people + places
    var arcs = Arcs(nodes: sink + 1)
    for person in 0..<people {
      arcs.supplies[person] = 1
      for _ in 0..<degree {
        arcs.add(person, people + random.below(places), 1, random.within(1...10_000))
      }
    }
    for place in 0..<places { arcs.add(people + place, sink, people / places + 1, 0) }
    arcs.supplies[sink] = -people
    return arcs.network
  }

  /// Every source to every sink, balanced: the uniform transportation problem.
  public static func uniform(sources: Int, sinks: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    var arcs = Arcs(nodes: sources + sinks)
    var left = 0
    for source in 0..<sources {
      arcs.supplies[source] = random.within(1...2000)
      left += arcs.supplies[source]
    }
    for sink in 0..<sinks {
      let share = sink == sinks - 1 ? left : min(left, 2 * random.below(left / (sinks - sink) + 1))
      arcs.supplies[sources + sink] = -share
      left -= share
    }
    for source in 0..<sources {
      for sink in 0..<sinks {
        arcs.add(source, sources + sink, FlowNetwork.unlimited, random.within(1...10_000))
      }
    }
    return arcs.network
  }

  /// NETGEN-like: chains from sources to sinks that make it feasible, then
  /// random arcs; costs 1…10,000, capacities 1…1000, √n sources and sinks.
  public static func netgen(nodes: Int, degree: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    var arcs = Arcs(nodes: nodes)
    let terminals = max(1, Int(Double(nodes).squareRoot()))
    let supply = 1000
    // Nodes between sources and sinks, dealt to the sources' chains.
    var chains = (0..<terminals).map { [$0] }
    for node in terminals..<nodes - terminals { chains[random.below(terminals)].append(node) }
    for source in 0..<terminals {
      arcs.supplies[source] += supply
      let sink = nodes - 1 - source
      arcs.supplies[sink] -= supply
      let chain = chains[source] + [sink]
      for (tail, head) in zip(chain, chain.dropFirst()) {
        arcs.add(tail, head, supply, random.within(1...10_000))
      }
    }
    while arcs.tails.count < nodes * degree {
      let tail = random.below(nodes - terminals)
      let head = terminals + random.below(nodes - terminals)
      if tail != head {
        arcs.add(tail, head, random.within(1...1000), random.within(1...10_000))
      }
    }
    return arcs.network
  }

  /// Grid-on-torus-like: one source, one sink, arcs of growing reach on a ring,
  /// whose capacities shrink and costs vary with the reach; full to the brim.
  public static func torus(nodes: Int, degree: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    var arcs = Arcs(nodes: nodes)
    let side = max(2, Int(Double(nodes).squareRoot()))
    for node in 0..<nodes {
      for step in 0..<degree {
        let reach = step < degree / 2 ? 1 + step * step : side * (step - degree / 2 + 1) + step
        let cost = random.within(1...10_000) / (step == 0 ? 1 : 1 + step / 2)
        let capacity = step == 0 ? 1 << 14 : random.within(1...(1 << 14)) / (1 + step)
        arcs.add(node, (node + reach) % nodes, max(1, capacity), cost)
      }
    }
    arcs.supplies[0] = 1 << 14
    arcs.supplies[nodes / 2] = -(1 << 14)
    return arcs.network
  }

  /// A grid with arcs both ways between neighbours, √n sources and sinks.
  public static func grid(width: Int, height: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    let nodes = width * height
    var arcs = Arcs(nodes: nodes)
    for row in 0..<height {
      for column in 0..<width {
        let node = row * width + column
        if column + 1 < width {
          arcs.add(node, node + 1, random.within(1...1000), random.within(1...10_000))
          arcs.add(node + 1, node, random.within(1...1000), random.within(1...10_000))
        }
        if row + 1 < height {
          arcs.add(node, node + width, random.within(1...1000), random.within(1...10_000))
          arcs.add(node + width, node, random.within(1...1000), random.within(1...10_000))
        }
      }
    }
    for _ in 0..<Int(Double(nodes).squareRoot()) {
      let amount = random.within(1...200)
      arcs.supplies[random.below(nodes)] += amount
      arcs.supplies[random.below(nodes)] -= amount
    }
    // A dear way around keeps it feasible whatever the draw.
    for node in 0..<nodes { arcs.add(node, (node + 1) % nodes, 1_000_000, 100_000) }
    return arcs.network
  }

  /// Points in a square, each joined with its nearest both ways at the distance,
  /// without capacities: like a road network.
  public static func geometric(nodes: Int, neighbours: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    var arcs = Arcs(nodes: nodes)
    let side = max(1, Int((Double(nodes) / 2).squareRoot()))
    let points = (0..<nodes).map { _ in (x: random.below(1 << 20), y: random.below(1 << 20)) }
    var cells: [[Int]] = Array(repeating: [], count: side * side)
    func cell(_ value: Int) -> Int { (value * side) >> 20 }
    for (node, point) in points.enumerated() {
      cells[cell(point.y) * side + cell(point.x)].append(node)
    }
    for (node, point) in points.enumerated() {
      var near: [(distance: Int, node: Int)] = []
      for row in max(0, cell(point.y) - 2)...min(side - 1, cell(point.y) + 2) {
        for column in max(0, cell(point.x) - 2)...min(side - 1, cell(point.x) + 2) {
          for other in cells[row * side + column] where other != node {
            let x = Double(points[other].x - point.x)
            let y = Double(points[other].y - point.y)
            near.append((Int((x * x + y * y).squareRoot()), other))
          }
        }
      }
      near.sort { ($0.distance, $0.node) < ($1.distance, $1.node) }
      for (distance, other) in near.prefix(neighbours) {
        arcs.add(node, other, FlowNetwork.unlimited, distance + 1)
        arcs.add(other, node, FlowNetwork.unlimited, distance + 1)
      }
    }
    for _ in 0..<Int(Double(nodes).squareRoot()) {
      let amount = random.within(1...1000)
      arcs.supplies[random.below(nodes)] += amount
      arcs.supplies[random.below(nodes)] -= amount
    }
    for node in 0..<nodes {
      arcs.add(node, (node + 1) % nodes, FlowNetwork.unlimited, 1 << 22)
    }
    return arcs.network
  }

  /// The quotas of a programme year: partners, rooms, schools of one or two
  /// places, cities of one to six schools, twelve countries of unequal shares
  /// with quotas from 70 % to 102 %, and the rest unplaced.
  ///
  /// A quarter of the houses take women only and 7 % men only; each partner has
  /// three ranked countries and about 25 schools there that admit them. A
  /// partner placed is worth 2000 and a score of 0…1000.
  public static func quotas(partners: Int, seed: UInt64) -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    let countries = 12
    let weights = (0..<countries).map { 3 + $0 * $0 / 2 }
    let total = weights.reduce(0, +)
    func country() -> Int {
      var draw = random.below(total)
      for (index, weight) in weights.enumerated() {
        if draw < weight { return index }
        draw -= weight
      }
      return countries - 1
    }
    struct School {
      var country: Int
      var city: Int
      var rooms: [Int]
      var admits: Int  // 0 everybody, 1 women, 2 men
    }
    let schoolCount = max(countries * 3, partners * 4 / 5)
    var schools: [School] = []
    var cityCountries: [Int] = []
    var roomCount = 0
    while schools.count < schoolCount {
      let home = cityCountries.count < countries ? cityCountries.count : country()
      cityCountries.append(home)
      for _ in 0..<min(schoolCount - schools.count, random.within(1...6)) {
        let rooms = random.within(1...2)
        let draw = random.below(100)
        schools.append(
          School(
            country: home, city: cityCountries.count - 1,
            rooms: Array(roomCount..<roomCount + rooms), admits: draw < 25 ? 1 : draw < 32 ? 2 : 0))
        roomCount += rooms
      }
    }
    let firstRoom = partners
    let firstSchool = firstRoom + roomCount
    let firstCity = firstSchool + schools.count
    let firstCountry = firstCity + cityCountries.count
    let sink = firstCountry + countries
    var arcs = Arcs(nodes: sink + 1)
    var byCountry: [[Int]] = Array(repeating: [], count: countries)
    for (index, school) in schools.enumerated() { byCountry[school.country].append(index) }
    for partner in 0..<partners {
      arcs.supplies[partner] = 1
      let sex = random.chance(percent: 68) ? 1 : 2
      var wanted: [Int] = []
      while wanted.count < 3 {
        let one = country()
        if !wanted.contains(one) { wanted.append(one) }
      }
      for (rank, home) in wanted.enumerated() {
        let choices = byCountry[home]
        for _ in 0..<(rank == 0 ? 12 : 9) {
          let school = schools[choices[random.below(choices.count)]]
          guard school.admits == 0 || school.admits == sex else { continue }
          let score = max(0, min(1000, 700 - 200 * rank + random.within(-300...300)))
          arcs.add(partner, firstRoom + random.pick(school.rooms), 1, -2000 - score)
        }
      }
      arcs.add(partner, sink, 1, 0)
    }
    for (index, school) in schools.enumerated() {
      for room in school.rooms { arcs.add(firstRoom + room, firstSchool + index, 1, 0) }
    }
    var seats = Array(repeating: 0, count: cityCountries.count)
    for school in schools { seats[school.city] += school.rooms.count }
    for (index, school) in schools.enumerated() {
      arcs.add(firstSchool + index, firstCity + school.city, school.rooms.count, 0)
    }
    for (city, home) in cityCountries.enumerated() {
      arcs.add(firstCity + city, firstCountry + home, max(1, seats[city] * 9 / 10), 0)
    }
    var room = Array(repeating: 0, count: countries)
    for (city, home) in cityCountries.enumerated() { room[home] += seats[city] }
    for home in 0..<countries {
      let share = partners * room[home] / roomCount
      arcs.add(
        firstCountry + home, sink, max(1, share * 102 / 100), 0, lower: share * 70 / 100)
    }
    arcs.supplies[sink] = -partners
    return arcs.network
  }
}
