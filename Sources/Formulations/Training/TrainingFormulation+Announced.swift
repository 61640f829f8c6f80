// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension TrainingFormulation {
  /// Rule `announced`, goals `moved` and `dropped`: people of groups that do not join the
  /// session that was announced to them, and of those that join none.
  mutating func addAnnounced() {
    let announced = year.training.announcedSessions
    var moved = Tier(name: TrainingGoal.moved.rawValue, sense: .minimize, terms: [])
    var dropped = Tier(name: TrainingGoal.dropped.rawValue, sense: .minimize, terms: [])
    for (index, group) in classes.enumerated() {
      // Members of a class were told of the same session.
      guard let session = announced[group.groups[0]] else { continue }
      let people = Int64(group.people)
      moved.constant += people * Int64(group.groups.count)
      dropped.constant += people * Int64(group.groups.count)
      for (pattern, column) in joinsOfClass[index] {
        dropped.terms.append(Term(column, -people))
        if patterns[pattern].sessions.contains(where: { eligibility.sessions[$0] == session }) {
          moved.terms.append(Term(column, -people))
        }
      }
    }
    // Those whom a rule keeps at home now are in no class.
    let counted = Set(classes.flatMap(\.groups))
    for group in announced.keys where !counted.contains(group) {
      guard case .delegation(let index) = group else { continue }
      let people = Int64(year.training.delegations[index].headcount.people)
      moved.constant += people
      dropped.constant += people
    }
    objectives[moved.name] = moved
    objectives[dropped.name] = dropped
    guard rules[.announced] != .off, moved.constant > 0 else { return }
    program.addRow(
      named: "announced", terms: moved.terms, upper: Int64(rules.mostMoved) - moved.constant,
      origin: Origin(rule: TrainingRule.announced.rawValue))
  }
}
