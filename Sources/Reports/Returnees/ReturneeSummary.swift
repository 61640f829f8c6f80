// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
package import Wording

extension ReturneeReport {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [headline(called: localized("Returnees"))] + scenarioLines(scenarios) + [""]
    lines += kindTable.lines
    lines += [""]
    lines += goalTable(of: outcome.tiers).lines
    lines += [""]
    lines += softRuleLines(of: verification.rules)
    lines += chanceLines
    lines += unmetLines
    lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    lines += ["", localized("Files in \(folder):")]
    lines += fileLines + scenarioFileLines(scenarios)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The plan in a line.
  package func headline(called name: String) -> String {
    localized(
      """
      \(name) \(year.fiscalYear), \(year.title): \(result); they reach \
      \(reach, "person", "people"); \(state(of: outcome.status, gap: gap)).
      """)
  }

  /// What was decided, in a clause.
  package var result: Sentence {
    """
    \(grouped(held.count)) of \
    \(data.activities.count, "activity takes", "activities take") place with \
    \(grouped(active)) of \(data.returnees.count, "returnee", "returnees")
    """
  }

  private var kindTable: TextTable {
    var table = TextTable([
      (localized("Kind"), .left), (localized("Activities"), .right), (localized("Held"), .right),
      (localized("People"), .right),
      (localized("Reach"), .right),
    ])
    let kinds = Set(data.activities.map(\.kind)).sorted()
    func row(_ indices: [Int]) -> [Int] {
      let held = indices.filter { !people[$0].isEmpty }
      return [
        indices.count, held.count, held.reduce(0) { $0 + people[$1].count },
        held.reduce(0) { $0 + data.activities[$1].reach },
      ]
    }
    for kind in kinds {
      let own = data.activities.indices.filter { data.activities[$0].kind == kind }
      table.append([kind.isEmpty ? localized("(no kind)") : kind] + row(own).map(grouped))
    }
    if kinds.count > 1 {
      table.append([localized("All")] + row(Array(data.activities.indices)).map(grouped))
    }
    return table
  }

  /// How many people take part in how many activities.
  private var chanceLines: [String] {
    let counts = Dictionary(grouping: activities.map(\.count)) { $0 }.mapValues(\.count)
    guard !counts.isEmpty else { return [] }
    let shares = counts.sorted { $0.key < $1.key }.map { activities, people in
      activities == 0
        ? localized("none for \(grouped(people))")
        : localized("\(grouped(activities)) for \(grouped(people))")
    }
    return [localized("Activities for each person: \(Listing(shares, .plain)).")]
  }

  private var unmetLines: [String] {
    guard !unmet.isEmpty else { return [localized("Every activity takes place.")] }
    let reasons = Dictionary(grouping: unmet.map(\.word)) { $0 }.mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      localized("\(unmet.count, "activity does", "activities do") not take place:")
    ]
      + reasons.map { word, count in
        localized("  \(word): \(count, "activity", "activities")")
      } + [localized("  \(Self.unmetFile) has each with its reason.")]
  }

  package var fileLines: [String] {
    let rows = [
      (
        ParticipationColumn.file,
        localized("who takes part in what (\(grouped(plan.participations.count)))")
      ),
      (Self.heldFile, localized("the activities that take place (\(grouped(held.count)))")),
      (Self.peopleFile, localized("what each person does, and how far they travel")),
      (
        Self.unmetFile,
        localized("which activities do not take place, and why (\(grouped(unmet.count)))")
      ),
      (Self.calendarFile, localized("a calendar to subscribe to")),
      (
        planDocumentName,
        localized("all of it for other programs, with bounds and the input's digest")
      ),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + "  " + meaning
    }
  }
}
