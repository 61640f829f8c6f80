// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Verification
internal import Wording

extension PlanExplanation {
  private var year: ProgrammeYear { explained.year }

  /// The explanation in words.
  ///
  /// - Parameter isInternal: Whether other people's data are shown; otherwise everybody but
  ///   the subject is an identifier.
  /// - Returns: Lines for the terminal.
  package func summary(isInternal: Bool) -> String {
    var lines = explained.notes + standing
    if !lines.isEmpty { lines.append("") }
    lines +=
      Problem.facts(
        about: subject, in: explained.plan, of: year, isInternal: isInternal
      ).lines
    for (words, rules) in binding { lines += ["", words] + sentences(of: rules) }
    if !remedies.isEmpty {
      lines += ["", localized("What a single change would do, each planned anew:")]
      lines += remedies.map { "  " + $0.sentence }
    }
    lines += alternativeLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var binding: [(words: String, rules: [RuleCheck])] {
    Problem.binding(subject, in: explained.plan, of: year, rules: explained.verification.rules)
      .filter { !$0.rules.isEmpty }
  }

  /// What is amiss with the plan, and how far it is from the best one.
  private var standing: [String] {
    let broken = explained.verification.rules.filter(\.isBroken).map(\.id)
    if !broken.isEmpty {
      return [
        localized(
          """
          The plan breaks hard rules (\(broken.joined(separator: ", "))); musubi verify says where. \
          Losses count from its values as they are.
          """)
      ]
    }
    guard !isBest else { return [] }
    let differences =
      differencesInWords(of: best, from: explained.tiers) ?? Sentence("no loss")
    return [
      localized(
        """
        The plan is not a best one. The best plan has, beside this one: \(differences). Losses \
        count from the plan as it is.
        """)
    ]
  }

  // MARK: - Alternatives

  private var alternativeLines: [String] {
    guard found.candidates > 0 else {
      return ["", localized("There is no alternative that keeps the rules about it alone.")]
    }
    guard !found.best.isEmpty else {
      return [
        "",
        found.isComplete
          ? localized("No plan has any of the \(grouped(found.candidates)) alternatives.")
          : localized("Stopped before an alternative was solved that a plan has."),
      ]
    }
    let (best, all) = (found.best.count, grouped(found.candidates))
    let count =
      found.isComplete && best + found.impossible.count == found.candidates
      ? counted(best, "alternative", "alternatives")
      : found.isComplete
        ? localized("The best \(grouped(best)) of \(all) alternatives")
        : localized("\(grouped(best)) of \(all) alternatives, the most promising first")
    var lines = ["", localized("\(count); \(trust):")]
    for (index, alternative) in found.best.enumerated() {
      let number = "\(index + 1). "
      let words =
        differencesInWords(of: alternative.tiers, from: explained.tiers) ?? Sentence("no loss")
      let loss = alternative.isPlanned ? words : Sentence("not planned anew; alone \(words)")
      let target = Problem.words(alternative.forced, for: subject, in: year).words
      lines.append(localized("  \(number)\(target): \(loss)."))
      lines.append(
        String(repeating: " ", count: number.count + 2) + moves(of: alternative))
    }
    if !found.impossible.isEmpty {
      let many = found.impossible.count
      lines.append(
        many == 1
          ? localized("1 more that was planned is in no plan that keeps the hard rules.")
          : localized(
            """
            \(grouped(many)) more that were planned are in no plan that keeps the hard rules.
            """))
    }
    return lines
  }

  /// How far losses are known.
  private var trust: String {
    let unplanned = found.best.count { !$0.isPlanned }
    if unplanned > 0 {
      return localized("\(grouped(unplanned)) not planned anew, with what that alone would lose")
    }
    if found.best.allSatisfy(\.isExact), Problem.gapOfAlternatives == 0 {
      return localized("each loss is exact")
    }
    let percent = decimal(100 * Problem.gapOfAlternatives, digits: 1)
    return localized(
      """
      each planned to \(percent) % of the best possible, so that differences below that say nothing
      """)
  }

  private static var mostMoves: Int { 8 }

  private func moveList(of alternative: ForcedPlan<Problem.Force, Problem.Plan>) -> [Move] {
    Problem.moves(from: explained.plan, of: year, to: alternative.plan, of: year)
  }

  /// Who or what else changes, in a sentence.
  private func moves(of alternative: ForcedPlan<Problem.Force, Problem.Plan>) -> String {
    let own = Set(
      Problem.moving(alternative.forced, in: explained.plan, of: year).map {
        Problem.moves(from: explained.plan, of: year, to: $0, of: year)
      } ?? [])
    let others = moveList(of: alternative).filter { !own.contains($0) }
    guard !others.isEmpty else { return localized("Nothing else changes.") }
    let columns = Problem.problem.compared
    let rest = others.count - Self.mostMoves
    let shown = Listing(
      others.prefix(Self.mostMoves).map {
        Sentence("\($0.id): \(columns.words($0.from)) → \(columns.words($0.to))")
      }, .semicolons)
    return rest > 0
      ? localized("\(shown); and \(grouped(rest)) more change.")
      : localized("\(shown).")
  }
}

// MARK: For programs

extension PlanExplanation {
  /// The explanation for programs.
  ///
  /// - Parameter isInternal: Whether other people's data are included.
  /// - Returns: One object; `docs/explain.md` describes it.
  package func document(isInternal: Bool) -> CanonicalJSON {
    let name = Problem.name(of: subject, in: year)
    let facts = Problem.facts(
      about: subject, in: explained.plan, of: year, isInternal: isInternal)
    let columns = Problem.problem.compared
    return .object([
      "problem": .string(Problem.problem.rawValue),
      "kind": .string(name.kind),
      "subject": .string(name.id),
      "placement": .object(facts.members),
      "plan": [
        "valid": .boolean(explained.verification.isValid), "best": .boolean(isBest),
        "losses": .array(losses(of: explained.tiers, against: best).map { .integer($0) }),
        "notes": .array(explained.notes.map { .string($0) }),
      ],
      "tiers": .array(explained.tiers.map(Reports.document(of:))),
      "best": .array(best.map(Reports.document(of:))),
      "binding": .array(
        binding.map { words, rules in
          ["what": .string(words), "rules": brokenRules(rules)]
        }),
      "remedies": .array(
        remedies.map { remedy in
          [
            "sentence": .string(remedy.sentence), "helps": .boolean(remedy.helps),
            "losses": .array(
              losses(of: remedy.tiers, against: explained.tiers).map { .integer($0) }),
            "scenario": ["set": .object(remedy.cells)],
          ]
        }),
      "candidates": .integer(found.candidates),
      "solved": .integer(found.solved),
      "impossible": .integer(found.impossible.count),
      "complete": .boolean(found.isComplete),
      "alternatives": .array(
        found.best.map { alternative in
          [
            "forced": Problem.words(alternative.forced, for: subject, in: year).document,
            "losses": .array(
              losses(of: alternative.tiers, against: explained.tiers).map { .integer($0) }),
            "tiers": .array(alternative.tiers.map(Reports.document(of:))),
            "exact": .boolean(alternative.isExact),
            "moves": .array(
              moveList(of: alternative).map {
                PlannedScenario.document(of: $0, in: columns)
              }),
          ]
        }),
    ])
  }
}
