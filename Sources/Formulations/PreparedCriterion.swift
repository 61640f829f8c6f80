// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A criterion rule with the answers of its selector.
struct PreparedCriterion: Sendable {
  let rule: CriterionRule
  private let selectsSlot: [Bool]
  /// By applicant × cohort; empty when nothing is asked of the applicant.
  private let selectsPerson: [Bool]
  private let cohortCount: Int

  init(_ rule: CriterionRule, in eligibility: DispatchEligibility) {
    let year = eligibility.year
    let test = SelectorTest(rule.select, year: year)
    self.rule = rule
    cohortCount = year.cohorts.count
    selectsSlot = eligibility.slots.indices.map { test.selects(slot: $0, in: eligibility) }
    selectsPerson =
      test.isAboutSlotsOnly
      ? []
      : year.applicants.indices.flatMap { applicant in
        year.cohorts.indices.map { test.selects(applicant: applicant, cohort: $0, in: year) }
      }
  }

  func selects(slot: Int) -> Bool { selectsSlot[slot] }

  /// Whether the rule is about every placement.
  var selectsEverything: Bool { selectsPerson.isEmpty && selectsSlot.allSatisfy(\.self) }

  /// Whether the rule asks the same of an applicant at a post in any cohort.
  func isAlikeForCohorts(in eligibility: DispatchEligibility) -> Bool {
    for range in eligibility.slotsOfPost {
      guard let first = range.first else { continue }
      if range.contains(where: { selectsSlot[$0] != selectsSlot[first] }) { return false }
    }
    return stride(from: 0, to: selectsPerson.count, by: max(1, cohortCount)).allSatisfy { first in
      (first..<first + cohortCount).allSatisfy { selectsPerson[$0] == selectsPerson[first] }
    }
  }

  func isBroken(applicant: Int, slot: Int, in eligibility: DispatchEligibility) -> Bool {
    guard selectsSlot[slot] else { return false }
    let cohort = eligibility.slots[slot].cohort
    if !selectsPerson.isEmpty, !selectsPerson[applicant * cohortCount + cohort] { return false }
    return eligibility.points(of: rule.criterion, applicant: applicant, slot: slot) < rule.minimum
  }
}
