// SPDX-License-Identifier: GPL-3.0-or-later

import MusubiPlanning

/// The samples of the article "A rule of your own".
enum OwnRule {
  static func quota(_ folder: String) throws {
    // sample: quota
    let year = try ProgrammeYear(at: folder)
    let young = Quota(
      "young-in-vietnam",
      of: [.where(.postCountry, .isOne(of: "VNM")), .where(.applicantAge, .atMost(29))],
      atLeast: .placements(2))
    let changed = try year.applying(Scenario("young people", .quota(young)))

    if let plan = try changed.planDispatch().plan {
      let finding = plan.verification.rule("quota:young-in-vietnam")
      print("kept:", finding?.violations.isEmpty == true)
      print(plan.placements.map(\.applicant))
    }
    // end
  }

  static func soft(_ folder: String) throws {
    let year = try ProgrammeYear(at: folder)
    // sample: soft
    var women = Quota(
      "women-of-area", of: [.where(.applicantSex, .isOne(of: "F"))],
      atLeast: .percent(60, of: []), forEach: .postArea)
    women.strictness = .soft(penalty: 2)
    let strong = CriterionRule(
      "strong", .interview, atLeast: 70, where: [.where(.postCountry, .isOne(of: "VNM"))])
    let scenario = Scenario(
      "own rules", .quota(women), .rule(strong), .weight(5, of: .interview))

    if let plan = try year.applying(scenario).planDispatch().plan {
      for rule in plan.verification.rules where rule.id.hasPrefix("quota:women") {
        print(rule.id, rule.units, rule.violations.map(\.sentence))
      }
    }
    // end
  }

  static func scores(_ folder: String) throws {
    let year = try ProgrammeYear(at: folder)
    // sample: scores
    func score(_ applicant: Applicant) -> Int {
      min(100, 40 + 10 * applicant.teachingYears + 10 * (applicant.languages["en"] ?? 0))
    }
    let scored = Scenario(
      "scores of our own",
      year.applicants.map {
        .setting("applicants.\($0.id).interview_score", to: .number(score($0)))
      })
    if let plan = try year.applying(scored).planDispatch().plan {
      print(plan.goal("points")?.value ?? 0, "points with scores of our own")
    }
    // end
  }
}
