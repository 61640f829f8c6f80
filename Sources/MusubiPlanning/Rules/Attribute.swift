// SPDX-License-Identifier: GPL-3.0-or-later

/// A property of an applicant, a post or a cohort that a rule may look at.
///
/// For a post of several schools words are those of the school where the partner lives;
/// `learners`, `japanese_hours` and `japanese_teachers` are sums over the schools;
/// `medical_tier` is the lowest, `priority` the highest; `remote` and `renewal` are yes when
/// one school's is; tags and skills are those of any school.
public enum Attribute: String, CaseIterable, Sendable {
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
}
