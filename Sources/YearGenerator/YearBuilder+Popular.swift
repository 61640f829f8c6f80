// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

/// What the crowd of a popular year goes for.
enum Crowd {
  /// Countries by the order in which it wants them; a year has some of them.
  static let countries = ["TWN", "THA", "MYS", "VNM", "IDN"]
  /// How many of them it ranks at most.
  static let rankedCountries = 3
  /// Applicants who would also go to any other country, in a hundred.
  static let anywherePercent = 60
  static let skills = ["calligraphy", "kimono", "tea-ceremony"]
  static let prefectures = ["Kanagawa", "Osaka", "Tokyo"]
  /// Schools of one city that people ask for by name.
  static let schoolsOfCity = 5
  /// Applicants who do, in a hundred.
  static let askPercent = 30
}

extension YearBuilder {
  /// The crowd's countries that the year has, the most wanted first; never
  /// empty.
  var favourites: [Int] {
    let found = Crowd.countries.compactMap { id in countries.firstIndex { $0.profile.id == id } }
    return found.isEmpty ? [0] : Array(found.prefix(Crowd.rankedCountries))
  }

  /// Makes schools want the same and need a partner alike.
  ///
  /// What rules look at stays as it was.
  mutating func makeSchoolsAlike() {
    var random = stream(.crowd)
    for index in schools.indices {
      let isLarge = schools[index].japaneseHours >= 10
      schools[index].skillsWanted = random.sample(random.within(1...2), of: Crowd.skills).sorted()
      schools[index].learners = isLarge ? 200 : 100
      schools[index].japaneseTeachers = isLarge ? 2 : 1
      schools[index].teacherLevel = random.chance(percent: 70) ? .n4 : .n3
      if schools[index].tags.contains(where: { $0.hasPrefix("sister:") }) {
        schools[index].tags.removeAll { $0.hasPrefix("sister:") }
        schools[index].tags.append("sister:" + random.pick(Crowd.prefectures))
        schools[index].tags.sort()
      }
    }
  }

  /// Gives a person the wishes and the attributes of the crowd.
  ///
  /// Interviews are graded well above the floor, so that fitting the person to
  /// a seat keeps the grade.
  func followCrowd(_ person: inout Applicant, random: inout SplitMix64) {
    person.cohorts = []
    let order = random.chance(percent: 80) ? favourites : random.shuffled(favourites)
    person.countryRanks = order.map { [$0] }
    let others = countries.indices.filter { !order.contains($0) }
    if !others.isEmpty, random.chance(percent: Crowd.anywherePercent) {
      person.countryRanks.append(others)
    }
    person.interviewScore = [70, 75, 80][random.position(weights: [30, 50, 20])]
    person.skills = [random.pick(Crowd.skills)]
    person.languages = [LanguageSkill(code: "en", level: random.chance(percent: 85) ? 3 : 2)]
    if random.chance(percent: 90) { person.prefecture = random.pick(Crowd.prefectures) }
    if random.chance(percent: 90) { person.teachingYears = 0 }
  }

  /// Wishes for a handful of schools in the largest city of each favourite, of
  /// people about whom no other row of `pins.csv` speaks.
  func crowdPins(beside others: [Pin]) -> [Pin] {
    var random = stream(.crowdPins)
    let named = Set(others.map(\.applicant))
    let wanted = favourites.flatMap(schoolsInLargestCity)
    guard !wanted.isEmpty else { return [] }
    var asking: [Pin] = []
    for rank in persons.indices
    where random.chance(percent: Crowd.askPercent) && !named.contains(rank) {
      asking.append(
        Pin(
          applicant: rank, place: .school(random.pick(wanted)), kind: .prefer,
          reason: "wants the city"))
    }
    return asking
  }

  /// The first schools of the city that has most of them, the first city among
  /// equals.
  private func schoolsInLargestCity(of country: Int) -> [Int] {
    let own = schools.indices.filter { schools[$0].country == country }
    var sizes: [String: Int] = [:]
    for school in own { sizes[schools[school].city, default: 0] += 1 }
    let most = sizes.values.max() ?? 0
    guard let city = own.lazy.map({ schools[$0].city }).first(where: { sizes[$0] == most })
    else { return [] }
    return Array(own.filter { schools[$0].city == city }.prefix(Crowd.schoolsOfCity))
  }
}
