// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `housing`.
enum HousingCheck: PairwiseCheck {
  static let rule = Rule.housing
  static let scope = PairwiseScope.place

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let sex = plan.year.applicants[triple.applicant].sex
    return switch plan.year.schools[triple.post.base].housing {
    case .any: true
    case .women: sex == .female
    case .men: sex == .male
    }
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let base = plan.year.schools[triple.post.base]
    return """
      \(plan.phrase(triple)): the housing at \(base.id) is for \(base.housing.rawValue); the \
      applicant's sex is \(plan.year.applicants[triple.applicant].sex.rawValue).
      """
  }
}

/// Checks `medical`.
enum MedicalCheck: PairwiseCheck {
  static let rule = Rule.medical
  static let scope = PairwiseScope.place

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let needed = plan.year.applicants[triple.applicant].medicalTier
    return triple.post.schools.allSatisfy { plan.year.schools[$0].medicalTier >= needed }
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let needed = plan.year.applicants[triple.applicant].medicalTier
    let lacking = triple.post.schools
      .filter { plan.year.schools[$0].medicalTier < needed }
      .map { Sentence("\(plan.schoolId($0)) has \(plan.year.schools[$0].medicalTier)") }
    return """
      \(plan.phrase(triple)): needs medical tier \(needed); \(Listing(lacking, .plain)).
      """
  }
}

/// Checks `diet`.
enum DietCheck: PairwiseCheck {
  static let rule = Rule.diet
  static let scope = PairwiseScope.place

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    let diet = plan.year.applicants[triple.applicant].diet
    return diet.isEmpty
      || triple.post.schools.allSatisfy { school in
        diet.allSatisfy(plan.year.schools[school].dietAvailable.contains)
      }
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let lacking = triple.post.schools.compactMap { school -> Sentence? in
      let missing = plan.year.applicants[triple.applicant].diet
        .filter { !plan.year.schools[school].dietAvailable.contains($0) }
      return missing.isEmpty
        ? nil : "\(missing.joined(separator: ", ")) at \(plan.schoolId(school))"
    }
    return "\(plan.phrase(triple)): cannot keep \(Listing(lacking, .semicolons))."
  }
}

/// Checks `language`.
///
/// At a post with a remote school both levels are asked for, `min` and
/// `min_remote`.
enum LanguageCheck: PairwiseCheck {
  static let rule = Rule.language
  static let scope = PairwiseScope.place

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    plan.languageLevel(of: triple.applicant, in: triple.cohort) >= asked(at: triple.post, in: plan)
  }

  private static func asked(at post: Post, in plan: PlanFacts) -> Int {
    let levels = plan.year.rules.language
    let isRemote = post.schools.contains { plan.year.schools[$0].isRemote }
    return isRemote ? levels.minimumRemote : levels.minimum
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let language = plan.year.countries[plan.year.cohorts[triple.cohort].country].language
    let level = plan.languageLevel(of: triple.applicant, in: triple.cohort)
    let asked = asked(at: triple.post, in: plan)
    return language.isEmpty
      ? "\(plan.phrase(triple)): level \(level) in en; the post asks for \(asked)."
      : "\(plan.phrase(triple)): level \(level) in en or \(language); the post asks for \(asked)."
  }
}
