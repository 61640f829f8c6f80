// SPDX-License-Identifier: GPL-3.0-or-later

import MusubiPlanning

/// The samples of the article "The certificate".
enum CertificateSamples {
  static func bounds(_ folder: String) throws {
    // sample: bounds
    let year = try ProgrammeYear(at: folder)
    guard let plan = try year.planDispatch().plan else { return }
    let checked = plan.verifyCertificate()
    for goal in plan.goals {
      let certified = checked.certifiedBounds[goal.name]
      print(goal.name, goal.value, "certified:", certified.map(String.init) ?? "the shares only")
    }
    // end

    // sample: altered
    var altered = plan.certificate
    for goal in altered.goals.indices {
      for price in altered.goals[goal].prices.indices {
        altered.goals[goal].prices[price].price /= 2
      }
    }
    let weaker = try year.verify(plan.placements, certificate: altered)
    print("points at most", weaker.certifiedBounds["points"] ?? 0)
    // end

    // sample: byhand
    var byHand = plan.placements
    byHand[0].post = "S08"
    for rule in try year.verify(byHand).rules where rule.isBroken {
      print(rule.id, rule.violations.map(\.sentence))
    }
    // end
  }

  static func folder(_ folder: String, writingTo plans: String) throws {
    let year = try ProgrammeYear(at: folder)
    guard let plan = try year.planDispatch().plan else { return }
    // sample: folder
    let path = plans + "/dispatch"
    try plan.write(to: path)

    let sameYear = try ProgrammeYear(at: folder, forPlanAt: path)
    let written = try DispatchPlan(at: path, of: sameYear)
    print("valid:", written.verification.isValid, "same:", written.placements == plan.placements)
    // end
  }
}
