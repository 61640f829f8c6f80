// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Which of two vectors of shares is better.
package enum LeximinOrder: Sendable {
  case worse, equal, better
}

/// Compares shares smallest first, whatever order they come in.
///
/// - Parameters:
///   - left: Shares in basis points.
///   - right: As many shares.
/// - Returns: What the left shares are, compared with the right ones.
package func compareLeximin(_ left: [Int], _ right: [Int]) -> LeximinOrder {
  let (left, right) = (left.sorted(), right.sorted())
  if left == right { return .equal }
  return left.lexicographicallyPrecedes(right) ? .worse : .better
}

/// The claimed tiers' bounds where there are any, the values elsewhere.
func withBounds(_ tiers: [TierResult], claimed: [TierResult]) -> [TierResult] {
  tiers.map { tier in
    var tier = tier
    tier.bound = claimed.first { $0.name == tier.name }?.bound ?? tier.value
    return tier
  }
}

/// Compares claimed tiers with recomputed ones.
///
/// A claim is contradicted when the year has no such tier, its value or shares
/// are not the plan's, its bound lies on the wrong side of its value, or it
/// comes twice or out of order. A tier that nobody claims contradicts nothing.
func checkClaims(_ claimed: [TierResult], against tiers: [TierResult]) -> [ClaimCheck] {
  var next = 0
  return claimed.map { claim in
    guard let place = tiers.firstIndex(where: { $0.name == claim.name }) else {
      return ClaimCheck(
        claimed: claim, recomputed: nil,
        faults: [localized("\(claim.name) is not a tier of this year's goals.")])
    }
    var faults = faults(of: claim, against: tiers[place])
    if place < next {
      faults.append(
        localized("\(claim.name) does not come in the order of this year's goals."))
    }
    next = max(next, place + 1)
    return ClaimCheck(claimed: claim, recomputed: tiers[place], faults: faults)
  }
}

private func faults(of claim: TierResult, against tier: TierResult) -> [String] {
  var faults: [String] = []
  if claim.value != tier.value {
    faults.append(
      localized("\(claim.name) is \(tier.value), not \(claim.value) as claimed."))
  }
  if claim.isLeast ? claim.bound > tier.value : claim.bound < tier.value {
    let sentence: Sentence =
      claim.isLeast
      ? """
      \(claim.name) is \(tier.value); the claimed bound \(claim.bound) says that no plan goes \
      below it.
      """
      : """
      \(claim.name) is \(tier.value); the claimed bound \(claim.bound) says that no plan goes \
      above it.
      """
    faults.append(sentence.description)
  }
  if let shares = claim.shares, shares != tier.shares {
    faults.append(sharesFault(claim.name, shares, tier.shares).description)
  }
  return faults
}

private func sharesFault(_ name: String, _ claimed: [Int], _ recomputed: [Int]?) -> Sentence {
  guard let recomputed else { return "\(name) has no shares." }
  return switch compareLeximin(recomputed, claimed) {
  case .worse: "The shares of \(name) are worse than claimed."
  case .equal: "The shares of \(name) are not claimed smallest first."
  case .better: "The shares of \(name) are better than claimed."
  }
}
