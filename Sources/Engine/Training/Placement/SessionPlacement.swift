// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// Places the sessions of a plan without time, one after the other, each where most
/// of those who are still to join it can come.
///
/// A coarse plan says how many sessions each course has for each country, and who
/// joins them. Of equally many people more countries, a lower fare, fewer who had
/// rather come at another time, and more room left at the site decide, then the
/// earlier session; where room is scarce the earlier session decides at once, so that
/// no gaps are left that are too short for another. A constructive heuristic in the
/// manner of parallel schedule generation (Kolisch, "Serial and Parallel
/// Resource-Constrained Project Scheduling Methods Revisited", 1996, section 2).
///
/// What it finds is no more than a start: rules that look at several sessions are
/// kept as far as they are seen here, and the exact formulation has the last word.
struct SessionPlacement {
  let tables: PlacementTables
  /// Members of a coarse class who are still to join a pattern.
  var demands: [[Int: Int]]
  /// The sessions placed so far, and the pattern of each.
  var drafts: [SessionDraft] = []
  var patterns: [Int] = []
  /// Patterns for which room is scarce.
  private let scarce: Set<Int>
  /// Members of each class without a session.
  var left: [Int]
  var ledger: SiteLedger
  /// The sessions of cohorts, by cohort.
  var cohortSessions: [Int: Int] = [:]
  /// Days with the distance after them, by country and kind.
  var stays: [SpacingKey: [ClosedRange<Day>]] = [:]
  /// Sessions in which teachers of a school are, and how many.
  var away: [Int: [(session: Int, teachers: Int)]] = [:]
  var invited: Set<String> = []
  var opened: Set<Int> = []
  var openOfCourse: [Int: Int] = [:]

  var formulation: TrainingFormulation { tables.formulation }
  var eligibility: TrainingEligibility { tables.eligibility }
  var year: ProgrammeYear { tables.year }

  /// Nothing is placed yet.
  ///
  /// - Parameters:
  ///   - tables: What is to be placed.
  ///   - ledger: What the sites have.
  ///   - scarce: Patterns for which room is scarce.
  init(_ tables: PlacementTables, _ ledger: SiteLedger, scarce: Set<Int> = []) {
    self.tables = tables
    self.scarce = scarce
    self.ledger = ledger
    demands = tables.demands
    left = tables.classes.map(\.groups.count)
  }

  /// Places all sessions, as far as there is room.
  ///
  /// - Parameters:
  ///   - order: The patterns of delegations in the order in which they are placed.
  ///   - isOver: Asked before each session; true ends it.
  /// - Complexity: O(sessions placed × possible sessions × classes).
  mutating func run(_ order: [Int], isOver: () -> Bool) {
    for index in tables.open.indices where tables.isForPartners(index) && tables.open[index] > 0 {
      placeCohorts(index)
    }
    for pattern in order {
      if scarce.isEmpty { openAll(pattern, isOver: isOver) }
      let placed = patterns.count { $0 == pattern }
      for round in min(placed, tables.open[pattern])..<tables.open[pattern] {
        if isOver() { return }
        guard let draft = best(for: pattern, sessionsLeft: tables.open[pattern] - round)
        else { break }
        take(draft, of: pattern)
      }
    }
    fillUp()
  }

  // MARK: - Partners

  /// Cohorts go where the coarse plan has them; it tells their sessions apart.
  private mutating func placeCohorts(_ pattern: Int) {
    let session = formulation.patterns[pattern].sessions[0]
    // The coarse plan may have a session for two countries at once.
    guard !opened.contains(session) else { return }
    var draft = draft(session)
    for join in tables.candidates[pattern].flatMap(\.groups) { _ = add(join, to: &draft) }
    if !draft.seats.isEmpty { take(draft, of: pattern) }
  }

  // MARK: - Delegations

  /// The best session that can be placed next for a pattern; nothing when none has
  /// as many people as it needs.
  private func best(for pattern: Int, sessionsLeft: Int) -> SessionDraft? {
    let course = tables.course(ofPattern: pattern)
    let least = eligibility.leastSize(of: course)
    let waiting = demands[pattern].reduce(0) { sum, demand in
      sum + demand.value * formulation.classes[demand.key].people
    }
    // Whoever is left has to be enough for the other sessions.
    let most = max(least, waiting - (sessionsLeft - 1) * least)
    var best: (draft: SessionDraft, rank: Rank)?
    for candidate in tables.candidates[pattern] where mayOpen(candidate.session, pattern) {
      var draft = draft(candidate.session, mostPeople: most)
      fill(&draft, candidate, pattern, sessionsLeft)
      let rank = Rank(draft, isEarlyBest: scarce.contains(pattern))
      guard best.map({ $0.rank < rank }) ?? true else { continue }
      if isComplete(draft, course) { best = (draft, rank) }
    }
    return best?.draft
  }

