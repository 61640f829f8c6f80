// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A year small enough to look at every training plan.
package struct SmallTraining: Sendable {
  package var year: ProgrammeYear
  package var hosting: HostingFacts
  package var baseline: [EarlierAttendance]?
  package var pins: [TrainingPin]

  package init(
    _ year: ProgrammeYear, hosting: HostingFacts, baseline: [EarlierAttendance]? = nil,
    pins: [TrainingPin] = []
  ) {
    self.year = year
    self.hosting = hosting
    self.baseline = baseline
    self.pins = pins
  }
}

/// Rules and goals of trainings, written straight from `docs/training.md`.
///
/// It judges plans in which every group has at most one session. Everything is done
/// in the plainest way, day by day and person by person.
package struct TrainingOracle: Sendable {
  package typealias Choice = [TrainingGroup: TrainingSession]

  package let small: SmallTraining
  var year: ProgrammeYear { small.year }
  var rules: TrainingRules { small.year.training.rules }

  /// Every rule but the structural ones, and every quota.
  package let instances: [RuleInstance]

  package init(_ small: SmallTraining) {
    self.small = small
    instances = TrainingOracle.instances(of: small.year.training.rules)
  }

  /// A plan: who joins which session, and the rooms that sessions hold.
  package struct Plan {
    package var choice: Choice
    package var rooms: [TrainingSession: Rooms] = [:]
    /// Groups of each session.
    let open: [TrainingSession: [TrainingGroup]]

    package init(_ choice: Choice) {
      self.choice = choice
      open = Dictionary(grouping: choice.keys.sorted()) { choice[$0] ?? .nowhere }
    }
  }

  /// Rooms for one and for two.
  package struct Rooms: Hashable, Sendable {
    package var single: Int
    package var twin: Int

    package init(single: Int, twin: Int) {
      self.single = single
      self.twin = twin
    }
  }

  // MARK: - Words

  func course(_ session: TrainingSession) -> Course { year.training.courses[session.course] }

  /// Numbers of the days, first and last included.
  func days(_ session: TrainingSession) -> ClosedRange<Int> {
    let first = session.start.number
    return first...(first + course(session).days - 1)
  }

  func nights(_ session: TrainingSession) -> [Int] { Array(days(session).dropLast()) }

  func mornings(_ session: TrainingSession) -> [Int] {
    days(session).dropFirst().dropLast().filter { !isSunday($0) }
  }

  func isSunday(_ day: Int) -> Bool {
    // 4 January 1970 was a Sunday.
    (day - 3) % 7 == 0
  }

  func delegation(_ group: TrainingGroup) -> Delegation? {
    if case .delegation(let index) = group { year.training.delegations[index] } else { nil }
  }

  func cohort(_ group: TrainingGroup) -> Cohort? {
    if case .cohort(let index) = group { year.cohorts[index] } else { nil }
  }

  func country(_ group: TrainingGroup) -> Int {
    if let delegation = delegation(group) { return year.schools[delegation.school].country }
    return cohort(group)?.country ?? 0
  }

  func people(_ group: TrainingGroup) -> Int {
    switch group {
    case .delegation(let index):
      let delegation = year.training.delegations[index]
      return delegation.members.people + delegation.leaders.people
    case .cohort(let index): return small.hosting.partners[index].people
    }
  }

  /// A person by what decides about sharing a room.
  struct Person: Hashable {
    let sex: Sex
    let leads: Bool
  }

  func persons(_ group: TrainingGroup) -> [Person] {
    func list(_ count: Headcount, leads: Bool) -> [Person] {
      Array(repeating: Person(sex: .female, leads: leads), count: count.women)
        + Array(repeating: Person(sex: .male, leads: leads), count: count.men)
        + Array(repeating: Person(sex: .unspecified, leads: leads), count: count.others)
    }
    switch group {
    case .delegation(let index):
      let delegation = year.training.delegations[index]
      return list(delegation.members, leads: false) + list(delegation.leaders, leads: true)
    case .cohort(let index): return list(small.hosting.partners[index], leads: false)
    }
  }

  /// Cohorts that a school hosts.
  func hosted(by school: Int) -> [Int] { small.hosting.cohortsOfSchool?[school] ?? [] }

  /// Groups that must train, then groups that may.
  package var groups: [TrainingGroup] {
    let cohorts = year.cohorts.indices.filter {
      year.cohorts[$0].predeparture != nil && people(.cohort($0)) > 0
    }
    return cohorts.map { .cohort($0) } + year.training.delegations.indices.map { .delegation($0) }
  }

  // MARK: - Sessions

  /// Possible sessions that a group may join by `accepted-course`.
  package func acceptedSessions(of group: TrainingGroup) -> [TrainingSession] {
    var all: [TrainingSession] = []
    let first = Day(year: year.fiscalYear, month: 4, day: 1) ?? Day(number: 0)
    let last = Day(year: year.fiscalYear + 1, month: 3, day: 31) ?? Day(number: 0)
    for index in year.training.courses.indices where accepts(group, index) {
      let course = year.training.courses[index]
      let from = course.from ?? (course.trainee == .partners ? first.adding(days: -300) : first)
      let to = course.to ?? last
      var day = from
      while day.adding(days: course.days - 1) <= to {
        for site in year.sites.indices
        where course.sites.isEmpty || course.sites.contains(site) {
          let session = TrainingSession(course: index, site: site, start: day)
          let weekday = Weekday.allCases[(isSunday(day.number) ? 7 : weekday(day.number)) - 1]
          if !course.startWeekdays.isEmpty, !course.startWeekdays.contains(weekday) { continue }
          if let cohort = cohort(group) {
            guard let window = cohort.predeparture, day >= window.lowerBound,
              day.adding(days: course.days - 1) <= window.upperBound,
              cohort.predepartureSite ?? site == site
            else { continue }
          }
          all.append(session)
        }
        day = day.adding(days: 1)
      }
    }
    return all
  }

  /// From 1 (Monday) to 6 for days that are no Sundays.
  private func weekday(_ day: Int) -> Int {
    var back = 0
    while !isSunday(day - back) { back += 1 }
    return back
  }

  private func accepts(_ group: TrainingGroup, _ index: Int) -> Bool {
    let course = year.training.courses[index]
    guard course.countries.isEmpty || course.countries.contains(country(group)) else {
      return false
    }
    guard let delegation = delegation(group) else { return course.trainee == .partners }
    return course.trainee == delegation.trainee
      && (delegation.courses.isEmpty || delegation.courses.contains(index))
      && delegation.level.rank >= course.levelMin.rank
      && delegation.level.rank <= course.levelMax.rank
  }
}

extension TrainingSession {
  /// A session of no plan.
  static let nowhere = TrainingSession(course: 0, site: 0, start: Day(number: 0))
}
