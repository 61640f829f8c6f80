// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What two schools of a year may do, pair by pair, for those who ask about few pairs only.
package struct ExchangeOffers: Sendable {
  package let year: ProgrammeYear
  private let weeks: ExchangeWeeks
  private let test: ExchangePairTest

  /// - Complexity: O(schools).
  package init(_ year: ProgrammeYear) {
    self.year = year
    weeks = ExchangeWeeks(year)
    test = ExchangePairTest(year, weeks)
  }

  /// What the hard rules about two schools and their weeks leave of visits; none where they may
  /// not be partners.
  package func choices(of pair: SchoolPair) -> [ExchangeEligibility.Choice] {
    let schools = year.exchange.schools
    var choices: [ExchangeEligibility.Choice] = []
    guard schools[pair.japan].partners > 0, schools[pair.abroad].partners > 0,
      let penalty = test.penalty(of: pair.japan, with: pair.abroad)
    else { return [] }
    test.addChoices(of: pair.japan, with: pair.abroad, pair: 0, penalty, to: &choices)
    return choices
  }

  /// The weighted points of two schools.
  package func points(of pair: SchoolPair) -> Int {
    Int(test.points(of: pair.japan, with: pair.abroad))
  }

  /// The pairs that a school may be in, by the other school.
  package func pairs(of school: Int) -> [SchoolPair] {
    let data = year.exchange
    return data.schools[school].isInJapan
      ? data.abroad.map { SchoolPair(japan: school, abroad: $0) }
        .filter { !choices(of: $0).isEmpty }
      : data.inJapan.map { SchoolPair(japan: $0, abroad: school) }
        .filter { !choices(of: $0).isEmpty }
  }

  /// Makes two schools partners in a plan in which nothing else changes.
  ///
  /// - Parameters:
  ///   - pair: The schools, which are no partners in the plan.
  ///   - plan: The plan.
  /// - Returns: The best of their choices for which weeks are free, with the earliest weeks
  ///   that nobody would avoid; nothing where none is.
  /// - Complexity: O(partnerships + weeks²).
  package func partnership(of pair: SchoolPair, beside plan: ExchangePlan) -> Partnership? {
    let rules = year.exchange.rules
    let (taken, full) = occupied(beside: pair, in: plan)
    let isOneAtATime = rules[.oneAtATime] != .off
    let avoided = weeks.avoided[pair.japan] | weeks.avoided[pair.abroad]
    func free(_ mask: UInt64, isToJapan: Bool) -> [Int] {
      let open = ExchangeWeeks.weeks(of: mask).filter { week in
        let wanted = weeks.taken(by: week)
        return !(isOneAtATime && taken & wanted != 0) && !(isToJapan && full & wanted != 0)
      }
      return open.filter { avoided >> UInt64($0) & 1 == 0 }
        + open.filter { avoided >> UInt64($0) & 1 == 1 }
    }
    let coming = free(
      weeks.hosting[pair.japan] & weeks.sending[pair.abroad], isToJapan: true)
    let going = free(
      weeks.hosting[pair.abroad] & weeks.sending[pair.japan], isToJapan: false)
    let choices = choices(of: pair).enumerated().sorted {
      let (one, two) = ($0.element, $1.element)
      return (one.penalty, -one.debts, one.repeats, one.avoided, $0.offset)
        < (two.penalty, -two.debts, two.repeats, two.avoided, $1.offset)
    }.map(\.element.ways)
    for ways in choices {
      switch ways {
      case .toJapan:
        if let week = coming.first { return Partnership(pair, toJapan: weeks.starts[week]) }
      case .fromJapan:
        if let week = going.first { return Partnership(pair, fromJapan: weeks.starts[week]) }
      case .both:
        for week in coming {
          let other = going.first {
            !isOneAtATime || weeks.taken(by: week) & weeks.taken(by: $0) == 0
          }
          guard let other else { continue }
          return Partnership(
            pair, toJapan: weeks.starts[week], fromJapan: weeks.starts[other])
        }
      }
    }
    return nil
  }

  /// Weeks in which one of two schools has a visit, and those in which the prefecture hosts as
  /// many groups as it can.
  private func occupied(beside pair: SchoolPair, in plan: ExchangePlan) -> (UInt64, UInt64) {
    let data = year.exchange
    var positions: [Day: Int] = [:]
    for (week, start) in weeks.starts.enumerated() { positions[start] = week }
    var taken: UInt64 = 0
    var groups = [Int](repeating: 0, count: 64)
    for other in plan.partnerships {
      let isOwn = other.pair.japan == pair.japan || other.pair.abroad == pair.abroad
      for (day, isToJapan) in [(other.toJapan, true), (other.fromJapan, false)] {
        guard let week = day.flatMap({ positions[$0] }) else { continue }
        let mask = weeks.taken(by: week)
        if isOwn { taken |= mask }
        guard isToJapan,
          data.schools[other.pair.japan].area == data.schools[pair.japan].area
        else { continue }
        for slot in ExchangeWeeks.weeks(of: mask) { groups[slot] += 1 }
      }
    }
    guard data.rules[.prefectureWeek] != .off else { return (taken, 0) }
    let full = groups.indices.reduce(UInt64(0)) {
      groups[$1] >= data.rules.groupsOfWeek ? $0 | 1 << UInt64($1) : $0
    }
    return (taken, full)
  }
}
