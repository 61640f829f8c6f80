// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `predeparture`.
///
/// An instance is a site. Its units are its worst shortage of beds over all
/// nights, and its worst shortage of rooms over all days.
enum PredepartureCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.predeparture, on: plan) { findings(on: plan) }]
  }

  /// A cohort's stay at a site.
  private struct Session {
    let days: ClosedRange<Day>
    let placements: Int
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    var found = Findings(checked: plan.year.sites.count)
    for (index, site) in plan.year.sites.enumerated() {
      let sessions = zip(plan.year.cohorts, plan.cohortCounts).compactMap { cohort, count in
        cohort.predepartureSite == index
          ? cohort.predeparture.map { Session(days: $0, placements: count) } : nil
      }
      let bookings = plan.year.siteBookings.filter { $0.site == index }
      // What is taken only grows on a day on which something begins.
      let days = Set(sessions.map(\.days.lowerBound) + bookings.map(\.days.lowerBound)).sorted()
      let beds = worst(days) { day in
        let needed = sessions.filter { isNight(day, of: $0.days) }.reduce(0) { $0 + $1.placements }
        let booked = bookings.filter { isNight(day, of: $0.days) }.reduce(0) { $0 + $1.beds }
        return (needed, max(0, site.beds - booked))
      }
      let rooms = worst(days) { day in
        let size = max(1, site.classSize)
        let needed = sessions.filter { $0.days.contains(day) }
          .reduce(0) { $0 + ($1.placements + size - 1) / size }
        let booked = bookings.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.classrooms }
        return (needed, max(0, site.classrooms - booked))
      }
      if let beds {
        found.violations.append(
          beds.violation(at: site) {
            "\($0) needs \(plain: $1.needed, "bed", "beds") on the night of \($1.day); \($1.free) left there."
          })
      }
      if let rooms {
        found.violations.append(
          rooms.violation(at: site) {
            "\($0) needs \(plain: $1.needed, "classroom", "classrooms") on \($1.day); \($1.free) left there."
          })
      }
    }
    return found
  }

  /// Whether somebody who stays these days sleeps there on the night after a day.
  private static func isNight(_ day: Day, of days: ClosedRange<Day>) -> Bool {
    days.lowerBound <= day && day < days.upperBound
  }

  /// A day on which more is needed than there is.
  private struct Shortage {
    let day: Day
    let needed: Int
    let free: Int

    func violation(at site: Site, sentence: (String, Shortage) -> Sentence) -> Violation {
      Violation(
        units: needed - free, subjects: [.site(site.id)], sentence: sentence(site.id, self))
    }
  }

  /// The first of the days with the greatest shortage, or nothing without one.
  private static func worst(
    _ days: [Day], _ balance: (Day) -> (needed: Int, free: Int)
  ) -> Shortage? {
    var worst: Shortage?
    for day in days {
      let (needed, free) = balance(day)
      guard needed - free > worst.map({ $0.needed - $0.free }) ?? 0 else { continue }
      worst = Shortage(day: day, needed: needed, free: free)
    }
    return worst
  }
}
