// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// A session that a group joins, with what the data say about it.
struct SessionFacts: Sendable {
  let session: TrainingSession
  let course: Course
  let site: Site
  /// First to last day.
  let days: ClosedRange<Day>
  /// Rooms that it holds on all its nights.
  var singleRooms = 0
  var twinRooms = 0
  /// Each once, cohorts first.
  var groups: [TrainingGroup] = []

  /// Nothing when the year has no such course or site.
  init?(_ session: TrainingSession, in year: ProgrammeYear) {
    guard year.training.courses.indices.contains(session.course),
      year.sites.indices.contains(session.site)
    else { return nil }
    self.session = session
    course = year.training.courses[session.course]
    site = year.sites[session.site]
    days = session.days(in: year)
  }

  /// Whether everybody sleeps there on the night after a day.
  func isNight(_ day: Day) -> Bool { days.lowerBound <= day && day < days.upperBound }

  /// Whether there is class on a day: not the first, the last or a Sunday.
  func isMorning(_ day: Day) -> Bool {
    days.lowerBound < day && day < days.upperBound && day.weekday != .sunday
  }

  /// Such as `spring-teachers at urawa from 2026-10-17`.
  var phrase: Sentence {
    TrainingSession.phrase(course: course.id, site: site.id, start: session.start)
  }

  var subjects: [Subject] { [.course(course.id), .site(site.id), .start(session.start)] }
}

/// A training plan with what several checks need.
struct TrainingFacts: Sendable {
  let year: ProgrammeYear
  let hosting: HostingFacts
  let baseline: [EarlierAttendance]?
  let pins: [TrainingPin]
  /// Sessions that a group joins, by start, course and site, each once.
  let sessions: [SessionFacts]
  /// Groups that the year has, each once for each of its sessions.
  let attendances: [Attending]
  /// Sessions of each group that has one, as offsets into `sessions`.
  let sessionsOfGroup: [TrainingGroup: [Int]]
  /// What the plan names that is not in the year or stands twice, a sentence each.
  let faults: [Sentence]

  /// A group in a session.
  struct Attending: Sendable {
    let group: TrainingGroup
    /// Offset into the sessions.
    let session: Int
  }

  init(
    _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts,
    baseline: [EarlierAttendance]? = nil, pins: [TrainingPin] = []
  ) {
    self.year = year
    self.hosting = hosting
    self.baseline = baseline
    self.pins = pins.filter { Self.has($0.group, in: year) }
    var faults: [Sentence] = []
    var known: [TrainingSession: SessionFacts] = [:]
    for open in plan.sessions {
      guard var facts = SessionFacts(open.session, in: year) else {
        faults.append("The plan has a session of a course or at a site that the year has not.")
        continue
      }
      if known[open.session] != nil { faults.append("\(facts.phrase) is in the plan twice.") }
      facts.singleRooms = (known[open.session]?.singleRooms ?? 0) + max(0, open.singleRooms)
      facts.twinRooms = (known[open.session]?.twinRooms ?? 0) + max(0, open.twinRooms)
      known[open.session] = facts
    }
    var joined: [TrainingSession: Set<TrainingGroup>] = [:]
    for attendance in plan.attendances {
      guard Self.has(attendance.group, in: year) else {
        faults.append("The plan has a group that the year has not.")
        continue
      }
      guard plan.sessions.indices.contains(attendance.session),
        known[plan.sessions[attendance.session].session] != nil
      else {
        faults.append("The plan has a group in a session that is not in the plan.")
        continue
      }
      joined[plan.sessions[attendance.session].session, default: []].insert(attendance.group)
    }
    var sessions: [SessionFacts] = []
    var attendances: [Attending] = []
    var sessionsOfGroup: [TrainingGroup: [Int]] = [:]
    for session in joined.keys.sorted() {
      guard var facts = known[session], let groups = joined[session]?.sorted() else { continue }
      facts.groups = groups
      for group in groups {
        attendances.append(Attending(group: group, session: sessions.count))
        sessionsOfGroup[group, default: []].append(sessions.count)
      }
      sessions.append(facts)
    }
    self.sessions = sessions
    self.attendances = attendances
    self.sessionsOfGroup = sessionsOfGroup
    self.faults = faults
  }

  private static func has(_ group: TrainingGroup, in year: ProgrammeYear) -> Bool {
    switch group {
    case .delegation(let index): year.training.delegations.indices.contains(index)
    case .cohort(let index): year.cohorts.indices.contains(index)
    }
  }
}

extension TrainingFacts {
  func id(of group: TrainingGroup) -> String { group.id(in: year) }

  func subject(_ group: TrainingGroup) -> Subject {
    switch group {
    case .delegation: .delegation(id(of: group))
    case .cohort: .cohort(id(of: group))
    }
  }

  /// The group and its session.
  func subjects(_ group: TrainingGroup, in session: SessionFacts) -> [Subject] {
    [subject(group)] + session.subjects
  }

  /// The delegation, unless the group is a cohort.
  func delegation(_ group: TrainingGroup) -> Delegation? {
    guard case .delegation(let index) = group else { return nil }
    return year.training.delegations[index]
  }

  func headcount(_ group: TrainingGroup) -> Headcount {
    group.headcount(in: year, hosting: hosting)
  }

  func people(_ group: TrainingGroup) -> Int { headcount(group).people }

  func trainee(_ group: TrainingGroup) -> Trainee { delegation(group)?.trainee ?? .partners }

  /// Index of the group's country.
  func country(_ group: TrainingGroup) -> Int { group.country(in: year) }

  /// Countries of a session's groups, each once, in the year's order.
  func countries(in session: SessionFacts) -> [Int] {
    Set(session.groups.map(country)).sorted()
  }

  /// The cohorts that a school hosts; none without a dispatch plan.
  func hostedCohorts(of school: Int) -> [Int] {
    guard let hosted = hosting.cohortsOfSchool, hosted.indices.contains(school) else { return [] }
    return hosted[school].filter(year.cohorts.indices.contains)
  }

  /// Delegations with a session, in the year's order.
  var training: [Int] {
    year.training.delegations.indices.filter { sessionsOfGroup[.delegation($0)] != nil }
  }

  /// Cohorts that join exactly one session: those with a window and a partner.
  var cohortsToTrain: [Int] {
    year.cohorts.indices.filter {
      year.cohorts[$0].predeparture != nil && people(.cohort($0)) > 0
    }
  }
}
