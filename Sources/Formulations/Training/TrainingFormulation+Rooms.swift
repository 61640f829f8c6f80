// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension TrainingFormulation {
  /// `beds`: rooms for one and for two, night by night.
  mutating func addRooms() {
    guard rules[.beds] != .off else { return }
    for session in sessionsInUse
    where year.sites[eligibility.sessions[session].site].twinRooms > 0 {
      addRooms(of: session)
    }
    for site in year.sites.indices { addNights(at: site) }
  }

  /// The rooms of a session at a site that has rooms for two.
  private mutating func addRooms(of session: Int) {
    let course = course(of: session)
    let site = year.sites[eligibility.sessions[session].site]
    let joins = joinsOf(session: session)
    let most = mostPeople(in: session)
    let origin = Origin(rule: "beds", subjects: [name(of: session)])
    let singles = max(0, site.beds - 2 * site.twinRooms)
    let single = program.addColumn(
      named: "single(\(name(of: session)))", in: 0...Int64(min(most, singles)), origin: origin)
    let twin = program.addColumn(
      named: "twin(\(name(of: session)))", in: 0...Int64(min(most, site.twinRooms)),
      origin: origin)
    rooms[session] = (single, twin)
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
        named: "twin.\(kind)(\(name(of: session)))", in: 0...Int64(min(most, site.twinRooms)),
        origin: origin)
      let one = program.addColumn(
        named: "single.\(kind)(\(name(of: session)))", in: 0...Int64(min(most, singles)),
        origin: origin)
      program.addRow(
        named: "beds.\(kind)(\(name(of: session)))",
        terms: people + [Term(two, -2), Term(one, -1)], upper: 0, origin: origin)
      twins.append(Term(two, -1))
      ones.append(Term(one, -1))
    }
    alone += joins.filter { $0.group.members.others + $0.group.leaders.others > 0 }.map {
      Term($0.column, Int64($0.group.members.others + $0.group.leaders.others))
    }
    if !alone.isEmpty {
      let two = program.addColumn(
        named: "twin.alone(\(name(of: session)))", in: 0...Int64(min(most, site.twinRooms)),
        origin: origin)
      let one = program.addColumn(
        named: "single.alone(\(name(of: session)))", in: 0...Int64(min(most, singles)),
        origin: origin)
      program.addRow(
        named: "beds.alone(\(name(of: session)))", terms: alone + [Term(two, -1), Term(one, -1)],
        upper: 0, origin: origin)
      twins.append(Term(two, -1))
      ones.append(Term(one, -1))
    }
    program.addRow(
      named: "twins(\(name(of: session)))", terms: twins, lower: 0, upper: 0, origin: origin)
    program.addRow(
      named: "singles(\(name(of: session)))", terms: ones, lower: 0, upper: 0, origin: origin)
  }

  /// Most people who may be in a session together.
  func mostPeople(in session: Int) -> Int {
    let all = joinsOf(session: session).reduce(0) { sum, join in
      sum + join.group.people * join.group.groups.count
    }
    return rules[.sessionSize] == .off ? all : min(all, course(of: session).sizeMax)
  }

  private mutating func addNights(at site: Int) {
    let sessions = sessionsInUse.filter { eligibility.sessions[$0].site == site }
    let place = year.sites[site]
    let bookings = year.siteBookings.filter { $0.site == site }
    let nights = sessions.map { session in
      let days = eligibility.days[session]
      return days.lowerBound...days.upperBound.adding(days: -1)
    }
    var single: [Stay] = []
    var twin: [Stay] = []
    for (session, nights) in zip(sessions, nights) {
      if let rooms = rooms[session] {
        single.append(Stay(nights, most: mostPeople(in: session), [Term(rooms.single, 1)]))
        twin.append(Stay(nights, most: mostPeople(in: session), [Term(rooms.twin, 1)]))
      } else {
        single.append(
          Stay(
            nights, most: mostPeople(in: session),
            joinsOf(session: session).map { Term($0.column, Int64($0.group.people)) }))
      }
    }
    let held = bookings.filter { $0.days.lowerBound < $0.days.upperBound }
    func free(_ day: Day) -> FreeRooms {
      FreeRooms(
        place,
        held.filter { $0.days.lowerBound <= day && day < $0.days.upperBound })
    }
    let begins = held.map(\.days.lowerBound)
    addCapacities("beds.single", place.id, single, begins) { free($0).single }
    addCapacities("beds.twin", place.id, twin, begins) { free($0).twin }
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

/// The rooms that bookings leave at a site on one night.
private struct FreeRooms {
  var single: Int
  var twin: Int

  init(_ site: Site, _ bookings: [SiteBooking]) {
    let twins = bookings.reduce(0) { $0 + $1.twinRooms }
    let beds = bookings.reduce(0) { $0 + max(0, $1.beds - 2 * $1.twinRooms) }
    let singles = max(0, site.beds - 2 * site.twinRooms)
    let over = max(0, beds - singles)
    single = max(0, singles - beds)
    twin = max(0, site.twinRooms - twins - (over + 1) / 2)
  }
}
