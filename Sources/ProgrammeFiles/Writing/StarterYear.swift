// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A very small programme year to begin with: one country, one cohort, three
/// schools, four applicants, three courses and two delegations, all invented.
///
/// Written by `writeProgrammeYear`, it shows every file and every setting.
///
/// - Returns: A year that passes every check.
package func starterYear() -> ProgrammeYear {
  let thailand = Country(
    id: "THA", nameEnglish: "Thailand", nameJapanese: "タイ", min: 0, max: 3,
    budget: 7_000_000, costPerPartner: 2_100_000, language: "th",
    fares: Fares(usual: 60_000, ofMonth: [4: 80_000]))
  let cohort = Cohort(
    id: "Thailand 1", country: 0, places: 3, dispatchStart: day(2026, 5, 18),
    dispatchEnd: day(2027, 3, 12), bornFrom: day(1956, 4, 2), bornTo: day(2006, 4, 1),
    predeparture: day(2026, 4, 13)...day(2026, 5, 8), predepartureSite: 0,
    tracks: [TrackQuota(key: "university", max: 1)])
  let schools = [
    School(
      id: "S001", country: 0, area: "North", city: "Chiang Mai", name: "First example school",
      position: GeoPoint(latitude: 18.79, longitude: 98.98), level: "upper-secondary",
      learners: 180, japaneseHours: 14, japaneseTeachers: 2, teacherLevel: .n4,
      skillsWanted: ["calligraphy"], dietAvailable: ["vegetarian"],
      tags: ["sister:Fukuoka"]),
    School(
      id: "S002", country: 0, area: "North", city: "Chiang Mai", name: "Second example school",
      position: GeoPoint(latitude: 18.81, longitude: 98.95), level: "lower-secondary",
      learners: 60, japaneseHours: 5, japaneseTeachers: 1, teacherLevel: .n5),
    School(
      id: "S003", country: 0, area: "North", city: "Lamphun", name: "Third example school",
      position: GeoPoint(latitude: 18.58, longitude: 99.01), level: "upper-secondary",
      learners: 120, japaneseHours: 10, japaneseTeachers: 1, isRenewal: true,
      lastHostedYear: 2025, yearsRunning: 1, priority: 2),
  ]
  let applicants = [
    Applicant(
      id: "A001", name: "Example One", sex: .female, birthDate: day(1998, 7, 21),
      prefecture: "Fukuoka", languages: [LanguageSkill(code: "en", level: 3)],
      skills: ["calligraphy"], interviewScore: 80),
    Applicant(
      id: "A002", name: "Example Two", sex: .male, birthDate: day(1961, 2, 3),
      prefecture: "Osaka", languages: [LanguageSkill(code: "en", level: 2)], teachingYears: 30,
      interviewScore: 75),
    Applicant(
      id: "A003", name: "Example Three", sex: .female, birthDate: day(2004, 11, 30),
      prefecture: "Oita", track: "university:Example",
      languages: [LanguageSkill(code: "en", level: 4), LanguageSkill(code: "th", level: 1)],
      interviewScore: 88, tags: [Applicant.firstAbroadTag]),
    Applicant(
      id: "A004", name: "Example Four", sex: .unspecified, birthDate: day(1990, 1, 15),
      prefecture: "Tokyo", countryRanks: [[0]],
      languages: [LanguageSkill(code: "en", level: 3)], interviewScore: 64),
  ]
  return ProgrammeYear(
    title: "An example year", fiscalYear: 2026, countries: [thailand], cohorts: [cohort],
    schools: schools, applicants: applicants,
    sites: [
      Site(
        id: "Kansai", name: "Kansai", prefecture: "Osaka", beds: 120, classrooms: 10,
        twinRooms: 40, diets: ["halal", "vegetarian"],
        lecturers: [
          LecturerCount(language: "ja", classes: 6), LecturerCount(language: "th", classes: 2),
        ], closed: [day(2026, 12, 26)...day(2027, 1, 5)])
    ],
    training: starterTraining())
}

private func starterTraining() -> TrainingData {
  var rules = TrainingRules()
  rules.invitedYears = 3
  return TrainingData(
    courses: [
      Course(
        id: "Partners-12", name: "Before departure", trainee: .partners, days: 12,
        startWeekdays: [.monday], sizeMax: 60, language: "", sharesRooms: true,
        costPerDay: 9_000, costPerSession: 400_000),
      Course(
        id: "Students-8", name: "Students of partner schools", trainee: .students, days: 8,
        startWeekdays: [.monday, .tuesday], sizeMin: 5, sizeMax: 40, sharesRooms: true,
        studentsPerLeader: 8, visitsSchools: true, costPerDay: 11_000, costPerSession: 600_000),
      Course(
        id: "Teachers-12", name: "Teachers of partner schools", trainee: .teachers, days: 12,
        startWeekdays: [.monday], sizeMax: 24, sessionsMax: 3, levelMin: .n5, levelMax: .n2,
        levelBand: 2, costPerDay: 12_000, costPerSession: 800_000),
    ],
    delegations: [
      Delegation(
        id: "D001", school: 0, trainee: .teachers, members: Headcount(women: 1), level: .n4,
        isFirstVisit: true, priority: 2, months: [6, 7]),
      Delegation(
        id: "D002", school: 2, trainee: .students, members: Headcount(women: 3, men: 2),
        leaders: Headcount(women: 1), level: .n5, diet: ["vegetarian"], lastInvitedYear: 2023),
    ],
    calendars: [
      CalendarEntry(
        country: "THA", name: "Songkran", kind: .festival,
        days: day(2026, 4, 13)...day(2026, 4, 15), blocks: [.students], avoids: [.teachers],
        source: "An example"),
      CalendarEntry(
        country: CalendarEntry.japan, name: "Summer holidays", kind: .schoolBreak,
        days: day(2026, 7, 21)...day(2026, 8, 31), source: "An example"),
    ], rules: rules)
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(number: 0)
}
