// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Verification

/// The ways in which the engine solves years of different size.
enum Way: String, CaseIterable {
  /// The whole program by GLPK.
  case whole
  /// Counts first, then people by branch and price, as for years of thousands.
  case priced

  var mostTriplesForGLPK: Int { self == .whole ? .max : -1 }
  var mostTriplesToRetry: Int { -1 }
}

/// What the engine says about a year that exhaustive search does not say.
///
/// - Parameters:
///   - small: The year.
///   - way: How the engine is made to solve it.
/// - Returns: A sentence for the first difference, or nothing.
func disagreement(on small: SmallYear, _ way: Way) -> String? {
  var options = DispatchOptions()
  options.gap = 0
  options.mostTriplesForGLPK = way.mostTriplesForGLPK
  options.mostTriplesToRetry = way.mostTriplesToRetry
  options.baseline = small.baseline
  let outcome: DispatchOutcome
  do {
    outcome = try planDispatch(small.year, options: options)
  } catch {
    return "the engine failed: \(error)"
  }
  let answer = BruteForce.bestDispatch(small.year, baseline: small.baseline)
  guard let answer else {
    return outcome.status == .infeasible
      ? nil
      : "no plan keeps the hard rules, but the engine says \(outcome.status.rawValue): "
        + small.text(of: outcome.placements)
  }
  guard outcome.status == .optimal else {
    return "the engine says \(outcome.status.rawValue), but there is \(text(answer.tiers)) with "
      + small.text(of: answer.placements)
  }
  let evaluation = Oracle(small.year, baseline: small.baseline).evaluate(outcome.placements)
  if !evaluation.isFeasible {
    return "the engine's plan breaks \(hardUnits(small, evaluation)): "
      + small.text(of: outcome.placements)
  }
  if outcome.tiers != answer.tiers {
    return "the engine says \(text(outcome.tiers)) with \(small.text(of: outcome.placements)), "
      + "the best is \(text(answer.tiers)) with \(small.text(of: answer.placements))"
  }
  if evaluation.tiers != outcome.tiers {
    return "the engine's plan \(small.text(of: outcome.placements)) is worth "
      + "\(text(evaluation.tiers)), not \(text(outcome.tiers))"
  }
  return certificateFault(on: small, baseline: small.baseline, outcome)
}

/// What is wrong with the bounds that the plan's certificate proves: one that
/// excludes the plan, which is the best there is.
///
/// Bounds have to be true for any prices, so prices that were altered at random
/// are looked at too.
func certificateFault(
  on small: SmallYear, baseline: [EarlierPlacement]?, _ outcome: DispatchOutcome
) -> String? {
  let linear = outcome.tiers.filter { $0.shares == nil }.map(\.name)
  guard outcome.certificate.tiers.map(\.name) == linear else {
    return "the certificate bounds \(outcome.certificate.tiers.map(\.name)), not \(linear)"
  }
  var random = SplitMix64(seed: 7)
  for attempt in 0..<4 {
    var certificate = outcome.certificate
    if attempt > 0 { alter(&certificate, &random) }
    let verification = verifyDispatch(
      small.year, placements: outcome.placements, baseline: baseline,
      claimed: outcome.tiers, certificate: certificate)
    for certified in verification.certified {
      guard let tier = outcome.tiers.first(where: { $0.name == certified.name }),
        let bound = certified.bound
      else { return "the certificate proves nothing of \(certified.name)" }
      let isLeast = tier.isLeast
      if isLeast ? bound > tier.value : bound < tier.value {
        return "attempt \(attempt): the certificate says \(bound) of \(tier.name), which is "
          + "\(tier.value) in the best plan"
      }
      if attempt == 0, let remark = certified.remarks.first { return remark }
    }
  }
  return nil
}

/// Alters every price at random: its size, and often its sign.
private func alter(_ certificate: inout Certificate, _ random: inout SplitMix64) {
  for tier in certificate.tiers.indices {
    for index in certificate.tiers[tier].prices.indices {
      let percent = Int64(random.next() % 300) - 100
      let price = certificate.tiers[tier].prices[index].price
      certificate.tiers[tier].prices[index].price = price * percent / 100 + percent
    }
  }
}

/// The tiers in one line, bounds only where they differ.
func text(_ tiers: [TierResult]) -> String {
  tiers.map { tier in
    var text = "\(tier.name) \(tier.value)"
    if tier.bound != tier.value { text += " (bound \(tier.bound))" }
    if let shares = tier.shares { text += " \(shares)" }
    return text
  }.joined(separator: ", ")
}

private func hardUnits(_ small: SmallYear, _ evaluation: Evaluation) -> String {
  Oracle(small.year, baseline: small.baseline).strictnesses
    .filter { $0.strictness == .hard && evaluation.units[$0.id] != 0 }
    .map { "\($0.id) (\(evaluation.units[$0.id] ?? 0))" }
    .joined(separator: ", ")
}
