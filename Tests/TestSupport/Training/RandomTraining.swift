// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A year of up to six delegations, two cohorts, four courses and two sites, with
/// some training rules made to bind and the others left alone.
///
/// The same seed gives the same year. When it has more than `leafLimit` plans,
/// delegations accept fewer courses, courses begin on fewer days, then delegations
/// are taken away, until it has not.
package func randomSmallTraining(seed: UInt64, leafLimit: Int = 4_000) -> SmallTraining {
  var builder = RandomTrainingBuilder(seed: seed)
  builder.build(leafLimit: leafLimit)
  return builder.small
}

/// Builds one year part by part.
///
/// A rule among the `themes` gets data that make it bind; the data of the other
/// rules are harmless, or the rule is off.
struct RandomTrainingBuilder {
  var random: SplitMix64
  var themes: Set<TrainingRule> = []
  var small = SmallTraining(
    ProgrammeYear(
      title: "random", fiscalYear: 2026, countries: [], cohorts: [], schools: [],
      applicants: []),
    hosting: HostingFacts(partners: [], cohortsOfSchool: nil))

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 0x9E6C_63D0_876A_46C7 &+ 11)
  }

  func has(_ rule: TrainingRule) -> Bool { themes.contains(rule) }

  mutating func build(leafLimit: Int) {
    // What was announced comes last, so that other years stay what they are.
    let optional = TrainingRule.allCases.filter { !$0.isStructural && $0 != .announced }
    themes = Set(random.some(of: optional, percent: random.pick([15, 30, 45])))
    addCountries()
    addSites()
    addCohorts()
    addSchools()
    addCourses()
    addCalendars()
    addDelegations()
    addHosting()
    addRules()
    if BestTraining.leaves(of: small, upTo: leafLimit) == 0 { free() }
    while BestTraining.leaves(of: small, upTo: leafLimit) > leafLimit { narrow() }
    addEarlierSessions()
    addAnnouncedSessions()
  }

  // MARK: - Days

  /// The Monday so many weeks after 1 June 2026, and days more.
  func monday(_ week: Int, plus days: Int = 0) -> Day {
    Day(iso: "2026-06-01")?.adding(days: 7 * week + days) ?? Day(number: 0)
  }

  /// Two to six days on end about the time of the sessions.
  mutating func someDays() -> ClosedRange<Day> {
    let first = monday(random.below(5), plus: random.below(7))
    return first...first.adding(days: random.below(6))
  }

  // MARK: - Countries, sites, cohorts, schools

  private mutating func addCountries() {
    for index in 0..<random.pick([1, 2, 2]) {
      var country = Country(id: ["MYS", "THA"][index], language: ["ms", "th"][index])
      country.fares = Fares(
        usual: Int64(random.pick([0, 40_000, 55_500])),
        ofMonth: random.chance(50) ? [6: Int64(random.pick([10_001, 90_000]))] : [:])
      small.year.countries.append(country)
    }
  }

  private mutating func addSites() {
    for index in 0..<random.pick([1, 1, 2]) {
      var site = Site(
        id: ["kansai", "urawa"][index], beds: 60, classrooms: 60,
        classSize: random.integer(in: 1...3), twinRooms: 20)
      if has(.beds) {
        site.twinRooms = random.below(5)
        site.beds = 2 * site.twinRooms + random.below(8)
      }
      if has(.classrooms) { site.classrooms = random.integer(in: 1...4) }
      if has(.lecturers) {
        for language in ["ja", "ms", "th"] where random.chance(70) {
          site.lecturers.append(
            LecturerCount(language: language, classes: random.integer(in: 1...3)))
        }
      }
      if has(.closures) { site.closed = [someDays()] }
      if !has(.diet) || random.chance(50) { site.diets.append("halal") }
      if !has(.diet) || random.chance(50) { site.diets.append("vegan") }
      small.year.sites.append(site)
      guard has(.beds) || has(.classrooms), random.chance(60) else { continue }
      let twins = random.below(3)
      small.year.siteBookings.append(
        SiteBooking(
          site: index, days: someDays(), beds: has(.beds) ? 2 * twins + random.below(6) : 0,
          classrooms: has(.classrooms) ? random.below(3) : 0,
          twinRooms: has(.beds) ? twins : 0))
    }
  }

  private mutating func addCohorts() {
    for index in 0..<random.pick([1, 1, 2]) {
      let start = monday(random.pick([2, 3, 4, 8]), plus: random.below(3))
      var cohort = Cohort(
        id: "C\(index + 1)", country: random.below(small.year.countries.count),
        places: random.integer(in: 1...4), dispatchStart: start,
        dispatchEnd: start.adding(days: random.pick([40, 80, 200])))
      if random.chance(has(.predepartureGap) ? 95 : 65) {
        let first = monday(random.below(2), plus: random.below(3))
        cohort.predeparture = first...first.adding(days: random.integer(in: 6...16))
        if random.chance(25) {
          cohort.predepartureSite = random.below(small.year.sites.count)
        }
      }
      small.year.cohorts.append(cohort)
    }
  }

  private mutating func addSchools() {
    for index in 0..<random.integer(in: 2...4) {
      small.year.schools.append(
        School(
          id: "S\(index + 1)", country: index % small.year.countries.count,
          area: random.pick(["north", "south"]), position: GeoPoint(latitude: 0, longitude: 0),
          japaneseTeachers: has(.oneTeacherAway) ? random.integer(in: 1...4) : 60,
          lastHostedYear: has(.hostSchool) ? random.pick([nil, nil, 2024, 2025]) : 2025))
    }
  }

  // MARK: - Courses

  private mutating func addCourses() {
    add(course: "A-partners", .partners)
    for id in ["B-teachers", "C-teachers"].prefix(random.integer(in: 1...2)) {
      add(course: id, .teachers)
    }
    if random.chance(70) { add(course: "D-students", .students) }
  }

  private mutating func add(course id: String, _ trainee: Trainee) {
    var course = Course(
      id: id, trainee: trainee, days: random.pick([2, 3, 4, 5, 8]), sizeMin: 1, sizeMax: 40,
      language: random.pick(["ja", "ja", ""]))
    let first = monday(random.below(3), plus: random.below(3))
    let weeks = random.below(3)
    course.from = first
    course.to = first.adding(days: course.days - 1 + 7 * weeks + random.below(7))
    if trainee != .partners || random.chance(60) {
      course.startWeekdays = [first.weekday]
      if random.chance(25) { course.startWeekdays.append(random.pick(Weekday.allCases)) }
    }
    if random.chance(30) { course.sites = [random.below(small.year.sites.count)] }
    if trainee != .partners, random.chance(15) {
      course.countries = [random.below(small.year.countries.count)]
    }
    if has(.sessionSize) {
      course.sizeMin = random.integer(in: 1...4)
      course.sizeMax = course.sizeMin + random.below(5)
      course.sessionsMax = random.pick([nil, 1, 2])
    }
    if has(.levelBand) { course.levelBand = random.pick([nil, 0, 1, 2]) }
    if random.chance(15) { course.levelMin = .n5 }
    if random.chance(15) { course.levelMax = .n3 }
    if has(.mix) { course.mix = random.pick([.any, .one, .atLeast(2)]) }
    if has(.countrySpacing), random.chance(85) {
      course.mix = .one
      course.sizeMax = random.integer(in: 2...3)
      course.sizeMin = 1
    }
    course.sharesRooms = random.chance(60)
    if has(.classrooms) || has(.lecturers) { course.classSize = random.pick([nil, 1, 2]) }
    if has(.leaders), trainee == .students { course.studentsPerLeader = random.integer(in: 0...2) }
    course.visitsSchools = has(.japanSchoolsOpen) && random.chance(70)
    course.costPerDay = Int64(random.pick([0, 1_500, 3_333]))
    course.costPerSession = Int64(random.pick([0, 70_000, 120_001]))
    small.year.training.courses.append(course)
  }

  private mutating func addCalendars() {
    func entry(_ country: String, _ kind: CalendarEntry.Kind) -> CalendarEntry {
      CalendarEntry(country: country, name: "days", kind: kind, days: someDays())
    }
    for _ in 0..<random.below(4) + (has(.calendars) ? 1 : 0) {
      var entry = entry(
        random.pick(["JPN"] + small.year.countries.map(\.id)), random.pick([.festival, .exam]))
      if has(.calendars) {
        entry.blocks = random.some(of: Trainee.allCases, percent: 70)
        entry.days = entry.days.lowerBound...entry.days.upperBound.adding(days: random.below(10))
      }
      entry.avoids = random.some(of: [.teachers, .students], percent: 50)
      if random.chance(30) { entry.areas = [random.pick(["north", "south"])] }
      small.year.training.calendars.append(entry)
    }
    if has(.japanSchoolsOpen) {
      small.year.training.calendars.append(entry(CalendarEntry.japan, .schoolBreak))
    }
  }

  /// Takes some of the plans away.
  private mutating func narrow() {
    let wide = small.year.training.courses.indices.filter {
      let course = small.year.training.courses[$0]
      guard course.trainee != .partners, let from = course.from, let to = course.to else {
        return false
      }
      return to.number - from.number - course.days + 1 >= 7
    }
    let open = small.year.training.delegations.indices.filter { index in
      let delegation = small.year.training.delegations[index]
      return delegation.courses.isEmpty
        && small.year.training.courses.count { $0.trainee == delegation.trainee } > 1
    }
    if !open.isEmpty, random.chance(60) {
      let index = random.pick(open)
      let trainee = small.year.training.delegations[index].trainee
      small.year.training.delegations[index].courses = [
        random.pick(
          small.year.training.courses.indices.filter {
            small.year.training.courses[$0].trainee == trainee
          })
      ]
    } else if !wide.isEmpty, random.chance(60) {
      let index = random.pick(wide)
      let course = small.year.training.courses[index]
      small.year.training.courses[index].to = course.to?.adding(days: -7)
    } else if small.year.training.delegations.count > 3 || wide.isEmpty && open.isEmpty {
      _ = small.year.training.delegations.popLast()
    }
  }

  /// Asks no training of cohorts that no session can take, mostly.
  private mutating func free() {
    guard random.chance(85) else { return }
    let oracle = TrainingOracle(small)
    for index in small.year.cohorts.indices
    where oracle.acceptedSessions(of: .cohort(index)).isEmpty || random.chance(50) {
      small.year.cohorts[index].predeparture = nil
    }
  }
}
