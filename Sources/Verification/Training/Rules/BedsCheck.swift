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
      let beside =
        session.twinRooms > 0 ? " beside \(counted(session.twinRooms, "room")) for two" : ""
      found.violations.append(
        Violation(
          units: needed - session.singleRooms, subjects: session.subjects,
          sentence: "\(session.phrase) needs \(counted(needed, "room")) for one\(beside);"
            + " it holds \(session.singleRooms)."))
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
      ).map { $0.violation(at: site, of: "room", " for one", on: "night") }
      found.violations += shortages(
        on: nights, needed: held.map(\.twins), left: left.map(\.twins)
      ).map { $0.violation(at: site, of: "room", " for two", on: "night") }
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
  ///   - thing: What is short, such as `room`.
  ///   - purpose: What stands behind it, such as ` for one`.
  ///   - time: `night` or `morning`.
  /// - Returns: A unit for each one short on each night or morning.
  func violation(
    at site: Site, of thing: String, _ purpose: String = "", on time: String
  ) -> Violation {
    Violation(
      units: (needed - left) * count, subjects: [.site(site.id)],
      sentence: "\(site.id) needs \(counted(needed, thing))\(purpose) on the"
        + " \(time)\(count == 1 ? "" : "s") of \(stretch(days));"
        + " \(left) \(left == 1 ? "is" : "are") left there.")
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
