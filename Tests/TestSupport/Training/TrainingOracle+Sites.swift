// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension TrainingOracle {
  // MARK: - Beds

  /// Rooms of a site that bookings leave on a night.
  func roomsLeft(at site: Int, on night: Int) -> Rooms {
    let house = year.sites[site]
    var rooms = Rooms(single: house.beds - 2 * house.twinRooms, twin: house.twinRooms)
    for booking in year.siteBookings
    where booking.site == site && night >= booking.days.lowerBound.number
      && night < booking.days.upperBound.number
    {
      rooms.twin -= booking.twinRooms
      rooms.single -= booking.beds - 2 * booking.twinRooms
    }
    while rooms.single < 0 {
      rooms.single += 2
      rooms.twin -= 1
      // An odd bed over takes a whole room.
      if rooms.single > 0 { rooms.single = 0 }
    }
    rooms.twin = max(0, rooms.twin)
    return rooms
  }

  /// Rooms for one that a session's people need beside some rooms for two.
  func singlesNeeded(_ session: TrainingSession, _ groups: [TrainingGroup], twins: Int) -> Int {
    var waiting = groups.flatMap(persons)
    func pair() -> (Int, Int)? {
      for (index, second) in waiting.enumerated() where second.sex != .unspecified {
        if let first = waiting[..<index].firstIndex(of: second) { return (first, index) }
      }
      return nil
    }
    for _ in 0..<twins where !waiting.isEmpty {
      if course(session).sharesRooms, let (first, second) = pair() {
        waiting.remove(at: second)
        waiting.remove(at: first)
      } else {
        waiting.removeLast()
      }
    }
    return waiting.count
  }

  /// Units of `beds` with the rooms that the plan says.
  func bedUnits(_ plan: Plan) -> Int {
    var units = 0
    var held: [Int: [Int: Rooms]] = [:]
    for (session, groups) in plan.open {
      let rooms = plan.rooms[session] ?? Rooms(single: 0, twin: 0)
      units += max(0, singlesNeeded(session, groups, twins: rooms.twin) - rooms.single)
      for night in nights(session) {
        held[session.site, default: [:]][night, default: Rooms(single: 0, twin: 0)].single +=
          rooms.single
        held[session.site, default: [:]][night, default: Rooms(single: 0, twin: 0)].twin +=
          rooms.twin
      }
    }
    for (site, nights) in held {
      for (night, rooms) in nights {
        let left = roomsLeft(at: site, on: night)
        units += max(0, rooms.single - left.single) + max(0, rooms.twin - left.twin)
      }
    }
    return units
  }

  /// Rooms for every session with which `beds` holds, or nothing when there are none.
  func fittingRooms(_ plan: Plan) -> [TrainingSession: Rooms]? {
    var all: [TrainingSession: Rooms] = [:]
    for site in year.sites.indices {
      let sessions = plan.open.keys.filter { $0.site == site }.sorted()
      guard let last = sessions.map({ days($0).upperBound }).max(),
        let first = sessions.map({ days($0).lowerBound }).min()
      else { continue }
      let left = (first...last).map { roomsLeft(at: site, on: $0) }
      guard let rooms = fittingRooms(plan, sessions[...], left: left, from: first) else {
        return nil
      }
      all.merge(rooms) { one, _ in one }
    }
    return all
  }

  private func fittingRooms(
    _ plan: Plan, _ sessions: ArraySlice<TrainingSession>, left: [Rooms], from first: Int
  ) -> [TrainingSession: Rooms]? {
    guard let session = sessions.first else { return [:] }
    let groups = plan.open[session] ?? []
    let most = nights(session).map { left[$0 - first].twin }.min() ?? 0
    for twins in 0...max(0, min(most, groups.reduce(0) { $0 + people($1) })) {
      let rooms = Rooms(
        single: singlesNeeded(session, groups, twins: twins), twin: twins)
      var rest = left
      for night in nights(session) {
        rest[night - first].single -= rooms.single
        rest[night - first].twin -= rooms.twin
      }
      guard rest.allSatisfy({ $0.single >= 0 && $0.twin >= 0 }),
        var others = fittingRooms(plan, sessions.dropFirst(), left: rest, from: first)
      else { continue }
      others[session] = rooms
      return others
    }
    return nil
  }

  // MARK: - Classes

  private func classes(_ session: TrainingSession, _ groups: [TrainingGroup]) -> [String: Int] {
    var pupils: [String: Int] = [:]
    for group in groups {
      var language = course(session).language
      if language.isEmpty { language = year.countries[country(group)].language }
      pupils[language, default: 0] += people(group)
    }
    let size = course(session).classSize ?? year.sites[session.site].classSize
    return pupils.mapValues { count in
      var classes = 0
      while classes * size < count { classes += 1 }
      return classes
    }
  }

  /// Classes of each language, by site and morning.
  private func timetable(_ plan: Plan) -> [Int: [Int: [String: Int]]] {
    var table: [Int: [Int: [String: Int]]] = [:]
    for (session, groups) in plan.open {
      let classes = classes(session, groups)
      for morning in mornings(session) {
        table[session.site, default: [:]][morning, default: [:]].merge(classes, uniquingKeysWith: +)
      }
    }
    return table
  }

  func classroomUnits(_ plan: Plan) -> Int {
    var units = 0
    for (site, mornings) in timetable(plan) {
      for (morning, classes) in mornings {
        var rooms = year.sites[site].classrooms
        for booking in year.siteBookings
        where booking.site == site && booking.days.contains(Day(number: morning)) {
          rooms -= booking.classrooms
        }
        units += max(0, classes.values.reduce(0, +) - max(0, rooms))
      }
    }
    return units
  }

  func lecturerUnits(_ plan: Plan) -> Int {
    var units = 0
    for (site, mornings) in timetable(plan) where !year.sites[site].lecturers.isEmpty {
      for classes in mornings.values {
        for (language, count) in classes {
          let most = year.sites[site].lecturers.first { $0.language == language }?.classes ?? 0
          units += max(0, count - most)
        }
      }
    }
    return units
  }
}
