// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// One sentence that says why a delegation waits: the rules, and what is most useful to
/// know of them.
func sentence(for reason: WaitingReason, in plan: TrainingFacts) -> Sentence {
  let words = WaitingWords(reason, plan)
  if reason.accepted == 0 { return words.noCourse }
  if reason.possible == 0 { return words.nothingPossible }
  return words.noRoom
}

private struct WaitingWords {
  private let reason: WaitingReason
  private let plan: TrainingFacts
  private let own: Delegation

  init(_ reason: WaitingReason, _ plan: TrainingFacts) {
    self.reason = reason
    self.plan = plan
    own = plan.year.training.delegations[reason.delegation]
  }

  private var group: TrainingGroup { .delegation(reason.delegation) }

  // MARK: - Without a course or a possible session

  var noCourse: Sentence {
    let courses = plan.year.training.courses.indices.filter {
      plan.year.training.courses[$0].trainee == own.trainee
        && (own.courses.isEmpty || own.courses.contains($0))
    }
    guard let first = courses.first else {
      return "There is no course for \(own.trainee.rawValue) that it accepts."
    }
    let course = plan.year.training.courses[first]
    let others = courses.count - 1
    let session = SessionFacts(
      TrainingSession(course: first, site: 0, start: Day(number: 0)), in: plan.year)
    let reasons = session.map { AcceptedCourseCheck.courseReasons(group, $0, plan) } ?? []
    let why = Listing(reasons, .semicolons)
    return switch (reasons.isEmpty, others) {
    case (true, ...0): "\(course.id) has no possible session."
    case (true, 1): "\(course.id) has no possible session, nor do 1 other."
    case (true, _): "\(course.id) has no possible session, nor do \(others) others."
    case (false, ...0): "\(course.id) does not take it: \(why)."
    case (false, 1): "\(course.id) does not take it, nor do 1 other: \(why)."
    case (false, _): "\(course.id) does not take it, nor do \(others) others: \(why)."
    }
  }

  var nothingPossible: Sentence {
    let alone = reason.excluded.first { $0.sessions == reason.accepted }
    guard let alone else {
      let rules = reason.excluded.map { "\($0.rule.rawValue) \($0.sessions)" }
      return """
        None of the \(reason.accepted) possible sessions is left; excluded by \
        \(Listing(rules, .plain)).
        """
    }
    let sessions: Sentence =
      reason.accepted == 1
      ? "the one possible session" : "all \(reason.accepted) possible sessions"
    return fact(of: alone.rule).map { "\(alone.rule.rawValue) excludes \(sessions): \($0)." }
      ?? "\(alone.rule.rawValue) excludes \(sessions)."
  }

  /// What holds in every session of a rule that excludes all.
  private func fact(of rule: TrainingRule) -> Sentence? {
    let school = plan.year.schools[own.school]
    switch rule {
    case .sessionSize: return "it has \(countedPeople(own.headcount.people))"
    case .availability:
      return "it is free\(openStretch(from: own.availableFrom, to: own.availableTo))"
    case .hostSchool:
      return "\(school.id) hosts nobody and did not in \(plan.year.fiscalYear - 1)"
    case .oneTeacherAway:
      return """
        \(plain: own.teachers, "teacher", "teachers") would be away from \(school.id), at most \
        \(OneTeacherAwayCheck.most(of: school)) may be
        """
    case .invitedOnce: return own.lastInvitedYear.map { "it was invited in \($0)" }
    case .diet: return "no site of them keeps \(Listing(own.diet, .andEach))"
    case .pin: return "it is pinned to none of them"
    default: return nil
    }
  }

  // MARK: - With possible sessions

  var noRoom: Sentence {
    if let free = reason.obstacles.first(where: { $0.rule == nil }) {
      return "No rule keeps it out of \(phrase(free.session)), only the order of goals."
    }
    if let rival { return rival }
    let start: Sentence =
      reason.obstacles.isEmpty
      ? "The plan has no session of a course that it accepts"
      : "No session of the plan takes it (\(rules))"
    // What is looked for last is nearest to a session that opens.
    let nearest = reason.further.enumerated().max {
      (rank($0.element), $1.offset) < (rank($1.element), $0.offset)
    }?.element
    guard let nearest else { return "\(start)." }
    if case .nothing(let session) = nearest.obstacle {
      return example.map { "\(start): \($0)" }
        ?? "\(start), but \(phrase(session)) could open as far as people, dates and room go."
    }
    let course = plan.year.training.courses[nearest.course]
    let others = reason.further.count - 1
    let opens: Sentence =
      switch (others, reason.obstacles.isEmpty) {
      case (0, true): "\(course.id) cannot open one"
      case (0, false): "\(course.id) cannot open another"
      case (_, true):
        "neither \(course.id) nor \(plain: others, "other course", "other courses") can open one"
      case (_, false):
        "neither \(course.id) nor \(plain: others, "other course", "other courses") can open another"
      }
    return "\(start), and \(opens): \(fact(of: nearest, course))."
  }

