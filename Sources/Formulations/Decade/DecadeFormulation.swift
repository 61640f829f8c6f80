// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

/// The ten years as an integer program.
///
/// A column says how many units of a line there are in a year; everything else follows
/// from these. `docs/formulations/decade.md` states rows and columns.
package struct DecadeFormulation: Sendable {
  package let year: ProgrammeYear
  package internal(set) var program = IntegerProgram()
  /// The goals but `fairness-aims`, by name.
  package internal(set) var objectives: [String: Tier] = [:]
  /// One group for each aim that something is wished for.
  package internal(set) var aimGroups: [FairnessGroup] = []
  /// Thousands of yen beyond the budget, by the planned year's position, where the
  /// formulation asks how much more is needed.
  package internal(set) var extra: [Int: Column] = [:]

  /// Units of each line in each planned year; what is over is no column.
  var units: [[UnitCount]] = []
  /// What soft rules cost.
  var penaltyTerms: [Term] = []
  /// Columns that follow from others and need not be as great as they may be.
  package internal(set) var followers: [Follower] = []

  /// What is decided together in each year to come: units, and what follows from them.
  package internal(set) var parts: [Int: [Column]] = [:]

  /// A column that is at most each of some sums, divided and rounded down, and at most a
  /// number.
  package struct Follower: Sendable {
    package let column: Column
    let sums: [LinearSum]
    var divisor: Int64 = 1
    package let most: Int64

    /// The column, if there is one alone, that it is the smaller of together with `most`.
    package var source: Column? {
      guard sums.count == 1, divisor == 1, sums[0].constant == 0, sums[0].terms.count == 1,
        sums[0].terms[0].coefficient == 1
      else { return nil }
      return sums[0].terms[0].column
    }
  }

  /// A number of units: known, or to be decided.
  enum UnitCount {
    case known(Int)
    case column(Column)
  }

  /// States the ten years of a programme.
  ///
  /// - Parameters:
  ///   - year: A checked year that has lines and years to plan.
  ///   - asksForBudget: Whether budgets may be exceeded, the target and what a lost
  ///     year leaves of it have to be reached, and the goals are the least extra budget
  ///     and its most even spread.
  /// - Complexity: O(lines × years²).
  package init(_ year: ProgrammeYear, asksForBudget: Bool = false) {
    self.year = year
    addUnits()
    if asksForBudget { addExtraBudget() }
    addRamps()
    addSums()
    addLeastReach()
    addCountryFloors()
    addKindShares()
    addReach(isRequired: asksForBudget)
    addLostYears(areRequired: asksForBudget)
    addAims()
    addCost()
    addSmoothness()
    objectives[DecadeGoal.penalties.rawValue] = Tier(
      name: DecadeGoal.penalties.rawValue, sense: .minimize, terms: penaltyTerms)
  }

  /// The names of a year's goals, in the planner's order.
  package static func tierNames(of year: ProgrammeYear) -> [String] {
    year.decade.objective.filter { goal in
      switch goal {
      case .lostYear: year.decade.rules.lostYearPercent > 0
      case .aims: year.decade.rules.wishedPoints.contains { $0 > 0 }
      default: true
      }
    }.map(\.rawValue)
  }

  /// The plan that an assignment stands for.
  ///
  /// - Complexity: O(lines × years).
  package func plan(of assignment: Assignment) -> DecadePlan {
    DecadePlan(
      units: units.map { line in
        line.map { count in
          switch count {
          case .known(let units): units
          case .column(let column): Int(assignment[column])
          }
        }
      })
  }
}

extension DecadeFormulation {
  /// The columns that are decided together, year by year.
  package var decisions: [[Column]] { openYears.map { parts[$0] ?? [] } }

  /// An assignment with every column that is only bounded from above by others as great
  /// as it may be.
  ///
  /// - Complexity: Proportional to the number of terms of the program.
  package func completed(_ assignment: Assignment) -> Assignment {
    var values = assignment.values
    for follower in followers {
      let sums = follower.sums.map { sum in
        sum.terms.reduce(sum.constant) { $0 + $1.coefficient * values[$1.column.index] }
      }
      values[follower.column.index] = sums.reduce(follower.most) {
        min($0, $1 / follower.divisor)
      }
    }
    return Assignment(values: values, objective: assignment.objective)
  }

  var decade: DecadeData { year.decade }
  var lines: [DecadeLine] { decade.lines }
  var rules: DecadeRules { decade.rules }
  /// The first year that is planned.
  var first: Int { decade.years.first?.year ?? 0 }
  /// Positions of the years that are not over.
  var openYears: [Int] { decade.years.indices.filter { !decade.isOver(decade.years[$0].year) } }

  /// The number of units of a line in the year before a planned one, if it is known or
  /// decided.
  func units(of line: Int, before position: Int) -> UnitCount? {
    if position > 0 { return units[line][position - 1] }
    return decade.actual(of: line, in: first - 1).map { .known($0.units) }
  }

  /// Adds a multiple of a number of units to a sum.
  func add(_ count: UnitCount, times factor: Int, to sum: inout LinearSum) {
    switch count {
    case .known(let units): sum.constant += Int64(units) * Int64(factor)
    case .column(let column):
      if factor != 0 { sum.terms.append(Term(column, Int64(factor))) }
    }
  }

