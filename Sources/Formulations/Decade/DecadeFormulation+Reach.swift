// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DecadeFormulation {
  /// People of a line in a planned year.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - position: The year's position.
  ///   - units: How many units there are in a planned year, given its position.
  /// - Returns: Their sum.
  func people(of line: Int, in position: Int, units: (Int) -> UnitCount) -> LinearSum {
    let planned = decade.years[position].year
    var sum = LinearSum()
    if let reached = decade.actual(of: line, in: planned)?.reached {
      sum.constant = Int64(reached)
      return sum
    }
    add(units(position), times: lines[line].reach, to: &sum)
    for earlier in 0..<position {
      add(units(earlier), times: lines[line].reach(after: position - earlier), to: &sum)
    }
    for actual in decade.actuals where actual.line == line && actual.year < first {
      add(
        .known(actual.units), times: lines[line].reach(after: planned - actual.year), to: &sum)
    }
    return sum
  }

  /// People of all lines in a planned year.
  private func people(in position: Int) -> LinearSum {
    lines.indices.reduce(into: LinearSum()) { sum, line in
      sum += people(of: line, in: position) { units[line][$0] }
    }
  }

  mutating func addLeastReach() {
    guard rules[.leastReach] != .off else { return }
    for position in openYears where decade.years[position].leastReach > 0 {
      let name = String(decade.years[position].year)
      var sum = people(in: position)
      if let short = violation(of: .leastReach, name, [name]) {
        sum.terms.append(Term(short, 1_000))
      }
      addRow(
        .leastReach, name, [name], sum, lower: Int64(decade.years[position].leastReach))
    }
  }

  mutating func addCountryFloors() {
    guard rules[.countryFloor] != .off else { return }
    for (country, floor) in rules.floors.sorted(by: { $0.key < $1.key }) where floor > 0 {
      let name = year.countries[country].id
      var sum = LinearSum()
      for line in lines.indices where lines[line].country == country {
        for position in decade.years.indices {
          sum += people(of: line, in: position) { units[line][$0] }
        }
      }
      if let short = violation(of: .countryFloor, name, [name]) {
        sum.terms.append(Term(short, 1_000))
      }
      addRow(.countryFloor, name, [name], sum, lower: Int64(floor))
    }
  }

  /// The goal `reach`: people up to the target.
  mutating func addReach(isRequired: Bool) {
    let goal = DecadeGoal.reach.rawValue
    let origin = Origin(rule: goal)
    var sum = LinearSum()
    for position in decade.years.indices { sum += people(in: position) }
    let target = Int64(rules.target)
    let counted = program.addColumn(
      named: "reached", in: (isRequired ? target : 0)...target, isInteger: false,
      origin: origin)
    followers.append(Follower(column: counted, sums: [sum], most: target))
    sum.terms.append(Term(counted, -1))
    program.addRow(named: goal, terms: sum.terms, lower: -sum.constant, origin: origin)
    objectives[goal] = Tier(name: goal, sense: .maximize, terms: [Term(counted, 1)])
  }

  /// The goal `lost-year`: people that are left whichever year to come is lost.
  ///
  /// After a lost year a line has as many units as were planned, but no more than it
  /// can begin again with: the smaller of the two numbers. A column under both takes
  /// that value where it matters. Lines that are never held back need no columns, so
  /// all cases stand in one program.
  mutating func addLostYears(areRequired: Bool) {
    let goal = DecadeGoal.lostYear.rawValue
    guard rules.lostYearPercent > 0, decade.objective.contains(.lostYear) else { return }
    let least = Int64(rules.leastInLostYear)
    let left = program.addColumn(
      named: "left", in: (areRequired ? least : 0)...least, isInteger: false,
      origin: Origin(rule: goal))
    var sums: [LinearSum] = []
    for lost in openYears {
      let name = String(decade.years[lost].year)
      var sum = LinearSum()
      for line in lines.indices {
        let after = units(of: line, afterLosing: lost)
        for position in decade.years.indices where position != lost || !lines[line].stops {
          sum += people(of: line, in: position) { after[$0] }
        }
      }
      sums.append(sum)
      sum.terms.append(Term(left, -1))
      program.addRow(
        named: "\(goal)(\(name))", terms: sum.terms, lower: -sum.constant,
        origin: Origin(rule: goal, subjects: [name]))
    }
    followers.append(Follower(column: left, sums: sums, most: least))
    objectives[goal] = Tier(name: goal, sense: .maximize, terms: [Term(left, 1)])
  }

  /// Units of a line in each planned year when one of them is lost.
  private mutating func units(of line: Int, afterLosing lost: Int) -> [UnitCount] {
    var after = units[line]
    guard lines[line].stops else { return after }
    after[lost] = .known(0)
    for position in (lost + 1)..<max(lost + 1, decade.years.count) {
      guard case .column(let column) = units[line][position],
        let limit = lines[line].limit(yearsAfterLoss: position - lost),
        limit < decade.decision(of: line, in: decade.years[position].year)?.units
          ?? lines[line].max
      else { continue }
      let subjects = [
        lines[line].id, String(decade.years[position].year), String(decade.years[lost].year),
      ]
      let name = subjects.joined(separator: ",")
      let origin = Origin(rule: DecadeGoal.lostYear.rawValue, subjects: subjects)
      let held = program.addColumn(
        named: "after-loss(\(name))", in: 0...Int64(limit), origin: origin)
      program.addRow(
        named: "after-loss(\(name))", terms: [Term(column, 1), Term(held, -1)], lower: 0,
        origin: origin)
      parts[position, default: []].append(held)
      followers.append(
        Follower(
          column: held, sums: [LinearSum(terms: [Term(column, 1)])], most: Int64(limit)))
      after[position] = .column(held)
    }
    return after
  }
}
