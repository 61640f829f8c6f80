// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

/// The trainings of a year as an integer program.
///
/// `docs/formulations/training.md` states it in rows and columns. Time is indexed
/// by sessions (course, site and start day), groups that are alike are counted.
package struct TrainingFormulation: Sendable {
  package let eligibility: TrainingEligibility
  package let classes: [TrainingClass]
  /// Where each of the classes that it was made from went among them.
  package let positions: [Int]
  package let patterns: [SessionPattern]
  package let baseline: TrainingBaseline?
  package let resolution: TimeResolution
  package internal(set) var program = IntegerProgram()
  /// The goals but fairness, by name.
  package internal(set) var objectives: [String: Tier] = [:]
  /// One group for each country that fairness looks at.
  package internal(set) var fairnessGroups: [FairnessGroup] = []

  /// The members of a class that join a pattern, a column for each of the
  /// pattern's `joins`; by pattern.
  package internal(set) var joins: [[Column]] = []
  /// Whether a pattern's session is open with it.
  package internal(set) var open: [Column] = []
  /// Rooms for one and for two that a session holds; none where its site has no
  /// rooms for two, since then it has a room for one for each person.
  package internal(set) var rooms: [Int: (single: Column, twin: Column)] = [:]

  /// The row of each class that says how many of its members join a session.
  var sessionRows: [IntegerProgram.Row] = []
  /// Patterns of the same sessions, of which at most so many as there are sessions
  /// are open together; ascending.
  var spots: [[Int]] = []
  /// Joins of each class.
  var joinsOfClass: [[(pattern: Int, column: Column)]] = []
  /// Classes of people that are taught together, by spot and language.
  var lessons: [Int: [(language: String, column: Column)]] = [:]
  /// In how many of a spot's sessions a country is, where there may be several.
  var presence: [Int: [(country: Int, column: Column)]] = [:]
  /// What soft rules cost beside the joins.
  var penaltyTerms: [Term] = []

  /// States the trainings of a year.
  ///
  /// - Parameters:
  ///   - eligibility: Who may join what.
  ///   - classes: The classes of the year's groups.
  ///   - baseline: What is pinned, and what an earlier plan had.
  ///   - resolution: How finely sessions are told apart.
  ///   - isUsed: Whether a class may join a session, for a formulation of less.
  /// - Complexity: O(classes × sessions × days of a course).
  package init(
    _ eligibility: TrainingEligibility, _ classes: [TrainingClass], baseline: TrainingBaseline?,
    resolution: TimeResolution,
    where isUsed: (_ group: Int, _ session: Int) -> Bool = { _, _ in true }
  ) {
    self.eligibility = eligibility
    self.baseline = baseline
    self.resolution = resolution
    let patterns = eligibility.patterns(of: classes, at: resolution, where: isUsed)
    if resolution == .exact {
      self.classes = classes
      self.patterns = patterns
      positions = Array(classes.indices)
    } else {
      let merged = eligibility.merged(classes, patterns, baseline)
      self.classes = merged.classes
      self.patterns = merged.patterns
      positions = merged.positions
    }
    gatherSpots()
    addJoins()
    addPeopleRows()
    addRooms()
    addLessons()
    addPresence()
    addOpen()
    addSessionCounts()
    addSessionRows()
    addMeetings()
    addQuotas()
    addGoals()
  }

  private mutating func gatherSpots() {
    var known: [[Int]: Int] = [:]
    for (index, pattern) in patterns.enumerated() {
      if resolution == .exact, let position = known[pattern.sessions] {
        spots[position].append(index)
      } else {
        known[pattern.sessions] = spots.count
        spots.append([index])
      }
    }
  }

  /// States the trainings of a year, every session by itself.
  package init(
    _ year: ProgrammeYear, hosting: HostingFacts, baseline: TrainingBaseline? = nil
  ) {
    let eligibility = TrainingEligibility(year, hosting: hosting)
    let baseline = baseline?.kept(by: year.training.rules)
    self.init(
      eligibility, eligibility.classes(baseline), baseline: baseline, resolution: .exact)
  }

  var year: ProgrammeYear { eligibility.year }
  var rules: TrainingRules { eligibility.year.training.rules }

  /// The course of a pattern.
  package func course(of pattern: SessionPattern) -> Course {
    year.training.courses[eligibility.sessions[pattern.sessions[0]].course]
  }

  /// The course of a spot.
  func course(ofSpot spot: Int) -> Course { course(of: patterns[spots[spot][0]]) }

  /// A spot in names of rows and columns: course, site and start, or course, site
  /// and month.
  func name(ofSpot spot: Int) -> String { placeName(of: patterns[spots[spot][0]]) }

  private func placeName(of pattern: SessionPattern) -> String {
    let session = eligibility.sessions[pattern.sessions[0]]
    let course = year.training.courses[session.course].id
    let site = year.sites[session.site].id
    return switch pattern.sessions.count == 1 ? .exact : resolution {
    case .exact: "\(course),\(site),\(session.start)"
    case .siteMonth: "\(course),\(site),\(session.start.description.prefix(7))"
    case .month: "\(course),\(session.start.description.prefix(7))"
    case .year: course
    }
  }

  /// A class in names: its first member.
  func name(of group: TrainingClass) -> String {
    switch group.groups[0] {
    case .cohort(let index): year.cohorts[index].id
    case .delegation(let index): year.training.delegations[index].id
    }
  }

  func name(of pattern: SessionPattern) -> String {
    var name = placeName(of: pattern)
    if let country = pattern.country { name += ",\(year.countries[country].id)" }
    if let levels = pattern.levels {
      name += ",\(TeacherLevel.allCases[levels.lowerBound].rawValue)"
    }
    return name
  }

  /// Most members of a class in one session.
  func mostJoins(_ group: TrainingClass, _ course: Course) -> Int64 {
    let count = group.groups.count
    guard rules[.sessionSize] != .off else { return Int64(count) }
    return Int64(min(count, course.sizeMax / max(1, group.people)))
  }

  /// The column of a class in a pattern goes up to this.
  private func mostJoins(_ group: TrainingClass, _ pattern: SessionPattern) -> Int64 {
    min(
      Int64(group.groups.count), mostJoins(group, course(of: pattern)) * Int64(pattern.most))
  }

  /// Every join of a spot with its class.
  func joinsOf(spot: Int) -> [(group: TrainingClass, column: Column)] {
    spots[spot].flatMap { pattern in
      zip(patterns[pattern].joins, joins[pattern]).map { (classes[$0.group], $1) }
    }
  }

  /// Most people who may be in a spot's sessions together.
  func mostPeople(ofSpot spot: Int) -> Int {
    let all = joinsOf(spot: spot).reduce(0) { sum, join in
      sum + join.group.people * join.group.groups.count
    }
    guard rules[.sessionSize] != .off else { return all }
    let sessions = spots[spot].map { patterns[$0].most }.max() ?? 1
    return min(all, course(ofSpot: spot).sizeMax * sessions)
  }
}

