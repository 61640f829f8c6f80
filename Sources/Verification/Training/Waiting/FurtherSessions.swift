// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Looks at one more session of each course, for those who wait.
///
/// Whoever trains stays where they are. Only what rules out every such session is
/// said: too few people who wait, or no date or no room that is left.
final class FurtherSessions {
  private let plan: TrainingFacts
  private let joining: Joining
  private let table: PossibleTable
  private let room: FreeRoom
  /// Those who wait and may join some session of a course, by course.
  private let waiting: [[Int]]
  private let sessionsOfCourse: [Int]
  /// The possible sessions of each course that the plan has.
  private let taken: [SessionSet]
  private var crowds: [CrowdKey: Crowd] = [:]
  private var atATime: [BandKey: [Int]] = [:]
  private var barred: [BarKey: SessionSet] = [:]
  private var full: [RoomKey: SessionSet] = [:]

  private struct CrowdKey: Hashable {
    let course: Int
    /// Nothing where countries come together.
    let country: Int?
  }

  private struct BandKey: Hashable {
    let crowd: CrowdKey
    let bands: [ClosedRange<Int>]
  }

  private struct BarKey: Hashable {
    let rule: TrainingRule
    let course: Int
    let reading: Int
  }

  private struct RoomKey: Hashable {
    let rule: TrainingRule
    let course: Int
    let people: Int
    /// Where the course has no language of its own.
    let own: Int?
    let country: Int?
  }

  /// Those who wait for a course, by level.
  private struct Crowd {
    /// People by level and possible session.
    var people: [[Int]]
    var total: [Int]
    var countries: [Set<Int>]
  }

  /// Rules about a group and the whole plan that leave dates or none.
  private static let rulesOfDates: [TrainingRule] = [
    .oneTeacherAway, .meetYourPartner, .countrySpacing, .budget,
  ]

  init(beside joining: Joining, for waiting: [Int], _ table: PossibleTable) {
    plan = joining.plan
    self.joining = joining
    self.table = table
    room = FreeRoom(beside: joining.plan)
    var ofCourse = [[Int]](repeating: [], count: table.sessions.count)
    for delegation in waiting {
      for course in table.courses(of: delegation)
      where table.excluded(delegation, in: course).count < table.sessions[course].count {
        ofCourse[course].append(delegation)
      }
    }
    self.waiting = ofCourse
    var counts = [Int](repeating: 0, count: table.sessions.count)
    for session in joining.plan.sessions { counts[session.session.course] += 1 }
    sessionsOfCourse = counts
    let open = Set(joining.plan.sessions.map(\.session))
    taken = table.sessions.map { sessions in
      var taken = SessionSet(upTo: sessions.count)
      for (offset, session) in sessions.enumerated() where open.contains(session.session) {
        taken.insert(offset)
      }
      return taken
    }
  }

  /// What stands against a further session for a delegation, for each course of which
  /// the rules about it alone leave it a session.
  func all(for delegation: Int) -> [FurtherSession] {
    table.courses(of: delegation)
      .filter { table.excluded(delegation, in: $0).count < table.sessions[$0].count }
      .map { FurtherSession(course: $0, obstacle: obstacle(in: $0, to: delegation)) }
  }

  private func obstacle(in index: Int, to delegation: Int) -> FurtherSession.Obstacle {
    // Whoever may not train beside somebody who does may not on any day.
    if isHard(.invitedOnce), joining.mayBreak(.invitedOnce, delegation) {
      return .rule(.invitedOnce)
    }
    let course = plan.year.training.courses[index]
    let group = TrainingGroup.delegation(delegation)
    let isSized = isHard(.sessionSize)
    let needed = isSized ? max(1, course.sizeMin) : 1
    if isSized, let most = course.sessionsMax, sessionsOfCourse[index] >= most {
      return .sessions(most)
    }
    let sessions = table.sessions[index]
    var out = table.excluded(delegation, in: index)
    out.formUnion(taken[index])
    guard out.count < sessions.count else { return .taken }
    let isOfOne = course.mix == .one && isHard(.mix)
    let key = CrowdKey(course: index, country: isOfOne ? plan.country(group) : nil)
    let crowd = crowd(of: key)
    let bands = bands(around: plan.year.training.delegations[delegation].level, in: course)
    let total = most(of: bands) { crowd.total[$0] }
    guard total >= needed else { return .people(total, needed: needed) }
    if case .atLeast(let least) = course.mix, isHard(.mix) {
      let most =
        bands.map { $0.reduce(into: Set()) { $0.formUnion(crowd.countries[$1]) }.count }.max() ?? 0
      guard most >= least else { return .countries(most, needed: least) }
    }

    for rule in Self.rulesOfDates where joining.mayBreak(rule, delegation) {
      out.formUnion(barred(by: rule, delegation, in: index))
      guard out.count < sessions.count else { return .rule(rule) }
    }
    let atATime = peopleAtATime(in: crowd, key: key, bands)
    let best = sessions.indices.filter { !out.contains($0) }.map { atATime[$0] }.max() ?? 0
    guard best >= needed else { return .peopleAtATime(best, needed: needed) }
    for offset in sessions.indices where atATime[offset] < needed { out.insert(offset) }
    let own = plan.people(group)
    let people = max(own, needed)
    for rule in [TrainingRule.beds, .classrooms, .lecturers] where isHard(rule) {
      out.formUnion(full(by: rule, for: people, own: own, of: plan.country(group), in: index))
      guard out.count < sessions.count else { return .room(rule, people: people) }
    }
    let open = sessions.indices.filter { !out.contains($0) }.map { sessions[$0].session }.min()
    return open.map { .nothing($0) } ?? .peopleAtATime(best, needed: needed)
  }

