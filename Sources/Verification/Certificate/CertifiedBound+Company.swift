// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension CertifiedBound {
  /// Rows of `rotation`: with a switch for each country that says whether all
  /// servable renewals host.
  mutating func priceRotation() {
    let strictness = year.rules[.rotation]
    guard strictness != .off else { return }
    var canHost = [Bool](repeating: false, count: year.schools.count)
    for (index, slot) in catalogue.slots.enumerated() where catalogue.candidates[index] > 0 {
      for school in slot.post.schools { canHost[school] = true }
    }
    for (index, country) in year.countries.enumerated() where country.renewalsFirst {
      let schools = year.schools.indices.filter {
        year.schools[$0].country == index && canHost[$0]
      }
      guard schools.contains(where: { year.schools[$0].isRenewal }) else { continue }
      var allHost = 0
      for school in schools {
        let subjects = [country.id, year.schools[school].id]
        if year.schools[school].isRenewal {
          let price = price("rotation.renewal", subjects, lower: 0)
          hostGains[school] -= Int128(price)
          allHost += price
        } else {
          let price = price("rotation.new", subjects, upper: 0)
          hostGains[school] -= Int128(price)
          allHost += price
          if let penalty = strictness.penalty {
            addExtra(gain: Int128(ofPenalty * penalty + price), most: 1)
          }
        }
      }
      addExtra(gain: Int128(allHost), most: 1)
    }
  }

  private struct Home: Hashable {
    let base: Int
    let cohort: Int
  }

  /// Rows of `companions`, four for each base and cohort.
  mutating func priceCompanions() {
    let strictness = year.rules[.companions]
    guard strictness != .off else { return }
    let rule = year.rules.companions
    var slotsOfHome: [Home: [Int]] = [:]
    for (index, slot) in catalogue.slots.enumerated() where catalogue.candidates[index] > 0 {
      slotsOfHome[Home(base: slot.post.base, cohort: slot.cohort), default: []].append(index)
    }
    let bases = Set(slotsOfHome.keys.map(\.base)).sorted()
    let grid = SchoolGrid(bases, of: year, within: rule.withinMetres)
    for (home, slots) in slotsOfHome {
      let subjects = [year.schools[home.base].id, year.cohorts[home.cohort].id]
      let company = price("companions.company", subjects, lower: 0)
      let main = price("companions", subjects, upper: 0)
      let lonely = price("companions.others", subjects, upper: 0)
      let guarded = price("companions.guarded", subjects, upper: 0)
      let most = slots.map { catalogue.slots[$0].post.seatsMax }.max() ?? 1
      let hasSwitch = most > 1
      let factor = hasSwitch ? 1 : rule.others
      // What a partner near by is worth: the rows want somebody there.
      let near = (hasSwitch ? 0 : main) - company
      if near != 0 {
        grid.visit(around: home.base) { other in
          guard other != home.base,
            year.schools[other].country == year.schools[home.base].country
          else { return true }
          for slot in slotsOfHome[Home(base: other, cohort: home.cohort)] ?? []
          where !catalogue.slots[slot].post.schools.contains(home.base) {
            slotGains[slot] += Int128(near)
          }
          return true
        }
      }
      if hasSwitch { addExtra(gain: Int128(company * (rule.others + 1) + main * most), most: 1) }
      for slot in slots { slotGains[slot] -= Int128(company) }
      guard strictness.penalty != nil || rule.penaltyOthers != 0 else {
        for slot in slots { guardPrices[slot] += main * factor }
        continue
      }
      for slot in slots {
        slotGains[slot] += Int128(lonely - main * factor)
        guardPrices[slot] += lonely - guarded
      }
      addExtra(
        gain: Int128(ofPenalty * rule.penaltyOthers + main * factor - lonely), most: most)
      if let penalty = strictness.penalty,
        slots.contains(where: { catalogue.guardedCandidates[$0] > 0 })
      {
        addExtra(gain: Int128(ofPenalty * penalty + main * factor - guarded), most: most)
      }
    }
  }
}
