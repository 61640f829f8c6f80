// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// Places the sessions of a plan without time, one after the other, each where most
/// of those who are still to join it can come.
///
/// A coarse plan says how many sessions each course has for each country, and who
/// joins them. Those with the fewest places to choose from go first; of equally
/// many people more countries, a lower fare, fewer who had rather come at another
/// time, and more room left at the site decide, then the earlier session. A
/// constructive heuristic in the manner of parallel schedule generation (Kolisch,
/// "Serial and Parallel Resource-Constrained Project Scheduling Methods
/// Revisited", 1996, section 2).
///
/// What it finds is no more than a start: rules that look at several sessions are
/// kept as far as they are seen here, and the exact formulation has the last word.
struct SessionPlacement {
  private let formulation: TrainingFormulation
  private let eligibility: TrainingEligibility
  private let year: ProgrammeYear
  /// Classes that are told apart, and where each went in the coarse formulation.
  private let classes: [TrainingClass]
  private let wholes: [Int]
  /// Members of a coarse class who are still to join a pattern.
  private var demands: [[Int: Int]]
  /// Members of each class without a session.
  private var left: [Int]
  private var ledger: SiteLedger
  /// Classes that may join each session, with the price.
  private let joins: [[(group: Int, penalty: Int64)]]
  /// Whom a class has to hosts: the sessions of cohorts, by cohort.
  private var cohortSessions: [Int: Int] = [:]
  /// Days with the distance after them, by country and kind.
  private var stays: [StayKey: [ClosedRange<Int>]] = [:]
  /// Days on which teachers of a school are away, and how many.
  private var away: [Int: [(days: ClosedRange<Day>, teachers: Int)]] = [:]
  private var invited: Set<String> = []
  private var opened: Set<Int> = []
  private var openOfCourse: [Int: Int] = [:]
  /// The sessions placed so far.
  private(set) var drafts: [SessionDraft] = []

  private struct StayKey: Hashable {
    var country: Int
    var trainee: Trainee
  }

