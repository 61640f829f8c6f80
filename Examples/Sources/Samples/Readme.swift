// SPDX-License-Identifier: GPL-3.0-or-later

import MusubiPlanning

/// The sample of the README.
enum Readme {
  static func sample(_ folder: String) throws {
    // sample: readme
    let year = try ProgrammeYear(at: folder)
    let changed = try year.applying(
      Scenario("fewer for Thailand", .mostPartners(2, inCountry: "THA")))
    if let plan = try changed.planDispatch().plan {
      print("\(plan.filled) places filled, valid: \(plan.verification.isValid)")
      print(plan.goals.map { "\($0.name) \($0.value)" }.joined(separator: ", "))
    }
    // end
  }
}
