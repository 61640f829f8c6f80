// SPDX-License-Identifier: GPL-3.0-or-later

package import History
package import ProgrammeFiles
internal import Wording

extension StoredRun {
  /// How the run ended, in a few words.
  package var ending: String {
    switch record.exitCode {
    case 0: localized("proven to the asked gap")
    case 3: localized("no plan keeps the rules")
    case 4: localized("stopped, with a plan")
    case 5: localized("stopped without a plan")
    default: localized("ended with code \(record.exitCode)")
    }
  }

  /// What programs know it by, as documents of plans have it.
  var status: String {
    switch record.exitCode {
    case 0: "optimal"
    case 3: "infeasible"
    case 4: "feasible"
    default: "unknown"
    }
  }

  /// Whose year it planned: the folder that was given.
  var year: String { record.options.first { !$0.name.hasPrefix("-") }?.value ?? "" }

  /// When, who, with what, how long and how it came out.
  var circumstances: String {
    localized(
      """
      \(record.began.words) UTC by \(clippedForDisplay(record.person)), Musubi \
      \(clippedForDisplay(record.version)); took \
      \(decimal(Double(record.milliseconds) / 1000, digits: 1)) s; \(ending).
      """)
  }

  /// The run in words: what it was asked, read, came to and wrote.
  package var page: String {
    var lines = [localized("Run \(number): musubi \(record.command)"), circumstances]
    func section(_ title: String, _ rows: [String]) {
      if !rows.isEmpty { lines += ["", title] + rows }
    }
    section(
      localized("Asked:"), columns(record.options.map { [$0.name, clippedForDisplay($0.value)] }))
    section(
      localized("Read:"),
      columns(
        record.inputs.map { [$0.role.words, clippedForDisplay($0.name), short($0.digest)] }))
    if !record.goals.isEmpty {
      var table = TextTable([
        (localized("Goal"), .left), (localized("Value"), .right), (localized("Bound"), .right),
      ])
      for goal in record.goals {
        table.append([goal.title, goal.shown(goal.value), goal.shown(goal.bound)])
      }
      lines += [""] + table.lines
    }
    for (folder, files) in zip(record.folders, files) {
      var table = TextTable([("", .left), ("", .left), ("", .right), ("", .left)])
      for file in files {
        table.append(["", file.name, grouped(Int(file.size)), localized("bytes")])
      }
      section(localized("Wrote \(clippedForDisplay(folder.path)):"), Array(table.lines.dropFirst()))
    }
    section(
      localized("Notes:"),
      record.notes.map {
        localized("  \($0.written.words) UTC, \(clippedForDisplay($0.person)): \($0.text)")
      })
    return lines.joined(separator: "\n") + "\n"
  }

  /// The run for programs.
  package var document: CanonicalJSON {
    .object(
      head.merging([
        "options": .array(
          record.options.map { ["name": .string($0.name), "value": .string($0.value)] }),
        "inputs": .array(
          record.inputs.map {
            [
              "role": .string($0.role.rawValue), "name": .string($0.name),
              "digest": .string($0.digest),
            ]
          }),
        "tiers": .array(record.goals.map(\.document)),
        "folders": .array(
          zip(record.folders, files).map { folder, files in
            [
              "path": .string(folder.path),
              "files": .array(
                files.map {
                  [
                    "name": .string($0.name), "bytes": .integer($0.size),
                    "digest": .string($0.digest),
                  ]
                }),
            ]
          }),
        "notes": .array(
          record.notes.map {
            [
              "written": .string($0.written.iso), "by": .string($0.person),
              "text": .string($0.text),
            ]
          }),
      ]) { _, new in new })
  }

  /// What a list tells of a run.
  var head: [String: CanonicalJSON] {
    [
      "run": .integer(number), "command": .string(record.command),
      "began": .string(record.began.iso), "by": .string(record.person),
      "seconds": .number(Double(record.milliseconds) / 1000),
      "version": .string(record.version), "status": .string(status),
      "exit_code": .integer(record.exitCode), "year": .string(year),
      "note": record.notes.first.map { .string($0.text) } ?? .null,
    ]
  }
}

/// A list of runs in words.
///
/// - Parameters:
///   - runs: The runs, the newest first.
///   - total: How many there are in the store.
/// - Returns: Lines, each with its line feed.
package func list(of runs: [StoredRun], total: Int64) -> String {
  guard !runs.isEmpty else { return localized("No run is kept yet.") + "\n" }
  var table = TextTable([
    (localized("Run"), .right), (localized("When (UTC)"), .left), (localized("Who"), .left),
    (localized("Command"), .left), (localized("Year"), .left),
    (localized("How it ended"), .left), (localized("Note"), .left),
  ])
  for run in runs {
    table.append([
      String(run.number), run.record.began.words, clippedForDisplay(run.record.person),
      run.record.command, clippedForDisplay(run.year), run.ending,
      run.record.notes.first.map { clippedForDisplay($0.text) } ?? "",
    ])
  }
  let rest = total - Int64(runs.count)
  return (table.lines + (rest > 0 ? [localized("and \(grouped(Int(rest))) older.")] : []))
    .joined(separator: "\n") + "\n"
}

/// A list of runs for programs.
package func listDocument(of runs: [StoredRun], total: Int64) -> CanonicalJSON {
  ["runs": .array(runs.map { .object($0.head) }), "total": .integer(total)]
}

extension RunInput.Role {
  /// What a list calls it.
  fileprivate var words: String {
    switch self {
    case .year: localized("year")
    case .scenario: localized("scenario")
    case .plan: localized("plan")
    }
  }
}

extension RunGoal {
  /// The goal with its stage, such as `dispatch/points`.
  var title: String { stage.isEmpty ? name : "\(stage)/\(name)" }

  /// A number of the goal as a planner reads it.
  func shown(_ number: Int64) -> String {
    isShare ? decimal(Double(number) / 100, digits: 2) + " %" : grouped(Int(number))
  }

  fileprivate var document: CanonicalJSON {
    ["name": .string(title), "value": .integer(value), "bound": .integer(bound)]
  }
}

/// As much of a digest as tells two apart.
private func short(_ digest: String) -> String { String(digest.prefix(12)) }

/// Rows of words below each other, set in by two spaces.
private func columns(_ rows: [[String]]) -> [String] {
  guard let first = rows.first else { return [] }
  var table = TextTable([("", .left)] + first.map { _ in ("", .left) })
  for row in rows { table.append([""] + row) }
  return Array(table.lines.dropFirst())
}
