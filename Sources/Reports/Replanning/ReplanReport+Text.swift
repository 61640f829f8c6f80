// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification

extension ReplanReport {
  /// Most lines that the terminal shows of changes, and of decisions.
  private static let mostLines = 40

  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [dispatch.headline(called: "Replanned dispatch"), ""]
    lines += decisionLines
    lines += [changesInWords]
    lines += clipped(changeLines, rest: "changes.csv")
    lines += [""]
    lines += goalTable(of: dispatch.outcome.tiers).lines
    lines += [""]
    lines += softRuleLines(of: dispatch.verification.rules)
    lines += [""] + curveLines
    lines += ["", "Took \(decimal(seconds, digits: 1)) s.", "", "Files in \(folder):"]
    lines += [
      "  changes.csv      who is elsewhere, and what it follows from (\(grouped(changes.count)))",
      "  curve.csv        what more changes would gain",
      "  decisions.csv    what was decided, by whom, when, why and at what cost "
        + "(\(grouped(decisions.count)))",
      "  replan.json      these three for other programs",
    ]
    lines += dispatch.fileLines
    return lines.joined(separator: "\n") + "\n"
  }

  private func clipped(_ lines: [String], rest file: String) -> [String] {
    guard lines.count > Self.mostLines else { return lines }
    return lines.prefix(Self.mostLines)
      + ["  and \(grouped(lines.count - Self.mostLines)) more in \(file)."]
  }

  private var decisionLines: [String] {
    let inForce = decisions.filter {
      if case .ended = $0.effect { return false }
      return true
    }
    guard !inForce.isEmpty else { return ["Nothing was decided; what was announced stands.", ""] }
    // Rows of pins.csv are many; those that change nothing are in the table.
    let told = inForce.filter { $0.kind == .scenario || $0.makesDifference }
    let rest = inForce.count - told.count
    return ["Decided, and how the goals differ from those of the same plan without it:"]
      + clipped(
        told.map { "  \(clippedForDisplay($0.what))\($0.inBrackets): \($0.cost)." },
        rest: "decisions.csv")
      + (rest == 0
        ? []
        : [
          "  \(counted(rest, told.isEmpty ? "row" : "more row", told.isEmpty ? "rows" : "more rows")) "
            + "of pins.csv: \(inForce.contains { $0.effect == .unknown } ? "not measured" : "no difference")."
        ]) + [""]
  }

  private var changesInWords: String {
    let least = leastChanges
    let count = changeCount
    let kept = announced - count - self.count(.withdrawn)
    var words =
      count == 0
      ? "No announced placement changes; \(grouped(kept)) of \(grouped(announced)) stand."
      : "\(counted(count, "announced placement changes", "announced placements change")); "
        + (count == least
          ? "no plan changes fewer. " : "\(grouped(least)) at least change in every plan. ")
        + "\(grouped(kept)) of \(grouped(announced)) stand."
    let withdrawn = self.count(.withdrawn)
    let reserves = self.count(.reserve)
    if withdrawn > 0 {
      words += " \(counted(withdrawn, "partner withdraws", "partners withdraw"))."
    }
    if reserves > 0 {
      words += " \(counted(reserves, "reserve steps in", "reserves step in"))."
    }
    return words
  }

  /// A line for each change, further in than the one it follows from.
  private var changeLines: [String] {
    var depths: [String: Int] = [:]
    return changes.map { change in
      let depth = min(Self.deepest, change.follows.flatMap { depths[$0] }.map { $0 + 1 } ?? 0)
      depths[change.applicant] = depth
      return String(repeating: "  ", count: depth + 1) + words(for: change)
    }
  }

  /// The furthest in that a line stands.
  private static let deepest = 6

  private func words(for change: ReplanChange) -> String {
    let from = change.from.map(phrase) ?? "nowhere"
    let to = change.to.map(phrase) ?? "nowhere"
    let cause =
      change.obstacle.isEmpty
      ? ""
      : change.rules.isEmpty
        ? " \(change.obstacle)" : " Staying breaks \(change.rules[0]): \(change.obstacle)"
    switch change.kind {
    case .withdrawn: return "\(change.applicant) withdraws from \(from)."
    case .moved: return "\(change.applicant) moves from \(from) to \(to).\(cause)"
    case .dropped:
      return "\(change.applicant) loses \(from) and has no place.\(cause)"
    case .reserve:
      let list = change.reserveRank.map {
        ", number \($0) on the list of reserves for \(change.reserveOf ?? "")"
      }
      return "\(change.applicant) steps in at \(to)\(list ?? "")."
    }
  }

  private func phrase(_ place: ReplanChange.Place) -> String {
    place.post + (place.city.isEmpty ? "" : " (\(place.city))") + " in \(place.cohort)"
  }

  private var curveLines: [String] {
    let rest = differenceToEnd
    guard let first = curve.points.first, curve.points.count > 1 || rest != nil else {
      return [
        curve.free == nil
          ? "What more changes would gain was not found out: the search was stopped before."
          : "More changes would gain nothing."
      ]
    }
    var table = TextTable(
      [("Changes", .right)] + first.tiers.map { ($0.name, .right) } + [("Gain", .left)])
    for (index, point) in curve.points.enumerated() {
      let gain =
        index == 0
        ? "" : differencesInWords(of: point.tiers, from: curve.points[index - 1].tiers) ?? ""
      table.append(
        [grouped(point.moved + withoutPlace)] + point.tiers.map { shown($0.value, of: $0) } + [gain]
      )
    }
    var lines = ["What the goals gain if more announced placements may change, each line solved:"]
    lines += table.lines.map { "  " + $0 }
    if curve.isComplete {
      lines.append("More changes would gain nothing.")
    } else if let rest, let end = curve.free {
      lines.append(
        "From \(grouped(curve.solvedTo + withoutPlace + 1)) changes on nothing was solved but the "
          + "end: with \(grouped(end.moved + withoutPlace)) changes \(rest) more, and no plan is "
          + "better.")
    } else {
      lines.append("The search was stopped there.")
    }
    return lines
  }

  /// What the end of an unfinished curve gains on its last point.
  private var differenceToEnd: String? {
    guard !curve.isComplete, let end = curve.free, let last = curve.points.last else { return nil }
    return differencesInWords(of: end.tiers, from: last.tiers)
  }
}
