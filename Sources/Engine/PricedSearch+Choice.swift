// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Wording

extension PricedSearch {
  /// Goes on from the root's relaxation where the columns are a choice of triples.
  ///
  /// The root's prices bound the whole program, since they are compared with every
  /// eligible triple; what is found out about the choice afterwards bounds nothing.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func runOverChoice(_ root: PricingEnd) throws(EngineFailure) -> TierStack.Answer {
    bound = boundOverAll(at: root.prices)
    tell("bound over every triple")
    if mayImprove {
      try roundSeats(root)
      tell("seats of the relaxation")
    }
    if mayImprove { try improve(rounds: [(0, true), (1, true)]) }
    if mayImprove {
      try dive()
      tell("dive")
    }
    if mayImprove { try improve(rounds: [(0, true), (0, false)]) }
    return ending()
  }

  /// The bound of the whole program at row prices, over all eligible triples.
  ///
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  func boundOverAll(at prices: [Double]) -> Double {
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    let people = PeoplePrices(formulation) { row in
      sign * prices[row.index] * master.columns.rowScale[row.index]
    }
    var gains = formulation.greatestGains(
      at: people, pointWeight: isAboutPoints ? sign : 0, threads: clock.threads
    ).sum
    for (applicant, isBound) in formulation.eligibility.boundApplicants.enumerated() where isBound {
      gains += formulation.triples.ofApplicant[applicant].reduce(0) {
        max($0, master.gain(ofTriple: $1, at: prices))
      }
    }
    return master.structuralBound(at: prices) + sign * gains
  }

  private var isAboutPoints: Bool { tier.name == "points" || tier.name == "weighted" }
}
