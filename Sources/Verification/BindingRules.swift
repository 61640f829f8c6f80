// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Which rules hold a placement of a plan where it is, found out by trying.
package struct BindingRules: Hashable, Sendable {
  /// What would be broken, or broken more, if a further person with the same data
  /// were placed at the same post in the same cohort: limits that the plan reaches.
  package var limits: [RuleCheck]
  /// What would be broken, or broken more, without the placement: rules that need it.
  package var needs: [RuleCheck]

  /// Tries both.
  ///
  /// - Parameters:
  ///   - index: Of the placement.
  ///   - placements: The plan's placements.
  ///   - year: The programme year.
  ///   - baseline: The earlier plan, if there is one.
  ///   - rules: What checking the plan as it is found.
  /// - Complexity: That of checking the plan twice.
  package init(
    ofPlacement index: Int, among placements: [Placement], in year: ProgrammeYear,
    baseline: [EarlierPlacement]?, rules: [RuleCheck]
  ) {
    func worse(
      _ year: ProgrammeYear, _ placements: [Placement], without subject: Subject? = nil
    ) -> [RuleCheck] {
      let changed = verifyDispatch(year, placements: placements, baseline: baseline, claimed: nil)
      return worsened(rules, in: changed.rules, without: subject)
    }
    var without = placements
    let own = without.remove(at: index)
    needs = worse(year, without)
    var further = year
    var twin = year.applicants[own.applicant]
    // A twin has no history with others.
    twin.id += " and another"
    twin.togetherWith = []
    twin.apartFrom = []
    further.applicants.append(twin)
    var with = own
    with.applicant = year.applicants.count
    // What a twin breaks alone says nothing of the place.
    limits = worse(further, placements + [with], without: .applicant(twin.id))
  }
}

/// The rules that another plan breaks, or breaks more, with the violations that are new.
///
/// - Parameters:
///   - rules: What checking a plan found.
///   - others: What checking another one found, in the same order.
///   - subject: Whom violations are left out of; nobody if left out.
/// - Returns: Checks with at least one violation.
package func worsened(
  _ rules: [RuleCheck], in others: [RuleCheck], without subject: Subject? = nil
) -> [RuleCheck] {
  zip(rules, others).compactMap { before, after in
    guard after.units > before.units else { return nil }
    var check = after
    let known = Set(before.violations)
    check.violations.removeAll { violation in
      known.contains(violation) || subject.map { violation.subjects.contains($0) } ?? false
    }
    return check.violations.isEmpty ? nil : check
  }
}
