// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A very small programme year to begin with: one country, one cohort, three
/// schools, four applicants, all invented.
///
/// Written by `writeProgrammeYear`, it shows every file and every setting.
///
/// - Returns: A year that passes every check.
package func starterYear() -> ProgrammeYear {
  func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }
  let thailand = Country(
    id: "THA", nameEnglish: "Thailand", nameJapanese: "タイ", min: 0, max: 3,
    budget: 7_000_000, costPerPartner: 2_100_000, language: "th")
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
    sites: [Site(id: "Kansai", name: "Kansai", prefecture: "Osaka", beds: 120, classrooms: 10)])
}
