// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

/// Bounds that the units of a line in a planned year are made to keep, whatever it costs.
package struct DecadeForce: Hashable, Sendable {
  package var line: Int
  /// The year's position among those planned.
  package var position: Int
  package var units: ClosedRange<Int>

  package init(line: Int, position: Int, units: ClosedRange<Int>) {
    self.line = line
    self.position = position
    self.units = units
  }

  /// Whether a plan is as it is made to be.
  package func holds(in plan: DecadePlan) -> Bool {
    units.contains(plan.units[line][position])
  }
}

extension DecadeFormulation {
  /// Makes plans keep bounds.
  ///
  /// - Parameter force: The bounds.
  /// - Returns: Whether some number of units may be at all.
  package mutating func apply(_ force: DecadeForce) -> Bool {
    switch units[force.line][force.position] {
    case .known(let count): return force.units.contains(count)
    case .column(let column):
      let (lower, upper) = program.bounds(of: column)
      let least = max(lower ?? 0, Int64(force.units.lowerBound))
      let most = min(upper ?? .max, Int64(clamping: force.units.upperBound))
      guard least <= most else { return false }
      program.setBounds(of: column, lower: least, upper: most)
      return true
    }
  }

  /// Adds the goal `changes`: units more or fewer than in another plan.
  ///
  /// - Parameter plan: The other plan, of the same lines and years.
  package mutating func addChanges(from plan: DecadePlan) {
    var terms: [Term] = []
    for (index, line) in lines.enumerated() {
      for position in openYears {
        guard case .column(let column) = units[index][position] else { continue }
        let subjects = [line.id, String(decade.years[position].year)]
        let origin = Origin(rule: nameOfNearness, subjects: subjects)
        let name = subjects.joined(separator: ",")
        let change = program.addColumn(
          named: "changed(\(name))", lower: 0, upper: nil, isInteger: false, origin: origin)
        parts[position, default: []].append(change)
        let before = Int64(plan.units[index][position])
        program.addRow(
          named: "changed(\(name),up)", terms: [Term(change, 1), Term(column, -1)],
          lower: -before, origin: origin)
        program.addRow(
          named: "changed(\(name),down)", terms: [Term(change, 1), Term(column, 1)],
          lower: before, origin: origin)
        terms.append(Term(change, 1))
      }
    }
    objectives[nameOfNearness] = Tier(name: nameOfNearness, sense: .minimize, terms: terms)
  }
}
