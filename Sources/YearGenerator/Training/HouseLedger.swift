// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Rooms with one bed and rooms with two.
struct HouseRooms {
  var singles: Int
  var twins: Int
}

/// What a session takes of its house.
struct SessionNeed {
  var people = 0
  /// Couples who may share a room.
  var pairs = 0
  /// Classes of each language.
  var classes: [String: Int] = [:]

  init(
    of groups: [TrainingGroup], in session: TrainingSession, year: ProgrammeYear,
    hosting: HostingFacts
  ) {
    let course = year.training.courses[session.course]
    var pools = [0, 0, 0, 0]
    var taught: [String: Int] = [:]
    for group in groups {
      let members: Headcount
      let leaders: Headcount
      let country: Int
      switch group {
      case .cohort(let index):
        (members, leaders) = (hosting.partners[index], Headcount())
        country = year.cohorts[index].country
      case .delegation(let index):
        let delegation = year.training.delegations[index]
        (members, leaders) = (delegation.members, delegation.leaders)
        country = year.schools[delegation.school].country
      }
      let own = members.people + leaders.people
      people += own
      if course.sharesRooms {
        for (pool, count) in [members.women, members.men, leaders.women, leaders.men].enumerated() {
          pools[pool] += count / 2
        }
      }
      let language = course.language.isEmpty ? year.countries[country].language : course.language
      taught[language, default: 0] += own
    }
    pairs = pools.reduce(0, +)
    let size = course.classSize ?? year.sites[session.site].classSize
    classes = taught.mapValues { ($0 + size - 1) / size }
  }
}

/// What is left of one house, night by night and morning by morning.
struct HouseLedger {
  private let first: Int
  private var singles: [Int]
  private var twins: [Int]
  private var classrooms: [Int]
  /// Lecturers of each language; none where there is no limit.
  private var lecturers: [String: [Int]]?
  private var isClosed: [Bool]

  init(_ year: ProgrammeYear, site index: Int, in span: ClosedRange<Day>) {
    let site = year.sites[index]
    let count = span.upperBound.number - span.lowerBound.number + 1
    first = span.lowerBound.number
    twins = Array(repeating: site.twinRooms, count: count)
    singles = Array(repeating: site.beds - 2 * site.twinRooms, count: count)
    classrooms = Array(repeating: site.classrooms, count: count)
    isClosed = Array(repeating: false, count: count)
    if !site.lecturers.isEmpty {
      lecturers = [:]
      for entry in site.lecturers {
        lecturers?[entry.language] = Array(repeating: entry.classes, count: count)
      }
    }
    for booking in year.siteBookings where booking.site == index {
      for day in positions(of: booking.days) {
        classrooms[day] -= booking.classrooms
        guard day + first < booking.days.upperBound.number else { continue }
        twins[day] -= booking.twinRooms
        singles[day] -= booking.beds - 2 * booking.twinRooms
      }
    }
    for days in site.closed {
      for day in positions(of: days) { isClosed[day] = true }
    }
  }

  private func positions(of days: ClosedRange<Day>) -> Range<Int> {
    let low = min(singles.count, max(0, days.lowerBound.number - first))
    return low..<max(low, min(singles.count, days.upperBound.number - first + 1))
  }

  /// Rooms that are left on all nights; a room for one that is missing takes a
  /// room for two.
  private func left(on days: ClosedRange<Day>) -> HouseRooms {
    var left = HouseRooms(singles: .max, twins: .max)
    for day in positions(of: days).dropLast() {
      let missing = max(0, -singles[day])
      left.singles = min(left.singles, max(0, singles[day]))
      left.twins = min(left.twins, max(0, twins[day] - (missing + 1) / 2))
    }
    return left
  }

  /// Rooms for a session's people, if there are enough.
  private func rooms(for need: SessionNeed, on days: ClosedRange<Day>) -> HouseRooms? {
    let left = left(on: days)
    let shared = min(need.pairs, left.twins)
    let singles = need.people - 2 * shared
    return singles <= left.singles ? HouseRooms(singles: singles, twins: shared) : nil
  }

  /// Whether a session with this need fits.
  func fits(_ need: SessionNeed, on days: ClosedRange<Day>) -> Bool {
    guard !positions(of: days).contains(where: { isClosed[$0] }), rooms(for: need, on: days) != nil
    else { return false }
    let classes = need.classes.values.reduce(0, +)
    return mornings(of: days).allSatisfy { day in
      classes <= classrooms[day]
        && need.classes.allSatisfy { language, count in
          lecturers.map { count <= $0[language]?[day] ?? 0 } ?? true
        }
    }
  }

  private func mornings(of days: ClosedRange<Day>) -> [Int] {
    positions(of: days).dropFirst().dropLast().filter {
      Day(number: $0 + first).weekday != .sunday
    }
  }

  /// Takes what a session needs, and gives its rooms.
  mutating func take(_ need: SessionNeed, on days: ClosedRange<Day>) -> HouseRooms {
    let held = rooms(for: need, on: days) ?? HouseRooms(singles: need.people, twins: 0)
    for day in positions(of: days).dropLast() {
      singles[day] -= held.singles
      twins[day] -= held.twins
    }
    for day in mornings(of: days) {
      for (language, count) in need.classes {
        classrooms[day] -= count
        lecturers?[language]?[day] -= count
      }
    }
    return held
  }
}
