// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension DispatchReport {
  /// What a planner sees of further plans: a line for each, beside this plan's.
  ///
  /// - Parameters:
  ///   - plans: The further plans, in the order in which they were found.
  ///   - folders: Where each was written, and where those would have been that do not
  ///     exist.
  /// - Returns: Lines, each with its line feed.
  package func summary(of plans: [DispatchReport], folders: [String]) -> String {
    var lines = ["", localized("Further plans:")]
    guard !plans.isEmpty else {
      return (lines.dropLast() + [localized("No further plan loses as little.")]).joined(
        separator: "\n")
        + "\n"
    }
    let goals = outcome.tiers.indices.filter { index in
      plans.contains { $0.loss(of: index, against: self) != 0 }
    }
    var table = TextTable(
      [
        (localized("Plan"), .left), (localized("Other partners"), .right),
        (localized("Placed otherwise"), .right),
      ]
        + goals.map { (outcome.tiers[$0].name, .right) })
    for (plan, folder) in zip(plans, folders) {
      let (people, places) = plan.differences(from: self)
      table.append(
        [folder, grouped(people), grouped(places)]
          + goals.map { index in
            let tier = plan.outcome.tiers[index]
            let loss = plan.loss(of: index, against: self)
            let value = shown(tier.value, of: tier)
            return loss == 0 ? value : "\(value) (\(loss < 0 ? "−" : "+")\(grouped(abs(loss))))"
          })
    }
    lines += table.lines
    if plans.count < folders.count {
      lines.append(localized("No other plan loses as little."))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What programs are told of further plans.
  func document(of plans: [DispatchReport], folders: [String]) -> CanonicalJSON {
    .array(
      zip(plans, folders).map { plan, folder in
        let (people, places) = plan.differences(from: self)
        return [
          "plan": .string(folder),
          "tiers": .array(plan.outcome.tiers.map { Reports.document(of: $0) }),
          "other_partners": .integer(people),
          "placed_otherwise": .integer(places),
        ]
      })
  }

  /// By how much a goal's value differs.
  private func loss(of goal: Int, against other: DispatchReport) -> Int {
    Int(outcome.tiers[goal].value - other.outcome.tiers[goal].value)
  }

  /// Partners whom another plan does not have, and partners of both who are elsewhere.
  private func differences(from other: DispatchReport) -> (people: Int, places: Int) {
    let known = Dictionary(
      other.outcome.placements.map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    var (people, places) = (0, 0)
    for placement in outcome.placements {
      guard let earlier = known[placement.applicant] else {
        people += 1
        continue
      }
      if earlier != placement { places += 1 }
    }
    return (people, places)
  }
}
