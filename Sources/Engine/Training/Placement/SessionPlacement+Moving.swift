// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

extension SessionPlacement {
  /// Moves the sessions of one pattern after the other to where and when they serve the
  /// goals best, with the same groups in them, as long as that helps.
  ///
  /// - Parameter isOver: Asked before each session; true ends it.
  /// - Returns: Whether any session was moved.
  mutating func move(isOver: () -> Bool) -> Bool {
    let order = Set(patterns).filter { !tables.isForPartners($0) }.sorted()
    var standing = standing
    var hasMoved = false
    var goesOn = true
    var rounds = 0
    while goesOn, rounds < Self.mostRoundsOfMoves {
      goesOn = false
      rounds += 1
      for pattern in order {
        if isOver() { return hasMoved }
        guard let moved = moving(pattern, isOver: isOver) else { continue }
        let reached = moved.standing
        guard reached.lexicographicallyPrecedes(standing) else { continue }
        self = moved
        standing = reached
        goesOn = true
        hasMoved = true
      }
    }
    return hasMoved
  }

  private static var mostRoundsOfMoves: Int { 4 }

  /// Changes that are tried for who joins which session of a pattern: for each group and
  /// session, and at most; and at most for those of all patterns.
  private static var stepsOfSeat: Int { 400 }
  private static var mostSteps: Int { 400_000 }
  private static var mostStepsOfAll: Int { 20_000_000 }

  /// Goals that depend on when and where sessions are, in the planner's order.
  private var goals: [TrainingGoal] {
    year.training.objective.filter { [.mixing, .cost, .months].contains($0) }
  }

  /// What the placement is worth, goal by goal; the lexicographically smallest is best.
  var standing: [Int64] {
    var found = [Int64(tables.weight(of: demands))]
    for goal in goals {
      switch goal {
      case .mixing:
        found.append(
          zip(drafts, patterns).reduce(0) { sum, draft in
            tables.course(ofPattern: draft.1).mix == .one
              ? sum : sum - Int64(draft.0.countries.count - 1)
          })
      case .cost: found.append(drafts.reduce(0) { $0 + cost(of: $1) })
      default: found.append(drafts.reduce(0) { $0 + Int64($1.unloved) })
      }
    }
    return found
  }

  /// What a session costs in thousands of yen.
  private func cost(of draft: SessionDraft) -> Int64 {
    let course = year.training.courses[draft.session.course]
    let month = draft.session.start.parts.month
    return draft.seats.reduce((course.costPerSession + 999) / 1_000) { sum, seats in
      let group = tables.classes[seats.group]
      let fare = group.cohort == nil ? year.countries[group.country].fares[month] : 0
      let person = (fare + Int64(course.days) * course.costPerDay + 999) / 1_000
      return sum + person * Int64(group.people * seats.count)
    }
  }

  /// The placement with the sessions of a pattern moved; nothing when they then lack
  /// something that their course needs.
  private func moving(_ pattern: Int, isOver: () -> Bool) -> SessionPlacement? {
    var trial = self
    var groups: [Int] = []
    var sessions: [Int] = []
    for number in drafts.indices.reversed() where patterns[number] == pattern {
      groups += trial.close(at: number)
      sessions.append(drafts[number].number)
    }
    guard trial.open(pattern, for: groups.sorted(), at: sessions, isOver: isOver) else {
      return nil
    }
    trial.fillUp()
    return trial
  }

  /// Opens all sessions of a pattern at once, for those whom the coarse plan has there.
  ///
  /// - Parameters:
  ///   - pattern: One of delegations, with none of its sessions placed.
  ///   - isOver: Asked before each session; true ends it.
  mutating func openAll(_ pattern: Int, isOver: () -> Bool) {
    var waiting = demands[pattern]
    var groups: [Int] = []
    for group in tables.classes.indices {
      let whole = tables.wholes[group]
      let count = min(left[group], waiting[whole, default: 0])
      guard count > 0 else { continue }
      groups += repeatElement(group, count: count)
      waiting[whole, default: 0] -= count
    }
    _ = open(pattern, for: groups, at: [], isOver: isOver)
  }

