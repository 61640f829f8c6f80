// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Partners of a tight year's plan who are taught the country's language, in a
  /// hundred; among all applicants they are rare.
  private static let speakingPercent = 25

  /// Lets some partners of the plan speak the language of their country, so that
  /// a minimum of such people is hard to reach.
  func teachLanguage(_ person: inout Applicant, of country: Int, random: inout SplitMix64) {
    let code = countries[country].profile.language
    let level = random.within(1...3)
    guard random.chance(percent: Self.speakingPercent),
      !person.languages.contains(where: { $0.code == code })
    else { return }
    person.languages.append(LanguageSkill(code: code, level: level))
  }

  /// Draws every limit of a year as close to its plan as the plan allows.
  ///
  /// A maximum is what the plan uses; a minimum is at most a twentieth below.
  func tighten(_ year: inout ProgrammeYear) {
    let seats = demands.indices.map { index in
      Seat(demand: demands[index], person: persons[index])
    }
    for index in year.countries.indices {
      let used = seats.count { $0.demand.country == index }
      let cost = year.countries[index].costPerPartner
      year.countries[index].min = Self.least(used)
      year.countries[index].max = used
      year.countries[index].budget = cost * Int64(used)
    }
    for index in year.cohorts.indices {
      let own = seats.filter { $0.demand.cohort == index }
      year.cohorts[index].places = own.count
      year.cohorts[index].tracks = year.cohorts[index].tracks.map { quota in
        let used = own.count { quota.covers($0.person.track) }
        return TrackQuota(key: quota.key, min: Self.least(used), max: used)
      }
    }
    year.rules.budget.total = demands.reduce(Int64(0)) { $0 + countries[$1.country].cost }
    year.rules.quotas += areaQuotas(seats) + countryQuotas(seats) + cohortQuotas(seats)
  }

  /// A seat of the plan and who takes it.
  private struct Seat {
    var demand: Demand
    var person: Applicant
  }

  /// The minimum that belongs to so many partners of the plan.
  private static func least(_ used: Int) -> Int {
    used - used / 20
  }

  /// A quota that holds a number of placements near that of the plan.
  private static func band(
    _ id: String, _ conditions: [Selector.Condition], around used: Int
  ) -> QuotaRule {
    QuotaRule(
      id: id, select: Selector(conditions: conditions), minimum: least(used), maximum: used)
  }

  /// How many go to each area.
  private func areaQuotas(_ seats: [Seat]) -> [QuotaRule] {
    countries.indices.flatMap { country in
      let id = countries[country].profile.id
      let areas = Set(schools.lazy.filter { $0.country == country }.map(\.area)).sorted()
      return areas.enumerated().map { position, area in
        Self.band(
          "area-\(id)-\(position + 1)",
          [.init(.postCountry, .among([id])), .init(.postArea, .among([area]))],
          around: seats.count { $0.demand.country == country && $0.demand.area == area })
      }
    }
  }

  /// How many of a country's partners live where only women or only men may,
  /// are young, or speak its language.
  private func countryQuotas(_ seats: [Seat]) -> [QuotaRule] {
    countries.indices.flatMap { country -> [QuotaRule] in
      let profile = countries[country].profile
      let own = seats.filter { $0.demand.country == country }
      let here = Selector.Condition(.postCountry, .among([profile.id]))
      func housing(_ seat: Seat) -> Housing {
        schools[units[openPosts[seat.demand.openPost].unit].schools[0]].housing
      }
      let housed = [Housing.women, .men].map { kind in
        Self.band(
          "housing-\(kind.rawValue)-\(profile.id)",
          [here, .init(.postHousing, .among([kind.rawValue]))],
          around: own.count { housing($0) == kind })
      }
      let young = Self.band(
        "young-\(profile.id)", [here, .init(.applicantAge, .range(nil, Shares.youngBelow - 1))],
        around: own.count { seat in
          let start = cohorts[seat.demand.cohort].dispatch.lowerBound
          return start.age(bornOn: seat.person.birthDate) < Shares.youngBelow
        })
      let speaking = own.count { seat in
        seat.person.languages.contains { $0.code == profile.language }
      }
      guard speaking > 0 else { return housed + [young] }
      let language = QuotaRule(
        id: "language-\(profile.id)",
        select: Selector(conditions: [
          here, .init(.applicantLanguages, .among([profile.language])),
        ]),
        minimum: speaking)
      return housed + [young, language]
    }
  }

  /// How many of a cohort are women.
  private func cohortQuotas(_ seats: [Seat]) -> [QuotaRule] {
    cohorts.indices.map { cohort in
      Self.band(
        "women-\(cohort + 1)",
        [
          .init(.cohortId, .among([cohorts[cohort].id])),
          .init(.applicantSex, .among([Sex.female.rawValue])),
        ],
        around: seats.count { $0.demand.cohort == cohort && $0.person.sex == .female })
    }
  }
}
