// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DecadeFormulation {
  /// Cost of the years to come, thousands of yen, of some of the lines.
  private func cost(of lines: some Sequence<Int>) -> LinearSum {
    var sum = LinearSum()
    for line in lines {
      for position in openYears {
        add(units[line][position], times: Int(self.lines[line].costInThousands), to: &sum)
      }
    }
    return sum
  }

  mutating func addCost() {
    let goal = DecadeGoal.cost.rawValue
    objectives[goal] = Tier(
      name: goal, sense: .minimize, terms: cost(of: lines.indices).terms)
  }

  mutating func addKindShares() {
    guard rules[.kindShare] != .off else { return }
    let all = cost(of: lines.indices)
    for kind in DecadeKind.allCases {
      guard let percent = rules.shares[kind], percent > 0 else { continue }
      var sum = cost(of: lines.indices.filter { lines[$0].kind == kind }).multiplied(by: 100)
      sum += all.multiplied(by: -Int64(percent))
      if let short = violation(of: .kindShare, kind.rawValue, [kind.rawValue]) {
        sum.terms.append(Term(short, 1_000))
      }
      addRow(.kindShare, kind.rawValue, [kind.rawValue], sum, lower: 0)
    }
  }

  /// The goal `fairness-aims`: points in percent of what is wished for, at most all of it.
  mutating func addAims() {
    let goal = DecadeGoal.aims.rawValue
    for (index, aim) in Aim.allCases.enumerated() where rules.wishedPoints[index] > 0 {
      let origin = Origin(rule: goal, subjects: [aim.rawValue])
      let share = program.addColumn(
        named: "served(\(aim.rawValue))", in: 0...Int64(Self.wholeAim), origin: origin)
      var sum = LinearSum()
      for line in lines.indices {
        for position in decade.years.indices {
          add(units[line][position], times: lines[line].points[index] * Self.wholeAim, to: &sum)
        }
      }
      followers.append(
        Follower(
          column: share, sums: [sum], divisor: Int64(rules.wishedPoints[index]),
          most: Int64(Self.wholeAim)))
      sum.terms.append(Term(share, -Int64(rules.wishedPoints[index])))
      program.addRow(
        named: "\(goal)(\(aim.rawValue))", terms: sum.terms, lower: -sum.constant, origin: origin)
      aimGroups.append(
        FairnessGroup(
          tier: goal, subjects: [aim.rawValue], column: share, denominator: Self.wholeAim))
    }
  }

  /// The parts in which serving an aim is counted.
  private static var wholeAim: Int { 100 }

  /// The goal `smooth`: units of change from year to year.
  mutating func addSmoothness() {
    let goal = DecadeGoal.smooth.rawValue
    var terms: [Term] = []
    for (index, line) in lines.enumerated() {
      for position in openYears {
        guard let before = units(of: index, before: position) else { continue }
        let subjects = [line.id, String(decade.years[position].year)]
        let origin = Origin(rule: goal, subjects: subjects)
        let name = subjects.joined(separator: ",")
        let change = program.addColumn(
          named: "change(\(name))", lower: 0, upper: nil, isInteger: false, origin: origin)
        for year in [position - 1, position] { parts[year, default: []].append(change) }
        for sign in [1, -1] {
          var sum = LinearSum()
          add(units[index][position], times: -sign, to: &sum)
          add(before, times: sign, to: &sum)
          sum.terms.append(Term(change, 1))
          program.addRow(
            named: "change(\(name),\(sign > 0 ? "up" : "down"))", terms: sum.terms,
            lower: -sum.constant, origin: origin)
        }
        terms.append(Term(change, 1))
      }
    }
    objectives[goal] = Tier(name: goal, sense: .minimize, terms: terms)
  }
}
