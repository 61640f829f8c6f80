// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension RandomYearBuilder {
  // MARK: - Schools and posts

  mutating func addSchools() {
    let count = random.integer(in: 3...6)
    let mayShareSeats = random.chance(40)
    for index in 0..<count {
      var school = School(
        id: "S\(index + 1)", country: random.below(year.countries.count), position: position())
      school.area = random.pick(["north", "south"])
      school.city = random.pick(has(.apart) ? ["Aa", "Aa", "Aa", "Bb"] : ["Aa", "Bb", "Cc"])
      school.level = random.pick(["primary", "upper"])
      school.learners = random.pick([10, 40, 100, 300])
      school.japaneseTeachers = random.below(3)
      school.japaneseHours = has(.hours) ? random.integer(in: 2...7) : random.integer(in: 6...8)
      school.teacherLevel = random.pick(TeacherLevel.allCases)
      if has(.housing) { school.housing = random.pick(Housing.allCases) }
      if has(.medical) { school.medicalTier = random.integer(in: 0...2) }
      school.isRemote = random.chance(35)
      school.skillsWanted = random.some(of: ["go", "tea", "judo"], percent: 35)
      if has(.diet) { school.dietAvailable = random.some(of: ["halal", "vegan"], percent: 45) }
      if random.chance(60) {
        school.lastHostedYear = random.pick([2019, 2022, 2024, 2025, 2025])
        school.yearsRunning =
          school.lastHostedYear == 2025 ? random.integer(in: 1...4) : random.below(4)
        if !has(.rotation) { school.yearsRunning = min(school.yearsRunning, 2) }
        school.isRenewal = random.chance(60)
      }
      if random.chance(20) { school.cohorts = ownCohorts(school.country) }
      school.priority = random.pick([1, 1, 2, 3])
      if mayShareSeats, random.chance(50) {
        school.seatsMin = random.integer(in: 1...2)
        school.seatsMax = school.seatsMin + random.below(2)
      }
      school.tags = random.some(
        of: ["sister:Akita", "university:APU", "sister-city:Nara", "pilot"], percent: 20)
      year.schools.append(school)
    }
    year.bundles.maximumSchools = random.pick(
      has(.travel) || has(.hours) ? [2, 2, 3] : [1, 1, 2, 2, 3])
    year.bundles.outerMetres = someDistance(or: 25_000)
  }

  /// A place on a coarse grid; a step is about eleven kilometres.
  private mutating func position() -> GeoPoint {
    GeoPoint(
      latitude: Double(random.below(3)) / 10, longitude: 100 + Double(random.below(3)) / 10)
  }

  /// The exact distance of two schools, to meet a limit to the metre.
  mutating func someDistance(or other: Int) -> Int {
    guard random.chance(60) else { return other }
    let (one, two) = (random.pick(year.schools), random.pick(year.schools))
    let metres = one.position.metres(to: two.position)
    return metres == 0 ? other : metres - (random.chance(25) ? 1 : 0)
  }

  private mutating func ownCohorts(_ country: Int) -> [Int] {
    let own = year.cohorts.indices.filter { year.cohorts[$0].country == country }
    return random.some(of: own, percent: 60)
  }

  /// Posts as if from `posts.csv`; some overlap, some have two or three seats.
  mutating func addGivenPosts() {
    guard random.chance(30) else { return }
    var posts: [Post] = []
    for index in 0..<random.integer(in: 2...6) {
      let base = random.below(year.schools.count)
      let others = year.schools.indices.filter {
        $0 != base && year.schools[$0].country == year.schools[base].country
      }
      var schools = [base]
      for other in random.some(of: others, percent: 25) where schools.count < 3 {
        schools.append(other)
      }
      let least = random.pick([1, 1, 1, 2])
      posts.append(
        Post(
          id: "P\(index + 1)", schools: schools, seatsMin: least,
          seatsMax: least + random.below(2)))
    }
    year.givenPosts = posts
  }

  // MARK: - Applicants

  mutating func addApplicants() {
    let count = random.pick([3, 4, 5, 5, 6, 6])
    for index in 0..<count {
      var applicant = Applicant(
        id: "A\(index + 1)", sex: random.pick([.female, .male, .female, .male, .unspecified]),
        birthDate: random.pick(birthDays))
      applicant.prefecture = random.pick(["", "Akita", "Nara"])
      if has(.trackQuota) {
        applicant.track = random.pick([
          "open", "prefecture:Akita", "prefecture:Nara", "university:APU",
        ])
      }
      if random.chance(has(.countryAccepted) ? 75 : 30) { rankCountries(&applicant) }
      if has(.countryAccepted), random.chance(40) {
        applicant.cohorts = random.some(of: Array(year.cohorts.indices), percent: 50)
      }
      applicant.languages = languages()
      applicant.skills = random.some(of: ["go", "tea", "judo"], percent: 40)
      applicant.teachingYears = random.pick([0, 0, 1, 3])
      applicant.earlierDispatches = random.pick([0, 0, 1, 2])
      if has(.medical) { applicant.medicalTier = random.integer(in: 0...2) }
      if has(.diet) { applicant.diet = random.some(of: ["halal", "vegan"], percent: 35) }
      applicant.interviewScore = random.pick([0, 50, 50, 80])
      applicant.tags = random.some(
        of: [Applicant.firstAbroadTag, "university:APU", "sister-city:Nara"], percent: 25)
      if has(.availability), random.chance(60) { limitDays(&applicant) }
      year.applicants.append(applicant)
    }
    for index in year.applicants.indices {
      let others = year.applicants.indices.filter { $0 != index }
      if has(.together), random.chance(30) {
        year.applicants[index].togetherWith = [random.pick(others)]
      }
      if has(.apart), random.chance(45) { year.applicants[index].apartFrom = [random.pick(others)] }
    }
  }

  /// Ranks some or all countries, perhaps two as equals.
  private mutating func rankCountries(_ applicant: inout Applicant) {
    var countries = Array(year.countries.indices)
    if countries.count == 2, random.chance(50) { countries.reverse() }
    let isNarrow = has(.countryAccepted) && random.chance(75)
    if countries.count == 2, isNarrow { countries.removeLast() }
    applicant.countryRanks =
      random.chance(25) ? [countries] : countries.map { [$0] }
  }

  private mutating func languages() -> [LanguageSkill] {
    guard has(.language) || has(.companions) else {
      return [LanguageSkill(code: "en", level: random.integer(in: 2...4))]
    }
    return ["en", "ms", "th"].compactMap { code in
      let level = random.below(4)
      return level == 0 ? nil : LanguageSkill(code: code, level: level)
    }
  }

  /// Free days that begin or end with, or a day inside, a cohort's.
  private mutating func limitDays(_ applicant: inout Applicant) {
    let cohort = random.pick(year.cohorts)
    let firsts = [cohort.dispatchStart, cohort.predeparture?.lowerBound ?? cohort.dispatchStart]
    if random.chance(70) {
      applicant.availableFrom = random.pick(firsts).adding(days: random.below(2))
    }
    if random.chance(60) {
      applicant.availableTo = cohort.dispatchEnd.adding(days: -random.below(2))
    }
  }
}
