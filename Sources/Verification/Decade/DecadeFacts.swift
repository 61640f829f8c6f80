// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A plan of ten years with what several checks need, from `docs/decade.md` alone.
struct DecadeFacts: Sendable {
  let year: ProgrammeYear
  let plan: DecadePlan
  var decade: DecadeData { year.decade }
  var lines: [DecadeLine] { year.decade.lines }
  /// The planned years, ascending.
  let years: [Int]
  /// Positions of the planned years of which nothing is known yet.
  let toCome: [Int]
  /// What is known, by line and year.
  private let known: [Key: DecadeActual]
  /// What plans of years to come have decided, by line and year.
  private let decided: [Key: Int]

  private struct Key: Hashable {
    let line, year: Int
  }

  init(_ plan: DecadePlan, in year: ProgrammeYear) {
    self.year = year
    self.plan = plan
    years = year.decade.years.map(\.year)
    let over = Set(year.decade.actuals.map(\.year))
    toCome = years.indices.filter { [years] in !over.contains(years[$0]) }
    known = Dictionary(
      year.decade.actuals.map { (Key(line: $0.line, year: $0.year), $0) },
      uniquingKeysWith: { first, _ in first })
    decided = Dictionary(
      year.decade.decided.map { (Key(line: $0.line, year: $0.year), $0.units) },
      uniquingKeysWith: { first, _ in first })
  }

  func known(_ line: Int, in year: Int) -> DecadeActual? { known[Key(line: line, year: year)] }

  /// Units that the plan of a year to come has decided; nothing where none has.
  func decided(_ line: Int, in year: Int) -> Int? { decided[Key(line: line, year: year)] }

  /// Units of a line in the year before a planned one; nothing when that is unknown.
  func units(_ line: Int, before position: Int) -> Int? {
    position > 0 ? plan.units[line][position - 1] : known(line, in: years[position] - 1)?.units
  }

  /// Thousands of yen that a unit costs, rounded up.
  func thousands(_ line: Int) -> Int128 { Int128((lines[line].cost + 999) / 1000) }

  /// Cost of some lines in the years to come, thousands of yen.
  func cost(of chosen: some Sequence<Int>) -> Int128 {
    chosen.reduce(0) { sum, line in
      toCome.reduce(sum) { $0 + thousands(line) * Int128(plan.units[line][$1]) }
    }
  }

  /// People of a line in each planned year.
  ///
  /// What units leave behind is followed year by year, from the first year of which
  /// anything is known.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - lost: The position of a lost year, if one is lost.
  /// - Returns: People, by the year's position.
  func people(of line: Int, losing lost: Int? = nil) -> [Int128] {
    let facts = lines[line]
    let units = lost.map { self.units(line, losing: $0) } ?? plan.units[line]
    var people = [Int128](repeating: 0, count: years.count)
    for (position, count) in units.enumerated() {
      let isLost = position == lost && facts.stops
      people[position] +=
        isLost
        ? 0
        : Int128(count)
          * Int128((facts.taught + facts.met + facts.audience) * facts.countedOnce / 100)
      follow(facts, count, from: years[position], &people)
    }
    for actual in decade.actuals where actual.line == line && actual.year < years[0] {
      follow(facts, actual.units, from: actual.year, &people)
    }
    for position in years.indices {
      if let reached = known(line, in: years[position])?.reached {
        people[position] = Int128(reached)
      }
      if position == lost, facts.stops { people[position] = 0 }
    }
    return people
  }

  /// Adds what units leave behind to the years that follow theirs.
  private func follow(
    _ facts: DecadeLine, _ units: Int, from start: Int, _ people: inout [Int128]
  ) {
    var left = facts.later
    guard let last = years.last, start < last else { return }
    for year in (start + 1)...last {
      if let position = years.firstIndex(of: year) {
        people[position] += Int128(units) * Int128(left)
      }
      left = left * (100 - facts.laterDecay) / 100
    }
  }

  /// Units of a line in each planned year when one is lost: none in that year, and
  /// after it what was planned or what the line can begin again with, the smaller.
  private func units(_ line: Int, losing lost: Int) -> [Int] {
    let facts = lines[line]
    var units = plan.units[line]
    guard facts.stops else { return units }
    units[lost] = 0
    var most = facts.restart
    for position in units.indices where position > lost {
      if let most { units[position] = min(units[position], most) }
      most = most.flatMap { limit in facts.rampUp.map { limit + $0 } }
    }
    return units
  }
}

extension DecadeFacts {
  /// People of all lines in each planned year.
  var people: [Int128] {
    lines.indices.reduce(into: [Int128](repeating: 0, count: years.count)) { sums, line in
      for (position, count) in people(of: line).enumerated() { sums[position] += count }
    }
  }

  /// People over all planned years when one is lost.
  func people(losing lost: Int) -> Int128 {
    lines.indices.reduce(0) { sum, line in
      people(of: line, losing: lost).reduce(sum, +)
    }
  }

  /// The goals' values in the planner's order, with bound = value.
  func tiers(rules: [RuleCheck]) -> [TierResult] {
    decade.objective.compactMap { goal -> TierResult? in
      let value: Int128
      switch goal {
      case .penalties:
        value = rules.reduce(0) { $0 + Int128($1.units) * Int128($1.strictness.penalty ?? 0) }
      case .reach: value = min(Int128(decade.rules.target), people.reduce(0, +))
      case .lostYear:
        guard decade.rules.lostYearPercent > 0 else { return nil }
        let least = Int128(decade.rules.target * decade.rules.lostYearPercent / 100)
        value = toCome.reduce(least) { min($0, people(losing: $1)) }
      case .aims:
        let shares = shares
        guard let least = shares.first else { return nil }
        return TierResult(
          name: goal.rawValue, value: Int64(least), bound: Int64(least), shares: shares)
      case .cost: value = cost(of: lines.indices)
      case .smooth: value = changes
      }
      let clamped = Int64(clamping: value)
      return TierResult(name: goal.rawValue, value: clamped, bound: clamped)
    }
  }

  /// How far each aim that something is wished for is served: basis points, rounded
  /// down to whole percents, smallest first.
  private var shares: [Int] {
    decade.rules.wishedPoints.enumerated().filter { $0.element > 0 }.map { aim, wished in
      let points = lines.indices.reduce(Int128(0)) { sum, line in
        plan.units[line].reduce(sum) { $0 + Int128($1) * Int128(lines[line].points[aim]) }
      }
      return 100 * Int(min(100, 100 * points / Int128(wished)))
    }.sorted()
  }

  private var changes: Int128 {
    lines.indices.reduce(0) { sum, line in
      toCome.reduce(sum) { sum, position in
        guard let before = units(line, before: position) else { return sum }
        return sum + Int128(abs(plan.units[line][position] - before))
      }
    }
  }
}
