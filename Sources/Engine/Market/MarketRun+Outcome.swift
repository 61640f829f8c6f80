// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Verification
internal import Wording

extension MarketRun {
  /// The plan with what is proven of each goal.
  ///
  /// A goal's bound holds among plans that equal this one in the goals before, so
  /// that goals behind one that misses its bound have none worth the name.
  func outcome(_ plan: Checked, _ priced: Priced) -> DispatchOutcome {
    var tiers: [TierResult] = []
    var isHeld = true
    var isProven = true
    for var tier in plan.verification.tiers {
      if let shares = tier.shares {
        let held = heldShares(tier.name)
        tier.bound = isHeld ? max(tier.value, held.bound) : 10_000
        tier.isVectorProven = isHeld && held.isProven && shares == held.shares
        isHeld = isHeld && shares == held.shares
        isProven = isProven && tier.isVectorProven
      } else if tier.name == Goal.points.rawValue {
        tier.bound = isHeld ? wholeBound(priced.bound, .maximize) : trivialBound(tier.name)
        tier.bound = max(tier.bound, tier.value)
        isProven =
          isProven && Double(tier.bound - tier.value) <= options.gap * Double(abs(tier.bound))
      } else {
        let known = parts.reduce(Int64(0)) { sum, entry in
          sum + (entry.stack.tiers.first { $0.name == tier.name }?.bound ?? 0)
        }
        tier.bound = isHeld ? known : trivialBound(tier.name)
        isHeld = isHeld && tier.value == known
        isProven = isProven && tier.value == tier.bound
      }
      tiers.append(tier)
      clock.tell(
        tier: tier.name, step: tier.value == tier.bound ? "proven" : "stopped", value: tier.value,
        bound: tier.bound)
    }
    return DispatchOutcome(
      status: isProven ? .optimal : .feasible, placements: plan.placements, tiers: tiers)
  }

  /// What no plan exceeds whatever the other goals are.
  private func trivialBound(_ name: String) -> Int64 {
    guard name == Goal.points.rawValue else {
      return formulation.objectives[name]?.trivialBound(in: formulation.structure) ?? 0
    }
    return formulation.year.criteriaMost * Int64(formulation.year.applicants.count)
  }

  /// The shares that the parts hold together.
  private func heldShares(_ name: String) -> (shares: [Int], bound: Int64, isProven: Bool) {
    var shares: [Int] = []
    var bound: Int64 = 10_000
    var isProven = true
    for (part, stack) in parts {
      guard let result = stack.tiers.first(where: { $0.name == name }),
        !part.groups(merged.groups(groups(of: name))).isEmpty
      else { continue }
      shares += result.shares ?? []
      bound = min(bound, result.bound)
      isProven = isProven && result.isVectorProven
    }
    let without = groups(of: name).count - shares.count
    shares += Array(repeating: 0, count: max(0, without))
    return (shares.sorted(), without > 0 ? 0 : bound, isProven)
  }
}

extension ProgrammeYear {
  /// The most points a placement can have.
  fileprivate var criteriaMost: Int64 { weights.values.reduce(0) { $0 + 100 * Int64($1) } }
}
