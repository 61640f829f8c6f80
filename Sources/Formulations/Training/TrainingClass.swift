// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Groups that are alike in everything a plan looks at: how many of them join a
/// session is one whole number, and which of them does not matter.
package struct TrainingClass: Sendable {
  /// The members, by index.
  package var groups: [TrainingGroup]
  /// Where its members may go: sessions by index, each with the price of the soft
  /// rules that one member breaks there.
  package var sessions: [(session: Int, penalty: Int64)]
  /// People of one member.
  package var members: Headcount
  package var leaders: Headcount
  /// Index into the year's countries.
  package var country: Int
  /// The first member when they are delegations.
  package var delegation: Int?
  /// The cohort when it is one.
  package var cohort: Int?

  /// People of one member, leaders included.
  package var people: Int { members.people + leaders.people }
}

/// What makes delegations alike.
private struct Likeness: Hashable {
  var country: Int
  var area: String
  var hosts: [Int]
  var hostedLastYear: Bool
  var trainee: Trainee
  var members: Headcount
  var leaders: Headcount
  var level: TeacherLevel
  var isFirstVisit: Bool
  var priority: Int
  var courses: [Int]
  var from: Day?
  var to: Day?
  var months: [Int]
  var diet: [String]
  var tags: [String]
  /// A session that is pinned, or that a plan had.
  var isPinned: Bool
  var pinned: TrainingSession?
  var didTrain: Bool
  var earlier: TrainingSession?
  /// The session that they were told of.
  var announced: TrainingSession?
  /// The delegation itself where a rule looks at it alone.
  var alone: Int?
}

