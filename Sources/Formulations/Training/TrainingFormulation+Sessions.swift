// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension TrainingFormulation {
  /// A column for each country in a session that may have several, where a rule or
  /// a goal asks for it.
  mutating func addPresence() {
    let asksGoal = year.training.objective.contains(.mixing)
    for spot in spots.indices {
      let course = course(ofSpot: spot)
      guard course.mix != .one, asksGoal || least(of: course) > 1 else { continue }
      var ofCountry: [Int: [Term]] = [:]
      for (group, column) in joinsOf(spot: spot) {
        ofCountry[group.country, default: []].append(Term(column, 1))
      }
      guard ofCountry.count > 1 || least(of: course) > 1 else { continue }
      for (country, terms) in ofCountry.sorted(by: { $0.key < $1.key }) {
        let names = [name(ofSpot: spot), year.countries[country].id]
        let column = program.addColumn(
          named: "present(\(names.joined(separator: ",")))", in: 0...mostOpen(spot),
          origin: Origin(rule: "mix", subjects: names))
        program.addRow(
          named: "present(\(names.joined(separator: ",")))", terms: terms + [Term(column, -1)],
          lower: 0, origin: Origin(rule: "mix", subjects: names))
        presence[spot, default: []].append((country, column))
      }
    }
  }

  /// Most sessions of a spot that may be open.
  private func mostOpen(_ spot: Int) -> Int64 {
    let most = spots[spot].map { patterns[$0].most }.max() ?? 1
    return Int64(min(most, patterns[spots[spot][0]].sessions.count))
  }

  /// Fewest countries in a session of a course.
  private func least(of course: Course) -> Int {
    guard case .atLeast(let count) = course.mix, rules[.mix] != .off else { return 1 }
    return count
  }

  /// The switches, last of all columns, since a solver that branches on the last
  /// one decides about sessions before it decides who joins them.
  mutating func addOpen() {
    for pattern in patterns {
      open.append(
        program.addColumn(
          named: "open(\(name(of: pattern)))", in: 0...Int64(pattern.most),
          origin: Origin(rule: "session-size", subjects: [name(of: pattern)])))
    }
  }

  /// How many sessions a course has for a country and a band of levels, and how
  /// many in all: columns to branch on before it matters when they are.
  mutating func addSessionCounts() {
    struct Key: Hashable {
      var course: Int
      var country: Int
      var level: Int
    }
    var members: [Key: [Int]] = [:]
    for (index, pattern) in patterns.enumerated() {
      let course = eligibility.sessions[pattern.sessions[0]].course
      members[Key(course: course, country: -1, level: -1), default: []].append(index)
      guard pattern.country != nil || pattern.levels != nil else { continue }
      members[
        Key(
          course: course, country: pattern.country ?? -1,
          level: pattern.levels?.lowerBound ?? -1), default: []
      ].append(index)
    }
    let sorted = members.sorted {
      (-$0.key.country, $0.key.course, $0.key.level)
        < (-$1.key.country, $1.key.course, $1.key.level)
    }
    for (key, members) in sorted where members.count > 1 {
      let names = [
        year.training.courses[key.course].id,
        key.country < 0 ? "all" : year.countries[key.country].id,
        key.level < 0 ? "all" : TeacherLevel.allCases[key.level].rawValue,
      ]
      let origin = Origin(rule: "session-size", subjects: names)
      let column = program.addColumn(
        named: "sessions(\(names.joined(separator: ",")))",
        in: 0...members.reduce(0) { $0 + Int64(patterns[$1].most) }, origin: origin)
      program.addRow(
        named: "sessions(\(names.joined(separator: ",")))",
        terms: members.map { Term(open[$0], 1) } + [Term(column, -1)], lower: 0, upper: 0,
        origin: origin)
      if rules[.sessionSize] != .off {
        addFilling(names, members, sessions: column)
      }
    }
  }

  /// Says how many people sessions can be filled with in whole sessions.
  ///
  /// As many people as want to come fill *k* sessions, of which the last one is not
  /// full: with one session less all those of the last one are missing, not a
  /// fraction of everybody. (Mixed integer rounding; Nemhauser and Wolsey 1990.)
  /// The same holds for those of at least a priority.
  private mutating func addFilling(_ names: [String], _ members: [Int], sessions: Column) {
    let size = Int64(course(of: patterns[members[0]]).sizeMax)
    let joining = members.flatMap { zip(patterns[$0].joins.map(\.group), joins[$0]) }
    let groups = Set(joining.map(\.0)).filter { classes[$0].delegation != nil }
    func priority(_ group: Int) -> Int {
      classes[group].delegation.map { year.training.delegations[$0].priority } ?? 0
    }
    for least in Set(groups.map(priority)).sorted() {
      let chosen = groups.filter { priority($0) >= least }
      let people = chosen.reduce(Int64(0)) { sum, group in
        sum + Int64(classes[group].people * classes[group].groups.count)
      }
      let full = (people + size - 1) / size
      let last = people - (full - 1) * size
      guard people > 0, full > 1 || least > 0 else { continue }
      // People ≤ all − last · (full − sessions).
      let terms =
        joining.filter { chosen.contains($0.0) }.map {
          Term($0.1, Int64(classes[$0.0].people))
        } + [Term(sessions, -last)]
      program.addRow(
        named: "filling(\(names.joined(separator: ",")),\(least))", terms: terms,
        upper: people - last * full, origin: Origin(rule: "session-size", subjects: names))
    }
  }

  /// `session-size`, `leaders`, `mix`, `country-spacing`, and that a group joins
  /// only what is open.
  mutating func addSessionRows() {
    for index in patterns.indices { addRows(ofPattern: index) }
    for (spot, members) in spots.enumerated() {
      if members.count > 1 {
        program.addRow(
          named: "one-pattern(\(name(ofSpot: spot)))", terms: members.map { Term(open[$0], 1) },
          upper: mostOpen(spot),
          origin: Origin(rule: "session-size", subjects: [name(ofSpot: spot)]))
      }
      for (country, column) in presence[spot] ?? [] {
        program.addRow(
          named: "present.open(\(name(ofSpot: spot)),\(year.countries[country].id))",
          terms: [Term(column, 1)] + members.map { Term(open[$0], -1) }, upper: 0,
          origin: Origin(rule: "mix", subjects: [name(ofSpot: spot)]))
      }
      let least = least(of: course(ofSpot: spot))
      if least > 1 {
        program.addRow(
          named: "mix(\(name(ofSpot: spot)))",
          terms: (presence[spot] ?? []).map { Term($0.column, 1) }
            + members.map { Term(open[$0], -Int64(least)) },
          lower: 0, origin: Origin(rule: "mix", subjects: [name(ofSpot: spot)]))
      }
    }
    if rules[.sessionSize] != .off { addMostSessions() }
    if rules[.countrySpacing] != .off, rules[.mix] != .off {
      if resolution == .exact { addSpacing() } else if resolution != .year { addSpacingSums() }
    }
  }

  private mutating func addRows(ofPattern index: Int) {
    let pattern = patterns[index]
    let course = course(of: pattern)
    let name = name(of: pattern)
    let origin = Origin(rule: "session-size", subjects: [name])
    var people: [Term] = []
    var led: [Term] = []
    for (join, column) in zip(pattern.joins, joins[index]) {
      let group = classes[join.group]
      let most = mostJoins(group, course)
      if most > 0 {
        program.addRow(
          named: "open(\(self.name(of: group)),\(name))",
          terms: [Term(column, 1), Term(open[index], -most)], upper: 0, origin: origin)
      }
      people.append(Term(column, Int64(group.people)))
      led.append(
        Term(
          column,
          Int64(course.studentsPerLeader * group.leaders.people - group.members.people)))
    }
    let least = eligibility.leastSize(of: course)
    program.addRow(
      named: "size.least(\(name))", terms: people + [Term(open[index], -Int64(least))], lower: 0,
      origin: origin)
    if rules[.sessionSize] != .off {
      program.addRow(
        named: "size.most(\(name))", terms: people + [Term(open[index], -Int64(course.sizeMax))],
        upper: 0, origin: origin)
    }
    if course.studentsPerLeader > 0, course.trainee == .students, rules[.leaders] != .off,
      led.contains(where: { $0.coefficient < 0 })
    {
      program.addRow(
        named: "leaders(\(name))", terms: led, lower: 0,
        origin: Origin(rule: "leaders", subjects: [name]))
    }
  }

  private mutating func addMostSessions() {
    for (index, course) in year.training.courses.enumerated() {
      guard let most = course.sessionsMax else { continue }
      let terms = patterns.indices.filter {
        eligibility.sessions[patterns[$0].sessions[0]].course == index
      }.map { Term(open[$0], 1) }
      let possible = terms.reduce(0) { $0 + Int(program.bounds(of: $1.column).upper ?? 0) }
      guard possible > most else { continue }
      program.addRow(
        named: "sessions(\(course.id))", terms: terms, upper: Int64(most),
        origin: Origin(rule: "session-size", subjects: [course.id]))
    }
  }

  /// Sessions of one country keep their distance.
  ///
  /// Of those whose days, lengthened by the distance, have a day in common at most
  /// one is open. For intervals these sets are all there is to say.
  private mutating func addSpacing() {
    for (key, members) in spacedPatterns {
      let names = [year.countries[key.country].id, key.trainee.rawValue]
      let stays = members.map {
        (days: spacedDays(patterns[$0].sessions[0]), term: Term(open[$0], 1))
      }
      for (day, terms) in coverings(stays) where terms.count > 1 {
        program.addRow(
          named: "country-spacing(\(names.joined(separator: ",")),\(day))", terms: terms,
          upper: 1, origin: Origin(rule: "country-spacing", subjects: names))
      }
    }
  }

  /// The patterns whose sessions keep their distance, by country and kind.
  package var spacedPatterns: [(key: SpacingKey, patterns: [Int])] {
    var members: [SpacingKey: [Int]] = [:]
    for (index, pattern) in patterns.enumerated() {
      let course = course(of: pattern)
      guard let country = pattern.country, course.trainee != .partners else { continue }
      members[SpacingKey(country: country, trainee: course.trainee), default: []].append(index)
    }
    return members.sorted {
      ($0.key.country, $0.key.trainee.rawValue) < ($1.key.country, $1.key.trainee.rawValue)
    }.map { ($0.key, $0.value) }
  }

  /// The days of a session and those after it on which no other of its country may
  /// begin.
  package func spacedDays(_ session: Int) -> ClosedRange<Day> {
    let days = eligibility.days[session]
    return days.lowerBound...days.upperBound.adding(days: rules.spacingDays)
  }

  /// `meet-your-partner`: a teacher joins a session outside the term only when a
  /// cohort of partners she hosts is in session there.
  mutating func addMeetings() {
    guard rules[.meetYourPartner] != .off else { return }
    let penalty = rules[.meetYourPartner].penalty
    var cohortClasses: [Int: Int] = [:]
    for (index, group) in classes.enumerated() {
      if let cohort = group.cohort { cohortClasses[cohort] = index }
    }
    for (index, group) in classes.enumerated() {
      guard let number = group.delegation else { continue }
      let delegation = year.training.delegations[number]
      for (pattern, column) in joinsOfClass[index] {
        let sessions = patterns[pattern].sessions
        guard !sessions.contains(where: { eligibility.meetsInTerm(delegation, $0) }) else {
          continue
        }
        let most = program.bounds(of: column).upper ?? 0
        let partners = (eligibility.hosting.cohortsOfSchool?[delegation.school] ?? [])
          .compactMap { cohortClasses[$0] }
          .flatMap { joinsOfClass[$0] }
          .filter { join in
            sessions.contains { session in
              patterns[join.pattern].sessions.contains { eligibility.meet(session, $0) }
            }
          }
        var terms = [Term(column, 1)] + partners.map { Term($0.column, -most) }
        let names = [name(of: group), name(of: patterns[pattern])]
        let origin = Origin(rule: "meet-your-partner", subjects: names)
        if let penalty {
          let missed = program.addColumn(
            named: "violation(meet-your-partner,\(names.joined(separator: ",")))", in: 0...most,
            origin: origin)
          terms.append(Term(missed, -1))
          penaltyTerms.append(Term(missed, Int64(penalty) * Int64(group.people)))
        }
        program.addRow(
          named: "meet-your-partner(\(names.joined(separator: ",")))", terms: terms, upper: 0,
          origin: origin)
      }
    }
  }
}

/// Whose sessions keep their distance.
package struct SpacingKey: Hashable, Sendable {
  /// Index into the year's countries.
  package var country: Int
  package var trainee: Trainee

  package init(country: Int, trainee: Trainee) {
    self.country = country
    self.trainee = trainee
  }
}
