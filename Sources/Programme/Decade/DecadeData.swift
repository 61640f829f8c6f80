// SPDX-License-Identifier: GPL-3.0-or-later

/// What the ten years are planned from: lines of the programme, years, what earlier
/// years earned, and the rules.
package struct DecadeData: Hashable, Sendable {
  /// By identifier.
  package var lines: [DecadeLine]
  /// The years that are planned, ascending and without gaps.
  package var years: [DecadeYear]
  /// What years that are over have earned, by year and line; some may lie before the
  /// planned years.
  package var actuals: [DecadeActual]
  /// What plans of years that are not over have decided already, by year and line.
  package var decided: [DecadeDecision] = []
  package var rules: DecadeRules
  /// Goals in the planner's order, each at most once.
  package var objective: [DecadeGoal]

  package init(
    lines: [DecadeLine] = [], years: [DecadeYear] = [], actuals: [DecadeActual] = [],
    rules: DecadeRules = DecadeRules(), objective: [DecadeGoal] = defaultObjective
  ) {
    self.lines = lines
    self.years = years
    self.actuals = actuals
    self.rules = rules
    self.objective = objective
  }

  package static let defaultObjective: [DecadeGoal] = [
    .penalties, .reach, .lostYear, .aims, .cost,
  ]
}

extension DecadeData {
  /// What a year earned from a line, if it is over.
  ///
  /// - Complexity: O(actuals).
  package func actual(of line: Int, in year: Int) -> DecadeActual? {
    actuals.first { $0.line == line && $0.year == year }
  }

  /// What a plan of a year that is not over has decided of a line, if anything.
  ///
  /// - Complexity: O(decisions).
  package func decision(of line: Int, in year: Int) -> DecadeDecision? {
    decided.first { $0.line == line && $0.year == year }
  }

  /// Whether a year that is planned is over: something of it is known.
  package func isOver(_ year: Int) -> Bool { actuals.contains { $0.year == year } }
}

/// What a line of the programme is about.
package enum DecadeKind: String, CaseIterable, Sendable {
  case dispatch, training, returnees, exchange, arts, music, audiovisual, sports, dialogue, research
}

/// What people-to-people exchange is to serve.
package enum Aim: String, CaseIterable, Sendable {
  case trust, networks
  case globalIssues = "global_issues"
  case nextGeneration = "next_generation"
  case multicultural
}

/// One line of the programme: what a unit of it costs, reaches and serves.
package struct DecadeLine: Hashable, Sendable {
  package var id: String
  package var name = ""
  package var kind: DecadeKind
  /// Position of the country, if the line is of one.
  package var country: Int?
  /// What one unit is, such as `partner` or `event`.
  package var unit = "unit"
  /// What of the plan of a year its units are; none for a line that no such plan decides.
  package var counts: DecadeCount?
  /// Fewest and most units a year.
  package var min = 0
  package var max = 0
  /// Most units more, and fewer, than the year before; none means no limit.
  package var rampUp: Int?
  package var rampDown: Int?
  /// Yen for a unit.
  package var cost: Int64 = 0
  /// People that a unit teaches, meets, and plays to.
  package var taught = 0
  package var met = 0
  package var audience = 0
  /// Of these people, how many in a hundred no other unit reaches.
  package var countedOnce = 100
  /// People that what a unit leaves behind reaches in the next year.
  package var later = 0
  /// By how many in a hundred that number falls with each further year.
  package var laterDecay = 0
  /// Points of a unit for each aim, in the order of `Aim`; 0 to 100.
  package var points: [Int] = [Int](repeating: 0, count: Aim.allCases.count)
  /// Working days of staff, and nights in the houses, that a unit takes.
  package var staffDays = 0
  package var venueNights = 0
  /// Whether a lost year stops the line.
  package var stops = true
  /// Most units in the year after a lost one; none means no limit.
  package var restart: Int?

  package init(id: String, kind: DecadeKind) {
    self.id = id
    self.kind = kind
  }
}

