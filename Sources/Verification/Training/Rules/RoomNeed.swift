// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The rooms that the people of a session need.
struct RoomNeed: Hashable {
  /// Everybody.
  let people: Int
  /// Rooms for two that take two people each, at most.
  let pairs: Int
  /// Those who are alone when there are that many pairs.
  var alone: Int { people - 2 * pairs }

  init(of session: SessionFacts, in plan: TrainingFacts) {
    var members = Headcount()
    var leaders = Headcount()
    for group in session.groups {
      members = members + (plan.delegation(group)?.members ?? plan.headcount(group))
      leaders = leaders + (plan.delegation(group)?.leaders ?? Headcount())
    }
    people = (members + leaders).people
    let kin = [members.women, members.men, leaders.women, leaders.men]
    pairs = session.course.sharesRooms ? kin.reduce(0) { $0 + $1 / 2 } : 0
  }

  init(people: Int, pairs: Int) {
    self.people = people
    self.pairs = pairs
  }

  /// Rooms for one that are needed beside so many rooms for two: pairs have
  /// theirs first, then each takes somebody alone.
  func singles(besideTwins twins: Int) -> Int {
    let shared = min(max(0, twins), pairs)
    return people - 2 * shared - min(alone, max(0, twins - pairs))
  }
}

/// Rooms of a site or a session, by kind.
struct RoomCount: Hashable {
  var singles: Int
  var twins: Int

  static func + (left: RoomCount, right: RoomCount) -> RoomCount {
    RoomCount(singles: left.singles + right.singles, twins: left.twins + right.twins)
  }

  /// What a site's bookings leave on the night after a day.
  init(leftAt index: Int, on night: Day, in year: ProgrammeYear) {
    let site = year.sites[index]
    var bookedSingles = Int128(0)
    var bookedTwins = Int128(0)
    for booking in year.siteBookings
    where booking.site == index && booking.days.lowerBound <= night
      && night < booking.days.upperBound
    {
      bookedTwins += Int128(booking.twinRooms)
      bookedSingles += max(0, Int128(booking.beds) - 2 * Int128(booking.twinRooms))
    }
    let singles = Int128(site.rooms(.single))
    // Two beds that find no room for one, or the last of them, take a room for two.
    let over = (max(0, bookedSingles - singles) + 1) / 2
    self.singles = Int(clamping: max(0, singles - bookedSingles))
    twins = Int(clamping: max(0, Int128(site.rooms(.twin)) - bookedTwins - over))
  }

  init(singles: Int, twins: Int) {
    self.singles = singles
    self.twins = twins
  }
}
