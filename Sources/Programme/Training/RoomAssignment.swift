// SPDX-License-Identifier: GPL-3.0-or-later

/// A room with one bed or with two.
package enum RoomKind: String, CaseIterable, Sendable {
  case single, twin

  package var beds: Int { self == .single ? 1 : 2 }
}

/// Somebody who sleeps at a site: one of a group, by number.
package struct RoomOccupant: Hashable, Sendable {
  package var group: TrainingGroup
  /// From 1 on in each group: women, men, others, then leaders in the same order.
  package var number: Int
  /// Whether it is a teacher who leads students.
  package var isLeader: Bool
  package var sex: Sex

  package init(_ group: TrainingGroup, number: Int, isLeader: Bool, sex: Sex) {
    self.group = group
    self.number = number
    self.isLeader = isLeader
    self.sex = sex
  }
}

/// Who has a room of a site during a stay: a row of `rooms.csv`.
package struct RoomAssignment: Hashable, Sendable {
  /// Index into the year's sites.
  package var site: Int
  package var kind: RoomKind
  /// From 1 on, at each site and of each kind.
  package var number: Int
  /// First and last night; a night has the day on which it begins.
  package var nights: ClosedRange<Day>
  package var occupants: [RoomOccupant]

  package init(
    site: Int, kind: RoomKind, number: Int, nights: ClosedRange<Day>, occupants: [RoomOccupant]
  ) {
    self.site = site
    self.kind = kind
    self.number = number
    self.nights = nights
    self.occupants = occupants
  }
}

extension Site {
  /// Rooms of a kind, those that bookings hold among them; 0 or more.
  package func rooms(_ kind: RoomKind) -> Int {
    switch kind {
    case .single: Int(clamping: max(0, Int128(beds) - 2 * Int128(twinRooms)))
    case .twin: max(0, twinRooms)
    }
  }
}

extension TrainingSession {
  /// First and last night: all days but the last.
  ///
  /// A session of one day, which no course has, would have one night.
  package func nights(in year: ProgrammeYear) -> ClosedRange<Day> {
    let days = days(in: year)
    return days.lowerBound...max(days.lowerBound, days.upperBound.adding(days: -1))
  }
}

extension TrainingGroup {
  /// Everybody of the group, by number.
  package func occupants(in year: ProgrammeYear, hosting: HostingFacts) -> [RoomOccupant] {
    var everybody: [RoomOccupant] = []
    func add(_ people: Headcount, isLeader: Bool) {
      for (sex, count) in [
        (Sex.female, people.women), (.male, people.men), (.unspecified, people.others),
      ] {
        for _ in 0..<max(0, count) {
          everybody.append(
            RoomOccupant(self, number: everybody.count + 1, isLeader: isLeader, sex: sex))
        }
      }
    }
    switch self {
    case .cohort: add(headcount(in: year, hosting: hosting), isLeader: false)
    case .delegation(let index):
      guard year.training.delegations.indices.contains(index) else { return [] }
      add(year.training.delegations[index].members, isLeader: false)
      add(year.training.delegations[index].leaders, isLeader: true)
    }
    return everybody
  }
}
