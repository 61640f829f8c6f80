// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Changes as little of a person as makes the person fit a seat of the plan.
  func fit(_ person: inout Applicant, to demand: Demand, random: inout SplitMix64) {
    setTrack(of: &person, to: demand.track)
    accept(demand.cohort, for: &person)
    free(&person, for: demand.cohort, random: &random)
    fitAge(of: &person, to: demand, random: &random)
    if !demand.housing.contains(person.sex) {
      person.sex = demand.housing.contains(.female) ? .female : .male
      let first = random.pick(person.sex == .female ? PersonNames.women : PersonNames.men)
      let family = person.name.prefix { $0 != " " }
      let familyKana = person.kana.prefix { $0 != " " }
      person.name = "\(family) \(first.kanji)"
      person.kana = "\(familyKana) \(first.kana)"
    }
    person.diet.removeAll { !demand.diets.contains($0) }
    person.medicalTier = min(person.medicalTier, demand.medicalTier)
    person.interviewScore = max(person.interviewScore, Shares.interviewFloor + random.below(30))
    let language = countries[demand.country].profile.language
    let least = demand.isLonely ? 2 : demand.language
    if max(person.level(in: "en"), person.level(in: language)) < least {
      person.languages[0].level = least
    }
    if !demand.mayBeFirstAbroad { person.tags.removeAll { $0 == Applicant.firstAbroadTag } }
    if demand.hasTaught, person.teachingYears == 0 { person.teachingYears = random.within(1...3) }
  }

  /// Sets a track and what comes with it.
  func setTrack(of person: inout Applicant, to track: String) {
    person.track = track
    if track.hasPrefix("prefecture:") {
      person.prefecture = String(track.dropFirst("prefecture:".count))
    }
    if track.hasPrefix("university:") {
      person.tags.removeAll { $0.hasPrefix("university:") }
      person.tags.append(track)
    }
  }

  /// Adds a cohort and its country to what a person accepts.
  func accept(_ cohort: Int, for person: inout Applicant) {
    if !person.cohorts.isEmpty, !person.cohorts.contains(cohort) {
      // Whoever applied to one call applied to this one instead.
      person.cohorts =
        outline.hasCalls
        ? cohorts.indices.filter { cohorts[$0].call == cohorts[cohort].call }
        : (person.cohorts + [cohort]).sorted()
    }
    let country = cohortCountries[cohort]
    guard !person.countryRanks.isEmpty, !person.countryRanks.joined().contains(country) else {
      return
    }
    let last = person.countryRanks.count - 1
    person.countryRanks[last] = (person.countryRanks[last] + [country]).sorted()
  }

  /// Moves the ends of a person's free time away from a cohort's dates.
  private func free(_ person: inout Applicant, for cohort: Int, random: inout SplitMix64) {
    let outline = cohorts[cohort]
    let first = min(
      outline.training?.lowerBound ?? outline.dispatch.lowerBound, outline.dispatch.lowerBound)
    let last = max(
      outline.training?.upperBound ?? outline.dispatch.upperBound, outline.dispatch.upperBound)
    if let from = person.availableFrom, from > first {
      person.availableFrom = first.adding(days: -random.below(60))
    }
    if let to = person.availableTo, to < last {
      person.availableTo = last.adding(days: random.below(90))
    }
  }

  /// Draws other birth dates until one fits; somebody of 30 always does.
  private func fitAge(of person: inout Applicant, to demand: Demand, random: inout SplitMix64) {
    let cohort = cohorts[demand.cohort]
    let start = cohort.dispatch.lowerBound
    func fits(_ birth: Day) -> Bool {
      let age = start.age(bornOn: birth)
      return cohort.births.contains(birth) && (demand.mayBeYoung || age >= Shares.youngBelow)
        && (demand.mayBeSenior || age < Shares.seniorFrom)
    }
    var tries = 0
    while !fits(person.birthDate), tries < 40 {
      let ages = Vocabulary.ages
      let age = random.within(ages[random.position(weights: ages.map(\.weight))].years)
      person.birthDate = Day.on(outline.fiscalYear - age, 7, 1).adding(days: -random.below(365))
      tries += 1
    }
    if !fits(person.birthDate) {
      let (year, month, day) = start.parts
      person.birthDate = Day.on(year - 30, month, day).adding(days: -random.below(300))
    }
    let age = start.age(bornOn: person.birthDate)
    person.teachingYears = min(person.teachingYears, max(0, age - 22))
  }
}
