// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a rule may be talked about when no plan keeps all rules, and what
/// giving way costs.
package struct Standing: Hashable, Sendable {
  /// A rule that is law is never relaxed; nothing means what is usual for the rule.
  package var isLaw: Bool?
  /// What one unit of giving way costs in the planner's eyes, 1 to 10,000.
  package var cost: Int

  package init(isLaw: Bool? = nil, cost: Int = 1) {
    self.isLaw = isLaw
    self.cost = cost
  }

  /// What holds where nothing is said.
  package static let usual = Standing()
}

extension Rule {
  /// Whether the rule is law unless the planner says otherwise: what a plan is, what
  /// people need to live abroad, what they agreed to, and what they were told.
  package var isUsuallyLaw: Bool {
    switch self {
    case .countryAccepted, .availability, .medical, .diet, .announced: true
    default: isStructural
    }
  }
}

extension TrainingRule {
  /// Whether the rule is law unless the planner says otherwise.
  package var isUsuallyLaw: Bool {
    switch self {
    case .availability, .diet, .announced: true
    default: isStructural
    }
  }
}
