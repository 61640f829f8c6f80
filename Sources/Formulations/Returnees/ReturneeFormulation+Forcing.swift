// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

/// What a plan of activities is made to have or to lack, whatever it costs.
package enum ReturneeForce: Hashable, Sendable {
  /// Somebody takes part in an activity, or does not.
  case takesPart(Participation, Bool)
  /// An activity (an index) takes place, or does not.
  case takesPlace(activity: Int, Bool)
}

extension ReturneeForce {
  /// Whether a plan is as it is made to be.
  package func holds(in plan: ReturneePlan) -> Bool {
    switch self {
    case .takesPart(let pair, let isWanted):
      plan.participations.contains(pair) == isWanted
    case .takesPlace(let activity, let isWanted):
      plan.participations.contains { $0.activity == activity } == isWanted
    }
  }
}

extension ReturneeFormulation {
  /// Makes plans have or lack something.
  ///
  /// - Parameter force: What.
  /// - Returns: Whether that may be at all: nobody takes part who must not.
  package mutating func apply(_ force: ReturneeForce) -> Bool {
    let (column, isWanted): (Column, Bool)
    switch force {
    case .takesPart(let pair, let isPart):
      let index = eligibility.pairs(ofActivity: pair.activity).first {
        eligibility.pairs[$0].returnee == pair.returnee
      }
      guard let index else { return !isPart }
      (column, isWanted) = (takesPart[index], isPart)
    case .takesPlace(let activity, let isPlace): (column, isWanted) = (open[activity], isPlace)
    }
    let (lower, upper) = program.bounds(of: column)
    guard isWanted ? upper ?? 1 >= 1 : lower ?? 0 <= 0 else { return false }
    program.setBounds(of: column, lower: isWanted ? 1 : 0, upper: isWanted ? 1 : 0)
    return true
  }

  /// Adds the goal `changes`: people whose activities are not those of another plan.
  ///
  /// - Parameter plan: The other plan, of the same year.
  package mutating func addChanges(from plan: ReturneePlan) {
    let before = Set(plan.participations)
    var own = [[Int]](repeating: [], count: year.returnees.returnees.count)
    for (index, pair) in eligibility.pairs.enumerated() { own[pair.returnee].append(index) }
    let possible = Set(
      eligibility.pairs.map { Participation(returnee: $0.returnee, activity: $0.activity) })
    let lost = Set(before.subtracting(possible).map(\.returnee))
    var terms: [Term] = []
    for (returnee, pairs) in own.enumerated() where !pairs.isEmpty || lost.contains(returnee) {
      let id = year.returnees.returnees[returnee].id
      let origin = Origin(rule: nameOfNearness, subjects: [id])
      let column = program.addColumn(
        named: "changed(\(id))", lower: 0, upper: 1, isInteger: false, origin: origin)
      follow(column)
      terms.append(Term(column, 1))
      if lost.contains(returnee) {
        program.addRow(
          named: "changed(\(id))", terms: [Term(column, 1)], lower: 1, origin: origin)
      }
      for index in pairs {
        let activity = eligibility.pairs[index].activity
        let wasPart = before.contains(Participation(returnee: returnee, activity: activity))
        program.addRow(
          named: "changed(\(id),\(year.returnees.activities[activity].id))",
          terms: [Term(column, 1), Term(takesPart[index], wasPart ? 1 : -1)],
          lower: wasPart ? 1 : 0, origin: origin)
      }
    }
    objectives[nameOfNearness] = Tier(name: nameOfNearness, sense: .minimize, terms: terms)
  }
}
