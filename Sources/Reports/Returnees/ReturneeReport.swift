// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
package import ProgrammeFiles
package import Verification

/// A plan of activities and all that is said about it: what tables, calendar, summary and
/// documents are made from.
package struct ReturneeReport: Sendable {
  package let year: ProgrammeYear
  package let outcome: ReturneeOutcome
  package let verification: PlanVerification
  /// Relative gap that was asked for.
  package let askedGap: Double
  /// Of the year's files and of the scenarios.
  package let inputDigest: String
  /// The scenarios laid on the year's files.
  package let scenarios: [Scenario]
  /// Why each activity that does not take place does not.
  let unmet: [UnmetActivity]
  /// People of each activity, and activities of each person by first day.
  let people: [[Int]]
  let activities: [[Int]]

  var data: ReturneeData { year.returnees }
  package var plan: ReturneePlan { outcome.plan }

  package init(
    year: ProgrammeYear, outcome: ReturneeOutcome, verification: PlanVerification,
    askedGap: Double, inputDigest: String, scenarios: [Scenario] = []
  ) {
    self.year = year
    self.outcome = outcome
    self.verification = verification
    self.askedGap = askedGap
    self.inputDigest = inputDigest
    self.scenarios = scenarios
    unmet = whyUnmet(outcome.plan, in: year)
    let data = year.returnees
    var people = [[Int]](repeating: [], count: data.activities.count)
    var activities = [[Int]](repeating: [], count: data.returnees.count)
    for pair in outcome.plan.participations {
      people[pair.activity].append(pair.returnee)
      activities[pair.returnee].append(pair.activity)
    }
    self.people = people
    self.activities = activities.map { own in
      own.sorted {
        (data.activities[$0].days.lowerBound, $0) < (data.activities[$1].days.lowerBound, $1)
      }
    }
  }

  /// The largest relative distance between value and bound over the tiers.
  package var gap: Double { largestGap(of: outcome.tiers) }

  /// Activities that take place, in the year's order.
  var held: [Int] { people.indices.filter { !people[$0].isEmpty } }

  /// People whom the activities that take place reach.
  var reach: Int { held.reduce(0) { $0 + data.activities[$1].reach } }

  /// People who take part in something.
  var active: Int { activities.count { !$0.isEmpty } }

  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    Reports.planFiles(
      planDocument(),
      [
        participationsFile(of: plan, for: year),
        TextFile(name: Self.heldFile, bytes: heldTable().bytes),
        TextFile(name: Self.peopleFile, bytes: peopleTable().bytes),
        TextFile(name: Self.unmetFile, bytes: unmetTable().bytes),
        TextFile(name: Self.calendarFile, bytes: calendar().bytes),
      ], scenarios)
  }

  static let heldFile = "held.csv"
  static let peopleFile = "people.csv"
  static let unmetFile = "unmet.csv"
  static let calendarFile = "activities.ics"

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give equal bytes.
  package func planDocument() -> CanonicalJSON {
    PlanDocumentHead(
      problem: .returnees, year: year, inputDigest: inputDigest, scenarios: scenarios,
      askedGap: askedGap, status: outcome.status, tiers: outcome.tiers, levels: outcome.levels
    ).document(with: [
      "reach": .integer(reach),
      "participations": .array(
        plan.participations.map {
          [
            "activity": .string(data.activities[$0.activity].id),
            "returnee": .string(data.returnees[$0.returnee].id),
          ]
        }),
    ])
  }

  /// What `returnees --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    returneeRunDocument(
      outcome, folder: folder, seconds: seconds,
      and: [
        "activities": .integer(data.activities.count), "held": .integer(held.count),
        "participations": .integer(plan.participations.count), "reach": .integer(reach),
        "returnees": .integer(data.returnees.count), "active": .integer(active),
      ])
  }
}
