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
  }

  /// Rows `share` and `shares` of the fairness goals that are held.
  ///
  /// A group's count times the group's price is put beside the plan; each group
  /// then has one of the held shares, whichever gains most, and each share is
  /// had as often as in the plan.
  mutating func priceShares() {
    for tier in held {
      guard let shares = tier.shares else { continue }
      let isCountries = tier.name == "fairness-countries"
      var priceOfShare: [Int: Int] = [:]
      for share in Set(shares).sorted() {
        let count = shares.count { $0 == share }
        priceOfShare[share] = price(
          "shares", [tier.name, String(share)], lower: count, upper: count)
      }
      for group in isCountries ? countryGroups : areaGroups {
        let price = price("share", [tier.name] + group.subjects, lower: 0, upper: 0)
        for member in group.members {
          if isCountries {
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
    }
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
        members: cohorts)
    }
  }

  private var areaGroups: [Group] {
    var schools: [[String]: [Int]] = [:]
    for (index, school) in year.schools.enumerated() {
      schools[[year.countries[school.country].id, school.area], default: []].append(index)
    }
    return schools.map { subjects, members in
      Group(subjects: subjects, whole: members.count, most: members.count, members: members)
    }
  }
}