  /// A violation's column; nothing when the rule is hard.
  ///
  /// - Parameters:
  ///   - rule: The rule, which is not off.
  ///   - name: What tells the violation from others of the rule.
  ///   - subjects: What it is about.
  /// - Returns: The column.
  mutating func violation(of rule: DecadeRule, _ name: String, _ subjects: [String]) -> Column? {
    guard let penalty = rules[rule].penalty else { return nil }
    let column = program.addColumn(
      named: "violation(\(rule.rawValue),\(name))", lower: 0, upper: nil,
      origin: Origin(rule: rule.rawValue, subjects: subjects))
    penaltyTerms.append(Term(column, Int64(penalty)))
    return column
  }

  /// A row of a rule: a sum between two bounds, unless it says nothing.
  mutating func addRow(
    _ rule: DecadeRule, _ name: String, _ subjects: [String], _ sum: LinearSum,
    lower: Int64? = nil, upper: Int64? = nil
  ) {
    program.addRow(
      named: "\(rule.rawValue)(\(name))", terms: sum.terms, lower: lower.map { $0 - sum.constant },
      upper: upper.map { $0 - sum.constant },
      origin: Origin(rule: rule.rawValue, subjects: subjects))
  }

  private mutating func addUnits() {
    for (index, line) in lines.enumerated() {
      var row: [UnitCount] = []
      for (position, planned) in decade.years.enumerated() {
        if decade.isOver(planned.year) {
          row.append(.known(decade.actual(of: index, in: planned.year)?.units ?? 0))
          continue
        }
        let decided = decade.decision(of: index, in: planned.year).map { Int64($0.units) }
        let column = program.addColumn(
          named: "units(\(line.id),\(planned.year))",
          in: decided.map { $0...$0 } ?? Int64(line.min)...Int64(line.max),
          origin: Origin(
            rule: (decided == nil ? DecadeRule.units : .earned).rawValue,
            subjects: [line.id, String(planned.year)]))
        parts[position, default: []].append(column)
        row.append(.column(column))
      }
      units.append(row)
    }
  }

  private mutating func addRamps() {
    guard rules[.ramp] != .off else { return }
    for (index, line) in lines.enumerated() where line.rampUp != nil || line.rampDown != nil {
      for position in openYears {
        guard let before = units(of: index, before: position) else { continue }
        var growth = LinearSum()
        add(units[index][position], times: 1, to: &growth)
        add(before, times: -1, to: &growth)
        let subjects = [line.id, String(decade.years[position].year)]
        let name = subjects.joined(separator: ",")
        for (bound, sign, word) in [(line.rampUp, 1, "up"), (line.rampDown, -1, "down")] {
          guard let bound else { continue }
          var sum = growth.multiplied(by: Int64(sign))
          if let over = violation(of: .ramp, "\(name),\(word)", subjects) {
            sum.terms.append(Term(over, -1))
          }
          addRow(.ramp, "\(name),\(word)", subjects, sum, upper: Int64(bound))
        }
      }
    }
  }

  private mutating func addSums() {
    for position in openYears {
      let planned = decade.years[position]
      addSum(.budget, position, most: planned.budget.map { max(0, $0) / 1000 }, unit: 10) {
        Int($0.costInThousands)
      }
      addSum(.staff, position, most: planned.staffDays.map(Int64.init), unit: 1) { $0.staffDays }
      addSum(.venueNights, position, most: planned.venueNights.map(Int64.init), unit: 1) {
        $0.venueNights
      }
    }
  }

  /// Requires what all lines of a year take to stay within what there is.
  private mutating func addSum(
    _ rule: DecadeRule, _ position: Int, most: Int64?, unit: Int64, of taken: (DecadeLine) -> Int
  ) {
    guard let most, rules[rule] != .off else { return }
    let name = String(decade.years[position].year)
    var sum = LinearSum()
    for (index, line) in lines.enumerated() {
      add(units[index][position], times: taken(line), to: &sum)
    }
    if rule == .budget, let extra = extra[position] { sum.terms.append(Term(extra, -1)) }
    if let over = violation(of: rule, name, [name]) { sum.terms.append(Term(over, -unit)) }
    addRow(rule, name, [name], sum, upper: most)
  }

  /// Thousands of yen beyond the budget of each year that has one, and how much of it
  /// there is in all and in the worst year.
  private mutating func addExtraBudget() {
    guard rules[.budget] == .hard else { return }
    let most = program.addColumn(named: "extra(most)", lower: 0, upper: nil)
    for position in openYears where decade.years[position].budget != nil {
      let name = String(decade.years[position].year)
      let origin = Origin(rule: DecadeRule.budget.rawValue, subjects: [name])
      let column = program.addColumn(
        named: "extra(\(name))", lower: 0, upper: nil, origin: origin)
      extra[position] = column
      program.addRow(
        named: "extra.most(\(name))", terms: [Term(most, 1), Term(column, -1)], lower: 0,
        origin: origin)
    }
    objectives[Self.extraBudget] = Tier(
      name: Self.extraBudget, sense: .minimize,
      terms: extra.sorted { $0.key < $1.key }.map { Term($0.value, 1) })
    objectives[Self.greatestExtra] = Tier(
      name: Self.greatestExtra, sense: .minimize, terms: [Term(most, 1)])
  }

  /// The goal of the least extra budget.
  package static let extraBudget = "extra-budget"
  /// The goal of the least extra budget of the worst year.
  package static let greatestExtra = "greatest-extra"
}

/// A weighted sum of columns and a constant.
struct LinearSum {
  var terms: [Term] = []
  var constant: Int64 = 0

  /// The sum, a number of times.
  func multiplied(by factor: Int64) -> LinearSum {
    LinearSum(
      terms: terms.map { Term($0.column, $0.coefficient * factor) }, constant: constant * factor)
  }

  static func += (left: inout LinearSum, right: LinearSum) {
    left.terms += right.terms
    left.constant += right.constant
  }
}
