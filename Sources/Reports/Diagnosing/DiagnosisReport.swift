// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles
internal import Wording

/// One condition of a conflict, in the planner's words.
struct DiagnosedCondition: Sendable {
  /// The rule's identifier, or the id of a quota or criterion rule.
  var rule: String
  /// What has to hold.
  var sentence: Sentence
  /// Where the year says so.
  var places: [FilePlace]
  var isLaw: Bool
  /// Whether it is what the diagnosis was asked about.
  var isAsked = false
  /// What the other conditions of the conflict leave of it.
  var remainder: Sentence
  /// Who and what would break it in a plan that keeps the others.
  var examples: [Sentence]
}

/// One way out.
struct DiagnosedRelaxation: Sendable {
  /// What gives way, a sentence each, with the rule, its units and what a unit costs.
  var changes: [Change]
  var cost: Int
  /// What is different, as a scenario.
  var scenario: ScenarioDraft
  var isCheapest = false

  struct Change: Sendable {
    var rule: String
    var sentence: Sentence
    var units: Int
    var costEach: Int
  }
}

/// Why a year has no plan and what would give it one, for people and for programs.
package struct DiagnosisReport: Sendable {
  /// The problem's name, and what a plan of it is called.
  let problem: String
  var noun: Sentence = "plan"
  /// Whether something was asked for beside the hard rules.
  var asks = false
  var conflicts: [[DiagnosedCondition]] = []
  /// For each conflict what can be counted of it, a sentence each.
  var witnesses: [[Sentence]] = []
  var relaxations: [DiagnosedRelaxation] = []
  /// Whether every set as small as the first relaxation was looked at.
  var isComplete = true
  /// For each way out of a dispatch year a plan that there is then.
  package internal(set) var plans: [[Placement]] = []
  /// The same for trainings.
  package internal(set) var trainingPlans: [TrainingPlan] = []

  /// Whether there is nothing to diagnose.
  package var hasPlan: Bool { conflicts.isEmpty }

  /// The name of the document in a diagnosis's folder.
  package static let documentName = "diagnosis.json"

  /// The files of a diagnosis: its document, its words, and a scenario for each way out.
  ///
  /// - Returns: The files, in a fixed order.
  package func files() -> [TextFile] {
    Language.english.spoken {
      [
        TextFile(name: Self.documentName, bytes: document().bytes()),
        TextFile(name: "diagnosis.txt", bytes: Array(summary(folder: nil).utf8)),
      ]
    } + scenarioFiles
  }

  /// The scenarios of the ways out.
  package var scenarioFiles: [TextFile] {
    relaxations.indices.map {
      TextFile(name: scenarioName($0), bytes: Array(scenarioText($0).utf8))
    }
  }

  private func scenarioName(_ index: Int) -> String { "way-out-\(index + 1).json5" }

  private func scenarioText(_ index: Int) -> String {
    let relaxation = relaxations[index]
    return relaxation.changes.map { "// \(onOneLine($0.sentence.words(in: .english)))\n" }.joined()
      + relaxation.scenario.document(named: "Way out \(index + 1)").string()
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

// MARK: Words

extension DiagnosisReport {
  /// Most examples that the terminal shows of one condition.
  private static var mostExamples: Int { 3 }

  /// The diagnosis in words.
  ///
  /// - Parameter folder: Where the scenarios were written, if they were.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String?) -> String {
    guard !hasPlan else { return localized("There is a plan that keeps \(everything).") + "\n" }
    var lines = [headline, ""]
    for (index, conflict) in conflicts.enumerated() {
      lines += words(of: conflict, number: index + 1)
      lines += witnesses[index].isEmpty ? [] : [""] + witnesses[index].map { "  \($0)" }
      lines.append("")
    }
    lines += waysOut(folder: folder)
    return lines.joined(separator: "\n") + "\n"
  }

  private var everything: Sentence {
    asks ? "all hard rules and has all that is asked for" : "all hard rules"
  }

  private var headline: String {
    guard conflicts.count > 1 else {
      return localized("No \(noun) keeps \(everything). One conflict stands in the way.")
    }
    return localized(
      """
      No \(noun) keeps \(everything). \(grouped(conflicts.count)) conflicts stand in the way; each \
      has to be solved.
      """)
  }

  private func words(of conflict: [DiagnosedCondition], number: Int) -> [String] {
    let count = conflict.count
    let head: Sentence =
      switch count {
      case 1: "this condition cannot be met, whatever else is given up."
      case 2: "these two cannot both be met; either one alone can."
      default:
        "these \(grouped(count)) cannot all be met; without any one of them the others can."
      }
    var lines = [
      localized(conflicts.count == 1 ? "The conflict: \(head)" : "Conflict \(number): \(head)")
    ]
    for (index, condition) in conflict.enumerated() {
      lines.append("")
      lines.append("  \(index + 1). \(condition.sentence)")
      lines.append("     \(source(of: condition))")
      lines.append("     \(condition.remainder)")
      for example in condition.examples.prefix(Self.mostExamples) {
        lines.append("       \(example)")
      }
      if condition.examples.count > Self.mostExamples {
        let rest = grouped(condition.examples.count - Self.mostExamples)
        lines.append(localized("       and \(rest) more."))
      }
    }
    return lines
  }

  /// Where what the others leave of one condition begins.
  ///
  /// - Parameter count: How many conditions the conflict has.
  /// - Returns: A clause without a comma.
  static func others(of count: Int) -> Sentence {
    switch count {
    case 1: "Whatever else is given up"
    case 2: "If the other one is met"
    default: "If the others are met"
    }
  }

  private func source(of condition: DiagnosedCondition) -> String {
    let places = condition.places.map { place -> Sentence in
      guard let line = place.line else {
        return place.file.hasSuffix(".json5") ? "not listed in \(place.file)" : "\(place.file)"
      }
      return "\(place.file), line \(line)"
    }
    guard !condition.isAsked else { return localized("asked for.") }
    let law: Sentence = condition.isLaw ? "law, never relaxed" : "negotiable"
    return localized("\(Listing(places + ["rule \(condition.rule)", law], .semicolons)).")
  }

  private func waysOut(folder: String?) -> [String] {
    guard !relaxations.isEmpty else {
      return [
        localized(
          asks
            ? """
            Only law stands in the way of what is asked for, and law is never relaxed: nothing \
            that is negotiable would help.
            """
            : """
            Only law stands in the way, and law is never relaxed: nothing that is negotiable would \
            help.
            """),
        localized(
          """
          Change the data, or say standing: "negotiable" of one of these rules in programme.json5.
          """),
      ]
    }
    var lines = [
      localized(
        """
        Ways out, fewest changes first. With each there is a plan that keeps every other rule of the
        year; so one may have to go further than a single conflict asks.
        """), "",
    ]
    for (index, relaxation) in relaxations.enumerated() {
      let isLeast = relaxation.isCheapest && relaxations.count > 1
      let start = "  \(index + 1). "
      let indent = String(repeating: " ", count: start.count)
      for (position, change) in relaxation.changes.enumerated() {
        lines.append("\(position == 0 ? start : indent)\(change.sentence)")
      }
      let (changes, cost) = (relaxation.changes.count, grouped(relaxation.cost))
      lines.append(
        localized(
          isLeast
            ? "\(indent)\(changes, "change", "changes"), cost \(cost), the least of these."
            : "\(indent)\(changes, "change", "changes"), cost \(cost)."))
    }
    if !isComplete {
      lines += [
        "",
        localized(
          """
          There are more ways out with as few changes than were looked at; one of them may cost less.
          """),
      ]
    }
    lines.append("")
    if let folder {
      let (first, last) = (scenarioName(0), scenarioName(relaxations.count - 1))
      lines += [
        localized(
          relaxations.count > 1
            ? "As scenarios in \(folder): \(first) to \(last)."
            : "As scenarios in \(folder): \(first)."),
        localized("To plan with one: musubi \(problem) DIR --scenario \(folder)/\(first)"),
      ]
    } else {
      lines.append(
        localized("With --output DIR each is written as a scenario, ready for --scenario."))
    }
    return lines
  }
}

// MARK: For programs

extension DiagnosisReport {
  /// The diagnosis for programs; `docs/diagnose.md` describes it.
  ///
  /// - Returns: The document.
  package func document() -> CanonicalJSON {
    .object([
      "format": "musubi-diagnosis-1",
      "problem": .string(problem),
      "status": .string(hasPlan ? "feasible" : "infeasible"),
      "complete": .boolean(isComplete),
      "conflicts": .array(
        zip(conflicts, witnesses).map { conflict, witness in
          .object([
            "conditions": .array(conflict.map(document)),
            "counts": .array(witness.map { .string($0.description) }),
          ])
        }),
      "ways_out": .array(
        relaxations.indices.map { index in
          let relaxation = relaxations[index]
          return .object([
            "changes": .array(
              relaxation.changes.map { change in
                .object([
                  "rule": .string(change.rule), "sentence": .string(change.sentence.description),
                  "units": .integer(change.units), "cost_per_unit": .integer(change.costEach),
                ])
              }),
            "cost": .integer(relaxation.cost),
            "cheapest": .boolean(relaxation.isCheapest),
            "file": .string(scenarioName(index)),
            "scenario": relaxation.scenario.document(named: "Way out \(index + 1)"),
          ])
        }),
    ])
  }

  private func document(_ condition: DiagnosedCondition) -> CanonicalJSON {
    .object([
      "rule": .string(condition.rule),
      "sentence": .string(condition.sentence.description),
      "standing": .string(
        condition.isAsked ? "asked" : condition.isLaw ? "law" : "negotiable"),
      "remainder": .string(condition.remainder.description),
      "examples": .array(condition.examples.map { .string($0.description) }),
      "places": .array(
        condition.places.map { place in
          .object([
            "file": .string(place.file), "line": place.line.map { .integer($0) } ?? .null,
          ])
        }),
    ])
  }
}
