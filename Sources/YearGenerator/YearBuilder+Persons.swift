// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Draws the partners of the plan, then everybody else.
  mutating func makePersons() {
    var random = stream(.partners)
    for demand in demands {
      var person = draw(&random)
      if outline.shape == .popular { followCrowd(&person, random: &random) }
      fit(&person, to: demand, random: &random)
      if outline.shape == .tight {
        teachLanguage(&person, of: demand.country, random: &random)
      }
      persons.append(person)
    }
    var others = stream(.others)
    let tracks = trackLottery()
    while persons.count < outline.applicants {
      var person = draw(&others)
      if outline.shape == .popular { followCrowd(&person, random: &others) }
      chooseTrack(of: &person, from: tracks, random: &others)
      persons.append(person)
    }
  }

  /// Gives everybody a random place in the list, so that identifiers do not tell
  /// who is in the plan.
  mutating func orderPersons() {
    var random = stream(.order)
    ranks = random.shuffled(Array(persons.indices))
    let width = digits(for: persons.count, least: 4)
    for index in persons.indices {
      persons[index].id = "A" + padded(ranks[index] + 1, to: width)
    }
  }

  /// A person who asks for nothing and offers something.
  private func draw(_ random: inout SplitMix64) -> Applicant {
    let ages = Vocabulary.ages
    let band = ages[random.position(weights: ages.map(\.weight))].years
    let age = random.within(band)
    let birth = Day.on(outline.fiscalYear - age, 7, 1).adding(days: -random.below(365))
    var person = Applicant(id: "", birthDate: birth)
    person.sex =
      switch random.below(100) {
      case 0..<62: .female
      case 62..<98: .male
      default: .unspecified
      }
    name(&person, random: &random)
    person.prefecture =
      Vocabulary.prefectures[random.position(weights: Vocabulary.prefectureWeights)]
    person.languages = languages(&random)
    person.skills = random.sample(random.within(1...4), of: Vocabulary.skills).sorted()
    let teaching = [0...0, 1...3, 4...10, 11...35][random.position(weights: [60, 22, 12, 6])]
    person.teachingYears = min(random.within(teaching), max(0, age - 22))
    person.earlierDispatches = [0, 1, 2][random.position(weights: [95, 4, 1])]
    person.medicalTier = [0, 1, 2, 3, 4][random.position(weights: [60, 20, 12, 6, 2])]
    if random.chance(percent: 4) { person.diet.append("halal") }
    if random.chance(percent: 6) { person.diet.append("vegetarian") }
    person.interviewScore = 30 + random.below(36) + random.below(36)
    person.tags = [Vocabulary.syntheticTag]
    if person.earlierDispatches == 0, random.chance(percent: 25) {
      person.tags.append(Applicant.firstAbroadTag)
    }
    if random.chance(percent: 4) {
      person.tags.append("sister-city:" + random.pick(Vocabulary.sisterCities))
    }
    if random.chance(percent: 5) {
      person.tags.append("university:" + random.pick(Vocabulary.universities))
    }
    chooseCountries(of: &person, random: &random)
    chooseDates(of: &person, random: &random)
    return person
  }

  private func name(_ person: inout Applicant, random: inout SplitMix64) {
    let family = random.pick(PersonNames.surnames)
    let first: PersonNames.Name =
      switch person.sex {
      case .female: random.pick(PersonNames.women)
      case .male: random.pick(PersonNames.men)
      case .unspecified: random.pick(PersonNames.women + PersonNames.men)
      }
    person.name = family.kanji + " " + first.kanji
    person.kana = family.kana + " " + first.kana
  }

  /// English for everybody, the language of a country for some.
  private func languages(_ random: inout SplitMix64) -> [LanguageSkill] {
    var skills = [
      LanguageSkill(code: "en", level: 1 + random.position(weights: [12, 33, 33, 15, 7]))
    ]
    if random.chance(percent: 18) {
      let code = random.pick(countries).profile.language
      if code != "en" {
        skills.append(
          LanguageSkill(code: code, level: 1 + random.position(weights: [40, 30, 20, 10])))
      }
    }
    return skills
  }

  /// Ticks countries, mostly without a ranking, and sometimes cohorts.
  private func chooseCountries(of person: inout Applicant, random: inout SplitMix64) {
    if outline.hasCalls {
      person.cohorts = cohortsOfCalls(&random)
    } else if cohorts.count > 1, random.chance(percent: 20) {
      person.cohorts = cohorts.indices.filter { _ in random.chance(percent: 60) }
    }
    let offered =
      person.cohorts.isEmpty
      ? Array(countries.indices) : Array(Set(person.cohorts.map { cohortCountries[$0] })).sorted()
    guard !random.chance(percent: 15) else { return }
    var accepted = offered.filter { _ in random.chance(percent: outline.acceptPercent) }
    if accepted.isEmpty { accepted = [random.pick(offered)] }
    person.countryRanks = [accepted]
    if accepted.count > 1, random.chance(percent: 15) {
      let order = random.shuffled(accepted)
      person.countryRanks = [[order[0]], order.dropFirst().sorted()]
    }
  }

  /// The cohorts of one call, or of two at once.
  private func cohortsOfCalls(_ random: inout SplitMix64) -> [Int] {
    let first = cohorts[random.position(weights: cohorts.map(\.places))].call
    let second = random.chance(percent: 15) ? random.pick(cohorts).call : first
    return cohorts.indices.filter { [first, second].contains(cohorts[$0].call) }
  }

  private func chooseDates(of person: inout Applicant, random: inout SplitMix64) {
    let year = outline.fiscalYear
    if random.chance(percent: 50) {
      person.availableFrom = Day.on(year - 1, 8 + random.below(11), 1)
    }
    if random.chance(percent: 40) {
      person.availableTo = Day.end(year + 1, 2 + random.below(11))
    }
  }

  /// Quotas of tracks with their cohorts, one entry for each place.
  private func trackLottery() -> [(cohort: Int, key: String)] {
    cohorts.indices.flatMap { cohort in
      tracks[cohort].flatMap { quota in
        Array(repeating: (cohort: cohort, key: quota.key), count: quota.max)
      }
    }
  }

  /// Lets about three people apply for each place of a track.
  private func chooseTrack(
    of person: inout Applicant, from lottery: [(cohort: Int, key: String)],
    random: inout SplitMix64
  ) {
    let others = outline.applicants - demands.count
    guard !lottery.isEmpty,
      random.below(max(1, others)) < min(lottery.count * 2, others / 6)
    else { return }
    let (cohort, key) = random.pick(lottery)
    setTrack(of: &person, to: Self.track(for: key, random: &random))
    accept(cohort, for: &person)
  }
}
