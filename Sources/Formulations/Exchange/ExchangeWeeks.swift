// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// In which weeks schools may send and host: a bit for each day on which a visit may begin,
/// the lowest the first.
package struct ExchangeWeeks: Sendable {
  /// The days on which a visit may begin.
  package let starts: [Day]
  /// Weeks that a visit takes.
  package let length: Int
  /// In which weeks a visit may begin for which the school sends; for which it hosts.
  package let sending: [UInt64]
  package let hosting: [UInt64]
  /// Weeks in which a visit has days that the school's country had rather avoid.
  package let avoided: [UInt64]

  /// - Complexity: O(schools + calendars × weeks).
  package init(_ year: ProgrammeYear) {
    let data = year.exchange
    let starts = data.rules.starts(in: year.fiscalYear)
    let days = data.rules.days
    self.starts = starts
    length = data.rules.weeksOfVisit
    let all: UInt64 = starts.count >= 64 ? .max : (1 << UInt64(starts.count)) - 1
    /// Weeks whose visit shares a day with a range.
    func touched(_ range: ClosedRange<Day>) -> UInt64 {
      var mask: UInt64 = 0
      for (week, start) in starts.enumerated()
      where start <= range.upperBound && start.adding(days: days - 1) >= range.lowerBound {
        mask |= 1 << UInt64(week)
      }
      return mask
    }
    /// Weeks whose visit lies between two days.
    func within(_ from: Day?, _ to: Day?) -> UInt64 {
      var mask: UInt64 = 0
      for (week, start) in starts.enumerated()
      where start >= from ?? start && start.adding(days: days - 1) <= to ?? start.adding(days: days)
      {
        mask |= 1 << UInt64(week)
      }
      return mask
    }
    struct Place: Hashable {
      let country: Int?
      let area: String
    }
    struct Closings {
      var blocked: UInt64 = 0
      var avoided: UInt64 = 0
      var outOfSession: UInt64 = 0
    }
    var known: [Place: Closings] = [:]
    func closings(of school: ExchangeSchool) -> Closings {
      // Entries of Japan concern everybody there.
      let place = Place(country: school.country, area: school.isInJapan ? "" : school.area)
      if let closings = known[place] { return closings }
      var closings = Closings()
      let code = school.country.map { year.countries[$0].id } ?? CalendarEntry.japan
      for entry in year.training.calendars where entry.country == code {
        if !school.isInJapan, !entry.areas.isEmpty, !entry.areas.contains(school.area) { continue }
        let mask = touched(entry.days)
        if entry.blocks.contains(.teachers) { closings.blocked |= mask }
        if entry.avoids.contains(.teachers) { closings.avoided |= mask }
        if entry.kind != .festival { closings.outOfSession |= mask }
      }
      known[place] = closings
      return closings
    }
    var sending: [UInt64] = []
    var hosting: [UInt64] = []
    var avoided: [UInt64] = []
    for school in data.schools {
      let closings = closings(of: school)
      var (sends, hosts) = (all, all)
      if data.rules[.calendars] != .off {
        sends &= ~closings.blocked
        hosts &= ~closings.blocked
      }
      if data.rules[.inSession] != .off { hosts &= ~closings.outOfSession }
      if data.rules[.windows] != .off {
        sends &= within(school.sendsFrom, school.sendsTo)
        hosts &= within(school.hostsFrom, school.hostsTo)
        for range in school.closed {
          sends &= ~touched(range)
          hosts &= ~touched(range)
        }
      }
      sending.append(sends)
      hosting.append(hosts)
      avoided.append(closings.avoided)
    }
    self.sending = sending
    self.hosting = hosting
    self.avoided = avoided
  }

  /// The weeks that a visit takes which begins in one.
  package func taken(by week: Int) -> UInt64 { ((1 << UInt64(length)) - 1) << UInt64(week) }

  /// Whether a visit of each of two sets of weeks can be had without sharing a week.
  package func canBeApart(_ one: UInt64, _ two: UInt64) -> Bool {
    guard one != 0, two != 0 else { return false }
    func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount }
    func last(_ mask: UInt64) -> Int { 63 - mask.leadingZeroBitCount }
    return last(one) - first(two) >= length || last(two) - first(one) >= length
  }

  /// The weeks of a mask, the earliest first.
  package static func weeks(of mask: UInt64) -> [Int] {
    var (weeks, rest) = ([Int](), mask)
    while rest != 0 {
      weeks.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return weeks
  }
}
