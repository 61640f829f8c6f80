// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What checking a plan of trainings, returnees or ten years against the data alone found.
package struct PlanVerification: Hashable, Sendable {
  /// One entry for each rule, in the order in which the problem's rules are declared; in
  /// place of `quota` one for each quota (`quota:` and its identifier).
  package var rules: [RuleCheck]
  /// The plan's tiers in the year's order, recomputed.
  ///
  /// Bounds are the claimed ones, or the value itself where none is claimed.
  package var tiers: [TierResult]
  /// One entry for each claimed tier, in the order claimed.
  package var claims: [ClaimCheck]

  package init(rules: [RuleCheck], tiers: [TierResult], claims: [ClaimCheck]) {
    self.rules = rules
    self.tiers = tiers
    self.claims = claims
  }

  /// Whether every hard rule holds and no claim is contradicted.
  package var isValid: Bool {
    rules.allSatisfy { !$0.isBroken } && claims.allSatisfy(\.holds)
  }
}