extension DecadeLine {
  /// People that a unit reaches in its year, each counted once.
  package var reach: Int { (taught + met + audience) * countedOnce / 100 }

  /// People that a unit reaches some years later, rounded down year by year.
  ///
  /// - Parameter years: How many years later, 1 or more.
  /// - Returns: People.
  /// - Complexity: O(`years`).
  package func reach(after years: Int) -> Int {
    var people = later
    for _ in 1..<Swift.max(1, years) { people = people * (100 - laterDecay) / 100 }
    return people
  }

  /// Most units so many years after a lost year; none where there is no limit.
  ///
  /// The line begins again with `restart` units and grows by `rampUp` a year.
  package func limit(yearsAfterLoss years: Int) -> Int? {
    guard stops, let restart else { return nil }
    guard years > 1 else { return restart }
    return rampUp.map { restart + (years - 1) * $0 }
  }

  /// Thousands of yen for a unit, rounded up.
  package var costInThousands: Int64 { cost <= 0 ? 0 : (cost + 999) / 1000 }
}

/// What of the plan of a year the units of a line are.
package enum DecadeCount: String, CaseIterable, Sendable {
  /// Partners who are sent.
  case partners
  /// Teachers of delegations of teachers who train.
  case teachers
  /// People of delegations of students who train, those who lead them included.
  case students
  /// Teachers of schools abroad who visit Japan for an exchange.
  case educators
  /// Activities of returnees that take place.
  case activities
  /// People in such activities, counted once for each.
  case participants
}

/// One year that is planned.
package struct DecadeYear: Hashable, Sendable {
  package var year: Int
  /// Yen; none means no limit.
  package var budget: Int64?
  /// None means no limit.
  package var staffDays: Int?
  package var venueNights: Int?
  /// Fewest people to reach; 0 for none.
  package var leastReach = 0

  package init(year: Int) { self.year = year }
}

/// What a year that is over earned from a line.
package struct DecadeActual: Hashable, Sendable {
  package var year: Int
  /// Position of the line.
  package var line: Int
  package var units: Int
  /// People reached; none means what the line estimates.
  package var reached: Int?
  /// Yen; none means what the line estimates.
  package var cost: Int64?

  package init(year: Int, line: Int, units: Int, reached: Int? = nil, cost: Int64? = nil) {
    self.year = year
    self.line = line
    self.units = units
    self.reached = reached
    self.cost = cost
  }

  /// Thousands of yen that were spent, rounded up.
  package var costInThousands: Int64? { cost.map { $0 <= 0 ? 0 : ($0 + 999) / 1000 } }
}

/// How much of a line the plan of a year has decided.
package struct DecadeDecision: Hashable, Sendable {
  package var year: Int
  /// Position of the line.
  package var line: Int
  package var units: Int

  package init(year: Int, line: Int, units: Int) {
    self.year = year
    self.line = line
    self.units = units
  }
}

extension DecadeData {
  /// The decade with what plans of years have decided.
  ///
  /// In a year that is over, and in one before the planned ones, a decision is taken for
  /// what was, unless `actuals` say what was; otherwise the line has that many units.
  /// Decisions about years after the planned ones change nothing.
  package func deciding(_ decisions: [DecadeDecision]) -> DecadeData {
    var decade = self
    let first = years.first?.year ?? 0
    for decision in decisions where decision.year <= years.last?.year ?? 0 {
      if decision.year < first || isOver(decision.year) {
        guard actual(of: decision.line, in: decision.year) == nil else { continue }
        decade.actuals.append(
          DecadeActual(year: decision.year, line: decision.line, units: decision.units))
      } else {
        decade.decided.removeAll { $0.line == decision.line && $0.year == decision.year }
        decade.decided.append(decision)
      }
    }
    decade.actuals.sort { ($0.year, $0.line) < ($1.year, $1.line) }
    decade.decided.sort { ($0.year, $0.line) < ($1.year, $1.line) }
    return decade
  }
}
