// SPDX-License-Identifier: GPL-3.0-or-later

/// Which placements a quota counts: those that meet every condition.
package struct Selector: Hashable, Sendable {
  /// In the file's order; empty selects every placement.
  package var conditions: [Condition]

  package init(conditions: [Condition]) {
    self.conditions = conditions
  }

  package struct Condition: Hashable, Sendable {
    package var attribute: Attribute
    package var test: Test

    package init(_ attribute: Attribute, _ test: Test) {
      self.attribute = attribute
      self.test = test
    }
  }

  /// A comparison of an attribute's value.
  ///
  /// Numbers compare as integers, yes/no as `yes` and `no`, words letter by
  /// letter. For attributes that are lists (skills, tags, …) `among` means that
  /// at least one member is among the words, and `noneAmong` that none is.
  package enum Test: Hashable, Sendable {
    /// `in: […]` or a single value; never empty.
    case among([String])
    /// `not: …`; never empty.
    case noneAmong([String])
    /// `lt`, `le`, `gt`, `ge`, joined into one range; ends are included.
    case range(Int?, Int?)
  }
}

/// A property of an applicant, a post or a cohort that selectors may name.
///
/// For a bundle: words are those of the base; `learners`, `japanese_hours` and
/// `japanese_teachers` are sums over the schools; `medical_tier` is the lowest,
/// `priority` the highest; `remote` and `renewal` are yes when one school's is;
/// tags and skills are those of any school.
package enum Attribute: String, CaseIterable, Sendable {
  case applicantId = "applicant.applicant"
  case applicantSex = "applicant.sex"
  /// Whole years at the start of the cohort's dispatch.
  case applicantAge = "applicant.age"
  case applicantPrefecture = "applicant.prefecture"
  case applicantTrack = "applicant.track"
  case applicantSkills = "applicant.skills"
  case applicantTeachingYears = "applicant.teaching_years"
  case applicantEarlierDispatches = "applicant.earlier_dispatches"
  case applicantMedicalTier = "applicant.medical_tier"
  case applicantDiet = "applicant.diet"
  case applicantInterviewScore = "applicant.interview_score"
  case applicantLanguages = "applicant.languages"
  case applicantTags = "applicant.tags"
  case postId = "post.post"
  /// Every school of the post.
  case postSchools = "post.schools"
  case postCountry = "post.country"
  case postArea = "post.area"
  case postCity = "post.city"
  case postLevel = "post.level"
  case postLearners = "post.learners"
  case postJapaneseHours = "post.japanese_hours"
  case postJapaneseTeachers = "post.japanese_teachers"
  case postTeacherLevel = "post.teacher_level"
  case postHousing = "post.housing"
  case postMedicalTier = "post.medical_tier"
  case postRemote = "post.remote"
  case postSkillsWanted = "post.skills_wanted"
  case postRenewal = "post.renewal"
  case postPriority = "post.priority"
  case postTags = "post.tags"
  case cohortId = "cohort.cohort"
  case cohortCountry = "cohort.country"

  /// What sort of value the attribute has.
  package enum Kind: Sendable {
    case word, number, yesNo, list
  }

  package var kind: Kind {
    switch self {
    case .applicantAge, .applicantTeachingYears, .applicantEarlierDispatches,
      .applicantMedicalTier, .applicantInterviewScore, .postLearners, .postJapaneseHours,
      .postJapaneseTeachers, .postMedicalTier, .postPriority:
      .number
    case .postRemote, .postRenewal: .yesNo
    case .applicantSkills, .applicantDiet, .applicantLanguages, .applicantTags, .postSchools,
      .postSkillsWanted, .postTags:
      .list
    case .applicantId, .applicantSex, .applicantPrefecture, .applicantTrack, .postId,
      .postCountry, .postArea, .postCity, .postLevel, .postTeacherLevel, .postHousing,
      .cohortId, .cohortCountry:
      .word
    }
  }

  /// Whether the value belongs to the applicant (its age needs the cohort too).
  package var isApplicants: Bool { rawValue.hasPrefix("applicant.") }
}