  /// What makes one session better than another.
  private struct Rank: Comparable {
    var people: Int
    var earliness = 0
    var countries: Int
    var cost: Int64
    var unloved: Int
    var slack: Int

    init(_ draft: SessionDraft, isEarlyBest: Bool) {
      people = draft.people
      if isEarlyBest { earliness = -draft.session.start.number }
      countries = draft.countries.count
      cost = draft.people > 0 ? draft.cost / Int64(draft.people) : 0
      unloved = draft.unloved
      slack = draft.slack
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.people != right.people { return left.people < right.people }
      return (left.earliness, left.countries, -left.cost, -left.unloved, left.slack)
        < (right.earliness, right.countries, -right.cost, -right.unloved, right.slack)
    }
  }

  /// Whether a session has the people, countries and leaders that its course needs.
  func isComplete(_ draft: SessionDraft, _ course: Course) -> Bool {
    draft.isComplete(
      leastPeople: eligibility.leastSize(of: course), leastCountries: leastCountries(of: course),
      countsLeaders: countsLeaders(of: course))
  }

  /// Whether a session of a course needs leaders for its students.
  func countsLeaders(of course: Course) -> Bool {
    course.trainee == .students && course.studentsPerLeader > 0
      && year.training.rules[.leaders] != .off
  }

  func leastCountries(of course: Course) -> Int {
    guard case .atLeast(let count) = course.mix, year.training.rules[.mix] != .off else { return 1 }
    return count
  }

  func mayOpen(_ session: Int, _ pattern: Int) -> Bool {
    guard !opened.contains(session) else { return false }
    let course = tables.course(ofPattern: pattern)
    if let most = course.sessionsMax, year.training.rules[.sessionSize] != .off,
      openOfCourse[eligibility.sessions[session].course, default: 0] >= most
    {
      return false
    }
    guard let key = spacingKey(pattern) else { return true }
    let stay = formulation.spacedDays(session)
    return !(stays[key] ?? []).contains { $0.overlaps(stay) }
  }

  /// The country and kind whose sessions keep their distance; nothing where they
  /// need not.
  func spacingKey(_ pattern: Int) -> SpacingKey? {
    let rules = year.training.rules
    let trainee = tables.course(ofPattern: pattern).trainee
    guard let country = formulation.patterns[pattern].country, trainee != .partners,
      rules[.countrySpacing] != .off, rules[.mix] != .off
    else { return nil }
    return SpacingKey(country: country, trainee: trainee)
  }

  /// Fills a session: first one group of each country, then whoever has least choice,
  /// each country leaving as many as it needs for the sessions to come.
  private func fill(
    _ draft: inout SessionDraft, _ candidate: PlacementTables.Candidate, _ pattern: Int,
    _ sessionsLeft: Int
  ) {
    let course = tables.course(ofPattern: pattern)
    var waiting: [Int: Int] = [:]
    for (whole, count) in demands[pattern] {
      waiting[formulation.classes[whole].country, default: 0] += count
    }
    var taken: [Int: Int] = [:]
    var used: [Int: Int] = [:]
    let isMixed = course.mix != .one
    for pass in isMixed ? [0, 1, 2] : [2] {
      for join in candidate.groups {
        let group = join.group
        let whole = tables.wholes[group]
        let country = tables.classes[group].country
        while used[group, default: 0] < left[group],
          taken[whole, default: 0] < demands[pattern][whole, default: 0]
        {
          let here = draft.countries[country] ?? 0
          if pass == 0, here > 0 { break }
          if pass == 1, here >= max(1, waiting[country, default: 0] - sessionsLeft + 1) { break }
          guard add(join, to: &draft) else { break }
          used[group, default: 0] += 1
          taken[whole, default: 0] += 1
        }
      }
    }
  }

  // MARK: - Seats