  /// Opens sessions of a pattern for some groups.
  ///
  /// Groups may be left over, and sessions that would not have what their course needs.
  ///
  /// - Returns: Whether any session was opened.
  private mutating func open(
    _ pattern: Int, for groups: [Int], at sessions: [Int], isOver: () -> Bool
  ) -> Bool {
    guard let choice = choice(pattern, groups, sessions, isOver: isOver) else { return false }
    let places = zip(choice.chosen, choice.fitsOfChosen).map { slot, fits in
      seatingPlace(
        of: choice.slots[slot].session, pattern, most: choice.slots[slot].most, fits: fits)
    }
    let course = tables.course(ofPattern: pattern)
    var seating = SlotSeating(
      places, choice.members, goals: goals.filter { $0 != .mixing || course.mix != .one },
      seats: choice.assignment())
    seating.improve(
      steps: min(Self.mostSteps, Self.stepsOfSeat * choice.members.count * places.count),
      seed: 0, isOver: isOver)
    let seats = zip(choice.chosen, seating.seats).map { slot, members in
      (choice.slots[slot].session, pattern, members.map { choice.members[$0].group })
    }
    return seatAll(seats)
  }

  /// Opens sessions with the groups that are to join them, one after the other.
  ///
  /// - Returns: Whether any session was opened.
  private mutating func seatAll(_ seats: [(session: Int, pattern: Int, groups: [Int])]) -> Bool {
    var over: [(group: Int, pattern: Int)] = []
    let count = drafts.count
    for (session, pattern, groups) in seats where !groups.isEmpty {
      var draft = draft(session)
      for group in groups {
        guard let join = tables.join(group, session), add(join, to: &draft) else {
          over.append((group, pattern))
          continue
        }
      }
      let course = tables.course(ofPattern: pattern)
      // Whoever had to leave another session may be what this one lacks.
      for position in over.indices.reversed() where !isComplete(draft, course) {
        let (group, other) = over[position]
        guard other == pattern, tables.mayJoin(group, session, in: pattern),
          let join = tables.join(group, session), add(join, to: &draft)
        else { continue }
        over.remove(at: position)
      }
      guard isComplete(draft, course) else {
        continue
      }
      take(draft, of: pattern)
    }
    return drafts.count > count
  }

  /// What a session asks of who joins it.
  private func seatingPlace(
    of session: Int, _ pattern: Int, most: Int, fits: [UInt8]
  ) -> SlotSeating.Place {
    let course = tables.course(ofPattern: pattern)
    let month = eligibility.sessions[session].start.parts.month
    let days = eligibility.days[session]
    return SlotSeating.Place(
      most: most, least: eligibility.leastSize(of: course),
      leastCountries: leastCountries(of: course),
      studentsPerLeader: countsLeaders(of: course) ? course.studentsPerLeader : 0,
      isMixed: course.mix != .one,
      costs: year.countries.map {
        Int(($0.fares[month] + Int64(course.days) * course.costPerDay + 999) / 1_000)
      }, fits: fits, days: days.lowerBound.number...days.upperBound.number)
  }

  /// Changes who joins which session, as long as that serves the goals better.
  ///
  /// - Parameter isOver: Asked now and then; true ends it.
  mutating func rearrange(isOver: () -> Bool) {
    for trainee in [Trainee.students, .teachers] {
      for round in 0..<Self.mostRoundsOfMoves where !isOver() {
        let before = standing
        rearrange(trainee, seed: UInt64(round), isOver: isOver)
        if !standing.lexicographicallyPrecedes(before) { break }
      }
    }
  }

