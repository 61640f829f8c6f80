// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// The columns of `participations.csv`, in their order: a row for each person in an
/// activity.
///
/// `returnee` and `activity` are read back; the others are for planners.
package enum ParticipationColumn: String, CaseIterable, Sendable {
  case activity, returnee
  /// The person's name and the activity's.
  case name
  case activityName = "activity_name"
  /// First and last day of the activity.
  case from, to
  /// One way, and the cost there and back.
  case kilometres = "km"
  case cost = "cost_thousand_jpy"
  /// Whether the person can lead.
  case leader

  /// The file they stand in.
  package static let file = "participations.csv"
}

extension Tables {
  /// Who takes part in what.
  static let participations = TableSchema(
    ParticipationColumn.file, noun: "participation", isRequired: false, hasIdentifiers: false,
    meaning: "Who takes part in what; a plan's folder holds it, not the year's.",
    blank: Participation(returnee: 0, activity: 0),
    columns: [
      Column(
        ParticipationColumn.activity.rawValue, \.activity,
        .reference(\.activities, to: "activity"), whenEmpty: .refused, example: "E0042",
        "The activity"),
      Column(
        ParticipationColumn.returnee.rawValue, \.returnee,
        .reference(\.returnees, to: "returnee"), whenEmpty: .refused, example: "R0123",
        "Who takes part"),
    ])
}

/// The `participations.csv` of a plan.
///
/// - Parameters:
///   - plan: The plan.
///   - year: Its year.
/// - Returns: The file; its rows stand in the plan's order.
package func participationsFile(of plan: ReturneePlan, for year: ProgrammeYear) -> TextFile {
  let data = year.returnees
  var writer = CSVWriter(header: ParticipationColumn.allCases.map(\.rawValue))
  for pair in plan.participations {
    let (returnee, activity) = (data.returnees[pair.returnee], data.activities[pair.activity])
    writer.append(
      ParticipationColumn.allCases.map { column in
        switch column {
        case .activity: activity.id
        case .returnee: returnee.id
        case .name: returnee.name
        case .activityName: activity.name
        case .from: activity.days.lowerBound.description
        case .to: activity.days.upperBound.description
        case .kilometres: kilometres(data.metres(pair.returnee, to: pair.activity))
        case .cost: String(data.cost(pair.returnee, to: pair.activity))
        case .leader: returnee.leads ? "yes" : "no"
        }
      })
  }
  return TextFile(name: ParticipationColumn.file, bytes: writer.bytes)
}

/// Reads who takes part in what in a plan of this year.
///
/// Identifiers are checked against the year, and that no pair stands twice; rules are not.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
/// - Returns: The plan, or nothing when there are errors; and the faults.
package func readParticipations(
  at planFolder: String, for year: ProgrammeYear
) -> (plan: ReturneePlan?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.participations.facts, faults: &faults) else {
    return (nil, faults)
  }
  let names = YearNames(of: year)
  var lines: [Participation: Int] = [:]
  for read in source.rows(of: Tables.participations, names: names, faults: &faults)
  where read.has(
    ParticipationColumn.activity.rawValue, ParticipationColumn.returnee.rawValue)
  {
    guard let first = lines[read.row] else {
      lines[read.row] = read.line
      continue
    }
    faults.report(
      source.fault(
        line: read.line, column: ParticipationColumn.returnee.rawValue,
        value: names.returnees.names[read.row.returnee],
        "stands beside \(names.activities.names[read.row.activity]) in line \(first) already",
        expected: "each pair once", kind: "duplicate"))
  }
  return (faults.hasErrors ? nil : ReturneePlan(lines.keys.sorted()), faults)
}
