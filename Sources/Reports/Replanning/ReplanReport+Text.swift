// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension ReplanReport {
  /// Most lines that the terminal shows of changes, and of decisions.
  private var mostLines: Int { 40 }

  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [plan.headline(called: localized("Replanned \(Plan.problem.rawValue)")), ""]
    lines += decisionLines
    lines += [Plan.Change.summary(counts)]
    lines += clipped(changeLines, rest: "changes.csv")
    lines += [""]
    lines += goalTable(of: plan.tiers).lines
    lines += [""]
    lines += softRuleLines(of: plan.rules)
    lines += [""] + curveLines
    lines += [
      "", localized("Took \(decimal(seconds, digits: 1)) s."), "",
      localized("Files in \(folder):"),
    ]
    lines += [
      localized(
        "  changes.csv      who is elsewhere, and what it follows from (\(grouped(changes.count)))"),
      localized("  curve.csv        what more changes would gain"),
      localized(
        """
          decisions.csv    what was decided, by whom, when, why and at what cost \
        (\(grouped(decisions.count)))
        """),
      localized("  replan.json      these three for other programs"),
    ]
    lines += plan.fileLines
    return lines.joined(separator: "\n") + "\n"
  }

  private func clipped(_ lines: [String], rest file: String) -> [String] {
    guard lines.count > mostLines else { return lines }
    return lines.prefix(mostLines)
      + [localized("  and \(grouped(lines.count - mostLines)) more in \(file).")]
  }

  private var decisionLines: [String] {
    let inForce = decisions.filter {
      if case .ended = $0.effect { return false }
      return true
    }
    guard !inForce.isEmpty else {
      return [localized("Nothing was decided; what was announced stands."), ""]
    }
    // Rows of pins.csv are many; those that change nothing are in the table.
    let told = inForce.filter { $0.kind == .scenario || $0.makesDifference }
    let rest = inForce.count - told.count
    let effect: Sentence =
      inForce.contains { $0.effect == .unknown } ? "not measured" : "no difference"
    return [localized("Decided, and how the goals differ from those of the same plan without it:")]
      + clipped(
        told.map {
          "  \(clippedForDisplay(PhraseBook.plans.words($0.what, in: .current)))\($0.inBrackets): \($0.cost)."
        },
        rest: "decisions.csv")
      + (rest == 0
        ? []
        : [
          localized(
            told.isEmpty
              ? "  \(rest, "row", "rows") of pins.csv: \(effect)."
              : "  \(rest, "more row", "more rows") of pins.csv: \(effect).")
        ]) + [""]
  }

  /// A line for each change, further in than the one it follows from; those that are alike
  /// share one, where the first of them stands.
  private var changeLines: [String] {
    var depths: [String: Int] = [:]
    var isTold: Set<String> = []
    var lines: [String] = []
    for (index, change) in changes.enumerated() where isTold.insert(change.id).inserted {
      let depth = min(deepest, change.follows.flatMap { depths[$0] }.map { $0 + 1 } ?? 0)
      depths[change.id] = depth
      let alike = [change] + changes[(index + 1)...].filter { $0.isAlike(change) }
      let together = alike.count == 1 ? nil : Plan.Change.words(ofAlike: alike)
      if together != nil { isTold.formUnion(alike.map(\.id)) }
      lines.append(String(repeating: "  ", count: depth + 1) + (together ?? change.words))
    }
    return lines
  }

  /// The furthest in that a line stands.
  private var deepest: Int { 6 }

  private var curveLines: [String] {
    let rest = differenceToEnd
    guard let first = curve.points.first, curve.points.count > 1 || rest != nil else {
      return [
        localized(
          curve.free == nil
            ? "What more changes would gain was not found out: the search was stopped before."
            : "More changes would gain nothing.")
      ]
    }
    var table = TextTable(
      [(localized("Changes"), .right)] + first.tiers.map { ($0.name, .right) } + [
        (localized("Gain"), .left)
      ])
    for (index, point) in curve.points.enumerated() {
      let gain =
        index == 0
        ? ""
        : differencesInWords(of: point.tiers, from: curve.points[index - 1].tiers)?.description
          ?? ""
      table.append(
        [grouped(point.moved + withoutPlace)] + point.tiers.map { shown($0.value, of: $0) } + [gain]
      )
    }
    var lines = [
      localized("What the goals gain if more of what was announced may change, each line solved:")
    ]
    lines += table.lines.map { "  " + $0 }
    if curve.isComplete {
      lines.append(localized("More changes would gain nothing."))
    } else if let rest, let end = curve.free {
      lines.append(
        localized(
          """
          From \(grouped(curve.solvedTo + withoutPlace + 1)) changes on nothing was solved but the \
          end: with \(grouped(end.moved + withoutPlace)) changes \(rest) more, and no plan is better.
          """))
    } else {
      lines.append(localized("The search was stopped there."))
    }
    return lines
  }

  /// What the end of an unfinished curve gains on its last point.
  private var differenceToEnd: String? {
    guard !curve.isComplete, let end = curve.free, let last = curve.points.last else { return nil }
    return differencesInWords(of: end.tiers, from: last.tiers)?.description
  }
}