  /// Changes who joins which of all sessions for a kind of people, so that the goals are
  /// served better; keeps what is there when that fails.
  ///
  /// - Parameters:
  ///   - trainee: Teachers or students.
  ///   - seed: Of the draws.
  ///   - isOver: Asked now and then; true ends it.
  private mutating func rearrange(_ trainee: Trainee, seed: UInt64, isOver: () -> Bool) {
    let numbers = drafts.indices.filter {
      tables.course(ofPattern: patterns[$0]).trainee == trainee
    }
    guard numbers.count > 1 else { return }
    let old = numbers.map { (draft: drafts[$0], pattern: patterns[$0]) }
    var members: [SlotChoice.Member] = []
    var seats: [[Int]] = []
    for (draft, _) in old {
      var here: [Int] = []
      for (group, count) in draft.seats {
        for _ in 0..<count {
          here.append(members.count)
          members.append(seatingMember(group))
        }
      }
      seats.append(here)
    }
    // Where all these sessions are closed, only others keep anybody from coming.
    var trial = self
    for number in numbers.reversed() { _ = trial.close(at: number) }
    var reserved = ledger
    let places = old.map { draft, pattern in
      let most = most(in: draft, reserving: &reserved)
      var known: [Int: UInt8] = [:]
      let fits = members.map { member -> UInt8 in
        if let fit = known[member.group] { return fit }
        let fit = trial.fit(member.group, trial.draft(draft.number), pattern)
        known[member.group] = fit
        return fit
      }
      return seatingPlace(of: draft.number, pattern, most: most, fits: fits)
    }
    var seating = SlotSeating(places, members, goals: goals, seats: seats)
    seating.improve(
      steps: min(
        Self.mostStepsOfAll, members.count * places.count * (members.count + places.count)),
      seed: seed, isOver: isOver)
    let wanted = zip(old, seating.seats).map { old, joining in
      (old.draft.number, old.pattern, joining.map { members[$0].group })
    }
    // The demands follow the groups to where they go now.
    trial.redirect(wanted)
    guard trial.seatAll(wanted) else { return }
    trial.fillUp()
    if trial.standing.lexicographicallyPrecedes(standing) { self = trial }
  }

  /// Most people in a session beside the others, which keep what they have or have
  /// reserved; reserves as much for it.
  private func most(in draft: SessionDraft, reserving ledger: inout SiteLedger) -> Int {
    let course = year.training.courses[draft.session.course]
    ledger.giveBack(draft)
    let empty = SessionDraft(
      draft.number, eligibility, mornings: draft.mornings,
      mostPeople: sizeLimit(of: draft.session.course), ledger)
    let most = max(draft.people, empty.roomForPeople(ledger))
    let classSize = empty.roomAtSite(teaching: course.language, ledger).classSize
    ledger.take(draft)
    let classes = (most + classSize - 1) / classSize
    ledger.reserve(
      for: draft, people: most - draft.people, classes: max(0, classes - draft.classes),
      in: course.language)
    return most
  }

  /// Moves what is asked for from pattern to pattern, so that each asks for those who are
  /// to join it.
  private mutating func redirect(_ wanted: [(session: Int, pattern: Int, groups: [Int])]) {
    let involved = Set(wanted.map(\.pattern))
    var owed: [Int: Int] = [:]
    for pattern in involved {
      for (whole, count) in demands[pattern] { owed[whole, default: 0] += count }
      demands[pattern] = [:]
    }
    for (_, pattern, groups) in wanted {
      for group in groups {
        let whole = tables.wholes[group]
        demands[pattern][whole, default: 0] += 1
        owed[whole, default: 0] -= 1
      }
    }
    // Those who were asked for and had no seat stay asked for.
    for (whole, count) in owed.sorted(by: { $0.key < $1.key }) where count > 0 {
      if let pattern = involved.sorted().first(where: { tables.isDemanded(whole: whole, in: $0) }) {
        demands[pattern][whole, default: 0] += count
      }
    }
  }

