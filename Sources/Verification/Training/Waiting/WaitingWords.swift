// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// One sentence that says why a delegation waits: the rules, and what is most useful to
/// know of them.
func sentence(for reason: WaitingReason, in plan: TrainingFacts) -> String {
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

  var noCourse: String {
    let courses = plan.year.training.courses.indices.filter {
      plan.year.training.courses[$0].trainee == own.trainee
        && (own.courses.isEmpty || own.courses.contains($0))
    }
    guard let first = courses.first else {
      return "There is no course for \(own.trainee.rawValue) that it accepts."
    }
    let course = plan.year.training.courses[first]
    let others = courses.count > 1 ? ", nor do \(counted(courses.count - 1, "other"))" : ""
    let session = SessionFacts(
      TrainingSession(course: first, site: 0, start: Day(number: 0)), in: plan.year)
    let reasons = session.map { AcceptedCourseCheck.courseReasons(group, $0, plan) } ?? []
    return reasons.isEmpty
      ? "\(course.id) has no possible session\(others)."
      : "\(course.id) does not take it\(others): \(reasons.joined(separator: "; "))."
  }

  var nothingPossible: String {
    let alone = reason.excluded.first { $0.sessions == reason.accepted }
    guard let alone else {
      let rules = reason.excluded.map { "\($0.rule.rawValue) \($0.sessions)" }
      return "None of the \(reason.accepted) possible sessions is left; excluded by"
        + " \(rules.joined(separator: ", "))."
    }
    let sessions =
      reason.accepted == 1
      ? "the one possible session" : "all \(reason.accepted) possible sessions"
    return
      "\(alone.rule.rawValue) excludes \(sessions)\(fact(of: alone.rule).map { ": \($0)" } ?? "")."
  }

  /// What holds in every session of a rule that excludes all.
  private func fact(of rule: TrainingRule) -> String? {
    let school = plan.year.schools[own.school]
    switch rule {
    case .sessionSize: return "it has \(countedPeople(own.headcount.people))"
    case .availability:
      let from = own.availableFrom.map { " from \($0)" } ?? ""
      let to = own.availableTo.map { " to \($0)" } ?? ""
      return "it is free\(from)\(to)"
    case .hostSchool:
      return "\(school.id) hosts nobody and did not in \(plan.year.fiscalYear - 1)"
    case .oneTeacherAway:
      return "\(counted(own.teachers, "teacher")) would be away from \(school.id), at most"
        + " \(OneTeacherAwayCheck.most(of: school)) may be"
    case .invitedOnce: return own.lastInvitedYear.map { "it was invited in \($0)" }
    case .diet: return "no site of them keeps \(own.diet.joined(separator: " and "))"
    case .pin: return "it is pinned to none of them"
    default: return nil
    }
  }

  // MARK: - With possible sessions

  var noRoom: String {
    if let free = reason.obstacles.first(where: { $0.rule == nil }) {
      return "No rule keeps it out of \(phrase(free.session)), only the order of goals."
    }
    if let rival { return rival }
    let start =
      reason.obstacles.isEmpty
      ? "The plan has no session of a course that it accepts"
      : "No session of the plan takes it (\(rules))"
    // What is looked for last is nearest to a session that opens.
    let nearest = reason.further.enumerated().max {
      (rank($0.element), $1.offset) < (rank($1.element), $0.offset)
    }?.element
    guard let nearest else { return start + "." }
    if case .nothing(let session) = nearest.obstacle {
      return example.map { "\(start): \($0)" }
        ?? "\(start), but \(phrase(session)) could open as far as people, dates and room go."
    }
    let course = plan.year.training.courses[nearest.course]
    let others = reason.further.count - 1
    let more = reason.obstacles.isEmpty ? "one" : "another"
    let opens =
      others == 0
      ? "\(course.id) cannot open \(more)"
      : "neither \(course.id) nor \(counted(others, "other course")) can open \(more)"
    return "\(start), and \(opens): \(fact(of: nearest, course))."
  }

  /// Who trains in its stead, where somebody is in both.
  private var rival: String? {
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

  private var rules: String {
    counts.map { "\($0.rule) \($0.count)" }.joined(separator: ", ")
  }

  /// What would be wrong by the most frequent rule.
  private var example: String? {
    let most = counts.first?.rule
    return reason.obstacles.first { $0.rule == most }?.violation?.sentence
  }

  private func phrase(_ session: TrainingSession) -> String { session.phrase(in: plan.year) }

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

  private func fact(of further: FurtherSession, _ course: Course) -> String {
    let country = plan.year.countries[plan.country(group)].id
    let rules = plan.year.training.rules
    let who = course.mix == .one && rules[.mix] == .hard ? " of \(country)" : ""
    let band = rules[.levelBand] == .hard ? course.levelBand : nil
    let level =
      band.map { " \($0 == 0 ? "at" : "near") its level (\(own.level.rawValue))" } ?? ""
    func wait(_ count: Int) -> String { "\(countedPeople(count))\(who)\(level)" }
    switch further.obstacle {
    case .sessions(let most): return "it has its most sessions (\(most), session-size)"
    case .taken: return "the plan has each that is left to it"
    case .people(let count, let needed):
      return "\(wait(count)) \(count == 1 ? "waits" : "wait"), \(needed) are needed (session-size)"
    case .countries(let count, let needed):
      return "people of \(counted(count, "country", "countries"))\(level) wait, \(needed) are"
        + " needed (mix)"
    case .rule(let rule): return "\(rule.rawValue) leaves no date beside the sessions of the plan"
    case .peopleAtATime(let count, let needed):
      return "at most \(wait(count)) can come on a date that is left, \(needed) are needed"
        + " (session-size)"
    case .room(let rule, let people):
      return "no site has room for \(countedPeople(people)) on a date that is left"
        + " (\(rule.rawValue))"
    case .nothing: return ""
    }
  }
}
