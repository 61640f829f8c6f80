// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

/// The exchange of a year's teachers as an integer program.
///
/// `docs/formulations/exchange.md` states it in rows and columns.
package struct ExchangeFormulation: Sendable {
  package let eligibility: ExchangeEligibility
  package internal(set) var program = IntegerProgram()
  /// The goals but fairness, by name.
  package internal(set) var objectives: [String: Tier] = [:]
  /// One group for each country that may have a partnership.
  package internal(set) var fairnessGroups: [FairnessGroup] = []

  /// Whether a pair does what a choice says, by position in the eligibility's choices.
  package internal(set) var chosen: [Column] = []
  /// Whether a visit begins in a week.
  package internal(set) var visits: [Visit] = []

  /// A visit that may be.
  package struct Visit: Sendable {
    package var pair: Int
    package var isToJapan: Bool
    package var week: Int
    package var column: Column
  }

  /// Columns whose values follow from the choices: violations and countries' counts.
  var follows: Set<Column> = []
  /// Columns of stability: who has enough partners as good, of how many; and who blocks.
  var contents: [(column: Column, asGood: [Term], most: Int)] = []
  var blocks: [(column: Column, row: [Term])] = []
  /// What soft rules cost beside the choices.
  private var penaltyTerms: [Term] = []
  var data: ExchangeData { eligibility.year.exchange }
  private var rules: ExchangeRules { data.rules }
  private var weeks: ExchangeWeeks { eligibility.weeks }

  /// Columns that the program of a year has for its choices and weeks.
  package static func columns(of eligibility: ExchangeEligibility) -> Int {
    eligibility.pairs.indices.reduce(eligibility.choices.count) {
      $0 + eligibility.weeksToJapan($1).nonzeroBitCount
        + eligibility.weeksFromJapan($1).nonzeroBitCount
    }
  }

  /// States the exchange of a year.
  ///
  /// - Complexity: O(pairs × weeks × weeks of a visit).
  package init(_ eligibility: ExchangeEligibility) {
    self.eligibility = eligibility
    addChoices()
    addVisits()
    addPartners()
    addSchoolWeeks()
    addPrefectures()
    addCountries()
    addGoals()
    addStability()
  }

  /// The goals of a year in the planner's order.
  package static func tierNames(of year: ProgrammeYear) -> [String] {
    year.exchange.objective.map(\.rawValue)
  }

  func id(_ school: Int) -> String { data.schools[school].id }

  func names(_ pair: Int) -> [String] {
    let schools = eligibility.pairs[pair].schools
    return [id(schools.japan), id(schools.abroad)]
  }

  /// The terms of a pair's choices: 1 together when the two are partners.
  func partnership(_ pair: Int) -> [Term] {
    eligibility.pairs[pair].range.map { Term(chosen[$0], 1) }
  }

  // MARK: - Plans

  /// The plan that an assignment of the program stands for.
  package func plan(of assignment: Assignment) -> ExchangePlan {
    var days: [Int: (toJapan: Day?, fromJapan: Day?)] = [:]
    for visit in visits where assignment[visit.column] > 0 {
      if visit.isToJapan {
        days[visit.pair, default: (nil, nil)].toJapan = weeks.starts[visit.week]
      } else {
        days[visit.pair, default: (nil, nil)].fromJapan = weeks.starts[visit.week]
      }
    }
    return ExchangePlan(
      days.map { pair, days in
        Partnership(
          eligibility.pairs[pair].schools, toJapan: days.toJapan, fromJapan: days.fromJapan)
      })
  }

  /// The columns' values for a plan, violations as small as the rows allow.
  ///
  /// - Returns: The assignment; it breaks a row where the plan breaks a hard rule.
  package func assignment(of plan: ExchangePlan) -> Assignment {
    var values = [Int64](repeating: 0, count: program.columnCount)
    let partnerships = Dictionary(
      plan.partnerships.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, choice) in eligibility.choices.enumerated() {
      let pair = eligibility.pairs[Int(choice.pair)].schools
      if partnerships[pair]?.ways == choice.ways { values[chosen[index].index] = 1 }
    }
    for visit in visits {
      guard let partnership = partnerships[eligibility.pairs[visit.pair].schools] else { continue }
      let day = visit.isToJapan ? partnership.toJapan : partnership.fromJapan
      if day == weeks.starts[visit.week] { values[visit.column.index] = 1 }
    }
    program.complete(&values, following: follows)
    completeStability(&values)
    return Assignment(values: values, objective: 0)
  }

  // MARK: - Choices and visits

  private mutating func addChoices() {
    for choice in eligibility.choices {
      let names = names(Int(choice.pair))
      chosen.append(
        program.addColumn(
          named: "\(choice.ways.rawValue)(\(names.joined(separator: ",")))", in: 0...1,
          origin: Origin(rule: "choice", subjects: names)))
    }
  }

  /// A week for each visit that a choice asks for.
  private mutating func addVisits() {
    for pair in eligibility.pairs.indices {
      for isToJapan in [true, false] {
        let way = (isToJapan ? ExchangeWays.toJapan : .fromJapan).rawValue
        let asking = eligibility.pairs[pair].range.filter {
          let ways = eligibility.choices[$0].ways
          return isToJapan ? ways.includesToJapan : ways.includesFromJapan
        }
        guard !asking.isEmpty else { continue }
        let mask =
          isToJapan ? eligibility.weeksToJapan(pair) : eligibility.weeksFromJapan(pair)
        var terms = asking.map { Term(chosen[$0], -1) }
        for week in ExchangeWeeks.weeks(of: mask) {
          let names = names(pair) + [weeks.starts[week].description]
          let column = program.addColumn(
            named: "\(way)-in(\(names.joined(separator: ",")))", in: 0...1,
            origin: Origin(rule: "visit", subjects: names))
          visits.append(Visit(pair: pair, isToJapan: isToJapan, week: week, column: column))
          terms.append(Term(column, 1))
        }
        program.addRow(
          named: "\(way)-week(\(names(pair).joined(separator: ",")))", terms: terms, lower: 0,
          upper: 0, origin: Origin(rule: "visit", subjects: names(pair)))
      }
    }
  }

  /// Rule `partners`: a school has so many at most, and a pair is one once.
  private mutating func addPartners() {
    var own = [[Int]](repeating: [], count: data.schools.count)
    for (index, pair) in eligibility.pairs.enumerated() {
      own[Int(pair.japan)].append(index)
      own[Int(pair.abroad)].append(index)
      let schools = pair.schools
      let least = min(data.schools[schools.japan].partners, data.schools[schools.abroad].partners)
      guard pair.choiceCount > 1, least > 1 else { continue }
      program.addRow(
        named: "once(\(names(index).joined(separator: ",")))", terms: partnership(index), upper: 1,
        origin: Origin(rule: ExchangeRule.partners.rawValue, subjects: names(index)))
    }
    for (school, pairs) in own.enumerated() where !pairs.isEmpty {
      program.addRow(
        named: "partners(\(id(school)))", terms: pairs.flatMap { partnership($0) },
        upper: Int64(data.schools[school].partners),
        origin: Origin(rule: ExchangeRule.partners.rawValue, subjects: [id(school)]))
    }
  }

  /// Rule `one-at-a-time`: a school's visits do not share a week.
  private mutating func addSchoolWeeks() {
    guard rules[.oneAtATime] != .off else { return }
    struct Slot: Hashable {
      let school: Int
      let week: Int
    }
    var slots: [Slot: [Term]] = [:]
    for visit in visits {
      let pair = eligibility.pairs[visit.pair].schools
      for week in visit.week..<(visit.week + weeks.length) {
        for school in [pair.japan, pair.abroad] {
          slots[Slot(school: school, week: week), default: []].append(Term(visit.column, 1))
        }
      }
    }
    for (slot, terms) in slots.sorted(by: {
      ($0.key.school, $0.key.week) < ($1.key.school, $1.key.week)
    })
    where terms.count > 1 {
      let names = [id(slot.school), label(ofWeek: slot.week)]
      program.addRow(
        named: "one-at-a-time(\(names.joined(separator: ",")))", terms: terms, upper: 1,
        origin: Origin(rule: ExchangeRule.oneAtATime.rawValue, subjects: names))
    }
  }

  /// The first day of a week, also of those behind the last start.
  private func label(ofWeek week: Int) -> String {
    weeks.starts.first.map { $0.adding(days: 7 * week).description } ?? String(week)
  }

  // MARK: - Prefectures and countries

  /// Rules `prefecture-week` and `prefecture-year`.
  private mutating func addPrefectures() {
    var pairs: [String: [Int]] = [:]
    for (index, pair) in eligibility.pairs.enumerated() {
      pairs[data.schools[Int(pair.japan)].area, default: []].append(index)
    }
    var slots: [String: [Int: [Term]]] = [:]
    for visit in visits where visit.isToJapan {
      let area = data.schools[Int(eligibility.pairs[visit.pair].japan)].area
      for week in visit.week..<(visit.week + weeks.length) {
        slots[area, default: [:]][week, default: []].append(Term(visit.column, 1))
      }
    }
    for (area, own) in pairs.sorted(by: { $0.key < $1.key }) {
      if rules[.prefectureYear] != .off, let most = rules.pairsOfYear {
        addLimit(.prefectureYear, [area], own.flatMap { partnership($0) }, most: most)
      }
      guard rules[.prefectureWeek] != .off else { continue }
      for (week, terms) in (slots[area] ?? [:]).sorted(by: { $0.key < $1.key }) {
        addLimit(.prefectureWeek, [area, label(ofWeek: week)], terms, most: rules.groupsOfWeek)
      }
    }
  }

  private mutating func addLimit(
    _ rule: ExchangeRule, _ names: [String], _ terms: [Term], most: Int
  ) {
    guard terms.count > most else { return }
    let name = "\(rule.rawValue)(\(names.joined(separator: ",")))"
    let origin = Origin(rule: rule.rawValue, subjects: names)
    var terms = terms
    if let penalty = rules[rule].penalty {
      let over = program.addColumn(
        named: "violation(\(name))", in: 0...Int64(terms.count - most), origin: origin)
      follows.insert(over)
      terms.append(Term(over, -1))
      penaltyTerms.append(Term(over, Int64(penalty)))
    }
    program.addRow(named: name, terms: terms, upper: Int64(most), origin: origin)
  }

  /// Rule `countries`, and the counts of fairness.
  private mutating func addCountries() {
    var pairs: [Int: [Int]] = [:]
    for (index, pair) in eligibility.pairs.enumerated() {
      if let country = data.schools[Int(pair.abroad)].country {
        pairs[country, default: []].append(index)
      }
    }
    let most = eligibility.mostOfCountries
    for country in eligibility.countriesWithSchools.sorted() {
      let name = eligibility.year.countries[country].id
      let terms = (pairs[country] ?? []).flatMap { partnership($0) }
      let least = rules.pairsOfCountry
      if rules[.countries] != .off, least > 0 {
        var row = terms
        let origin = Origin(rule: ExchangeRule.countries.rawValue, subjects: [name])
        if let penalty = rules[.countries].penalty {
          let short = program.addColumn(
            named: "violation(countries(\(name)))", in: 0...Int64(least), origin: origin)
          follows.insert(short)
          row.append(Term(short, 1))
          penaltyTerms.append(Term(short, Int64(penalty)))
        }
        if row.isEmpty { row.append(Term(impossible(), 1)) }
        program.addRow(
          named: "countries(\(name))", terms: row, lower: Int64(least), origin: origin)
      }
      guard most[country] > 0, data.objective.contains(.fairness) else { continue }
      let origin = Origin(rule: ExchangeGoal.fairness.rawValue, subjects: [name])
      let column = program.addColumn(
        named: "partnerships(\(name))", lower: 0, upper: Int64(most[country]), isInteger: false,
        origin: origin)
      program.addRow(
        named: "partnerships(\(name))", terms: terms + [Term(column, -1)], lower: 0, upper: 0,
        origin: origin)
      follows.insert(column)
      fairnessGroups.append(
        FairnessGroup(
          tier: ExchangeGoal.fairness.rawValue, subjects: [name], column: column,
          denominator: most[country]))
    }
  }

  /// A column that is always 0, for a row that nothing can meet.
  private mutating func impossible() -> Column {
    program.addColumn(named: "none", in: 0...0, origin: .unknown)
  }

  // MARK: - Goals

  private mutating func addGoals() {
    let (data, eligibility) = (data, eligibility)
    for goal in data.objective {
      switch goal {
      case .pairs:
        set(goal, .maximize) { choice in
          let pair = eligibility.pairs[Int(choice.pair)].schools
          return data.schools[pair.japan].priority + data.schools[pair.abroad].priority
        }
      case .penalties: set(goal, .minimize, and: penaltyTerms) { Int($0.penalty) }
      case .debts: set(goal, .maximize) { Int($0.debts) }
      case .points: set(goal, .maximize) { Int(eligibility.pairs[Int($0.pair)].points) }
      case .repeats: set(goal, .minimize) { Int($0.repeats) }
      case .weeks:
        let terms = visits.filter {
          eligibility.avoidedWeeks($0.pair) >> UInt64($0.week) & 1 == 1
        }.map { Term($0.column, 1) }
        objectives[goal.rawValue] = Tier(name: goal.rawValue, sense: .minimize, terms: terms)
      case .fairness, .blockingPairs, .ranks: break
      }
    }
  }

  private mutating func set(
    _ goal: ExchangeGoal, _ sense: Sense, and more: [Term] = [],
    of value: (ExchangeEligibility.Choice) -> Int
  ) {
    let terms = zip(eligibility.choices, chosen).map { Term($1, Int64(value($0))) }
    objectives[goal.rawValue] = Tier(
      name: goal.rawValue, sense: sense, terms: terms.filter { $0.coefficient != 0 } + more)
  }
}
