// SPDX-License-Identifier: GPL-3.0-or-later

package import History
package import ProgrammeFiles
internal import Wording

/// How two runs differ: what they read, what they were asked, and what they came to.
package struct RunDifference: Sendable {
  /// Something that both runs may have.
  struct Change: Sendable {
    var name: String
    /// Nothing where a run does not have it.
    var before, after: String?
  }

  private let before, after: StoredRun
  private let inputs: [Change]
  private let options: [Change]
  private let goals: [(name: String, before: RunGoal?, after: RunGoal?)]
  /// Who moves, by what was planned; nothing where one of the runs has no such plan.
  private let moves: [(problem: PlanProblem, moves: [Move])]

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - before: The run that is looked at first.
  ///   - after: The other.
  ///   - read: Reads a file of a run.
  /// - Throws: What `read` throws.
  package init(
    from before: StoredRun, to after: StoredRun,
    reading read: (StoredFile) throws(StoreFailure) -> TextFile
  ) throws(StoreFailure) {
    self.before = before
    self.after = after
    func named(_ inputs: [RunInput]) -> [(String, String)] {
      inputs.map { ($0.name, $0.digest) }
    }
    inputs = Self.changes(named(before.record.inputs), named(after.record.inputs))
    func given(_ run: StoredRun) -> [(String, String)] {
      let options = run.record.options
      return Dictionary(grouping: options, by: \.name).map { name, all in
        (name, all.map(\.value).joined(separator: "; "))
      }.sorted { left, right in
        let place = { (name: String) in options.firstIndex { $0.name == name } ?? 0 }
        return place(left.0) < place(right.0)
      }
    }
    options = Self.changes(
      [("command", before.record.command)] + given(before)
        + [("version", before.record.version)],
      [("command", after.record.command)] + given(after) + [("version", after.record.version)])
    var titles: [String] = []
    for goal in before.record.goals + after.record.goals where !titles.contains(goal.title) {
      titles.append(goal.title)
    }
    goals = titles.map { title in
      (
        title, before.record.goals.first { $0.title == title },
        after.record.goals.first { $0.title == title }
      )
    }
    var moves: [(problem: PlanProblem, moves: [Move])] = []
    for problem in PlanProblem.allCases {
      let file = StoredPlaces.file(of: problem)
      guard let old = Self.places(of: before, problem, file),
        let new = Self.places(of: after, problem, file)
      else { continue }
      // Equal bytes say the same.
      if old.digest == new.digest {
        moves.append((problem, []))
      } else if let from = StoredPlaces(try read(old), of: problem),
        let to = StoredPlaces(try read(new), of: problem)
      {
        moves.append((problem, to.moves(from: from)))
      }
    }
    self.moves = moves
  }

  /// The file that says who is where, in the run's first folder or in that of a stage.
  private static func places(
    of run: StoredRun, _ problem: PlanProblem, _ file: String
  ) -> StoredFile? {
    run.files.first?.first { $0.name == file || $0.name == "\(problem.rawValue)/\(file)" }
  }

  private static func changes(
    _ before: [(String, String)], _ after: [(String, String)]
  ) -> [Change] {
    let (old, new) = (
      Dictionary(before, uniquingKeysWith: { first, _ in first }),
      Dictionary(after, uniquingKeysWith: { first, _ in first })
    )
    let names = before.map(\.0) + after.map(\.0).filter { old[$0] == nil }
    return names.compactMap { name in
      old[name] == new[name] ? nil : Change(name: name, before: old[name], after: new[name])
    }
  }
}

// MARK: In words

extension RunDifference {
  /// The difference in words.
  package var summary: String {
    var lines = [heading(of: before), heading(of: after)]
    let first = localized("only run \(before.number)")
    let second = localized("only run \(after.number)")
    lines += [""]
    if inputs.isEmpty {
      lines.append(localized("Both read the same."))
    } else {
      lines.append(localized("Read differently:"))
      lines += inputs.map { change in
        let how = change.before == nil ? second : change.after == nil ? first : localized("changed")
        return "  \(clippedForDisplay(change.name)): \(how)"
      }
    }
    lines.append("")
    if options.isEmpty {
      lines.append(localized("Both were asked the same."))
    } else {
      lines.append(localized("Asked differently:"))
      lines += options.map { change in
        "  \(change.name): \(value(change.before)) → \(value(change.after))"
      }
    }
    if !goals.isEmpty {
      var table = TextTable([
        (localized("Goal"), .left), (localized("Run \(before.number)"), .right),
        (localized("Run \(after.number)"), .right),
        (localized("Difference"), .right),
      ])
      for goal in goals {
        table.append([
          goal.name, goal.before.map { $0.shown($0.value) } ?? "",
          goal.after.map { $0.shown($0.value) } ?? "", difference(goal.before, goal.after),
        ])
      }
      lines += [""] + table.lines
    }
    for (problem, moves) in moves {
      let columns = problem.compared
      lines.append("")
      guard !moves.isEmpty else {
        lines.append(localized("The plans of \(problem.rawValue) are the same."))
        continue
      }
      lines.append(localized("Of \(problem.rawValue) \(columns.movers(moves)):"))
      lines += columns.lines(of: moves)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(of run: StoredRun) -> String {
    localized("Run \(run.number): musubi \(run.record.command), \(run.circumstances)")
  }

  private func value(_ text: String?) -> String {
    text.map { $0.isEmpty ? localized("given") : clippedForDisplay($0) } ?? localized("not given")
  }

  private func difference(_ before: RunGoal?, _ after: RunGoal?) -> String {
    guard let before, let after, before.value != after.value else { return "" }
    let (difference, isHuge) = after.value.subtractingReportingOverflow(before.value)
    guard !isHuge, difference != .min else { return "" }
    return (difference > 0 ? "+" : "−") + after.shown(abs(difference))
  }
}

// MARK: For programs

extension RunDifference {
  /// The difference for programs.
  package var document: CanonicalJSON {
    func text(_ text: String?) -> CanonicalJSON { text.map { .string($0) } ?? .null }
    func changes(_ changes: [Change]) -> CanonicalJSON {
      .array(
        changes.map {
          ["name": .string($0.name), "before": text($0.before), "after": text($0.after)]
        })
    }
    return [
      "before": .integer(before.number), "after": .integer(after.number),
      "inputs": changes(inputs), "options": changes(options),
      "tiers": .array(
        goals.map { goal in
          [
            "name": .string(goal.name),
            "before": goal.before.map { .integer($0.value) } ?? .null,
            "after": goal.after.map { .integer($0.value) } ?? .null,
          ]
        }),
      "moves": .object(
        Dictionary(
          moves.map { problem, moves in
            (
              problem.rawValue,
              .array(moves.map { PlannedScenario.document(of: $0, in: problem.compared) })
            )
          }, uniquingKeysWith: { first, _ in first })),
    ]
  }
}
