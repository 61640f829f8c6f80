// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport

/// Makes small years in which what is asked for goes beyond what the rules allow.
enum InfeasibleYear {
  /// A random small year with its rules hard and more asked for than usual, which may or
  /// may not have a plan.
  static func candidate(seed: UInt64) -> ProgrammeYear {
    var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ 11)
    var year = randomSmallYear(seed: seed, leafLimit: 400).year
    for rule in Rule.allCases where !rule.isStructural {
      if year.rules[rule] != .off || random.chance(70) { year.rules.strictness[rule] = .hard }
      year.rules.standings[rule] = standing(&random)
    }
    for index in year.rules.quotas.indices {
      year.rules.quotas[index].strictness = .hard
      year.rules.quotas[index].standing = standing(&random)
    }
    for index in year.rules.criteria.indices {
      year.rules.criteria[index].strictness = .hard
      year.rules.criteria[index].standing = standing(&random)
    }
    ask(of: &year, &random)
    year.objective = [.penalties]
    return year
  }

  private static func standing(_ random: inout SplitMix64) -> Standing {
    Standing(
      isLaw: random.pick([nil, nil, false, false, true]), cost: random.pick([1, 1, 2, 5]))
  }

  /// Asks for partners: in a country, of a kind, or one by name.
  private static func ask(of year: inout ProgrammeYear, _ random: inout SplitMix64) {
    if random.chance(60) {
      let country = random.below(year.countries.count)
      let least = random.integer(in: 1...4)
      year.countries[country].min = least
      if let most = year.countries[country].max {
        year.countries[country].max = max(most, least)
      }
    }
    if random.chance(40), let applicant = year.applicants.indices.randomElement(using: &random),
      let school = year.schools.indices.randomElement(using: &random)
    {
      year.pins.removeAll { $0.applicant == applicant && $0.kind != .prefer }
      year.pins.append(
        Pin(
          applicant: applicant, place: random.chance(50) ? .anywhere : .school(school),
          kind: random.chance(50) ? .pin : .announced))
    }
    for (index, cohort) in year.cohorts.enumerated() where random.chance(25) {
      for track in cohort.tracks.indices {
        let most = cohort.tracks[track].max
        year.cohorts[index].tracks[track].min = min(most, random.integer(in: 1...2))
      }
    }
  }
}
