// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Somebody who asks to become a partner.
public struct Applicant: Hashable, Sendable, Identifiable {
  let value: Programme.Applicant
  /// The countries accepted, best first; countries of one group rank equally.
  ///
  /// Empty means every country, all equal.
  public let countryRanks: [[String]]
  /// The cohorts accepted; empty means every one.
  public let cohorts: [String]

  init(_ value: Programme.Applicant, of year: Programme.ProgrammeYear) {
    self.value = value
    countryRanks = value.countryRanks.map { $0.map { year.countries[$0].id } }
    cohorts = value.cohorts.map { year.cohorts[$0].id }
  }

  /// The identifier.
  public var id: String { value.id }
  /// The name in Latin letters or kanji.
  public var name: String { value.name }
  /// The reading of the name.
  public var kana: String { value.kana }
  /// `F`, `M` or `X`.
  public var sex: String { value.sex.rawValue }
  /// The day of birth.
  public var birthDate: Day { Day(value.birthDate) }
  /// The home prefecture in Japan.
  public var prefecture: String { value.prefecture }
  /// `open`, or a track such as `prefecture:Fukuoka`.
  public var track: String { value.track }
  /// The level of each language, 1 (greetings) to 5 (works in it), by ISO 639-1 code.
  public var languages: [String: Int] {
    Dictionary(
      value.languages.map { ($0.code, $0.level) }, uniquingKeysWith: { first, _ in first })
  }
  /// What the person can teach besides, such as `kendo`.
  public var skills: [String] { value.skills }
  /// Years of teaching, 0 or more.
  public var teachingYears: Int { value.teachingYears }
  /// Earlier dispatches as a partner, 0 or more.
  public var earlierDispatches: Int { value.earlierDispatches }
  /// Points of the interview, 0 to 100.
  public var interviewScore: Int { value.interviewScore }
  /// Free words.
  public var tags: [String] { value.tags }
}

/// A school that asks for a partner.
public struct School: Hashable, Sendable, Identifiable {
  let value: Programme.School
  /// The country, by its identifier.
  public let country: String

  init(_ value: Programme.School, of year: Programme.ProgrammeYear) {
    self.value = value
    country = year.countries[value.country].id
  }

  /// The identifier.
  public var id: String { value.id }
  /// The name.
  public var name: String { value.name }
  /// The area of the country that fairness looks at.
  public var area: String { value.area }
  /// The city.
  public var city: String { value.city }
  /// Degrees north, −90 to 90.
  public var latitude: Double { value.position.latitude }
  /// Degrees east, −180 to 180.
  public var longitude: Double { value.position.longitude }
  /// Learners of Japanese, 0 or more.
  public var learners: Int { value.learners }
  /// Hours of Japanese a week, 0 to 60.
  public var japaneseHours: Int { value.japaneseHours }
  /// Teachers of Japanese, 0 or more.
  public var japaneseTeachers: Int { value.japaneseTeachers }
  /// Whether the school is far from a city.
  public var isRemote: Bool { value.isRemote }
  /// Whether the school hosts now and asks to go on.
  public var isRenewal: Bool { value.isRenewal }
  /// Weight of a seat here in the count of filled seats, 1 to 100.
  public var priority: Int { value.priority }
  /// What a partner should be able to teach besides.
  public var skillsWanted: [String] { value.skillsWanted }
  /// Free words.
  public var tags: [String] { value.tags }
}

/// Partners who train, leave and return together, such as "Thailand 14".
public struct Cohort: Hashable, Sendable, Identifiable {
  let value: Programme.Cohort
  /// The country, by its identifier.
  public let country: String

  init(_ value: Programme.Cohort, of year: Programme.ProgrammeYear) {
    self.value = value
    country = year.countries[value.country].id
  }

  /// The identifier, which is the name too.
  public var id: String { value.id }
  /// Most partners, 0 or more.
  public var places: Int { value.places }
  /// The first day abroad.
  public var dispatchStart: Day { Day(value.dispatchStart) }
  /// The last day abroad.
  public var dispatchEnd: Day { Day(value.dispatchEnd) }
  /// First and last day of the training before departure, if it is decided.
  public var predeparture: ClosedRange<Day>? {
    value.predeparture.map { Day($0.lowerBound)...Day($0.upperBound) }
  }
}

/// A country that hosts partners.
public struct Country: Hashable, Sendable, Identifiable {
  let value: Programme.Country

  init(_ value: Programme.Country) { self.value = value }

  /// ISO 3166 alpha-3 code, such as `THA`.
  public var id: String { value.id }
  /// The name in English.
  public var nameEnglish: String { value.nameEnglish }
  /// The name in Japanese.
  public var nameJapanese: String { value.nameJapanese }
  /// Fewest partners in the year, 0 or more.
  public var min: Int { value.min }
  /// Most partners in the year; none means no limit.
  public var max: Int? { value.max }
  /// Budget for partners of the year, yen; none means no limit.
  public var budget: Int64? { value.budget }
  /// Cost of one partner, yen.
  public var costPerPartner: Int64 { value.costPerPartner }
}
