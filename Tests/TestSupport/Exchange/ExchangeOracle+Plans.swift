// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension ExchangeOracle {
  /// Every plan that keeps the hard rules and a condition, with its tiers.
  package func plans(
    where isWanted: ([Partnership]) -> Bool = { _ in true }
  ) -> [(plan: [Partnership], tiers: [TierResult])] {
    let possible = possible
    let lists = possible.options.sorted { $0.key < $1.key }.map(\.value)
    let schools = year.exchange.schools
    var found: [(plan: [Partnership], tiers: [TierResult])] = []
    var plan: [Partnership] = []
    func isFull(_ school: Int) -> Bool {
      plan.count { $0.pair.japan == school || $0.pair.abroad == school }
        >= schools[school].partners
    }
    func look(_ position: Int) {
      guard position < lists.count else {
        guard isWanted(plan) else { return }
        let units = units(of: plan)
        guard units.allSatisfy({ year.exchange.rules[$0.key] != .hard || $0.value == 0 }) else {
          return
        }
        found.append((plan, tiers(of: plan, units: units, possible: possible)))
        return
      }
      look(position + 1)
      guard let pair = lists[position].first?.pair, !isFull(pair.japan), !isFull(pair.abroad)
      else { return }
      for option in lists[position] {
        plan.append(option)
        look(position + 1)
        plan.removeLast()
      }
    }
    look(0)
    return found
  }
}
