// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension TrainingFormulation {
  /// `beds`: rooms for one and for two, night by night.
  mutating func addRooms() {
    guard rules[.beds] != .off else { return }
    guard resolution == .exact else { return addBedNights() }
    for spot in spots.indices where year.sites[site(ofSpot: spot)].twinRooms > 0 {
      addRooms(of: spot)
    }
    for site in year.sites.indices { addNights(at: site) }
  }

  /// The rooms of a session at a site that has rooms for two.
  private mutating func addRooms(of spot: Int) {
    let course = course(ofSpot: spot)
    let site = year.sites[site(ofSpot: spot)]
    let joins = joinsOf(spot: spot)
    let most = mostPeople(ofSpot: spot)
    let origin = Origin(rule: "beds", subjects: [name(ofSpot: spot)])
    let singles = max(0, site.beds - 2 * site.twinRooms)
    let single = program.addColumn(
      named: "single(\(name(ofSpot: spot)))", in: 0...Int64(min(most, singles)), origin: origin)
    let twin = program.addColumn(
      named: "twin(\(name(ofSpot: spot)))", in: 0...Int64(min(most, site.twinRooms)),
      origin: origin)
    rooms[spot] = (single, twin)
    // Whoever shares with nobody has a room of either kind.
    var alone: [Term] = []
    // Rooms for two of the people who may share, and theirs for one.
    var twins = [Term(twin, 1)]
    var ones = [Term(single, 1)]
    let kinds: [(name: String, count: (TrainingClass) -> Int)] = [
      ("women", { $0.members.women }), ("men", { $0.members.men }),
      ("leading-women", { $0.leaders.women }), ("leading-men", { $0.leaders.men }),
    ]
    for (kind, count) in kinds {
      let people = joins.filter { count($0.group) > 0 }.map {
        Term($0.column, Int64(count($0.group)))
      }
      guard !people.isEmpty else { continue }
      guard course.sharesRooms else {
        alone += people
        continue
      }
      let two = program.addColumn(
        named: "twin.\(kind)(\(name(ofSpot: spot)))", in: 0...Int64(min(most, site.twinRooms)),
        origin: origin)
      let one = program.addColumn(
        named: "single.\(kind)(\(name(ofSpot: spot)))", in: 0...Int64(min(most, singles)),
        origin: origin)
      program.addRow(
        named: "beds.\(kind)(\(name(ofSpot: spot)))",
        terms: people + [Term(two, -2), Term(one, -1)], upper: 0, origin: origin)
      twins.append(Term(two, -1))
      ones.append(Term(one, -1))
    }
    alone += joins.filter { $0.group.members.others + $0.group.leaders.others > 0 }.map {
      Term($0.column, Int64($0.group.members.others + $0.group.leaders.others))
    }
    if !alone.isEmpty {
      let two = program.addColumn(
        named: "twin.alone(\(name(ofSpot: spot)))", in: 0...Int64(min(most, site.twinRooms)),
        origin: origin)
      let one = program.addColumn(
        named: "single.alone(\(name(ofSpot: spot)))", in: 0...Int64(min(most, singles)),
        origin: origin)
      program.addRow(
        named: "beds.alone(\(name(ofSpot: spot)))", terms: alone + [Term(two, -1), Term(one, -1)],
        upper: 0, origin: origin)
      twins.append(Term(two, -1))
      ones.append(Term(one, -1))
    }
    program.addRow(
      named: "twins(\(name(ofSpot: spot)))", terms: twins, lower: 0, upper: 0, origin: origin)
    program.addRow(
      named: "singles(\(name(ofSpot: spot)))", terms: ones, lower: 0, upper: 0, origin: origin)
  }

  /// The site of a spot with one session.
  func site(ofSpot spot: Int) -> Int {
    eligibility.sessions[patterns[spots[spot][0]].sessions[0]].site
  }

  /// The days of a spot with one session.
  func days(ofSpot spot: Int) -> ClosedRange<Day> {
    eligibility.days[patterns[spots[spot][0]].sessions[0]]
  }

  private mutating func addNights(at site: Int) {
    let place = year.sites[site]
    var single: [Stay] = []
    var twin: [Stay] = []
    for spot in spots.indices where self.site(ofSpot: spot) == site {
      let days = days(ofSpot: spot)
      let nights = days.lowerBound...days.upperBound.adding(days: -1)
      let most = mostPeople(ofSpot: spot)
      if let rooms = rooms[spot] {
        single.append(Stay(nights, most: most, [Term(rooms.single, 1)]))
        twin.append(Stay(nights, most: most, [Term(rooms.twin, 1)]))
      } else {
        single.append(
          Stay(
            nights, most: most,
            joinsOf(spot: spot).map { Term($0.column, Int64($0.group.people)) }))
      }
    }
    let free = FreeNights(site, in: year)
    addCapacities("beds.single", place.id, single, free.begins) { free.rooms(on: $0).single }
    addCapacities("beds.twin", place.id, twin, free.begins) { free.rooms(on: $0).twin }
  }

  /// Rows that hold what is taken on each day to what is there.
  ///
  /// - Parameters:
  ///   - name: The name of the rows.
  ///   - site: The site's identifier.
  ///   - stays: What may take something, on which days.
  ///   - begins: Days on which what is there becomes less.
  ///   - capacity: What is there on a day.
  mutating func addCapacities(
    _ name: String, _ site: String, _ stays: [Stay], _ begins: [Day],
    _ capacity: (Day) -> Int
  ) {
    let days = Set(stays.map(\.days.lowerBound) + begins).sorted()
    var rows: [(day: Day, members: Set<Int>, capacity: Int)] = []
    for day in days {
      let members = stays.indices.filter { stays[$0].days.contains(day) }
      let capacity = capacity(day)
      guard !members.isEmpty, members.reduce(0, { $0 + stays[$1].most }) > capacity else {
        continue
      }
      let set = Set(members)
      // A day says nothing new when another holds the same stays to as little.
      if rows.contains(where: { $0.capacity <= capacity && $0.members.isSuperset(of: set) }) {
        continue
      }
      rows.removeAll { $0.capacity >= capacity && set.isSuperset(of: $0.members) }
      rows.append((day, set, capacity))
    }
    for row in rows {
      program.addRow(
        named: "\(name)(\(site),\(row.day))",
        terms: row.members.sorted().flatMap { stays[$0].terms }, upper: Int64(row.capacity),
        origin: Origin(
          rule: String(name.prefix { $0 != "." }), subjects: [site, row.day.description]))
    }
  }
}