  /// Who trains in its stead, where somebody is in both.
  private var rival: Sentence? {
    guard reason.further.contains(where: { $0.obstacle == .rule(.invitedOnce) }) else { return nil }
    for index in plan.training {
      let other = plan.year.training.delegations[index]
      guard let person = own.people.first(where: other.people.contains) else { continue }
      return "invited-once keeps it out while \(other.id) trains: \(person) is in both."
    }
    return nil
  }

  /// The rules that keep it out of sessions of the plan, with the number of sessions, most
  /// first; of equally frequent ones that of the earliest session.
  private var counts: [(rule: String, count: Int)] {
    var counts: [(rule: String, count: Int)] = []
    for rule in reason.obstacles.compactMap(\.rule) {
      if let index = counts.firstIndex(where: { $0.rule == rule }) {
        counts[index].count += 1
      } else {
        counts.append((rule, 1))
      }
    }
    return counts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  private var rules: Sentence {
    "\(Listing(counts.map { "\($0.rule) \($0.count)" }, .plain))"
  }

  /// What would be wrong by the most frequent rule.
  private var example: Sentence? {
    let most = counts.first?.rule
    return reason.obstacles.first { $0.rule == most }?.violation?.words
  }

  private func phrase(_ session: TrainingSession) -> Sentence { session.phrase(in: plan.year) }

  private func rank(_ further: FurtherSession) -> Int {
    switch further.obstacle {
    case .sessions: 0
    case .taken: 1
    case .people: 2
    case .countries: 3
    case .rule: 4
    case .peopleAtATime: 5
    case .room: 6
    case .nothing: 7
    }
  }

  private func fact(of further: FurtherSession, _ course: Course) -> Sentence {
    let country = plan.year.countries[plan.country(group)].id
    let rules = plan.year.training.rules
    let isOfOneCountry = course.mix == .one && rules[.mix] == .hard
    let band = rules[.levelBand] == .hard ? course.levelBand : nil
    func atLevel(_ who: Sentence) -> Sentence {
      switch band {
      case nil: who
      case 0?: "\(who) at its level (\(own.level.rawValue))"
      case _?: "\(who) near its level (\(own.level.rawValue))"
      }
    }
    func wait(_ count: Int) -> Sentence {
      let people = countedPeople(count)
      guard isOfOneCountry else { return atLevel(people) }
      return switch band {
      case nil: people
      case 0?: "\(people) of \(country) at its level (\(own.level.rawValue))"
      case _?: "\(people) of \(country) near its level (\(own.level.rawValue))"
      }
    }
    switch further.obstacle {
    case .sessions(let most): return "it has its most sessions (\(most), session-size)"
    case .taken: return "the plan has each that is left to it"
    case .people(let count, let needed) where isOfOneCountry && band == nil:
      let people = countedPeople(count)
      return count == 1
        ? "\(people) of \(country) waits, \(needed) are needed (session-size)"
        : "\(people) of \(country) wait, \(needed) are needed (session-size)"
    case .people(let count, let needed):
      return count == 1
        ? "\(wait(count)) waits, \(needed) are needed (session-size)"
        : "\(wait(count)) wait, \(needed) are needed (session-size)"
    case .countries(let count, let needed):
      let countries = atLevel("\(plain: count, "country", "countries")")
      return "people of \(countries) wait, \(needed) are needed (mix)"
    case .rule(let rule): return "\(rule.rawValue) leaves no date beside the sessions of the plan"
    case .peopleAtATime(let count, let needed) where isOfOneCountry && band == nil:
      return """
        at most \(countedPeople(count)) of \(country) can come on a date that is left, \
        \(needed) are needed (session-size)
        """
    case .peopleAtATime(let count, let needed):
      return """
        at most \(wait(count)) can come on a date that is left, \(needed) are needed \
        (session-size)
        """
    case .room(let rule, let people):
      return """
        no site has room for \(countedPeople(people)) on a date that is left (\(rule.rawValue))
        """
    case .nothing: return ""
    }
  }
}
