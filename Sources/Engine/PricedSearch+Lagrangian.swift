// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Wording

extension PricedSearch {
  /// Tightens the bound by subgradient steps from the linear relaxation's
  /// prices, and fills the seats that each step proposes.
  ///
  /// Steps are Polyak's, towards the best plan's value; the factor is halved
  /// after three steps without a better bound (Held, Wolfe and Crowder 1974).
  mutating func followPrices(
    _ parts: [(part: StructurePart, stack: TierStack)], steps: Int
  ) throws(EngineFailure) {
    guard tier.sense == .maximize, !prices.isEmpty, !parts.isEmpty, !isAboutLevels else { return }
    let relaxation = LagrangianBound(
      formulation, program: program, tier: tier, columns: master.columns, parts: parts)
    let filling = SeatFilling(formulation, program: program, tier: tier, clock: clock)
    let scale = Double(LagrangianBound.scale)
    var multipliers = relaxation.rows.map { prices[$0] * master.columns.rowScale[$0] * scale }
    let first = multipliers
    var centre = multipliers
    var factor = 1.0
    var idle = 0
    var tried: Set<[Int64]> = []
    for step in 1...steps {
      if clock.isOver || isProven { return }
      guard let value = try relaxation.evaluate(multipliers) else { return }
      if Double(value.bound) < bound {
        bound = Double(value.bound)
        centre = multipliers
        idle = 0
      } else {
        idle += 1
        // The parts' own relaxations are all the bound there is to be had here.
        if step == 4 && centre == first { return }
        if idle >= 3 {
          factor /= 2
          idle = 0
          multipliers = centre
        }
      }
      if tried.insert(value.seats).inserted,
        let plan = filling.plan(value.seats, mending: true)
      {
        offer(plan)
      }
      tell("prices, step \(step)")
      guard let best else { return }
      let length = value.residuals.reduce(0) { $0 + $1 * $1 }
      if length == 0 { return }
      let distance = max(Double(value.bound - best.objective) * scale, 1)
      let stride = factor * distance / length
      for index in multipliers.indices {
        multipliers[index] -= stride * value.residuals[index]
      }
    }
  }
}
