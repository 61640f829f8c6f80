// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification
package import Wording

extension TrainingReport {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [headline(called: localized("Training"))] + scenarioLines(scenarios) + [""]
    lines += countryTable.lines
    lines += [""]
    lines += goalTable(of: outcome.tiers).lines
    lines += [""]
    lines += softRuleLines(of: verification.rules)
    if !plan.sessions.isEmpty {
      lines += [""]
      lines += timetable.lines
    }
    lines += [""]
    lines += waitingLines
    lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    lines += ["", localized("Files in \(folder):")]
    lines += fileLines
    return lines.joined(separator: "\n") + "\n"
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
    """
    \(grouped(trained)) of \(asking, "person", "people") of delegations and \
    \(grouped(partners(train: true))) of \(partners(train: false), "partner", "partners") train \
    in \(plan.sessions.count, "session", "sessions")
    """
  }

  /// Partners of all cohorts, or of those that train.
  private func partners(train: Bool, of country: Int? = nil) -> Int {
    let training = Set(plan.attendances.map(\.group))
    return year.cohorts.indices.reduce(0) { sum, index in
      guard country.map({ $0 == year.cohorts[index].country }) ?? true,
        !train || training.contains(.cohort(index))
      else { return sum }
      return sum + hosting.partners[index].people
    }
  }

  private var countryTable: TextTable {
    var table = TextTable([
      (localized("Country"), .left), (localized("Asked"), .right), (localized("Train"), .right),
      (localized("Waiting"), .right),
      (localized("Partners"), .right), (localized("Train"), .right),
    ])
    let waiting = Set(waiting.map(\.delegation))
    var rows: [[Int]] = []
    for country in year.countries.indices {
      let own = year.training.delegations.indices.filter {
        year.schools[year.training.delegations[$0].school].country == country
      }
      func people(_ delegations: [Int]) -> Int {
        delegations.reduce(0) { $0 + year.training.delegations[$1].headcount.people }
      }
      let left = people(own.filter(waiting.contains))
      let row = [
        people(own), people(own) - left, left, partners(train: false, of: country),
        partners(train: true, of: country),
      ]
      guard row.contains(where: { $0 > 0 }) else { continue }
      rows.append(row)
      table.append([year.countries[country].id] + row.map(grouped))
    }
    if rows.count > 1 {
      table.append(
        [localized("All")]
          + rows[0].indices.map { column in grouped(rows.reduce(0) { $0 + $1[column] }) })
    }
    return table
  }

  private var waitingLines: [String] {
    guard !waiting.isEmpty else { return [localized("Nobody waits.")] }
    let shown = 6
    let reasons = frequentReasons
    return [
      localized(
        """
        \(waiting.count, "delegation waits", "delegations wait") \
        (\(asking - trained, "person", "people")); the most frequent reasons:
        """)
    ]
      + reasons.prefix(shown).map { reason in
        localized(
          """
            \(reason.reason): \(reason.delegations, "delegation", "delegations"), \
          \(reason.people, "person", "people")
          """)
      }
      + (reasons.count > shown
        ? [localized("  and \(reasons.count - shown) more; \(waitingFileName) has all.")] : [])
  }

  package var fileLines: [String] {
    let calendars = calendarFiles().map(\.name)
    let rows =
      [
        (
          SessionColumn.file,
          localized("when and where, with rooms and cost (\(grouped(plan.sessions.count)))")
        ),
        (
          DelegateColumn.file,
          localized(
            "who joins which session (\(grouped(plan.attendances.count))); edit it, then --pin-from"
          )
        ),
        (RoomColumn.file, localized("who may share a room, and which")),
        (waitingFileName, localized("which delegations wait, and why (\(grouped(waiting.count)))")),
      ]
      + (calendars.isEmpty
        ? []
        : [
          (
            calendars.count > 3 ? "*.ics" : calendars.joined(separator: " "),
            localized("calendars to subscribe to")
          )
        ])
      + [
        (
          planDocumentName,
          localized("all of it for other programs, with bounds and the input's digest")
        )
      ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + "  " + meaning
    } + scenarioFileLines(scenarios)
  }
}
