// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Checks a list of rooms against the plan that it is for.
///
/// Looks for rooms that a site has not, beds that are used twice in a night, people
/// in one room who may not share it, people who are not there, people with two beds
/// in a night, and people without a bed.
///
/// - Returns: What is wrong, in this order; by site, kind and number of the room,
///   and by group and number of the person. Each room, pair or person is a unit.
/// - Complexity: O(*n* log *n*) for *n* rows, times the rows of a room that
///   overlap.
package func checkRooms(
  _ rows: [RoomAssignment], for plan: TrainingPlan, in year: ProgrammeYear,
  hosting: HostingFacts
) -> [Violation] {
  let list = RoomListCheck(rows, of: TrainingFacts(plan, in: year, hosting: hosting))
  return list.unknownRooms + list.crowdedRooms + list.strangers + list.badlyBedded
}

private struct RoomListCheck {
  private let plan: TrainingFacts
  private let rows: [RoomAssignment]

  private struct Room: Hashable, Comparable {
    let site: Int
    let kind: RoomKind
    let number: Int

    init(_ row: RoomAssignment) {
      (site, kind, number) = (row.site, row.kind, row.number)
    }

    static func < (left: Room, right: Room) -> Bool {
      (left.site, left.kind.rawValue, left.number)
        < (right.site, right.kind.rawValue, right.number)
    }
  }

  /// One of a group.
  private struct Person: Hashable, Comparable {
    let group: TrainingGroup
    let number: Int

    init(_ occupant: RoomOccupant) {
      (group, number) = (occupant.group, occupant.number)
    }

    static func < (left: Person, right: Person) -> Bool {
      (left.group, left.number) < (right.group, right.number)
    }
  }

  init(_ rows: [RoomAssignment], of plan: TrainingFacts) {
    self.plan = plan
    self.rows = rows
  }

  private func phrase(_ room: Room) -> Sentence {
    let site = plan.year.sites.indices.contains(room.site) ? plan.year.sites[room.site].id : "?"
    return "\(room.kind.rawValue) room \(room.number) at \(site)"
  }

  private func phrase(_ occupant: RoomOccupant) -> Sentence {
    guard plan.sessionsOfGroup[occupant.group] != nil else { return "Somebody of no group" }
    return "\(plan.id(of: occupant.group)) number \(occupant.number)"
  }

  private func subjects(_ room: Room, _ occupants: [RoomOccupant] = []) -> [Subject] {
    (plan.year.sites.indices.contains(room.site) ? [.site(plan.year.sites[room.site].id)] : [])
      + occupants.filter { plan.sessionsOfGroup[$0.group] != nil }.map { plan.subject($0.group) }
  }

  var unknownRooms: [Violation] {
    Set(rows.map(Room.init)).sorted().compactMap { room in
      let count =
        plan.year.sites.indices.contains(room.site)
        ? plan.year.sites[room.site].rooms(room.kind) : 0
      guard room.number < 1 || room.number > count else { return nil }
      return Violation(
        subjects: subjects(room),
        sentence: count == 1
          ? "There is no \(phrase(room)); it has 1 \(room.kind.rawValue) room."
          : "There is no \(phrase(room)); it has \(count) \(room.kind.rawValue) rooms.")
    }
  }

  var crowdedRooms: [Violation] {
    Dictionary(grouping: rows, by: Room.init).sorted { $0.key < $1.key }
      .flatMap { violations(in: $0.key, of: $0.value) }
  }

  private func violations(in room: Room, of rows: [RoomAssignment]) -> [Violation] {
    var found: [Violation] = []
    var isOverfull = false
    var pairs: Set<[Person]> = []
    // A room only fills on a night on which somebody comes.
    for night in Set(rows.map(\.nights.lowerBound)).sorted() {
      let here = rows.filter { $0.nights.contains(night) }.flatMap(\.occupants)
      if here.count > room.kind.beds, !isOverfull {
        isOverfull = true
        found.append(
          Violation(
            subjects: subjects(room, here),
            sentence: """
              \(Listing(here.map { phrase($0) }, .plain)) are in \(phrase(room)) on the night of \
              \(night), which has \(plain: room.kind.beds, "bed", "beds").
              """))
      }
      for (index, second) in here.enumerated() {
        for first in here[..<index] {
          guard let obstacle = obstacle(first, second),
            pairs.insert([Person(first), Person(second)]).inserted
          else { continue }
          found.append(
            Violation(
              subjects: subjects(room, [first, second]),
              sentence: """
                \(phrase(first)) and \(phrase(second)) may not share \(phrase(room)) on the night \
                of \(night): \(obstacle).
                """))
        }
      }
    }
    return found
  }

  /// Why two people may not share a room for two, or nothing when they may.
  private func obstacle(_ first: RoomOccupant, _ second: RoomOccupant) -> Sentence? {
    let common = (plan.sessionsOfGroup[first.group] ?? []).first {
      plan.sessionsOfGroup[second.group]?.contains($0) ?? false
    }
    guard let common else { return "they are not in one session" }
    guard plan.sessions[common].course.sharesRooms else { return "the course has rooms for one" }
    guard first.sex == second.sex, first.sex != .unspecified else {
      return "they are not two women or two men"
    }
    return first.isLeader == second.isLeader ? nil : "one of them leads"
  }

  /// People who have a bed where their session is not, or who are not in the plan.
  var strangers: [Violation] {
    var told: Set<Person> = []
    return rows.flatMap { row in
      row.occupants.compactMap { occupant in
        let isThere = (plan.sessionsOfGroup[occupant.group] ?? []).contains { offset in
          let session = plan.sessions[offset]
          return session.session.site == row.site && session.isNight(row.nights.lowerBound)
            && session.isNight(row.nights.upperBound)
        }
        let isKnown = occupant.group.occupants(in: plan.year, hosting: plan.hosting)
          .contains(occupant)
        guard !isThere || !isKnown, told.insert(Person(occupant)).inserted else { return nil }
        return Violation(
          subjects: subjects(Room(row), [occupant]),
          sentence: """
            \(phrase(occupant)) has \(phrase(Room(row))) on the nights of \(stretch(row.nights)); \
            the plan has nobody like that there then.
            """)
      }
    }
  }

  /// People with two beds in a night or none.
  var badlyBedded: [Violation] {
    var stays: [Person: [RoomAssignment]] = [:]
    for row in rows {
      for occupant in row.occupants { stays[Person(occupant), default: []].append(row) }
    }
    var found: [Violation] = []
    for attendance in plan.attendances {
      let session = plan.sessions[attendance.session]
      for person in attendance.group.occupants(in: plan.year, hosting: plan.hosting) {
        let rows = (stays[Person(person)] ?? []).filter { $0.site == session.session.site }
        let beds = (session.days.lowerBound.number..<session.days.upperBound.number).map { night in
          (night: Day(number: night), count: rows.count { $0.nights.contains(Day(number: night)) })
        }
        for (beds, hasNone) in [
          (beds.filter { $0.count > 1 }, false), (beds.filter { $0.count == 0 }, true),
        ] {
          guard let first = beds.first else { continue }
          let nights: Sentence =
            beds.count > 1
            ? "\(first.night) and \(plain: beds.count - 1, "other night", "other nights")"
            : "\(first.night)"
          let (who, site) = (phrase(person), session.site.id)
          found.append(
            Violation(
              subjects: plan.subjects(person.group, in: session),
              sentence: hasNone
                ? "\(who) has no bed at \(site) on the night of \(nights)."
                : "\(who) has two beds at \(site) on the night of \(nights)."))
        }
      }
    }
    return found
  }
}