/// What a plan to come should keep of an earlier one.
package struct TrainingBaseline: Sendable {
  /// Groups that may not do otherwise.
  package var pins: [TrainingGroup: TrainingPin]
  /// Sessions that groups had; a group that is not among them stayed at home, or
  /// had a session that this year has not.
  package var earlier: [TrainingGroup: TrainingSession]
  /// Groups that trained then.
  package var trained: Set<TrainingGroup>
  /// Whether there is an earlier plan at all; without one nothing changes.
  package var hasPlan: Bool

  /// Gathers what is said of each group.
  ///
  /// - Parameters:
  ///   - pins: At most one for each group.
  ///   - earlier: At most one for each group; nothing without an earlier plan.
  package init(pins: [TrainingPin] = [], earlier: [EarlierAttendance]? = nil) {
    self.pins = Dictionary(pins.map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
    self.earlier = [:]
    for attendance in earlier ?? [] { self.earlier[attendance.group] = attendance.session }
    trained = Set((earlier ?? []).map(\.group))
    hasPlan = earlier != nil
  }

  /// Sessions of the earlier plan, by group; nothing without one.
  package var attendances: [EarlierAttendance]? {
    hasPlan ? trained.sorted().map { EarlierAttendance($0, in: earlier[$0]) } : nil
  }

  /// What is pinned, by group; nothing where the rule `pin` is off.
  package func keptPins(by rules: TrainingRules) -> [TrainingPin] {
    kept(by: rules).pins.values.sorted { $0.group < $1.group }
  }

  /// The same without pins where the rule `pin` is off.
  package func kept(by rules: TrainingRules) -> TrainingBaseline {
    var kept = self
    if rules[.pin] == .off { kept.pins = [:] }
    return kept
  }
}

extension TrainingEligibility {
  /// The classes of a year: cohorts first, each alone, then delegations by their
  /// first member.
  package func classes(_ baseline: TrainingBaseline?) -> [TrainingClass] {
    let numbers = Dictionary(
      uniqueKeysWithValues: sessions.enumerated().map { ($0.element, $0.offset) })
    return cohortClasses(baseline, numbers) + delegationClasses(baseline, numbers)
  }

  private func cohortClasses(
    _ baseline: TrainingBaseline?, _ numbers: [TrainingSession: Int]
  ) -> [TrainingClass] {
    year.cohorts.indices.compactMap { index in
      let cohort = year.cohorts[index]
      guard cohort.predeparture != nil, hosting.partners[index].people > 0 else { return nil }
      let allowed = allowedSessions(baseline?.pins[.cohort(index)], numbers)
      return TrainingClass(
        groups: [.cohort(index)],
        sessions: allowed.compactMap { session in
          price(ofCohort: index, in: session).map { (session, $0) }
        }, members: hosting.partners[index], leaders: Headcount(), country: cohort.country,
        cohort: index)
    }
  }

  private func delegationClasses(
    _ baseline: TrainingBaseline?, _ numbers: [TrainingSession: Int]
  ) -> [TrainingClass] {
    let delegations = year.training.delegations
    var ofSchool = [Int](repeating: 0, count: year.schools.count)
    var ofPerson: [String: Int] = [:]
    for delegation in delegations {
      if delegation.teachers > 0 { ofSchool[delegation.school] += 1 }
      for person in Set(delegation.people) { ofPerson[person, default: 0] += 1 }
    }
    let namesOne = namesSingleDelegations
    let announced = year.training.announcedSessions
    var positions: [Likeness: Int] = [:]
    var groups: [[Int]] = []
    for (index, delegation) in delegations.enumerated()
    where mayTrain(delegation) || isPinned(index, baseline) {
      let school = year.schools[delegation.school]
      let isAlone =
        namesOne || delegation.teachers > 0 && ofSchool[delegation.school] > 1
        || delegation.people.contains { ofPerson[$0, default: 0] > 1 }
      let likeness = Likeness(
        country: school.country, area: school.area,
        hosts: hosting.cohortsOfSchool?[delegation.school] ?? [],
        hostedLastYear: school.lastHostedYear == year.fiscalYear - 1,
        trainee: delegation.trainee, members: delegation.members, leaders: delegation.leaders,
        level: delegation.level, isFirstVisit: delegation.isFirstVisit,
        priority: delegation.priority, courses: delegation.courses,
        from: delegation.availableFrom, to: delegation.availableTo, months: delegation.months,
        diet: delegation.diet, tags: delegation.tags,
        isPinned: baseline?.pins[.delegation(index)] != nil,
        pinned: baseline?.pins[.delegation(index)]?.session,
        didTrain: baseline?.trained.contains(.delegation(index)) ?? false,
        earlier: baseline?.earlier[.delegation(index)],
        announced: announced[.delegation(index)], alone: isAlone ? index : nil)
      if let position = positions[likeness] {
        groups[position].append(index)
      } else {
        positions[likeness] = groups.count
        groups.append([index])
      }
    }
    return groups.map { members in
      let delegation = delegations[members[0]]
      let isAccepted = year.training.courses.indices.map { accepts(delegation, course: $0) }
      let allowed =
        mayTrain(delegation)
        ? allowedSessions(baseline?.pins[.delegation(members[0])], numbers)
          .filter { isAccepted[sessions[$0].course] } : []
      let people = Int64(delegation.headcount.people)
      return TrainingClass(
        groups: members.map { .delegation($0) },
        sessions: prices(of: delegation, in: allowed).map { ($0.session, $0.price * people) },
        members: delegation.members, leaders: delegation.leaders,
        country: year.schools[delegation.school].country, delegation: members[0])
    }
  }

  /// Whether a delegation has to join a session.
  private func isPinned(_ delegation: Int, _ baseline: TrainingBaseline?) -> Bool {
    baseline?.pins[.delegation(delegation)]?.session != nil
  }

  private func allowedSessions(
    _ pin: TrainingPin?, _ numbers: [TrainingSession: Int]
  ) -> [Int] {
    guard let pin else { return Array(sessions.indices) }
    return pin.session.flatMap { numbers[$0] }.map { [$0] } ?? []
  }

  /// Whether a rule that looks at one delegation alone keeps it at home.
  func mayTrain(_ delegation: Delegation) -> Bool {
    let rules = year.training.rules
    if rules[.invitedOnce] != .off, let last = delegation.lastInvitedYear,
      rules.invitedYears.map({ year.fiscalYear - last < $0 }) ?? true
    {
      return false
    }
    return rules[.oneTeacherAway] == .off
      || delegation.teachers <= year.teachersAway(from: delegation.school)
  }

  /// Whether a quota speaks of single delegations or schools.
  private var namesSingleDelegations: Bool {
    year.training.rules.quotas.contains { quota in
      let conditions = quota.select.conditions + (quota.share?.of.conditions ?? [])
      return quota.strictness != .off
        && conditions.contains { $0.attribute == .delegation || $0.attribute == .school }
    }
  }
}

extension ProgrammeYear {
  /// Most teachers who may be away from a school at a time (`one-teacher-away`).
  package func teachersAway(from school: Int) -> Int {
    max(1, schools[school].japaneseTeachers - 1)
  }
}

extension TrainingData {
  /// The session that each group was told of.
  var announcedSessions: [TrainingGroup: TrainingSession] {
    Dictionary(
      announced.compactMap { pin in pin.session.map { (pin.group, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
