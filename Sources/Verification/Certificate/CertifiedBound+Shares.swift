// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension CertifiedBound {
  /// A country or an area, with what its share is taken of.
  private struct Group {
    let subjects: [String]
    /// Places, or schools.
    let whole: Int
    /// The most that can be counted.
    let most: Int
    /// Its schools, or its cohorts.
    let members: [Int]
    /// What is counted in the plan.
    let count: Int

    /// The share in the plan.
    var share: Int { min(10_000, 10_000 * count / whole) }
  }

  /// Rows `share` and `shares` of the fairness goals that are held.
  ///
  /// A group's count times the group's price is put beside the plan; each group
  /// then has one of the held shares, whichever gains most, and each share is
  /// had as often as in the plan. Shares may be held for all groups together, or
  /// for those of some countries each, which the rows then name.
  mutating func priceShares() {
    for tier in held {
      guard let shares = tier.shares else { continue }
      let isCountries = tier.name == "fairness-countries"
      var isOpen = isCountries ? countryGroups : areaGroups
      for block in prices.blocks(of: tier.name) {
        let members = isOpen.filter { block.isEmpty || block.contains($0.subjects[0]) }
        isOpen.removeAll { block.isEmpty || block.contains($0.subjects[0]) }
        let own = members.map(\.share)
        var priceOfShare: [Int: Int] = [:]
        for share in Set(own).sorted() {
          let count = own.count { $0 == share }
          priceOfShare[share] = price(
            "shares", [tier.name, String(share)] + block, lower: count, upper: count)
        }
        for group in members { take(group, of: tier.name, priceOfShare) }
      }
      let free = Dictionary(uniqueKeysWithValues: Set(shares).map { ($0, 0) })
      for group in isOpen { take(group, of: tier.name, free) }
    }
  }

  /// Lets a group's members pay, and gives the group the share that gains most.
  private mutating func take(_ group: Group, of tier: String, _ priceOfShare: [Int: Int]) {
    let price = price("share", [tier] + group.subjects, lower: 0, upper: 0)
    for member in group.members {
      if tier == "fairness-countries" {
        cohortGains[member] -= Int128(price)
      } else {
        hostGains[member] -= Int128(price)
      }
    }
    let gains = priceOfShare.compactMap { share, own -> Int128? in
      guard let counts = counts(of: group, reaching: share) else { return nil }
      let count = price > 0 ? counts.upperBound : counts.lowerBound
      return Int128(price) * Int128(count) - Int128(own)
    }
    guard let best = gains.max() else {
      isContradictory = true
      return
    }
    constant += best
  }

  /// The counts for which a group has a share, or nothing when there are none.
  private func counts(of group: Group, reaching share: Int) -> ClosedRange<Int>? {
    // The share is ⌊10,000 · n / whole⌋, at most 10,000.
    let least = (share * group.whole + 9_999) / 10_000
    let most =
      share >= 10_000
      ? group.most : min(group.most, ((share + 1) * group.whole + 9_999) / 10_000 - 1)
    return least <= most ? least...most : nil
  }

  private var countryGroups: [Group] {
    year.countries.indices.compactMap { country in
      let cohorts = cohorts(of: country)
      let places = cohorts.reduce(0) { $0 + year.cohorts[$1].places }
      guard places > 0 else { return nil }
      return Group(
        subjects: [year.countries[country].id], whole: places, most: year.applicants.count,
        members: cohorts, count: catalogue.plan.countryCounts[country])
    }
  }

  private var areaGroups: [Group] {
    var schools: [[String]: [Int]] = [:]
    for (index, school) in year.schools.enumerated() {
      schools[[year.countries[school.country].id, school.area], default: []].append(index)
    }
    return schools.map { subjects, members in
      Group(
        subjects: subjects, whole: members.count, most: members.count, members: members,
        count: members.count { catalogue.plan.hosts[$0] })
    }
  }
}
