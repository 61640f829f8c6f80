// SPDX-License-Identifier: GPL-3.0-or-later

/// A property of an applicant, a post or a cohort that a rule may look at.
///
/// For a post of several schools words are those of the school where the partner lives;
/// `learners`, `japanese_hours` and `japanese_teachers` are sums over the schools;
/// `medical_tier` is the lowest, `priority` the highest; `remote` and `renewal` are yes when
/// one school's is; tags and skills are those of any school.
public enum Attribute: String, CaseIterable, Sendable {
  /// A word: the identifier.
  case applicantId = "applicant.applicant"
  /// A word: `F`, `M` or `X`.
  case applicantSex = "applicant.sex"
  /// A number: whole years at the start of the cohort's dispatch.
  case applicantAge = "applicant.age"
  /// A word: the home prefecture.
  case applicantPrefecture = "applicant.prefecture"
  /// A word: `open`, or a track such as `prefecture:Fukuoka`.
  case applicantTrack = "applicant.track"
  /// A list: what the person can teach besides.
  case applicantSkills = "applicant.skills"
  /// A number: years of teaching.
  case applicantTeachingYears = "applicant.teaching_years"
  /// A number: earlier dispatches as a partner.
  case applicantEarlierDispatches = "applicant.earlier_dispatches"
  /// A number: medical care needed within reach, 0 (none) to 5.
  case applicantMedicalTier = "applicant.medical_tier"
  /// A list: diets that must be kept.
  case applicantDiet = "applicant.diet"
  /// A number: points of the interview, 0 to 100.
  case applicantInterviewScore = "applicant.interview_score"
  /// A list: codes of the languages spoken.
  case applicantLanguages = "applicant.languages"
  /// A list: free words.
  case applicantTags = "applicant.tags"
  /// A word: the identifier.
  case postId = "post.post"
  /// A list: every school of the post.
  case postSchools = "post.schools"
  /// A word: the country.
  case postCountry = "post.country"
  /// A word: the area.
  case postArea = "post.area"
  /// A word: the city.
  case postCity = "post.city"
  /// A word: the level of the school, such as `primary`.
  case postLevel = "post.level"
  /// A number: learners of Japanese.
  case postLearners = "post.learners"
  /// A number: hours of Japanese a week.
  case postJapaneseHours = "post.japanese_hours"
  /// A number: teachers of Japanese.
  case postJapaneseTeachers = "post.japanese_teachers"
  /// A word: the Japanese of the weakest teacher, such as `N3`.
  case postTeacherLevel = "post.teacher_level"
  /// A word: `any`, `women` or `men`.
  case postHousing = "post.housing"
  /// A number: medical care within reach, 0 (none) to 5.
  case postMedicalTier = "post.medical_tier"
  /// Yes or no: whether it is far from a city.
  case postRemote = "post.remote"
  /// A list: what a partner should be able to teach besides.
  case postSkillsWanted = "post.skills_wanted"
  /// Yes or no: whether it hosts now and asks to go on.
  case postRenewal = "post.renewal"
  /// A number: weight of a seat, 1 to 100.
  case postPriority = "post.priority"
  /// A list: free words.
  case postTags = "post.tags"
  /// A word: the identifier.
  case cohortId = "cohort.cohort"
  /// A word: the country.
  case cohortCountry = "cohort.country"
}
