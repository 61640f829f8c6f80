// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Somebody who asks to become a partner.
package struct Applicant: Hashable, Sendable {
  package var id: String
  package var name: String
  package var kana: String
  package var sex: Sex
  package var birthDate: Day
  package var prefecture: String
  /// `open`, or a track such as `prefecture:Fukuoka`, `university:APU`.
  package var track: String
  /// Accepted countries, best first; countries of one group rank equally.
  ///
  /// Empty means every country, all equal.
  package var countryRanks: [[Int]]
  /// Indices of accepted cohorts; empty means every one.
  package var cohorts: [Int]
  package var languages: [LanguageSkill]
  package var skills: [String]
  package var teachingYears: Int
  /// Earlier dispatches as a partner.
  package var earlierDispatches: Int
  /// Medical care needed within reach, 0 (none) to 5.
  package var medicalTier: Int
  /// Diets that must be kept.
  package var diet: [String]
  /// 0 to 100.
  package var interviewScore: Int
  /// Indices of the applicants who go to the same city and cohort or not at all.
  package var togetherWith: [Int]
  /// Indices of the applicants who must not be in the same city.
  package var apartFrom: [Int]
  package var availableFrom: Day?
  package var availableTo: Day?
  package var tags: [String]

  package init(
    id: String, name: String = "", kana: String = "", sex: Sex = .female, birthDate: Day,
    prefecture: String = "", track: String = Applicant.openTrack, countryRanks: [[Int]] = [],
    cohorts: [Int] = [], languages: [LanguageSkill] = [], skills: [String] = [],
    teachingYears: Int = 0, earlierDispatches: Int = 0, medicalTier: Int = 0,
    diet: [String] = [], interviewScore: Int = 0, togetherWith: [Int] = [],
    apartFrom: [Int] = [], availableFrom: Day? = nil, availableTo: Day? = nil,
    tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kana = kana
    self.sex = sex
    self.birthDate = birthDate
    self.prefecture = prefecture
    self.track = track
    self.countryRanks = countryRanks
    self.cohorts = cohorts
    self.languages = languages
    self.skills = skills
    self.teachingYears = teachingYears
    self.earlierDispatches = earlierDispatches
    self.medicalTier = medicalTier
    self.diet = diet
    self.interviewScore = interviewScore
    self.togetherWith = togetherWith
    self.apartFrom = apartFrom
    self.availableFrom = availableFrom
    self.availableTo = availableTo
    self.tags = tags
  }

  /// The track of those who applied by themselves; it has no quota.
  package static let openTrack = "open"

  /// The tag of somebody who has never lived abroad (`companions`).
  package static let firstAbroadTag = "first-abroad"

  /// The level in a language, 0 when it is not listed.
  package func level(in language: String) -> Int {
    languages.first { $0.code == language }?.level ?? 0
  }
}

package enum Sex: String, CaseIterable, Sendable {
  case female = "F"
  case male = "M"
  case unspecified = "X"
}

/// How well somebody speaks a language.
package struct LanguageSkill: Hashable, Sendable {
  /// ISO 639-1 code.
  package var code: String
  /// 1 (greetings) to 5 (works in it).
  package var level: Int

  package init(code: String, level: Int) {
    self.code = code
    self.level = level
  }
}

extension Applicant {
  /// The name, in Japanese with how it is read behind it where that is known.
  package var nameInWords: String {
    Language.current == .japanese && !name.isEmpty && !kana.isEmpty && kana != name
      ? "\(name)（\(kana)）" : name
  }
}
