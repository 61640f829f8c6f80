// SPDX-License-Identifier: GPL-3.0-or-later

/// Gives everybody of a plan a room for all nights of their session.
///
/// Sessions come in the order of start, course and site. Two who may share have
/// a room for two together, those of one group first, as far as the session has
/// such rooms; the others have a room for one each, then a room for two alone.
/// Each room has the lowest number that is free on all its nights, which is at
/// most the site's rooms when the rule `beds` holds. Rooms that bookings hold are
/// not numbered. People for whom the session holds no bed have no row.
///
/// - Returns: A row for each room and session, in the order of sessions, rooms
///   for two first, by number.
/// - Complexity: O(rows × rooms of the site).
package func assignRooms(
  _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts
) -> [RoomAssignment] {
  var groups: [Int: Set<TrainingGroup>] = [:]
  for attendance in plan.attendances {
    groups[attendance.session, default: []].insert(attendance.group)
  }
  let order = plan.sessions.indices.sorted { plan.sessions[$0].session < plan.sessions[$1].session }
  var house = NumberedRooms()
  var rows: [RoomAssignment] = []
  for offset in order {
    let open = plan.sessions[offset]
    guard year.training.courses.indices.contains(open.session.course),
      year.sites.indices.contains(open.session.site)
    else { continue }
    let people = (groups[offset] ?? []).sorted().flatMap {
      $0.occupants(in: year, hosting: hosting)
    }
    let course = year.training.courses[open.session.course]
    let beds = RoomMates(people, open: open, sharing: course.sharesRooms)
    let nights = open.session.nights(in: year)
    for (kind, stays) in [(RoomKind.twin, beds.twins), (.single, beds.singles)] {
      for occupants in stays {
        let number = house.take(kind, at: open.session.site, during: nights)
        rows.append(
          RoomAssignment(
            site: open.session.site, kind: kind, number: number, nights: nights,
            occupants: occupants))
      }
    }
  }
  return rows
}

/// Which people of a session sleep in one room.
private struct RoomMates {
  private(set) var twins: [[RoomOccupant]] = []
  private(set) var singles: [[RoomOccupant]] = []

  private struct Kin: Hashable {
    let sex: Sex
    let isLeader: Bool
    /// None for pairs of different groups.
    let group: TrainingGroup?
  }

  init(_ people: [RoomOccupant], open: OpenSession, sharing: Bool) {
    var waiting = people
    if sharing {
      waiting = pair(waiting, most: open.twinRooms) {
        Kin(sex: $0.sex, isLeader: $0.isLeader, group: $0.group)
      }
      waiting = pair(waiting, most: open.twinRooms) {
        Kin(sex: $0.sex, isLeader: $0.isLeader, group: nil)
      }
    }
    let alone = min(waiting.count, max(0, open.singleRooms))
    singles = waiting.prefix(alone).map { [$0] }
    let left = max(0, open.twinRooms - twins.count)
    twins += waiting.dropFirst(alone).prefix(left).map { [$0] }
  }

  /// Puts two of a kin into a room until so many rooms are taken, and gives those
  /// who are left, in their order.
  private mutating func pair(
    _ people: [RoomOccupant], most: Int, by kin: (RoomOccupant) -> Kin
  ) -> [RoomOccupant] {
    var first: [Kin: RoomOccupant] = [:]
    var paired: Set<RoomOccupant> = []
    for person in people where person.sex != .unspecified && twins.count < most {
      if let mate = first.removeValue(forKey: kin(person)) {
        twins.append([mate, person])
        paired.formUnion([mate, person])
      } else {
        first[kin(person)] = person
      }
    }
    return people.filter { !paired.contains($0) }
  }
}

/// The rooms of all sites, with the last night on which each is taken.
private struct NumberedRooms {
  private struct House: Hashable {
    let site: Int
    let kind: RoomKind
  }

  private var takenUntil: [House: [Day]] = [:]

  /// Takes the lowest room that is free from the first night on, for stays that
  /// come in the order of their first nights.
  mutating func take(_ kind: RoomKind, at site: Int, during nights: ClosedRange<Day>) -> Int {
    let house = House(site: site, kind: kind)
    let free = takenUntil[house, default: []].firstIndex { $0 < nights.lowerBound }
    if let free {
      takenUntil[house]?[free] = nights.upperBound
      return free + 1
    }
    takenUntil[house, default: []].append(nights.upperBound)
    return takenUntil[house]?.count ?? 1
  }
}
