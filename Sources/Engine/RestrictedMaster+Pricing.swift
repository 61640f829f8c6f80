// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// What column generation found out.
struct PricingEnd {
  enum Reason {
    /// No triple gains anything: the value is that of the full relaxation.
    case complete
    /// Bound and value are as near as was asked.
    case nearEnough
    /// Rows stay broken whatever the triples: there is no plan.
    case infeasible
    /// The bound is no better than the cutoff.
    case cutOff
    case stopped
  }

  var reason: Reason
  /// No plan within the present column bounds is better than this.
  var bound: Double
  /// Prices of the rows at which the bound holds.
  var prices: [Double]
}

extension RestrictedMaster {
  /// Prices triples in until none gains, or value and bound are near enough.
  ///
  /// At any row prices that respect the rows' directions, what they prove of
  /// the structure plus each applicant's greatest gain bounds the full
  /// relaxation, since an applicant holds at most one placement (Lasdon's bound).
  ///
  /// - Parameters:
  ///   - method: The simplex method for the first solve; later ones are primal.
  ///   - ofApplicant: The triples of each applicant.
  ///   - ofTripleSlot: The slot of each triple.
  ///   - slotCount: How many slots there are.
  ///   - nearEnough: Relative distance of value and bound at which to stop.
  ///   - rounds: Most rounds of pricing.
  ///   - cutoff: Pricing ends when the bound's whole part is no better.
  ///   - iterations: Most simplex iterations of one solve.
  ///   - clock: Says when to stop, and is told of each round.
  ///   - tier: The tier's name, for the clock.
  /// - Returns: Why pricing ended, and the bound with its prices.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func price(
    _ method: SimplexMethod, ofApplicant: [Range<Int>], ofTripleSlot: [Int32], slotCount: Int,
    nearEnough: Double, rounds: Int = .max, cutoff: Int64? = nil, iterations: Int? = nil,
    clock: RunClock, tier: String
  ) throws(EngineFailure) -> PricingEnd {
    var method = method
    var best = sense == .maximize ? Double.infinity : -Double.infinity
    var bestPrices: [Double] = []
    var round = 0
    while true {
      var options = clock.linearLimits
      options.timeLimit = clock.remaining
      options.iterationLimit = iterations
      let status: LinearStatus
      do { status = try linear.solveLinear(method, options: options) } catch {
        throw EngineFailure("The linear relaxation could not be solved: \(error)")
      }
      method = .primal
      let prices = clamped(linear.rowDuals())
      switch status {
      case .optimal: break
      case .infeasible: return PricingEnd(reason: .infeasible, bound: best, prices: bestPrices)
      case .unbounded, .stopped:
        return PricingEnd(reason: .stopped, bound: best, prices: bestPrices)
      }
      let value = linear.objective()
      let (entering, gains) = enteringTriples(
        prices, ofApplicant: ofApplicant, ofTripleSlot: ofTripleSlot, slotCount: slotCount)
      clock.spend(columns: promising?.triples.count ?? triples.count)
      let proven = structuralBound(at: prices)
      let bound = sense == .maximize ? proven + gains : proven - gains
      if bestPrices.isEmpty || (sense == .maximize ? bound < best : bound > best) {
        best = bound
        bestPrices = prices
      }
      round += 1
      clock.tell(
        tier: tier, step: "pricing, round \(round)", bound: wholeBound(best, sense),
        columns: columnCount)
      if let cutoff, !sense.prefers(wholeBound(best, sense), to: cutoff) {
        return PricingEnd(reason: .cutOff, bound: best, prices: bestPrices)
      }
      let elasticity = elasticity(linear.columnValues())
      if entering.isEmpty {
        if elasticity < 1e-6 {
          return PricingEnd(reason: .complete, bound: best, prices: bestPrices)
        }
        if elasticPriceIsAtItsEnd {
          return PricingEnd(reason: .infeasible, bound: best, prices: prices)
        }
        raiseElasticPrice()
        continue
      }
      if elasticity < 1e-6,
        abs(best - value) <= nearEnough * max(1, abs(value)) || round >= rounds
      {
        return PricingEnd(reason: .nearEnough, bound: best, prices: bestPrices)
      }
      if clock.isOver { return PricingEnd(reason: .stopped, bound: best, prices: bestPrices) }
      try add(entering)
    }
  }

  /// The most gainful triples of each applicant and of each slot, and the sum
  /// of the applicants' greatest gains.
  private func enteringTriples(
    _ prices: [Double], ofApplicant: [Range<Int>], ofTripleSlot: [Int32], slotCount: Int
  ) -> (entering: [Int], gains: Double) {
    let perApplicant = 2
    var sum = 0.0
    var chosen: [Int] = []
    var bestOfSlot = [(gain: Double, position: Int)](repeating: (1e-6, -1), count: slotCount)
    let forced = forced.sorted()
    for (applicant, range) in ofApplicant.enumerated() {
      // Who has to be somewhere is nowhere else.
      if !forced.isEmpty, let triple = forced.first(where: { range.contains($0) }) {
        sum += gain(ofTriple: triple, at: prices)
        continue
      }
      var best: [(gain: Double, position: Int)] = []
      var greatest = 0.0
      func consider(_ position: Int) {
        guard !isClosed[position] else { return }
        let gain = gain(ofTriple: position, at: prices)
        greatest = max(greatest, gain)
        guard gain > 1e-6 else { return }
        // A triple in the master gains nothing beyond tolerance once it is solved.
        if masterColumn[triples.lowerBound + position] >= 0 { return }
        let slot = Int(ofTripleSlot[position])
        if gain > bestOfSlot[slot].gain { bestOfSlot[slot] = (gain, position) }
        if best.count < perApplicant {
          best.append((gain, position))
        } else if let least = best.indices.min(by: { best[$0].gain < best[$1].gain }),
          gain > best[least].gain
        {
          best[least] = (gain, position)
        }
      }
      if let promising {
        for index in promising.starts[applicant]..<promising.starts[applicant + 1] {
          consider(Int(promising.triples[index]))
        }
      } else {
        for position in range { consider(position) }
      }
      sum += greatest
      chosen += best.map(\.position)
    }
    chosen += bestOfSlot.filter { $0.position >= 0 }.map(\.position)
    return (Array(Set(chosen)).sorted(), sum)
  }
}
