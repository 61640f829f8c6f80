// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Wording

extension DispatchRun {
  /// Makes the certificate ready to be worked out, from the first plan; with two
  /// threads that begins now.
  mutating func prepareCertificate(of goal: String) {
    guard options.certifies, let plan = stack.incumbent else { return }
    let source = source(held: stack.tiers[...], goal: goal, plan: plan)
    certificateSource = source
    // A second set of large tables would take more memory than time is won.
    guard options.threads > 1, formulation.triples.count <= Self.mostTriplesBeside else { return }
    certificateTask = BackgroundTask { source.tiers() }
  }

  private static var mostTriplesBeside: Int { 2_000_000 }

  private func source(
    held: ArraySlice<TierResult>, goal: String, plan: Assignment
  ) -> CertificateSource {
    let pricing = seatPricing.flatMap { $0.tier == goal ? $0.result.prices : nil }
    return CertificateSource(
      formulation: formulation, held: held.filter { $0.name != Self.anyPlan }, goal: goal,
      plan: plan, applicantPrices: pricing, clock: clock.quiet)
  }

  /// Prices of the rules from which the goals' bounds follow by arithmetic.
  func certificate() -> Certificate {
    guard options.certifies, let plan = stack.incumbent else { return Certificate() }
    let tiers = stack.tiers.filter { $0.name != Self.anyPlan }
    var certificate = Certificate()
    var next = tiers.startIndex
    if let source = certificateSource, tiers.starts(with: source.held) {
      tell("certificate")
      certificate.tiers = certificateTask?.value() ?? source.tiers()
      next = source.held.count + 1
    }
    for position in tiers.indices.dropFirst(next) where tiers[position].shares == nil {
      tell("certificate")
      let source = source(held: tiers[..<position], goal: tiers[position].name, plan: plan)
      if let prices = source.lastTier() { certificate.tiers.append(prices) }
    }
    return certificate
  }

  private func tell(_ step: Sentence) {
    guard let last = stack.tiers.last else { return }
    clock.tell(tier: last.name, step: step, value: last.value, bound: last.bound)
  }
}
