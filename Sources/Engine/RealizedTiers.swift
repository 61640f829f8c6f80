// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Verification

/// Tiers with the values that a plan has, and with bounds on their far side.
///
/// - Parameters:
///   - known: What a run found out of each goal.
///   - recomputed: The plan's tiers as the verifier counts them.
/// - Returns: The known tiers with the plan's values.
func realized(_ known: [TierResult], _ recomputed: [TierResult]) -> [TierResult] {
  known.map { tier in
    guard let real = recomputed.first(where: { $0.name == tier.name }) else { return tier }
    var tier = tier
    tier.value = real.value
    tier.shares = real.shares
    tier.bound = real.isLeast ? min(tier.bound, real.value) : max(tier.bound, real.value)
    return tier
  }
}