  private func isHard(_ rule: TrainingRule) -> Bool { plan.year.training.rules[rule] == .hard }

  /// The stretches of levels, by rank, that may be in one session with a level.
  private func bands(around level: TeacherLevel, in course: Course) -> [ClosedRange<Int>] {
    let last = TeacherLevel.allCases.count - 1
    guard let band = course.levelBand, band < last, isHard(.levelBand) else { return [0...last] }
    return (max(0, level.rank - band)...level.rank).map { $0...min(last, $0 + band) }
  }

  private func most(of bands: [ClosedRange<Int>], _ people: (Int) -> Int) -> Int {
    bands.map { $0.reduce(0) { $0 + people($1) } }.max() ?? 0
  }

  private func crowd(of key: CrowdKey) -> Crowd {
    if let known = crowds[key] { return known }
    let levels = TeacherLevel.allCases.count
    let count = table.sessions[key.course].count
    var crowd = Crowd(
      people: Array(repeating: Array(repeating: 0, count: count), count: levels),
      total: Array(repeating: 0, count: levels), countries: Array(repeating: [], count: levels))
    for delegation in waiting[key.course] {
      let country = plan.country(.delegation(delegation))
      guard country == key.country ?? country else { continue }
      let level = plan.year.training.delegations[delegation].level.rank
      let people = plan.people(.delegation(delegation))
      let excluded = table.excluded(delegation, in: key.course)
      crowd.total[level] += people
      crowd.countries[level].insert(country)
      for offset in 0..<count where !excluded.contains(offset) {
        crowd.people[level][offset] += people
      }
    }
    crowds[key] = crowd
    return crowd
  }

  /// The most people who may be in each possible session of a course together.
  private func peopleAtATime(
    in crowd: Crowd, key: CrowdKey, _ bands: [ClosedRange<Int>]
  ) -> [Int] {
    let key = BandKey(crowd: key, bands: bands)
    if let known = atATime[key] { return known }
    let found = table.sessions[key.crowd.course].indices.map { offset in
      most(of: bands) { crowd.people[$0][offset] }
    }
    atATime[key] = found
    return found
  }

  /// Sessions of a course that a rule about the whole plan bars for a delegation.
  private func barred(by rule: TrainingRule, _ delegation: Int, in course: Int) -> SessionSet {
    let key = BarKey(rule: rule, course: course, reading: joining.readings[rule, delegation])
    if let known = barred[key] { return known }
    let sessions = table.sessions[course]
    var found = SessionSet(upTo: sessions.count)
    for (offset, session) in sessions.enumerated()
    where joining.breaks(rule, delegation, in: session) {
      found.insert(offset)
    }
    barred[key] = found
    return found
  }

  /// Sessions of a course for which a site has no room.
  private func full(
    by rule: TrainingRule, for people: Int, own: Int, of country: Int, in course: Int
  ) -> SessionSet {
    let isOfCountry =
      rule == .lecturers && plan.year.training.courses[course].language.isEmpty
    let key = RoomKey(
      rule: rule, course: course, people: people, own: isOfCountry ? own : nil,
      country: isOfCountry ? country : nil)
    if let known = full[key] { return known }
    let sessions = table.sessions[course]
    var found = SessionSet(upTo: sessions.count)
    for (offset, session) in sessions.enumerated()
    where !room.holds(people, own: own, of: country, in: session, by: rule) {
      found.insert(offset)
    }
    full[key] = found
    return found
  }
}
