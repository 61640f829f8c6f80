// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `beds`.
///
/// An instance is a site with sessions, or a session. Each room over on a night,
/// and each person without a bed, is a unit.
enum BedsCheck: TrainingCheck {
  static let rule = TrainingRule.beds

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for session in plan.sessions {
      found.checked += 1
      let needed = RoomNeed(of: session, in: plan).singles(besideTwins: session.twinRooms)
      guard needed > session.singleRooms else { continue }
      found.violations.append(
        Violation(
          units: needed - session.singleRooms, subjects: session.subjects,
          sentence: session.twinRooms > 0
            ? """
            \(session.phrase) needs \(plain: needed, "room", "rooms") for one beside \
            \(plain: session.twinRooms, "room", "rooms") for two; it holds \(session.singleRooms).
            """
            : """
            \(session.phrase) needs \(plain: needed, "room", "rooms") for one; it holds \
            \(session.singleRooms).
            """))
    }
    for (index, site) in plan.year.sites.enumerated() {
      let sessions = plan.sessions.filter { $0.session.site == index }
      guard let span = span(of: sessions) else { continue }
      found.checked += 1
      let nights = (span.lowerBound.number..<span.upperBound.number).map(Day.init(number:))
      let left = nights.map { RoomCount(leftAt: index, on: $0, in: plan.year) }
      let held = nights.map { night in
        sessions.filter { $0.isNight(night) }.reduce(RoomCount(singles: 0, twins: 0)) {
          $0 + RoomCount(singles: $1.singleRooms, twins: $1.twinRooms)
        }
      }
      found.violations += shortages(
        on: nights, needed: held.map(\.singles), left: left.map(\.singles)
      ).map {
        $0.violation(at: site, of: "\(plain: $0.needed, "room", "rooms") for one", on: .night)
      }
      found.violations += shortages(
        on: nights, needed: held.map(\.twins), left: left.map(\.twins)
      ).map {
        $0.violation(at: site, of: "\(plain: $0.needed, "room", "rooms") for two", on: .night)
      }
    }
    return found
  }
}

/// From the first to the last day on which one of the sessions is.
func span(of sessions: [SessionFacts]) -> ClosedRange<Day>? {
  guard let first = sessions.map(\.days.lowerBound).min(),
    let last = sessions.map(\.days.upperBound).max()
  else { return nil }
  return first...last
}

/// Nights or mornings on end on which equally more is needed than is left.
struct SiteShortage: Hashable {
  var days: ClosedRange<Day>
  /// Nights or mornings among them.
  var count: Int
  let needed: Int
  let left: Int

  /// - Parameters:
  ///   - site: Where it is.
  ///   - things: What is needed, such as `3 rooms for one`.
  ///   - time: When it is needed.
  /// - Returns: A unit for each one short on each night or morning.
  func violation(
    at site: Site, of things: Sentence, on time: Time
  ) -> Violation {
    let times: Sentence =
      switch (time, count) {
      case (.night, 1): "the night of \(stretch(days))"
      case (.night, _): "the nights of \(stretch(days))"
      case (.morning, 1): "the morning of \(stretch(days))"
      case (.morning, _): "the mornings of \(stretch(days))"
      }
    return Violation(
      units: (needed - left) * count, subjects: [.site(site.id)],
      sentence:
        "\(site.id) needs \(things) on \(times); \(plain: left, "is left there", "are left there")."
    )
  }

  /// When something is short.
  enum Time {
    case morning, night
  }
}

/// Where more is needed than is left.
///
/// - Parameters:
///   - days: In their order, neighbours being nights or mornings on end.
///   - needed: What is needed on each day.
///   - left: What is left on each day.
/// - Returns: Stretches with equal numbers, in their order.
func shortages(on days: [Day], needed: [Int], left: [Int]) -> [SiteShortage] {
  var all: [SiteShortage] = []
  var isOpen = false
  for (index, day) in days.enumerated() {
    guard needed[index] > left[index] else {
      isOpen = false
      continue
    }
    if isOpen, let last = all.last, last.needed == needed[index], last.left == left[index] {
      all[all.count - 1].days = last.days.lowerBound...day
      all[all.count - 1].count += 1
    } else {
      all.append(
        SiteShortage(days: day...day, count: 1, needed: needed[index], left: left[index]))
    }
    isOpen = true
  }
  return all
}
