// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `level-band`.
///
/// An instance is a session of a course with `level_band`; one whose delegations'
/// levels lie further apart is a unit.
enum LevelBandCheck: TrainingCheck {
  static let rule = TrainingRule.levelBand

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for session in plan.sessions {
      guard let band = session.course.levelBand else { continue }
      found.checked += 1
      let levels = session.groups.compactMap { plan.delegation($0)?.level }
        .sorted { $0.rank < $1.rank }
      guard let low = levels.first, let high = levels.last, high.rank - low.rank > band else {
        continue
      }
      found.violations.append(
        Violation(
          subjects: session.subjects,
          sentence: """
            \(session.phrase) has levels from \(low.rawValue) to \(high.rawValue), \
            \(plain: high.rank - low.rank, "step", "steps") apart; \(band) is the most.
            """))
    }
    return found
  }
}

/// Checks `mix`.
///
/// An instance is a session of a course whose `mix` asks for something; one with
/// too many or too few countries is a unit.
enum MixCheck: TrainingCheck {
  static let rule = TrainingRule.mix

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for session in plan.sessions where session.course.mix != .any {
      found.checked += 1
      let countries = plan.countries(in: session)
      let asked: Sentence
      switch session.course.mix {
      case .any: continue
      case .one where countries.count == 1: continue
      case .one: asked = "1"
      case .atLeast(let least) where countries.count >= least: continue
      case .atLeast(let least): asked = "\(least) or more"
      }
      let ids = countries.map { plan.year.countries[$0].id }
      found.violations.append(
        Violation(
          subjects: session.subjects + ids.map(Subject.country),
          sentence: """
            \(session.phrase) has groups of \(plain: countries.count, "country", "countries") \
            (\(ids.joined(separator: ", "))); the course has \(asked).
            """))
    }
    return found
  }
}

/// Checks `leaders`.
///
/// An instance is a session of a course that asks for leaders; each student beyond
/// those whom its leaders can lead is a unit.
enum LeadersCheck: TrainingCheck {
  static let rule = TrainingRule.leaders

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for session in plan.sessions where session.course.studentsPerLeader >= 1 {
      found.checked += 1
      let delegations = session.groups.compactMap(plan.delegation)
      let students = delegations.filter { $0.trainee == .students }
        .reduce(0) { $0 + $1.members.people }
      let leaders = delegations.reduce(0) { $0 + $1.leaders.people }
      let led = Int128(session.course.studentsPerLeader) * Int128(leaders)
      guard Int128(students) > led else { continue }
      found.violations.append(
        Violation(
          units: students - Int(clamping: led), subjects: session.subjects,
          sentence: leaders == 1
            ? """
            \(session.phrase) has \(plain: students, "student", "students") and 1 leader; a leader is \
            enough for \(session.course.studentsPerLeader).
            """
            : """
            \(session.phrase) has \(plain: students, "student", "students") and \(leaders) leaders; a leader \
            is enough for \(session.course.studentsPerLeader).
            """))
    }
    return found
  }
}

/// Checks `country-spacing`.
///
/// An instance is a pair of sessions of courses for one country, for the same kind
/// and with groups of the same country. The earlier of them begins first, or ends
/// first when they begin together; each day short is a unit.
enum CountrySpacingCheck: TrainingCheck {
  static let rule = TrainingRule.countrySpacing

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    let days = plan.year.training.rules.spacingDays
    let sessions = plan.sessions.filter { $0.course.mix == .one && $0.course.trainee != .partners }
      .sorted {
        ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
      }
    let countries = sessions.map { plan.countries(in: $0) }
    for (later, second) in sessions.enumerated() {
      for (earlier, first) in sessions[..<later].enumerated() {
        guard first.course.trainee == second.course.trainee,
          let common = countries[earlier].first(where: countries[later].contains)
        else { continue }
        found.checked += 1
        let gap = second.days.lowerBound.number - first.days.upperBound.number
        let short = days + 1 - gap
        guard short > 0 else { continue }
        let country = plan.year.countries[common].id
        found.violations.append(
          Violation(
            units: short, subjects: [.country(country)] + first.subjects + second.subjects,
            sentence: """
              \(first.phrase) ends on \(first.days.upperBound), and \(second.phrase) follows for \
              \(first.course.trainee.rawValue) of \(country); it may begin on \
              \(first.days.upperBound.adding(days: days + 1)) at the earliest.
              """))
      }
    }
    return found
  }
}

/// Checks `invited-once`.
///
/// An instance is a delegation that trains. A person whom several of them name, and
/// each person of a delegation that was invited too lately, is a unit.
enum InvitedOnceCheck: TrainingCheck {
  static let rule = TrainingRule.invitedOnce

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    var named: [String: [String]] = [:]
    for index in plan.training {
      found.checked += 1
      let delegation = plan.year.training.delegations[index]
      for person in Set(delegation.people) { named[person, default: []].append(delegation.id) }
      guard let year = tooLate(delegation, in: plan.year) else { continue }
      let people = delegation.headcount.people
      guard people > 0 else { continue }
      let years = plan.year.training.rules.invitedYears
      found.violations.append(
        Violation(
          units: people, subjects: [.delegation(delegation.id)],
          sentence: years.map {
            "\(delegation.id) was invited in \(year); \(plain: $0, "year", "years") must lie between."
          } ?? "\(delegation.id) was invited in \(year); an invitation is for once."))
    }
    let twice = named.filter { $0.value.count > 1 }
    for (person, delegations) in twice.sorted(by: { identifier($0.key, precedes: $1.key) }) {
      found.violations.append(
        Violation(
          subjects: [.person(person)] + delegations.map(Subject.delegation),
          sentence: "\(person) is in \(Listing(delegations, .andInEach)), which train."))
    }
    return found
  }

  /// The year of an earlier invitation that keeps a delegation from training.
  static func tooLate(_ delegation: Delegation, in year: ProgrammeYear) -> Int? {
    guard let last = delegation.lastInvitedYear else { return nil }
    guard let years = year.training.rules.invitedYears else { return last }
    return year.fiscalYear - last < years ? last : nil
  }
}
