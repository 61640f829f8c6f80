// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The beds, classrooms and lecturers that a plan leaves at the sites.
final class FreeRoom {
  private let plan: TrainingFacts
  private let sessionsOfSite: [Int: [SessionFacts]]
  private var rooms: [Place: RoomCount] = [:]
  private var classes: [Place: [String: Int]] = [:]
  private var classrooms: [Place: Int] = [:]

  private struct Place: Hashable {
    let site: Int
    let day: Day
  }

  init(beside plan: TrainingFacts) {
    self.plan = plan
    sessionsOfSite = Dictionary(grouping: plan.sessions, by: \.session.site)
  }

  /// Whether there may be room for so many people in a session that the plan has not.
  ///
  /// - Parameters:
  ///   - people: How many they are at least.
  ///   - own: Those of them who are taught in the country's language where the course
  ///     has none.
  ///   - country: Index of the country.
  ///   - session: Where and when.
  ///   - rule: `beds`, `classrooms` or `lecturers`.
  /// - Returns: Whether the rule leaves room for those who need least.
  func holds(
    _ people: Int, own: Int, of country: Int, in session: SessionFacts, by rule: TrainingRule
  ) -> Bool {
    let days = (session.days.lowerBound.number...session.days.upperBound.number)
      .map(Day.init(number:))
    let size = session.course.classSize ?? session.site.classSize
    switch rule {
    case .beds:
      var free = RoomCount(singles: .max, twins: .max)
      for night in days.filter(session.isNight) {
        let tonight = rooms(at: session.session.site, on: night)
        free.singles = min(free.singles, max(0, tonight.singles))
        free.twins = min(free.twins, max(0, tonight.twins))
      }
      let need = RoomNeed(people: people, pairs: session.course.sharesRooms ? people / 2 : 0)
      return need.singles(besideTwins: free.twins) <= free.singles
    case .classrooms:
      return days.filter(session.isMorning).allSatisfy { day in
        ceiling(people, size) <= classrooms(at: session.session.site, on: day)
      }
    case .lecturers:
      guard !session.site.lecturers.isEmpty else { return true }
      let isOfOne = !session.course.language.isEmpty
      let language = isOfOne ? session.course.language : plan.year.countries[country].language
      let most = session.site.lecturers.filter { $0.language == language }
        .reduce(0) { $0 + max(0, $1.classes) }
      return days.filter(session.isMorning).allSatisfy { day in
        let held = classes(at: session.session.site, on: day)[language] ?? 0
        return held + ceiling(isOfOne ? people : own, size) <= most
      }
    default: return true
    }
  }

  private func rooms(at site: Int, on night: Day) -> RoomCount {
    let place = Place(site: site, day: night)
    if let known = rooms[place] { return known }
    var free = RoomCount(leftAt: site, on: night, in: plan.year)
    for session in sessionsOfSite[site] ?? [] where session.isNight(night) {
      free.singles -= session.singleRooms
      free.twins -= session.twinRooms
    }
    rooms[place] = free
    return free
  }

  private func classes(at site: Int, on morning: Day) -> [String: Int] {
    let place = Place(site: site, day: morning)
    if let known = classes[place] { return known }
    var held: [String: Int] = [:]
    for session in sessionsOfSite[site] ?? [] where session.isMorning(morning) {
      held.merge(session.classes(in: plan), uniquingKeysWith: +)
    }
    classes[place] = held
    return held
  }

  private func classrooms(at site: Int, on morning: Day) -> Int {
    let place = Place(site: site, day: morning)
    if let known = classrooms[place] { return known }
    let free =
      plan.classroomsLeft(at: site, on: morning)
      - classes(at: site, on: morning).values.reduce(0, +)
    classrooms[place] = free
    return free
  }
}
