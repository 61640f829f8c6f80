// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Says of each delegation that does not train why it does not.
///
/// Joining is tried on the plan as it is: with `roomSplit` where the session's rooms
/// are not enough then, and everything else unchanged.
///
/// - Returns: An entry for each delegation without a session, in the year's order.
/// - Complexity: For each rule and all delegations of which it reads the same, O(possible
///   sessions × calendar entries), and for each session of the plan a check of the
///   sessions at its site in its days. For each delegation O(possible sessions / 64 +
///   sessions of the plan) beside that.
package func whyWaiting(
  _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts,
  pins: [TrainingPin] = []
) -> [WaitingReason] {
  let facts = TrainingFacts(plan, in: year, hosting: hosting, pins: pins)
  let readings = RuleReadings(of: facts)
  let table = PossibleTable(of: facts, readings)
  let joining = Joining(facts, readings)
  let waiting = year.training.delegations.indices.filter {
    facts.sessionsOfGroup[.delegation($0)] == nil
  }
  let further = FurtherSessions(beside: joining, for: waiting, table)
  return waiting.map { delegation in
    var reason = WaitingReason(
      delegation: delegation, accepted: 0, possible: 0, excluded: [],
      obstacles: joining.obstacles(to: delegation, in: Set(table.courses(of: delegation))),
      further: [], words: "")
    count(delegation, among: table, into: &reason)
    if reason.possible > 0, reason.obstacles.allSatisfy({ $0.rule != nil }) {
      reason.further = further.all(for: delegation)
    }
    reason.words = sentence(for: reason, in: facts)
    return reason
  }
}

/// Counts the sessions that a delegation could join by rule.
private func count(
  _ delegation: Int, among table: PossibleTable, into reason: inout WaitingReason
) {
  let courses = table.courses(of: delegation)
  for course in courses {
    let all = table.sessions[course].count
    reason.accepted += all
    reason.possible += all - table.excluded(delegation, in: course).count
  }
  guard reason.possible == 0 else { return }
  reason.excluded = table.rules.compactMap { rule in
    let count = courses.reduce(0) {
      $0 + table.excluded(delegation, by: rule, in: $1).count
    }
    return count > 0 ? WaitingReason.Exclusion(rule: rule, sessions: count) : nil
  }
}
