// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What an attribute says about a placement.
package enum AttributeValue: Hashable, Sendable {
  case number(Int)
  /// One word, or the members of a list.
  case words([String])

  /// Whether a condition with this test is met.
  ///
  /// - Precondition: A range is asked of a number.
  func meets(_ test: Selector.Test) -> Bool {
    switch (test, self) {
    case (.among(let words), .number(let number)):
      return words.contains { Int($0) == number }
    case (.noneAmong(let words), .number(let number)):
      return !words.contains { Int($0) == number }
    case (.among(let words), .words(let members)):
      return members.contains { words.contains($0) }
    case (.noneAmong(let words), .words(let members)):
      return !members.contains { words.contains($0) }
    case (.range(let least, let most), .number(let number)):
      return number >= least ?? number && number <= most ?? number
    case (.range, .words):
      preconditionFailure("A range is asked of words.")
    }
  }
}

extension Oracle {
  /// Whether a placement meets every condition.
  package func selects(_ selector: Selector, _ placement: Placement) -> Bool {
    selector.conditions.allSatisfy { condition in
      value(of: condition.attribute, placement).meets(condition.test)
    }
  }

  /// The value of an attribute for a placement.
  package func value(of attribute: Attribute, _ placement: Placement) -> AttributeValue {
    if attribute.isApplicants {
      return applicantValue(of: attribute, placement)
    }
    let cohort = year.cohorts[placement.cohort]
    switch attribute {
    case .cohortId: return .words([cohort.id])
    case .cohortCountry: return .words([year.countries[cohort.country].id])
    default: return postValue(of: attribute, placement.post)
    }
  }

  private func applicantValue(of attribute: Attribute, _ placement: Placement) -> AttributeValue {
    let applicant = year.applicants[placement.applicant]
    let cohort = year.cohorts[placement.cohort]
    return switch attribute {
    case .applicantId: .words([applicant.id])
    case .applicantSex: .words([applicant.sex.rawValue])
    case .applicantAge: .number(cohort.dispatchStart.age(bornOn: applicant.birthDate))
    case .applicantPrefecture: .words([applicant.prefecture])
    case .applicantTrack: .words([applicant.track])
    case .applicantSkills: .words(applicant.skills)
    case .applicantTeachingYears: .number(applicant.teachingYears)
    case .applicantEarlierDispatches: .number(applicant.earlierDispatches)
    case .applicantMedicalTier: .number(applicant.medicalTier)
    case .applicantDiet: .words(applicant.diet)
    case .applicantInterviewScore: .number(applicant.interviewScore)
    case .applicantLanguages: .words(applicant.languages.map(\.code))
    case .applicantTags: .words(applicant.tags)
    default: preconditionFailure("\(attribute.rawValue) is not the applicant's.")
    }
  }

  private func postValue(of attribute: Attribute, _ post: Post) -> AttributeValue {
    let schools = post.schools.map { year.schools[$0] }
    let base = schools[0]
    return switch attribute {
    case .postId: .words([post.id])
    case .postSchools: .words(schools.map(\.id))
    case .postCountry: .words([year.countries[base.country].id])
    case .postArea: .words([base.area])
    case .postCity: .words([base.city])
    case .postLevel: .words([base.level])
    case .postLearners: .number(schools.reduce(0) { $0 + $1.learners })
    case .postJapaneseHours: .number(schools.reduce(0) { $0 + $1.japaneseHours })
    case .postJapaneseTeachers: .number(schools.reduce(0) { $0 + $1.japaneseTeachers })
    case .postTeacherLevel: .words([base.teacherLevel.rawValue])
    case .postHousing: .words([base.housing.rawValue])
    case .postMedicalTier: .number(schools.map(\.medicalTier).min() ?? 0)
    case .postRemote: .words([schools.contains(where: \.isRemote) ? "yes" : "no"])
    case .postSkillsWanted: .words(schools.flatMap(\.skillsWanted))
    case .postRenewal: .words([schools.contains(where: \.isRenewal) ? "yes" : "no"])
    case .postPriority: .number(schools.map(\.priority).max() ?? 0)
    case .postTags: .words(schools.flatMap(\.tags))
    default: preconditionFailure("\(attribute.rawValue) is not the post's.")
    }
  }

  /// The selectors of a quota, one pair for each value of its `each`.
  package func instances(of quota: QuotaRule) -> [(select: Selector, of: Selector?)] {
    guard let each = quota.each else { return [(quota.select, quota.share?.of)] }
    return values(of: each).map { value in
      func narrowed(_ selector: Selector) -> Selector {
        Selector(conditions: selector.conditions + [.init(each, .among([value]))])
      }
      return (narrowed(quota.select), quota.share.map { narrowed($0.of) })
    }
  }

  /// Every value that the attribute takes among the year's schools or cohorts.
  private func values(of each: Attribute) -> [String] {
    let values: [String]
    switch each {
    case .postCountry: values = year.schools.map { year.countries[$0.country].id }
    case .postArea: values = year.schools.map(\.area)
    case .postCity: values = year.schools.map(\.city)
    case .postLevel: values = year.schools.map(\.level)
    case .cohortId: values = year.cohorts.map(\.id)
    case .cohortCountry: values = year.cohorts.map { year.countries[$0.country].id }
    default: preconditionFailure("\(each.rawValue) may not stand in `each`.")
    }
    return Set(values).sorted()
  }
}
