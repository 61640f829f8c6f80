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
    switch seed % 12 {
    case 0: tieApart(&year)
    case 4: tieRotation(&year)
    case 8, 11: tieTravel(&year)
    case 2: tieMedical(&year)
    case 6: tieTogether(&year)
    case 10: tieTrack(&year)
    default: break
    }
    year.objective = [.penalties]
    return year
  }

  private static func standing(_ random: inout SplitMix64) -> Standing {
    Standing(
      isLaw: random.pick([nil, nil, false, false, true]), cost: random.pick([1, 1, 2, 5]))
  }

  /// Pins somebody, who is not pinned or forbidden anything else.
  private static func pin(_ applicant: Int, to place: Pin.Place, in year: inout ProgrammeYear) {
    year.pins.removeAll { $0.applicant == applicant && $0.kind != .prefer }
    year.pins.append(Pin(applicant: applicant, place: place, kind: .pin))
  }

  /// Pins two who must be apart to two schools of one city.
  private static func tieApart(_ year: inout ProgrammeYear) {
    guard year.applicants.count > 1,
      let second = year.schools.indices.dropFirst().first(where: {
        year.schools[$0].country == year.schools[0].country
      })
    else { return }
    for school in [0, second] { year.schools[school].city = "Knot" }
    year.applicants[0].apartFrom = [1]
    pin(0, to: .school(0), in: &year)
    pin(1, to: .school(second), in: &year)
  }

  /// Pins somebody to a school that has to pause.
  private static func tieRotation(_ year: inout ProgrammeYear) {
    year.schools[0].yearsRunning = year.rules.rotation.maximumYearsRunning
    year.schools[0].lastHostedYear = year.fiscalYear - 1
    pin(0, to: .school(0), in: &year)
  }

  /// Pins somebody who needs care to a school without any.
  private static func tieMedical(_ year: inout ProgrammeYear) {
    year.schools[0].medicalTier = 0
    year.applicants[0].medicalTier = 5
    pin(0, to: .school(0), in: &year)
  }

  /// Pins one of two who go together, and lets the other go nowhere.
  private static func tieTogether(_ year: inout ProgrammeYear) {
    guard year.applicants.count > 1 else { return }
    pin(0, to: .anywhere, in: &year)
    year.applicants[0].togetherWith = [1]
    year.pins.removeAll { $0.applicant == 1 }
    year.pins.append(Pin(applicant: 1, place: .anywhere, kind: .forbid))
  }

  /// Asks for people of a track that nobody came by.
  private static func tieTrack(_ year: inout ProgrammeYear) {
    year.cohorts[0].tracks = [TrackQuota(key: "nobody", min: 1, max: 2)]
  }

  /// Pins somebody to a bundle whose schools lie too far from each other.
  private static func tieTravel(_ year: inout ProgrammeYear) {
    guard
      let second = year.schools.indices.dropFirst().first(where: {
        year.schools[$0].country == year.schools[0].country
          && year.schools[$0].position != year.schools[0].position
      })
    else { return }
    year.givenPosts = [Post(id: "knot", schools: [0, second])]
    year.rules.travel.maximumMetres = 0
    year.pins = []
    pin(0, to: .post("knot"), in: &year)
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
