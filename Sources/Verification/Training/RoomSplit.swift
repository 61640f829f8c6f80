// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The plan with rooms for everybody, as far as there are any.
///
/// Sessions whose rooms are enough for their people keep them, whether the site has
/// them or not. The others, in the order of start, course and site, take a room for
/// two for each pair, as far as rooms for two are left on all their nights; rooms
/// for one, as far as these are left; then rooms for two for those who are left,
/// and rooms for one that the site has not for the rest.
///
/// - Complexity: O(nights × (sessions + bookings) of a site, for each session).
package func roomSplit(
  of plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts
) -> TrainingPlan {
  let facts = TrainingFacts(plan, in: year, hosting: hosting)
  let needs = facts.sessions.map { RoomNeed(of: $0, in: facts) }
  var held = zip(facts.sessions, needs).map { session, need in
    session.singleRooms >= need.singles(besideTwins: session.twinRooms)
      ? RoomCount(singles: session.singleRooms, twins: session.twinRooms) : nil
  }
  for (offset, session) in facts.sessions.enumerated() where held[offset] == nil {
    let others = zip(facts.sessions, held).filter { $0.0.session.site == session.session.site }
    var left = RoomCount(singles: .max, twins: .max)
    for night in session.days.lowerBound.number..<session.days.upperBound.number {
      let night = Day(number: night)
      var tonight = RoomCount(leftAt: session.session.site, on: night, in: year)
      for (other, rooms) in others where other.isNight(night) {
        tonight.singles -= rooms?.singles ?? 0
        tonight.twins -= rooms?.twins ?? 0
      }
      left.singles = min(left.singles, max(0, tonight.singles))
      left.twins = min(left.twins, max(0, tonight.twins))
    }
    held[offset] = needs[offset].rooms(outOf: left)
  }
  var rooms: [TrainingSession: RoomCount] = [:]
  for (session, taken) in zip(facts.sessions, held) { rooms[session.session] = taken }
  var split = plan
  for offset in split.sessions.indices {
    // A session that stands twice has its rooms once.
    let taken = rooms.removeValue(forKey: split.sessions[offset].session)
    split.sessions[offset].singleRooms = taken?.singles ?? 0
    split.sessions[offset].twinRooms = taken?.twins ?? 0
  }
  return split
}

extension RoomNeed {
  /// Rooms to take out of those that are left.
  fileprivate func rooms(outOf left: RoomCount) -> RoomCount {
    let shared = min(pairs, left.twins)
    var rest = people - 2 * shared
    let singles = min(rest, left.singles)
    rest -= singles
    let lonely = min(rest, left.twins - shared)
    return RoomCount(singles: singles + rest - lonely, twins: shared + lonely)
  }
}
