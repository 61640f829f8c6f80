// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification

/// What a planned year is when somebody has to have another placement.
package struct Alternative: Sendable {
  /// What is forced.
  package var pin: Pin
  /// The best plan that keeps the pin; without placements where it is only bounded.
  package var outcome: DispatchOutcome
  package var proof: Proof

  /// How the goals' values are known.
  package enum Proof: String, Sendable {
    /// The best plan with the pin was searched for.
    case search
    /// An exchange among the seats of a plan that was known gave a plan, and prices prove
    /// that none with the pin is better.
    case prices
    /// They are a bound: no plan with the pin has better ones.
    case none
  }

  /// Whether the goals' values are those of the best plan with the pin.
  ///
  /// Otherwise they are such that no plan with the pin has better ones.
  package var isExact: Bool { proof != .none }
}

/// The best of several alternatives.
package struct AlternativesFound: Sendable {
  /// The least loss first; of equal losses those with more points of their own.
  package var best: [Alternative] = []
  /// How many were considered.
  package var candidates = 0
  /// How many are exact, or known to be in no plan.
  package var solved = 0
  /// How many of these had to be searched for.
  package var searched = 0
  /// Those solved that no plan keeps.
  package var impossible: [Pin] = []
  /// Whether none that is left out is better than one that is shown.
  package var isComplete = true
}

/// How much work alternatives may take.
package struct AlternativeLimits: Sendable {
  /// How many are looked for.
  package var wanted = 10
  /// Most that are searched for.
  package var solves = 60
  /// Asked often; true ends the looking.
  package var isOver: @Sendable () -> Bool = { false }

  package init() {}
}

/// Whether one list of goals' values is better than another of the same goals: in
/// the first goal in which they differ.
///
/// Shares of a fairness goal are compared the smallest first.
package func isBetter(_ tiers: [TierResult], than others: [TierResult]) -> Bool {
  for (tier, other) in zip(tiers, others) {
    if let shares = tier.shares, let otherShares = other.shares {
      switch compareLeximin(shares, otherShares) {
      case .better: return true
      case .worse: return false
      case .equal: continue
      }
    }
    if tier.value != other.value {
      return tier.isLeast ? tier.value < other.value : tier.value > other.value
    }
  }
  return false
}