// MARK: - Groups

extension TrainingFormulation {
  private mutating func addJoins() {
    joinsOfClass = Array(repeating: [], count: classes.count)
    for (index, pattern) in patterns.enumerated() {
      joins.append(
        pattern.joins.map { join in
          let group = classes[join.group]
          let column = program.addColumn(
            named: "join(\(name(of: group)),\(name(of: pattern)))",
            in: 0...mostJoins(group, pattern),
            origin: Origin(rule: "one-session", subjects: [name(of: group)]))
          joinsOfClass[join.group].append((index, column))
          return column
        })
    }
  }

  /// `one-session`, `invited-once`, `one-teacher-away`.
  private mutating func addPeopleRows() {
    for (index, group) in classes.enumerated() {
      let count = Int64(group.groups.count)
      let isObliged =
        group.cohort != nil || baseline?.pins[group.groups[0]]?.session != nil
      sessionRows.append(
        program.addRow(
          named: "one-session(\(name(of: group)))",
          terms: joinsOfClass[index].map { Term($0.column, 1) },
          lower: isObliged ? count : nil, upper: count,
          origin: Origin(rule: "one-session", subjects: [name(of: group)])))
    }
    if rules[.invitedOnce] != .off { addInvitations() }
    if rules[.oneTeacherAway] != .off, resolution == .exact { addAbsences() }
  }

  private mutating func addInvitations() {
    var ofPerson: [String: [Int]] = [:]
    for (index, group) in classes.enumerated() {
      guard let delegation = group.delegation else { continue }
      for person in year.training.delegations[delegation].people {
        ofPerson[person, default: []].append(index)
      }
    }
    for (person, members) in ofPerson.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      program.addRow(
        named: "invited-once(\(person))",
        terms: members.flatMap { joinsOfClass[$0].map { Term($0.column, 1) } }, upper: 1,
        origin: Origin(rule: "invited-once", subjects: [person]))
    }
  }

  private mutating func addAbsences() {
    var ofSchool: [Int: [Int]] = [:]
    for (index, group) in classes.enumerated() {
      guard let delegation = group.delegation.map({ year.training.delegations[$0] }),
        delegation.teachers > 0, group.groups.count == 1
      else { continue }
      ofSchool[delegation.school, default: []].append(index)
    }
    for (school, members) in ofSchool.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let absences = members.flatMap { index in
        joinsOfClass[index].map { join in
          (
            days: eligibility.days[patterns[join.pattern].sessions[0]],
            term: Term(
              join.column,
              Int64(classes[index].delegation.map { year.training.delegations[$0].teachers } ?? 0))
          )
        }
      }
      let limit = Int64(year.teachersAway(from: school))
      for (day, terms) in coverings(absences) {
        program.addRow(
          named: "one-teacher-away(\(year.schools[school].id),\(day))", terms: terms,
          upper: limit,
          origin: Origin(rule: "one-teacher-away", subjects: [year.schools[school].id]))
      }
    }
  }

  /// The largest sets of stays that have a day in common, by the day on which the
  /// last of them begins.
  ///
  /// What is taken only grows on a day on which a stay begins, and only shrinks
  /// until the next one does; a day whose set is part of the next day's says
  /// nothing new.
  func coverings(
    _ stays: [(days: ClosedRange<Day>, term: Term)]
  ) -> [(day: Day, terms: [Term])] {
    let starts = Set(stays.map(\.days.lowerBound)).sorted()
    var found: [(day: Day, terms: [Term])] = []
    for (position, day) in starts.enumerated() {
      let covering = stays.filter { $0.days.contains(day) }
      // Whoever is still there when the next stay begins is counted then.
      if position + 1 < starts.count,
        covering.allSatisfy({ $0.days.upperBound >= starts[position + 1] })
      {
        continue
      }
      found.append((day, covering.map(\.term)))
    }
    return found
  }
}
