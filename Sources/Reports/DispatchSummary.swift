// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification
package import Wording

extension DispatchReport {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  ///   - fairness: How even the plan is.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double, _ fairness: FairnessFacts) -> String {
    var lines = [headline(called: localized("Dispatch"))] + scenarioLines(scenarios) + [""]
    lines += cohortTable.lines
    lines += [""]
    lines += goalTable(of: outcome.tiers).lines
    lines += [""]
    lines += softRuleLines(of: verification.rules)
    lines += fairness.lines
    lines.append(reach)
    lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    lines += lostSearchLines
    lines += ["", localized("Files in \(folder):")]
    lines += fileLines
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of searches that ended before their time.
  private var lostSearchLines: [String] {
    outcome.lostSearches.map {
      localized("A long search was lost with its process: \($0). The plan was made without it.")
    }
  }

  /// The plan in a line.
  package func headline(called name: String) -> String {
    localized(
      """
      \(name) \(year.fiscalYear), \(year.title): \(result); \
      \(state(of: outcome.status, gap: gap)).
      """)
  }

  /// What was decided, in a clause.
  package var result: Sentence {
    "\(grouped(outcome.placements.count)) of \(grouped(places)) places filled"
  }

  private var cohortTable: TextTable {
    var table = TextTable([
      (localized("Cohort"), .left), (localized("Places"), .right), (localized("Filled"), .right),
      (localized("Eligible"), .right),
      (localized("First wish"), .right), (localized("Accepted"), .right),
      (localized("Points each"), .right),
    ])
    let eligible = eligibleApplicants
    for (index, cohort) in year.cohorts.enumerated() {
      let own = outcome.placements.indices.filter {
        outcome.placements[$0].cohort == index
      }
      table.append(
        [
          cohort.id, grouped(cohort.places), grouped(own.count), grouped(eligible[index]),
        ] + shares(ofPlacements: own))
    }
    if year.cohorts.count > 1 {
      table.append(
        [
          localized("All"), grouped(places), grouped(outcome.placements.count),
          grouped(eligible[year.cohorts.count]),
        ] + shares(ofPlacements: Array(outcome.placements.indices)))
    }
    return table
  }

  /// Share in a country of the first rank, share in an accepted country, and
  /// mean points, of some placements.
  private func shares(ofPlacements own: [Int]) -> [String] {
    guard !own.isEmpty else { return ["–", "–", "–"] }
    func percent(_ count: Int) -> String {
      decimal(100 * Double(count) / Double(own.count), digits: 0) + " %"
    }
    func ranks(_ index: Int) -> (ranks: [[Int]], country: Int) {
      let placement = outcome.placements[index]
      return (
        year.applicants[placement.applicant].countryRanks, year.cohorts[placement.cohort].country
      )
    }
    let first = own.count { index in
      let (ranks, country) = ranks(index)
      return ranks.first?.contains(country) ?? true
    }
    let accepted = own.count { index in
      let (ranks, country) = ranks(index)
      return ranks.isEmpty || ranks.contains { $0.contains(country) }
    }
    let points = own.reduce(0) { $0 + self.points(ofPlacement: $1) }
    return [
      percent(first), percent(accepted),
      decimal(Double(points) / Double(own.count), digits: 1),
    ]
  }

  /// For each cohort how many applicants might go, and last how many might go
  /// at all.
  private var eligibleApplicants: [Int] {
    let groups = SlotGroups(eligibility)
    let isUsable = groups.brokenByPost.map { $0.isEmpty }
    let cohortOfGroup = groups.firstSlots.map { eligibility.slots[$0].cohort }
    var counts = Array(repeating: 0, count: year.cohorts.count + 1)
    var rules: [RuleSet] = []
    for applicant in year.applicants.indices {
      var cohorts = Array(repeating: false, count: year.cohorts.count)
      if groups.forbidden.contains(applicant) {
        for entry in groups.broken(applicant: applicant)
        where entry.rules.isEmpty && isUsable[entry.group] {
          cohorts[cohortOfGroup[entry.group]] = true
        }
      } else {
        groups.rulesOfGroups(brokenBy: applicant, into: &rules)
        for group in rules.indices where rules[group].isEmpty && isUsable[group] {
          cohorts[cohortOfGroup[group]] = true
        }
      }
      for cohort in year.cohorts.indices where cohorts[cohort] { counts[cohort] += 1 }
      if cohorts.contains(true) { counts[year.cohorts.count] += 1 }
    }
    return counts
  }

  private var reach: String {
    let schools = hostingSchools.map { year.schools[$0] }
    let areas = Set(schools.map { [year.countries[$0.country].id, $0.area] })
    let countries = Set(schools.map(\.country))
    let learners = schools.reduce(0) { $0 + $1.learners }
    return localized(
      """
      Reach: \(learners, "learner", "learners") of Japanese at \
      \(schools.count, "school", "schools") in \(areas.count, "area", "areas") of \
      \(countries.count, "country", "countries"); \
      \(schools.count { $0.isRemote }, "school is", "schools are") remote.
      """)
  }

  /// What the plan's folder holds, a line for each file.
  package var fileLines: [String] {
    let unplaced = year.applicants.count - partners.count
    let empty = year.schools.count - hostingSchools.count
    return [
      localized("  placements.csv   who goes where (\(grouped(outcome.placements.count)))"),
      localized("  unplaced.csv     who has no placement, and why (\(grouped(unplaced)))"),
      localized("  empty-posts.csv  which schools host nobody, and why (\(grouped(empty)))"),
      localized(
        "  plan.json        all of it for other programs, with bounds and the input's digest"),
      localized("  certificate.json prices that prove how good it is; musubi verify adds them up"),
    ] + stabilityLines + reserveLines + scenarioFileLines(scenarios)
  }

  private var stabilityLines: [String] {
    asksForStability
      ? [localized("  blocking-pairs.csv which applicants and places would rather have each other")]
      : []
  }

  private var reserveLines: [String] {
    guard let reserves else { return [] }
    let none =
      reserves.without == 0
      ? localized("everybody has some")
      : localized("\(reserves.without, "partner has", "partners have") none")
    return [localized("  reserves.csv     who would step in for whom, the best first; \(none)")]
  }
}
