// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A selector made ready for many questions: its conditions, parted into those
/// about the applicant (and the cohort, for the age) and those about the slot.
struct SelectorTest: Sendable {
  private let applicantConditions: [Selector.Condition]
  private let slotConditions: [Selector.Condition]

  init(_ selector: Selector, year: ProgrammeYear) {
    applicantConditions = selector.conditions.filter(\.attribute.isApplicants)
    slotConditions = selector.conditions.filter { !$0.attribute.isApplicants }
  }

  /// Whether who the applicant is makes no difference.
  var isAboutSlotsOnly: Bool { applicantConditions.isEmpty }

  func selects(slot: Int, in eligibility: DispatchEligibility) -> Bool {
    slotConditions.allSatisfy {
      $0.test.holds(for: value(of: $0.attribute, slot: slot, in: eligibility))
    }
  }

  func selects(applicant: Int, cohort: Int, in year: ProgrammeYear) -> Bool {
    applicantConditions.allSatisfy {
      $0.test.holds(for: value(of: $0.attribute, applicant: applicant, cohort: cohort, in: year))
    }
  }
}

/// The value of an attribute.
enum AttributeValue {
  case word(String)
  case number(Int)
  case list([String])

  init(_ flag: Bool) {
    self = .word(flag ? "yes" : "no")
  }
}

extension Selector.Test {
  func holds(for value: AttributeValue) -> Bool {
    switch (self, value) {
    case (.among(let words), .word(let word)): words.contains(word)
    case (.noneAmong(let words), .word(let word)): !words.contains(word)
    case (.among(let words), .number(let number)): words.contains(String(number))
    case (.noneAmong(let words), .number(let number)): !words.contains(String(number))
    case (.among(let words), .list(let members)): members.contains(where: words.contains)
    case (.noneAmong(let words), .list(let members)): !members.contains(where: words.contains)
    case (.range(let low, let high), .number(let number)):
      number >= low ?? .min && number <= high ?? .max
    case (.range, .word), (.range, .list): false
    }
  }
}

private func value(
  of attribute: Attribute, applicant: Int, cohort: Int, in year: ProgrammeYear
) -> AttributeValue {
  let person = year.applicants[applicant]
  return switch attribute {
  case .applicantSex: .word(person.sex.rawValue)
  case .applicantAge:
    .number(year.cohorts[cohort].dispatchStart.age(bornOn: person.birthDate))
  case .applicantPrefecture: .word(person.prefecture)
  case .applicantTrack: .word(person.track)
  case .applicantSkills: .list(person.skills)
  case .applicantTeachingYears: .number(person.teachingYears)
  case .applicantEarlierDispatches: .number(person.earlierDispatches)
  case .applicantMedicalTier: .number(person.medicalTier)
  case .applicantDiet: .list(person.diet)
  case .applicantInterviewScore: .number(person.interviewScore)
  case .applicantLanguages: .list(person.languages.map(\.code))
  case .applicantTags: .list(person.tags)
  default: .word(person.id)
  }
}

private func value(
  of attribute: Attribute, slot: Int, in eligibility: DispatchEligibility
) -> AttributeValue {
  let year = eligibility.year
  let post = eligibility.posts[eligibility.slots[slot].post]
  let cohort = year.cohorts[eligibility.slots[slot].cohort]
  let base = year.schools[post.base]
  let schools = post.schools.map { year.schools[$0] }
  return switch attribute {
  case .postId: .word(post.id)
  case .postSchools: .list(schools.map(\.id))
  case .postCountry: .word(year.countries[base.country].id)
  case .postArea: .word(base.area)
  case .postCity: .word(base.city)
  case .postLevel: .word(base.level)
  case .postLearners: .number(schools.map(\.learners).reduce(0, +))
  case .postJapaneseHours: .number(schools.map(\.japaneseHours).reduce(0, +))
  case .postJapaneseTeachers: .number(schools.map(\.japaneseTeachers).reduce(0, +))
  case .postTeacherLevel: .word(base.teacherLevel.rawValue)
  case .postHousing: .word(base.housing.rawValue)
  case .postMedicalTier: .number(schools.map(\.medicalTier).min() ?? 0)
  case .postRemote: AttributeValue(schools.contains(where: \.isRemote))
  case .postSkillsWanted: .list(schools.flatMap(\.skillsWanted))
  case .postRenewal: AttributeValue(schools.contains(where: \.isRenewal))
  case .postPriority: .number(schools.map(\.priority).max() ?? 1)
  case .postTags: .list(schools.flatMap(\.tags))
  case .cohortCountry: .word(year.countries[cohort.country].id)
  default: .word(cohort.id)
  }
}
