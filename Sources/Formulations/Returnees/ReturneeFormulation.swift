// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

/// The activities of a year's returned partners as an integer program.
///
/// `docs/formulations/returnees.md` states it in rows and columns.
package struct ReturneeFormulation: Sendable {
  package let eligibility: ReturneeEligibility
  package internal(set) var program = IntegerProgram()
  /// The goals but fairness, by name.
  package internal(set) var objectives: [String: Tier] = [:]
  /// One group for each returnee who may take part in something.
  package internal(set) var fairnessGroups: [FairnessGroup] = []

  /// Whether a pair takes part, by position in the eligibility's pairs.
  package internal(set) var takesPart: [Column] = []
  /// Whether an activity takes place.
  package internal(set) var open: [Column] = []

  /// Columns whose values follow from who takes part: violations and people's counts.
  private var follows: Set<Column> = []
  /// What soft rules cost beside the pairs.
  private var penaltyTerms: [Term] = []
  let year: ProgrammeYear
  private var data: ReturneeData { year.returnees }
  private var rules: ReturneeRules { year.returnees.rules }

  /// States the activities of a year.
  ///
  /// - Complexity: O(pairs × activities that collide).
  package init(_ eligibility: ReturneeEligibility) {
    self.eligibility = eligibility
    year = eligibility.year
    let pairsOfReturnees = eligibility.pairsOfReturnees()
    addPairs()
    addOpen()
    addWishes()
    for (returnee, pairs) in pairsOfReturnees.enumerated() where !pairs.isEmpty {
      addDays(of: returnee, pairs)
      addLoads(of: returnee, pairs)
      addDuty(of: returnee, pairs)
    }
    addBudget()
    addAnnounced()
    addGoals(pairsOfReturnees)
  }

  /// The goals of a year in the planner's order.
  package static func tierNames(of year: ProgrammeYear) -> [String] {
    year.returnees.objective.map(\.rawValue)
  }

  /// The plan that an assignment of the program stands for.
  package func plan(of assignment: Assignment) -> ReturneePlan {
    ReturneePlan(
      zip(eligibility.pairs, takesPart).filter { assignment[$1] > 0 }.map { pair, _ in
        Participation(returnee: pair.returnee, activity: pair.activity)
      })
  }

  /// The columns' values for a plan, violations as small as the rows allow.
  ///
  /// - Returns: The assignment; it breaks a row where the plan breaks a hard rule.
  package func assignment(of plan: ReturneePlan) -> Assignment {
    var values = [Int64](repeating: 0, count: program.columnCount)
    let pairs = Set(plan.participations)
    for (pair, column) in zip(eligibility.pairs, takesPart)
    where pairs.contains(Participation(returnee: pair.returnee, activity: pair.activity)) {
      values[column.index] = 1
      values[open[pair.activity].index] = 1
    }
    program.complete(&values, following: follows)
    return Assignment(values: values, objective: 0)
  }

  /// Notes a column whose value follows from who takes part.
  mutating func follow(_ column: Column) { follows.insert(column) }

  // MARK: - Activities

  private mutating func addPairs() {
    for pair in eligibility.pairs {
      let names = [data.returnees[pair.returnee].id, data.activities[pair.activity].id]
      takesPart.append(
        program.addColumn(
          named: "part(\(names.joined(separator: ",")))", in: 0...1,
          origin: Origin(rule: "part", subjects: names)))
    }
  }

  /// Rule `seats`: nobody, or as many as an activity takes.
  private mutating func addOpen() {
    for (index, activity) in data.activities.enumerated() {
      let origin = Origin(rule: ReturneeRule.seats.rawValue, subjects: [activity.id])
      let column = program.addColumn(named: "open(\(activity.id))", in: 0...1, origin: origin)
      open.append(column)
      let pairs = eligibility.pairs(ofActivity: index)
      guard pairs.count >= activity.seatsMin else {
        program.setBounds(of: column, lower: 0, upper: 0)
        for pair in pairs { program.setBounds(of: takesPart[pair], lower: 0, upper: 0) }
        continue
      }
      let people = pairs.map { Term(takesPart[$0], 1) }
      program.addRow(
        named: "seats.fewest(\(activity.id))",
        terms: people + [Term(column, -Int64(activity.seatsMin))], lower: 0, origin: origin)
      program.addRow(
        named: "seats.most(\(activity.id))",
        terms: people + [Term(column, -Int64(min(activity.seatsMax, pairs.count)))], upper: 0,
        origin: origin)
    }
  }

  /// Rules `leaders`, `languages`, `skills` and `tie`: who has to be there.
  private mutating func addWishes() {
    for (index, activity) in data.activities.enumerated() {
      if activity.leaders > 0 {
        addWish(.leaders, "", index, count: activity.leaders) { $0.leads }
      }
      for language in activity.languages {
        addWish(.languages, language, index) { $0.languages.contains(language) }
      }
      for skill in activity.skills { addWish(.skills, skill, index) { $0.skills.contains(skill) } }
      if let tie = activity.tie { addWish(.tie, "", index) { $0.hostSchool == tie } }
    }
  }

  /// At least so many of some people, where the activity takes place.
  private mutating func addWish(
    _ rule: ReturneeRule, _ word: String, _ activity: Int, count: Int = 1,
    of isWanted: (Returnee) -> Bool
  ) {
    guard rules[rule] != .off else { return }
    let names = [data.activities[activity].id] + (word.isEmpty ? [] : [word])
    let name = "\(rule.rawValue)(\(names.joined(separator: ",")))"
    let origin = Origin(rule: rule.rawValue, subjects: names)
    var terms = eligibility.pairs(ofActivity: activity).filter {
      isWanted(data.returnees[eligibility.pairs[$0].returnee])
    }.map { Term(takesPart[$0], 1) }
    terms.append(Term(open[activity], -Int64(count)))
    if let penalty = rules[rule].penalty {
      let short = program.addColumn(
        named: "violation(\(name))", in: 0...Int64(count), origin: origin)
      follows.insert(short)
      terms.append(Term(short, 1))
      penaltyTerms.append(Term(short, Int64(penalty)))
    }
    program.addRow(named: name, terms: terms, lower: 0, origin: origin)
  }

  // MARK: - People

  /// The largest sets of a person's pairs of which any two collide, by day; pairs in order
  /// of their first day.
  ///
  /// With its free days behind it an activity is an interval of days, and two collide
  /// where these overlap; intervals that overlap pairwise share a day.
  private func collisions(among pairs: [Int]) -> [[Int]] {
    func first(_ pair: Int) -> Int {
      data.activities[eligibility.pairs[pair].activity].days.lowerBound.number
    }
    func end(_ pair: Int) -> Int {
      data.activities[eligibility.pairs[pair].activity].days.upperBound.number
        + rules.daysBetween
    }
    var sets: [[Int]] = []
    var current: [Int] = []
    for (position, pair) in pairs.enumerated() {
      current.removeAll { end($0) < first(pair) }
      current.append(pair)
      let next = position + 1 < pairs.count ? first(pairs[position + 1]) : Int.max
      // What the next one joins whole is part of a larger set.
      if next == first(pair) || current.allSatisfy({ end($0) >= next }) { continue }
      sets.append(current)
    }
    return sets
  }

  /// Rule `neighbouring-days`.
  private mutating func addDays(of returnee: Int, _ pairs: [Int]) {
    guard rules[.neighbouringDays] != .off else { return }
    let id = data.returnees[returnee].id
    for set in collisions(among: pairs) where set.count > 1 {
      let day = set.map { data.activities[eligibility.pairs[$0].activity].days.lowerBound }.max()
      let names = [id, day.map(\.description) ?? ""]
      program.addRow(
        named: "neighbouring-days(\(names.joined(separator: ",")))",
        terms: set.map { Term(takesPart[$0], 1) }, upper: 1,
        origin: Origin(rule: ReturneeRule.neighbouringDays.rawValue, subjects: names))
    }
  }

  /// Rule `load`.
  private mutating func addLoads(of returnee: Int, _ pairs: [Int]) {
    guard rules[.load] != .off else { return }
    let person = data.returnees[returnee]
    let most = Int64(person.perQuarter ?? rules.perQuarter)
    for quarter in 1...4 {
      var terms = pairs.filter {
        data.activities[eligibility.pairs[$0].activity].quarter == quarter
      }.map { Term(takesPart[$0], 1) }
      guard terms.count > most else { continue }
      let name = "load(\(person.id),\(quarter))"
      let origin = Origin(
        rule: ReturneeRule.load.rawValue, subjects: [person.id, String(quarter)])
      if let penalty = rules[.load].penalty {
        let over = program.addColumn(
          named: "violation(\(name))", in: 0...Int64(terms.count), origin: origin)
        follows.insert(over)
        terms.append(Term(over, -1))
        penaltyTerms.append(Term(over, Int64(penalty)))
      }
      program.addRow(named: name, terms: terms, upper: most, origin: origin)
    }
  }

  /// Rule `prefecture-first`: of activities elsewhere that collide there is at most one,
  /// and none without one at home.
  private mutating func addDuty(of returnee: Int, _ pairs: [Int]) {
    let person = data.returnees[returnee]
    guard rules[.prefectureFirst] != .off, let duty = person.dutyPrefecture else { return }
    func isAtHome(_ pair: Int) -> Bool {
      data.activities[eligibility.pairs[pair].activity].prefecture == duty
    }
    var atHome = pairs.filter(isAtHome).map { Term(takesPart[$0], -1) }
    let elsewhere = pairs.filter { !isAtHome($0) }
    guard !atHome.isEmpty, !elsewhere.isEmpty else { return }
    let name = "prefecture-first(\(person.id))"
    let origin = Origin(rule: ReturneeRule.prefectureFirst.rawValue, subjects: [person.id])
    if let penalty = rules[.prefectureFirst].penalty {
      let broken = program.addColumn(named: "violation(\(name))", in: 0...1, origin: origin)
      follows.insert(broken)
      atHome.append(Term(broken, -1))
      penaltyTerms.append(Term(broken, Int64(penalty)))
    }
    let sets =
      rules[.neighbouringDays] == .off
      ? elsewhere.map { [$0] } : collisions(among: elsewhere)
    for set in sets {
      program.addRow(
        named: name, terms: set.map { Term(takesPart[$0], 1) } + atHome, upper: 0,
        origin: origin)
    }
  }

  // MARK: - The year

  private var costTerms: [Term] {
    zip(eligibility.pairs, takesPart).filter { $0.0.cost > 0 }.map { Term($1, $0.cost) }
  }

  /// Rule `budget`, in thousands of yen.
  private mutating func addBudget() {
    guard rules[.budget] != .off, let budget = rules.totalBudget else { return }
    var terms = costTerms
    let all = terms.reduce(Int64(0)) { $0 + $1.coefficient }
    guard all > budget / 1_000 else { return }
    let origin = Origin(rule: ReturneeRule.budget.rawValue)
    if let penalty = rules[.budget].penalty {
      let over = program.addColumn(
        named: "violation(budget)", in: 0...(all - budget / 1_000 + 9) / 10, origin: origin)
      follows.insert(over)
      terms.append(Term(over, -10))
      penaltyTerms.append(Term(over, Int64(penalty)))
    }
    program.addRow(named: "budget", terms: terms, upper: budget / 1_000, origin: origin)
  }

  private mutating func addGoals(_ pairsOfReturnees: [[Int]]) {
    for goal in data.objective {
      switch goal {
      case .penalties:
        let pairs = zip(eligibility.pairs, takesPart).filter { $0.0.penalty > 0 }
        set(goal, .minimize, pairs.map { Term($1, $0.penalty) } + penaltyTerms)
      case .reach:
        set(
          goal, .maximize,
          zip(data.activities, open).map { Term($1, Int64($0.reach * $0.priority)) })
      case .fairness: addFairness(pairsOfReturnees)
      case .filled: set(goal, .maximize, takesPart.map { Term($0, 1) })
      case .travel: set(goal, .minimize, costTerms)
      case .moved: objectives[goal.rawValue] = lostTier
      }
    }
  }

  private mutating func set(_ goal: ReturneeGoal, _ sense: Sense, _ terms: [Term]) {
    objectives[goal.rawValue] = Tier(name: goal.rawValue, sense: sense, terms: terms)
  }

  private mutating func addFairness(_ pairsOfReturnees: [[Int]]) {
    for (returnee, pairs) in pairsOfReturnees.enumerated() where !pairs.isEmpty {
      let id = data.returnees[returnee].id
      let origin = Origin(rule: ReturneeGoal.fairness.rawValue, subjects: [id])
      let most = min(pairs.count, data.mostActivities)
      let column = program.addColumn(
        named: "activities(\(id))", lower: 0, upper: Int64(most), isInteger: false,
        origin: origin)
      program.addRow(
        named: "activities(\(id))",
        terms: pairs.map { Term(takesPart[$0], 1) } + [Term(column, -1)], lower: 0, upper: 0,
        origin: origin)
      follows.insert(column)
      fairnessGroups.append(
        FairnessGroup(
          tier: ReturneeGoal.fairness.rawValue, subjects: [id], column: column,
          denominator: data.mostActivities))
    }
  }
}
