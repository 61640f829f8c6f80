// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport

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
  return nil
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
