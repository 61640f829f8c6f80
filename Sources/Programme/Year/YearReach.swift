// SPDX-License-Identifier: GPL-3.0-or-later

/// Whom the plan of one year reaches and what it does for the aims, by the units of
/// `decade_lines.csv`.
package struct YearReach: Hashable, Sendable {
  /// A line that the plan decides.
  package struct Part: Hashable, Sendable {
    /// Position of the line.
    package var line: Int
    package var units: Int
    /// People that the units teach, meet and play to.
    package var taught, met, audience: Int
    /// Of these people, those whom no other unit reaches.
    package var people: Int
    /// People that what the units leave behind reaches in the next year.
    package var later: Int
  }

  /// By line.
  package var parts: [Part]
  /// Points of all units, in the order of `Aim`.
  package var points: [Int]

  /// Works out whom some units reach.
  ///
  /// - Parameters:
  ///   - units: Units of lines, as `YearDecisions.units(in:)` gives them.
  ///   - lines: The lines.
  package init(of units: [DecadeDecision], lines: [DecadeLine]) {
    parts = units.map { decision in
      let (line, count) = (lines[decision.line], decision.units)
      return Part(
        line: decision.line, units: count, taught: count * line.taught, met: count * line.met,
        audience: count * line.audience, people: count * line.reach, later: count * line.later)
    }
    points = Aim.allCases.indices.map { aim in
      units.reduce(0) { $0 + $1.units * lines[$1.line].points[aim] }
    }
  }

  /// All lines together.
  package var total: Part {
    parts.reduce(
      into: Part(line: -1, units: 0, taught: 0, met: 0, audience: 0, people: 0, later: 0)
    ) { sum, part in
      sum.units += part.units
      sum.taught += part.taught
      sum.met += part.met
      sum.audience += part.audience
      sum.people += part.people
      sum.later += part.later
    }
  }
}
