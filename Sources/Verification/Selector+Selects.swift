// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The value that an attribute takes at a placement or an attendance.
enum AttributeValue {
  case word(String)
  case number(Int)
  case list([String])

  static func yesNo(_ isYes: Bool) -> AttributeValue { .word(isYes ? "yes" : "no") }
}

extension Selector {
  /// Whether a placement meets every condition.
  func selects(_ placement: Placement, in year: ProgrammeYear) -> Bool {
    conditions.allSatisfy { condition in
      value(of: condition.attribute, at: placement, in: year).meets(condition.test)
    }
  }
}

extension AttributeValue {
  func meets(_ test: Selector.Test) -> Bool {
    switch test {
    case .among(let words): isAmong(words)
    case .noneAmong(let words): !isAmong(words)
    case .range(let low, let high): lies(from: low, to: high)
    }
  }

  /// Whether the value, or a member of the list, is one of the words.
  private func isAmong(_ words: [String]) -> Bool {
    switch self {
    case .word(let word): words.contains(word)
    case .number(let number): words.contains { Int($0) == number }
    case .list(let members): members.contains(where: words.contains)
    }
  }

  /// Whether the value is a number within the ends; words and lists never are.
  private func lies(from low: Int?, to high: Int?) -> Bool {
    guard case .number(let number) = self else { return false }
    if let low, number < low { return false }
    if let high, number > high { return false }
    return true
  }
}

/// The word that an attribute takes at a placement, or nothing when it is a
/// number or a list.
func word(of attribute: Attribute, at placement: Placement, in year: ProgrammeYear) -> String? {
  guard case .word(let word) = value(of: attribute, at: placement, in: year) else { return nil }
  return word
}

private func value(
  of attribute: Attribute, at placement: Placement, in year: ProgrammeYear
) -> AttributeValue {
  let cohort = year.cohorts[placement.cohort]
  return switch attribute {
  case .cohortId: .word(cohort.id)
  case .cohortCountry: .word(year.countries[cohort.country].id)
  case .applicantAge:
    .number(cohort.dispatchStart.age(bornOn: year.applicants[placement.applicant].birthDate))
  case .applicantId, .applicantSex, .applicantPrefecture, .applicantTrack, .applicantSkills,
    .applicantTeachingYears, .applicantEarlierDispatches, .applicantMedicalTier, .applicantDiet,
    .applicantInterviewScore, .applicantLanguages, .applicantTags:
    value(of: attribute, ofApplicant: year.applicants[placement.applicant])
  case .postId, .postSchools, .postCountry, .postArea, .postCity, .postLevel, .postLearners,
    .postJapaneseHours, .postJapaneseTeachers, .postTeacherLevel, .postHousing,
    .postMedicalTier, .postRemote, .postSkillsWanted, .postRenewal, .postPriority, .postTags:
    value(of: attribute, ofPost: placement.post, in: year)
  }
}

private func value(of attribute: Attribute, ofApplicant applicant: Applicant) -> AttributeValue {
  switch attribute {
  case .applicantId: .word(applicant.id)
  case .applicantSex: .word(applicant.sex.rawValue)
  case .applicantPrefecture: .word(applicant.prefecture)
  case .applicantTrack: .word(applicant.track)
  case .applicantSkills: .list(applicant.skills)
  case .applicantTeachingYears: .number(applicant.teachingYears)
  case .applicantEarlierDispatches: .number(applicant.earlierDispatches)
  case .applicantMedicalTier: .number(applicant.medicalTier)
  case .applicantDiet: .list(applicant.diet)
  case .applicantInterviewScore: .number(applicant.interviewScore)
  case .applicantLanguages: .list(applicant.languages.map(\.code))
  case .applicantTags: .list(applicant.tags)
  default: preconditionFailure("\(attribute.rawValue) is not an applicant's alone.")
  }
}

private func value(
  of attribute: Attribute, ofPost post: Post, in year: ProgrammeYear
) -> AttributeValue {
  let base = year.schools[post.base]
  let schools = post.schools.map { year.schools[$0] }
  return switch attribute {
  case .postId: .word(post.id)
  case .postSchools: .list(schools.map(\.id))
  case .postCountry: .word(year.countries[base.country].id)
  case .postArea: .word(base.area)
  case .postCity: .word(base.city)
  case .postLevel: .word(base.level)
  case .postLearners: .number(schools.reduce(0) { $0 + $1.learners })
  case .postJapaneseHours: .number(schools.reduce(0) { $0 + $1.japaneseHours })
  case .postJapaneseTeachers: .number(schools.reduce(0) { $0 + $1.japaneseTeachers })
  case .postTeacherLevel: .word(base.teacherLevel.rawValue)
  case .postHousing: .word(base.housing.rawValue)
  case .postMedicalTier: .number(schools.map(\.medicalTier).min() ?? 0)
  case .postRemote: .yesNo(schools.contains(where: \.isRemote))
  case .postSkillsWanted: .list(schools.flatMap(\.skillsWanted))
  case .postRenewal: .yesNo(schools.contains(where: \.isRenewal))
  case .postPriority: .number(schools.map(\.priority).max() ?? 0)
  case .postTags: .list(schools.flatMap(\.tags))
  default: preconditionFailure("\(attribute.rawValue) is not a post's.")
  }
}
