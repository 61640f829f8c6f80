// SPDX-License-Identifier: GPL-3.0-or-later

import MusubiPlanning

/// The samples of the article "First plan".
enum FirstPlan {
  static func plan(_ folder: String) throws {
    // sample: plan
    let year = try ProgrammeYear(at: folder)
    print("\(year.applicants.count) applicants for \(year.places) places in \(year.fiscalYear)")

    switch try year.planDispatch() {
    case .plan(let plan):
      for goal in plan.goals {
        print(goal.name, goal.value, goal.isProven ? "proven best" : "at best \(goal.bound)")
      }
      for placement in plan.placements {
        print("\(placement.applicant) goes to \(placement.post) with \(placement.cohort)")
      }
    case .infeasible(let findings):
      print("No plan keeps the hard rules:", findings.map(\.id))
    case .stopped:
      print("Stopped before there was a plan.")
    }
    // end
  }

  static func faults(_ folder: String) throws {
    // sample: faults
    let year = try ProgrammeYear(at: folder)
    var files = year.files
    files["cohorts.csv"]?.replace("Thailand 14,THA,4", with: "Thailand 14,THX,4")
    do {
      _ = try ProgrammeYear(files: files)
    } catch {
      for fault in error.faults where fault.isError {
        print(fault)
      }
    }
    // end
  }

  static func options(_ folder: String) async throws {
    let year = try ProgrammeYear(at: folder)
    // sample: options
    var options = PlanningOptions()
    options.gap = 0
    options.timeLimit = .seconds(60)
    options.threads = 2
    options.progress = { progress in
      if let value = progress.value, let gap = progress.gap {
        print("\(progress.goal): \(value), \(gap * 100) % from the bound")
      }
    }
    let asked = options
    let planning = Task { try await year.planDispatch(asked) }
    // planning.cancel() ends the search; the best plan so far is still returned.
    if let plan = try await planning.value.plan {
      print("\(plan.filled) of \(year.places) places filled, gap \(plan.gap)")
    }
    // end
  }

  static func questions(_ folder: String) throws {
    let year = try ProgrammeYear(at: folder)
    // sample: whatif
    let session = try DispatchSession(year)
    let fewer = Scenario("fewer for Thailand", .mostPartners(2, inCountry: "THA"))
    if let plan = try session.planning(with: fewer).plan {
      let points = plan.goal("points")?.value ?? 0
      print("\(fewer.name): \(plan.filled) places filled, \(points) points")
    }
    // end
    // sample: explain
    let explanation = try session.explain(.applicant("A05"))
    for alternative in explanation.alternatives.prefix(2) {
      let losses = alternative.losses.filter { $0.loss != 0 }.map { "\($0.loss) of \($0.goal)" }
      print("\(alternative.placement.post) would cost \(losses.joined(separator: ", "))")
    }
    // end
  }
}