  private func seatingMember(_ group: Int) -> SlotChoice.Member {
    let joining = tables.classes[group]
    let delegation = joining.delegation.map { year.training.delegations[$0] }
    let isCounted = year.training.rules[.oneTeacherAway] != .off
    return SlotChoice.Member(
      group: group, country: joining.country, people: joining.people,
      weight: Int64(joining.people * (delegation?.priority ?? 1)),
      students: joining.members.people, leaders: joining.leaders.people,
      school: delegation?.school ?? -1, teachers: isCounted ? delegation?.teachers ?? 0 : 0,
      mostAway: delegation.map { year.teachersAway(from: $0.school) } ?? 0)
  }

  /// Whether a class can join a session beside those that are placed, 1, and likes the
  /// time, 2; otherwise 0.
  private func fit(_ group: Int, _ draft: SessionDraft, _ pattern: Int) -> UInt8 {
    guard tables.mayJoin(group, draft.number, in: pattern),
      let join = tables.join(group, draft.number)
    else { return 0 }
    if let index = tables.classes[group].delegation {
      let delegation = year.training.delegations[index]
      guard meets(delegation, draft.number), !isAway(delegation, draft) else { return 0 }
    }
    return join.isUnloved ? 1 : 2
  }

  /// Where the sessions of a pattern may be, and who is to join them.
  private func choice(
    _ pattern: Int, _ groups: [Int], _ sessions: [Int], isOver: () -> Bool
  ) -> SlotChoice? {
    let course = tables.course(ofPattern: pattern)
    let least = eligibility.leastSize(of: course)
    var empty: [Int: SessionDraft] = [:]
    let slots = tables.candidates[pattern].compactMap { candidate -> SlotChoice.Slot? in
      guard mayOpen(candidate.session, pattern) else { return nil }
      let draft = draft(candidate.session)
      let most = draft.roomForPeople(ledger)
      guard most >= least else { return nil }
      empty[candidate.session] = draft
      let room = draft.roomAtSite(teaching: course.language, ledger)
      let days = eligibility.days[candidate.session]
      let spaced = formulation.spacedDays(candidate.session)
      return SlotChoice.Slot(
        session: candidate.session, site: draft.session.site,
        days: days.lowerBound.number...days.upperBound.number,
        spacedDays: spaced.lowerBound.number...spaced.upperBound.number,
        most: most, beds: room.beds, classes: room.classes, classSize: room.classSize,
        fares: year.countries.map { $0.fares[draft.session.start.parts.month] })
    }
    let places = Dictionary(
      slots.enumerated().map { ($0.element.session, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let chosen = sessions.sorted().compactMap { places[$0] }
    guard chosen.count == sessions.count else { return nil }
    let members = groups.map { seatingMember($0) }
    var choice = SlotChoice(
      slots, members, chosen: chosen, leastPeople: least,
      keepsDistance: spacingKey(pattern) != nil,
      goals: goals.filter { $0 != .mixing || course.mix != .one }
    ) { slot, member in fit(member.group, empty[slot.session] ?? draft(slot.session), pattern) }
    choice.fillUp(to: min(tables.open[pattern], groups.count))
    choice.improve(isOver: isOver)
    return choice
  }

  /// Takes a session back.
  ///
  /// - Parameter number: Its place among the drafts; later ones move up by one.
  /// - Returns: The classes of the groups that were in it, one for each group.
  private mutating func close(at number: Int) -> [Int] {
    let draft = drafts.remove(at: number)
    let pattern = patterns.remove(at: number)
    ledger.giveBack(draft)
    opened.remove(draft.number)
    openOfCourse[draft.session.course, default: 0] -= 1
    if let key = spacingKey(pattern),
      let position = stays[key]?.firstIndex(of: formulation.spacedDays(draft.number))
    {
      stays[key]?.remove(at: position)
    }
    var groups: [Int] = []
    for (group, count) in draft.seats {
      for _ in 0..<count {
        groups.append(group)
        left[group] += 1
        demands[pattern][tables.wholes[group], default: 0] += 1
        removeStay(of: group, in: draft.number)
      }
    }
    return groups
  }
}