  /// A session without anybody in it yet.
  func draft(_ session: Int, mostPeople: Int = .max) -> SessionDraft {
    SessionDraft(
      session, eligibility, mornings: formulation.mornings(of: session),
      mostPeople: min(sizeLimit(of: eligibility.sessions[session].course), mostPeople), ledger)
  }

  /// Most people in a session of a course.
  func sizeLimit(of course: Int) -> Int {
    year.training.rules[.sessionSize] == .off ? Int.max : year.training.courses[course].sizeMax
  }

  /// Seats one member of a class, unless a rule about others keeps it from coming.
  func add(_ join: PlacementTables.Join, to draft: inout SessionDraft) -> Bool {
    if let index = tables.classes[join.group].delegation {
      let delegation = year.training.delegations[index]
      guard meets(delegation, draft.number), !isAway(delegation, draft),
        year.training.rules[.invitedOnce] == .off
          || !delegation.people.contains(where: { invited.contains($0) || draft.names.contains($0) }
          )
      else { return false }
    }
    return seat(join, in: &draft)
  }

  /// Seats one member of a class where there is room.
  func seat(_ join: PlacementTables.Join, in draft: inout SessionDraft) -> Bool {
    let member = tables.classes[join.group]
    let course = year.training.courses[draft.session.course]
    let country = year.countries[member.country]
    return draft.add(
      join.group, member, member.delegation.map { year.training.delegations[$0] },
      language: course.language.isEmpty ? country.language : course.language,
      fare: member.cohort == nil ? country.fares[draft.session.start.parts.month] : 0,
      isUnloved: join.isUnloved, ledger)
  }

  func meets(_ delegation: Delegation, _ session: Int) -> Bool {
    year.training.rules[.meetYourPartner] == .off
      || eligibility.meetsInTerm(delegation, session)
      || (eligibility.hosting.cohortsOfSchool?[delegation.school] ?? []).contains { cohort in
        cohortSessions[cohort].map { eligibility.meet(session, $0) } ?? false
      }
  }

  /// Whether too many teachers of a delegation's school would be away.
  func isAway(_ delegation: Delegation, _ draft: SessionDraft) -> Bool {
    guard delegation.teachers > 0, year.training.rules[.oneTeacherAway] != .off else {
      return false
    }
    let days = eligibility.days[draft.number]
    let others = (away[delegation.school] ?? [])
      .filter { $0.session != draft.number && eligibility.days[$0.session].overlaps(days) }
      .reduce(draft.teachersOfSchool[delegation.school] ?? 0) { $0 + $1.teachers }
    return others + delegation.teachers > year.teachersAway(from: delegation.school)
  }

  mutating func take(_ draft: SessionDraft, of pattern: Int) {
    ledger.take(draft)
    drafts.append(draft)
    patterns.append(pattern)
    opened.insert(draft.number)
    openOfCourse[draft.session.course, default: 0] += 1
    if let key = spacingKey(pattern) {
      stays[key, default: []].append(formulation.spacedDays(draft.number))
    }
    for (group, count) in draft.seats {
      recordSeats(of: group, count, in: draft.number, pattern)
    }
  }

  /// Notes that members of a class, asked for in a pattern, have a session.
  mutating func recordSeats(
    of group: Int, _ count: Int, in session: Int, _ pattern: Int
  ) {
    left[group] -= count
    let whole = tables.wholes[group]
    demands[pattern][whole, default: 0] -= count
    if demands[pattern][whole] == 0 { demands[pattern][whole] = nil }
    recordStay(of: group, count, in: session)
  }

  /// Notes that one member of a class is in a session no more.
  mutating func removeStay(of group: Int, in session: Int) {
    guard let index = tables.classes[group].delegation else { return }
    let delegation = year.training.delegations[index]
    invited.subtract(delegation.people)
    guard delegation.teachers > 0,
      let position = away[delegation.school]?.firstIndex(where: {
        $0.session == session && $0.teachers >= delegation.teachers
      })
    else { return }
    away[delegation.school]?[position].teachers -= delegation.teachers
  }

  /// Notes where members of a class are.
  mutating func recordStay(of group: Int, _ count: Int, in session: Int) {
    if let cohort = tables.classes[group].cohort { cohortSessions[cohort] = session }
    guard let index = tables.classes[group].delegation else { return }
    let delegation = year.training.delegations[index]
    invited.formUnion(delegation.people)
    if delegation.teachers > 0 {
      away[delegation.school, default: []].append((session, delegation.teachers * count))
    }
  }
}