/// Days on which a session takes something, and how much it may be at most.
struct Stay {
  let days: ClosedRange<Day>
  let most: Int
  let terms: [Term]

  init(_ days: ClosedRange<Day>, most: Int, _ terms: [Term]) {
    self.days = days
    self.most = most
    self.terms = terms
  }
}

/// The rooms that bookings leave at a site, night by night.
package struct FreeNights {
  private let site: Site
  private let bookings: [SiteBooking]

  package init(_ site: Int, in year: ProgrammeYear) {
    self.site = year.sites[site]
    bookings = year.siteBookings.filter {
      $0.site == site && $0.days.lowerBound < $0.days.upperBound
    }
  }

  /// Days on which something is booked from then on.
  var begins: [Day] { bookings.map(\.days.lowerBound) }

  /// Rooms for one and for two on the night after a day.
  package func rooms(on day: Day) -> (single: Int, twin: Int) {
    let held = bookings.filter { $0.days.lowerBound <= day && day < $0.days.upperBound }
    let twins = held.reduce(0) { $0 + $1.twinRooms }
    let beds = held.reduce(0) { $0 + max(0, $1.beds - 2 * $1.twinRooms) }
    let singles = max(0, site.beds - 2 * site.twinRooms)
    let over = max(0, beds - singles)
    return (max(0, singles - beds), max(0, site.twinRooms - twins - (over + 1) / 2))
  }
}