  /// Prepares to place what an assignment of a coarse formulation decides.
  ///
  /// - Parameters:
  ///   - plan: The assignment.
  ///   - formulation: The coarse formulation.
  ///   - classes: The classes that it was made from.
  init(
    _ plan: Assignment, of formulation: TrainingFormulation, _ classes: [TrainingClass]
  ) {
    self.formulation = formulation
    self.classes = classes
    eligibility = formulation.eligibility
    year = eligibility.year
    wholes = formulation.positions
    left = classes.map(\.groups.count)
    let span = eligibility.days.reduce(eligibility.days.first) { span, days in
      span.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) }
    }
    ledger = SiteLedger(year, span: span ?? Day(number: 0)...Day(number: 0))
    var joins = [[(group: Int, penalty: Int64)]](repeating: [], count: eligibility.sessions.count)
    for (index, group) in classes.enumerated() {
      for (session, penalty) in group.sessions { joins[session].append((index, penalty)) }
    }
    self.joins = joins
    demands = zip(formulation.patterns, formulation.joins).map { pattern, columns in
      var demand: [Int: Int] = [:]
      for (join, column) in zip(pattern.joins, columns) where plan[column] > 0 {
        demand[join.group] = Int(plan[column])
      }
      return demand
    }
    open = formulation.open.map { Int(plan[$0]) }
  }

  /// Sessions that a pattern has.
  private let open: [Int]

  /// Places all sessions, as far as there is room.
  ///
  /// - Parameter isOver: Asked before each session; true ends it.
  /// - Complexity: O(sessions placed × possible sessions × classes).
  mutating func run(isOver: () -> Bool) {
    let patterns = formulation.patterns
    for index in patterns.indices where isForPartners(index) && open[index] > 0 {
      placeCohorts(index)
    }
    let order = patterns.indices.filter { open[$0] > 0 && !isForPartners($0) }
      .map { (room: room(for: $0), pattern: $0) }
      .sorted { ($0.room, $0.pattern) < ($1.room, $1.pattern) }
    for (_, pattern) in order {
      let candidates = candidates(for: pattern)
      for round in 0..<open[pattern] {
        if isOver() { return }
        guard
          let draft = best(for: pattern, candidates, sessionsLeft: open[pattern] - round)
        else { break }
        take(draft, of: pattern)
      }
    }
  }

  private func isForPartners(_ pattern: Int) -> Bool {
    formulation.course(of: formulation.patterns[pattern]).trainee == .partners
  }

  /// How many times as many days there are as the sessions of a pattern last.
  private func room(for pattern: Int) -> Double {
    let sessions = formulation.patterns[pattern].sessions
    let days = Set(sessions.map { eligibility.days[$0].lowerBound.number }).count
    let length = formulation.course(of: formulation.patterns[pattern]).days
    return Double(days) / Double(open[pattern] * length)
  }

  // MARK: - Partners

  /// Cohorts go where the coarse plan has them; it tells their sessions apart.
  private mutating func placeCohorts(_ pattern: Int) {
    let session = formulation.patterns[pattern].sessions[0]
    var draft = draft(session)
    for (group, _) in joins[session] {
      guard classes[group].cohort != nil, demands[pattern][wholes[group], default: 0] > 0,
        add(group, to: &draft)
      else { continue }
    }
    if !draft.seats.isEmpty { take(draft, of: pattern) }
  }

  // MARK: - Delegations

  /// A possible session of a pattern with those who may join it.
  private struct Candidate {
    var session: Int
    var groups: [Int]
  }

  /// The sessions of a pattern, each with the classes that may join it as cheaply as
  /// anywhere in the pattern, those with the fewest sessions to choose from first.
  private func candidates(for pattern: Int) -> [Candidate] {
    let demand = demands[pattern]
    let prices = Dictionary(
      uniqueKeysWithValues: formulation.patterns[pattern].joins.map { ($0.group, $0.penalty) })
    var choices: [Int: Int] = [:]
    var found: [Candidate] = []
    for session in formulation.patterns[pattern].sessions where !opened.contains(session) {
      let groups = joins[session].filter { join in
        demand[wholes[join.group]] != nil && join.penalty == prices[wholes[join.group]]
      }.map(\.group)
      for group in groups { choices[group, default: 0] += 1 }
      if !groups.isEmpty { found.append(Candidate(session: session, groups: groups)) }
    }
    for index in found.indices {
      found[index].groups.sort {
        (choices[$0, default: 0], $0) < (choices[$1, default: 0], $1)
      }
    }
    return found
  }

  /// The best session that can be placed next for a pattern; nothing when none has
  /// as many people as it needs.
  private func best(
    for pattern: Int, _ candidates: [Candidate], sessionsLeft: Int
  ) -> SessionDraft? {
    let course = formulation.course(of: formulation.patterns[pattern])
    let least = eligibility.leastSize(of: course)
    let waiting = demands[pattern].reduce(0) { sum, demand in
      sum + demand.value * formulation.classes[demand.key].people
    }
    // Whoever is left has to be enough for the other sessions.
    let most = max(least, waiting - (sessionsLeft - 1) * least)
    var best: (draft: SessionDraft, rank: Rank)?
    for candidate in candidates where mayOpen(candidate.session, pattern) {
      var draft = draft(candidate.session, mostPeople: most)
      fill(&draft, candidate, pattern, sessionsLeft)
      let rank = Rank(draft)
      guard best.map({ $0.rank < rank }) ?? true else { continue }
      guard
        draft.isComplete(
          leastPeople: least, leastCountries: leastCountries(of: course),
          countsLeaders: course.trainee == .students && course.studentsPerLeader > 0
            && year.training.rules[.leaders] != .off)
      else { continue }
      best = (draft, rank)
    }
    return best?.draft
  }

  /// What makes one session better than another.
  private struct Rank: Comparable {
    var people: Int
    var countries: Int
    var cost: Int64
    var unloved: Int
    var slack: Int

    init(_ draft: SessionDraft) {
      people = draft.people
      countries = draft.countries.count
      cost = draft.people > 0 ? draft.cost / Int64(draft.people) : 0
      unloved = draft.unloved
      slack = draft.slack
    }

    static func < (left: Rank, right: Rank) -> Bool {
      (left.people, left.countries, -left.cost, -left.unloved, left.slack)
        < (right.people, right.countries, -right.cost, -right.unloved, right.slack)
    }
  }

  private func leastCountries(of course: Course) -> Int {
    guard case .atLeast(let count) = course.mix, year.training.rules[.mix] != .off else { return 1 }
    return count
  }

  private func mayOpen(_ session: Int, _ pattern: Int) -> Bool {
    guard !opened.contains(session) else { return false }
    let course = formulation.course(of: formulation.patterns[pattern])
    if let most = course.sessionsMax, year.training.rules[.sessionSize] != .off,
      openOfCourse[eligibility.sessions[session].course, default: 0] >= most
    {
      return false
    }
    guard let key = stayKey(pattern) else { return true }
    let stay = stay(session)
    return !(stays[key] ?? []).contains { $0.overlaps(stay) }
  }

  /// The country and kind whose sessions keep their distance; nothing where they
  /// need not.
  private func stayKey(_ pattern: Int) -> StayKey? {
    let rules = year.training.rules
    guard let country = formulation.patterns[pattern].country, rules[.countrySpacing] != .off,
      rules[.mix] != .off
    else { return nil }
    return StayKey(
      country: country, trainee: formulation.course(of: formulation.patterns[pattern]).trainee)
  }

  private func stay(_ session: Int) -> ClosedRange<Int> {
    let days = eligibility.days[session]
    return days.lowerBound.number...days.upperBound.number + year.training.rules.spacingDays
  }

  /// Fills a session: first one group of each country, then whoever has least choice,
  /// each country leaving as many as it needs for the sessions to come.
  private func fill(
    _ draft: inout SessionDraft, _ candidate: Candidate, _ pattern: Int, _ sessionsLeft: Int
  ) {
    let course = formulation.course(of: formulation.patterns[pattern])
    var waiting: [Int: Int] = [:]
    for (whole, count) in demands[pattern] {
      waiting[formulation.classes[whole].country, default: 0] += count
    }
    var taken: [Int: Int] = [:]
    var used: [Int: Int] = [:]
    let isMixed = course.mix != .one
    for pass in isMixed ? [0, 1, 2] : [2] {
      for group in candidate.groups {
        let whole = wholes[group]
        let country = classes[group].country
        while used[group, default: 0] < left[group],
          taken[whole, default: 0] < demands[pattern][whole, default: 0]
        {
          let here = draft.countries[country] ?? 0
          if pass == 0, here > 0 { break }
          if pass == 1, here >= max(1, waiting[country, default: 0] - sessionsLeft + 1) { break }
          guard add(group, to: &draft) else { break }
          used[group, default: 0] += 1
          taken[whole, default: 0] += 1
        }
      }
    }
  }

  // MARK: - Seats

  private func draft(_ session: Int, mostPeople: Int = .max) -> SessionDraft {
    let course = year.training.courses[eligibility.sessions[session].course]
    let size = year.training.rules[.sessionSize] == .off ? Int.max : course.sizeMax
    return SessionDraft(
      session, eligibility, mornings: formulation.mornings(of: session),
      mostPeople: min(size, mostPeople), ledger)
  }

  /// Seats one member of a class, unless a rule about others keeps it from coming.
  private func add(_ group: Int, to draft: inout SessionDraft) -> Bool {
    let member = classes[group]
    let course = year.training.courses[draft.session.course]
    let country = year.countries[member.country]
    var isUnloved = false
    if let index = member.delegation {
      let delegation = year.training.delegations[index]
      guard meets(delegation, draft.number), !isAway(delegation, draft.number),
        year.training.rules[.invitedOnce] == .off
          || !delegation.people.contains(where: invited.contains)
      else { return false }
      isUnloved = eligibility.isUnloved(index, [draft.number])
    }
    return draft.add(
      group, member, language: course.language.isEmpty ? country.language : course.language,
      fare: member.cohort == nil ? country.fares[draft.session.start.parts.month] : 0,
      isUnloved: isUnloved, ledger)
  }

  private func meets(_ delegation: Delegation, _ session: Int) -> Bool {
    year.training.rules[.meetYourPartner] == .off
      || eligibility.meetsInTerm(delegation, session)
      || (eligibility.hosting.cohortsOfSchool?[delegation.school] ?? []).contains { cohort in
        cohortSessions[cohort].map { eligibility.meet(session, $0) } ?? false
      }
  }

  private func isAway(_ delegation: Delegation, _ session: Int) -> Bool {
    guard delegation.teachers > 0, year.training.rules[.oneTeacherAway] != .off else {
      return false
    }
    let days = eligibility.days[session]
    let others = (away[delegation.school] ?? []).filter { $0.days.overlaps(days) }
      .reduce(0) { $0 + $1.teachers }
    return others + delegation.teachers > year.teachersAway(from: delegation.school)
  }

  private mutating func take(_ draft: SessionDraft, of pattern: Int) {
    ledger.take(draft)
    drafts.append(draft)
    opened.insert(draft.number)
    openOfCourse[draft.session.course, default: 0] += 1
    if let key = stayKey(pattern) { stays[key, default: []].append(stay(draft.number)) }
    for (group, count) in draft.seats {
      left[group] -= count
      let whole = wholes[group]
      demands[pattern][whole, default: 0] -= count
      if demands[pattern][whole] == 0 { demands[pattern][whole] = nil }
      if let cohort = classes[group].cohort { cohortSessions[cohort] = draft.number }
      guard let index = classes[group].delegation else { continue }
      let delegation = year.training.delegations[index]
      invited.formUnion(delegation.people)
      if delegation.teachers > 0 {
        away[delegation.school, default: []].append(
          (eligibility.days[draft.number], delegation.teachers * count))
      }
    }
  }
}
