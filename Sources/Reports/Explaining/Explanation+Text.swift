// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension Explanation {
  /// The explanation in words.
  ///
  /// - Parameter isInternal: Whether names and others' points are shown; otherwise
  ///   everybody but the subject is an identifier.
  /// - Returns: Lines for the terminal.
  package func summary(isInternal: Bool) -> String {
    var lines = plan.notes + standing
    if !lines.isEmpty { lines.append("") }
    lines += placed(isInternal)
    lines += bindingLines(isInternal)
    if let reason { lines += exclusionLines(reason) }
    lines += alternativeLines(isInternal)
    if !remedies.isEmpty {
      lines += ["", localized("Single changes, each solved exactly:")]
      lines += remedies.map { "  " + $0.sentence }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is amiss with the plan, and how far it is from the best one.
  private var standing: [String] {
    var lines: [String] = []
    let broken = plan.verification.rules.filter(\.isBroken).map(\.id)
    if !broken.isEmpty {
      lines.append(
        localized(
          """
          The plan breaks hard rules (\(Listing(broken, .plain))); musubi verify says where. Losses \
          count from its values as they are.
          """))
    } else if !isBest {
      lines.append(
        localized(
          """
          The plan is not a best one. The best plan has, beside this one: \
          \(differencesInWords(of: best, from: plan.tiers) ?? Sentence("no loss")). Losses count \
          from the plan as it is.
          """))
    }
    return lines
  }

  /// Somebody's identifier, with the name where names are shown.
  private func label(_ applicant: Int, _ isInternal: Bool) -> String {
    let person = plan.year.applicants[applicant]
    return isInternal && !person.name.isEmpty
      ? "\(person.id) \(person.nameInWords)" : person.id
  }

  private var id: String { subject.id(in: plan.year) }

  /// Where the subject is, and what that is worth.
  private func placed(_ isInternal: Bool) -> [String] {
    let year = plan.year
    guard case .applicant(let applicant) = subject else { return partners(isInternal) }
    let name = label(applicant, isInternal)
    guard let placement = placements.first else {
      return [localized("\(name) has no placement in this plan.")]
    }
    var lines = [localized("\(name) is placed at \(placeInWords(placement, in: year)).")]
    let ranks = year.applicants[applicant].countryRanks
    let country = year.cohorts[placement.cohort].country
    if let rank = ranks.firstIndex(where: { $0.contains(country) }) {
      let words = ranks.map { group in
        Listing(group.map { year.countries[$0].id }, .orEach)
      }
      lines.append(
        localized("Country wish \(rank + 1) of \(ranks.count): \(Listing(words, .then))."))
    } else {
      lines.append(localized("Accepts every country alike."))
    }
    var table = TextTable([
      (localized("Criterion"), .left), (localized("Points"), .right),
      (localized("Weight"), .right), (localized("Weighted"), .right),
    ])
    var sum = 0
    for (criterion, points, weight) in criteria(of: placement) {
      table.append([
        criterion.rawValue, grouped(points), grouped(weight), grouped(points * weight),
      ])
      sum += points * weight
    }
    table.append([localized("All"), "", "", grouped(sum)])
    return lines + [""] + table.lines
  }

  /// The points of each criterion that has a weight.
  func criteria(
    of placement: Placement
  ) -> [(criterion: Criterion, points: Int, weight: Int)] {
    let points = PlacementPoints(year: plan.year, baseline: plan.baseline).points(of: placement)
    return Criterion.allCases.compactMap { criterion in
      guard let weight = plan.year.weights[criterion], weight != 0 else { return nil }
      return (criterion, points[criterion] ?? 0, weight)
    }
  }

  /// The weighted points of a placement.
  func points(of placement: Placement) -> Int64 {
    PlacementPoints(year: plan.year, baseline: plan.baseline).weightedPoints(of: placement)
  }

  /// Who is placed at a school or a post, or in a cohort.
  private func partners(_ isInternal: Bool) -> [String] {
    guard !placements.isEmpty else { return [localized("\(id) has no partner in this plan.")] }
    let lines = placements.map { placement in
      let who = label(placement.applicant, isInternal)
      let place = placeInWords(placement, in: plan.year)
      guard isInternal else { return localized("  \(who) at \(place)") }
      return localized("  \(who) at \(place): \(grouped(Int(points(of: placement)))) points")
    }
    return [localized("\(id) has \(placements.count, "partner", "partners") in this plan:")] + lines
  }

  private func bindingLines(_ isInternal: Bool) -> [String] {
    guard let rules, let placement = placements.first else { return [] }
    var found: [String] = []
    if !rules.limits.isEmpty {
      found +=
        [localized("  A further person like this there would break:")]
        + sentences(of: rules.limits)
    }
    if !rules.needs.isEmpty {
      found +=
        [
          localized("  Without \(label(placement.applicant, isInternal)) there would be broken:")
        ] + sentences(of: rules.needs)
    }
    return ["", localized(found.isEmpty ? "No rule binds there." : "Rules that bind there:")]
      + found
  }

  private func exclusionLines(_ reason: Exclusion) -> [String] {
    let counts = reason.rules.map { "\($0.rule.rawValue) \(grouped($0.count))" }
    guard !counts.isEmpty else { return [reason.sentence] }
    let list = Listing(counts, .plain)
    return [
      reason.sentence,
      localized(
        subject.kind == .applicant
          ? "Posts that each rule excludes: \(list)."
          : "Applicants that each rule excludes: \(list)."),
    ]
  }

  // MARK: - Alternatives

  private func alternativeLines(_ isInternal: Bool) -> [String] {
    guard candidates > 0 else {
      return ["", localized("Nothing else keeps the rules about one person and one post.")]
    }
    guard !alternatives.isEmpty else {
      return [
        "",
        localized(
          isComplete
            ? candidates == 1
              ? "No plan keeps the one other placement."
              : "No plan keeps any of the \(grouped(candidates)) other placements."
            : "Stopped before the other placements were solved."),
      ] + collisionLines
    }
    let inexact = alternatives.count { !$0.isExact }
    let count: Sentence =
      isComplete && alternatives.count + impossible == candidates
      ? "\(alternatives.count, "alternative", "alternatives")"
      : "The best \(grouped(alternatives.count)) of \(grouped(candidates)) alternatives"
    let trust: Sentence =
      inexact == 0
      ? "each loss is exact" : "\(grouped(inexact)) not solved, with the least that is lost"
    var lines = ["", localized("\(count); \(trust):")]
    for (index, alternative) in alternatives.enumerated() {
      let number = "\(index + 1). "
      let indent = String(repeating: " ", count: number.count + 2)
      let place = placeInWords(alternative.placement, in: plan.year)
      let who = label(alternative.placement.applicant, isInternal)
      let loss = losses(of: alternative)
      lines.append(
        localized(
          subject.kind == .applicant
            ? "  \(number)\(place): \(loss)." : "  \(number)\(who) at \(place): \(loss)."))
      if alternative.isExact { lines.append(indent + chain(alternative, isInternal)) }
    }
    if impossible > 0 {
      lines.append(
        localized(
          impossible == 1
            ? "1 more that was solved is in no plan that keeps the hard rules."
            : """
            \(grouped(impossible)) more that were solved are in no plan that keeps the hard rules.
            """))
    }
    return lines
  }

  private var collisionLines: [String] {
    guard let collision else { return [] }
    return [
      localized(
        """
        With \(plan.year.applicants[collision.placement.applicant].id) at \
        \(placeInWords(collision.placement, in: plan.year)) in place of whoever has the seat, and \
        everybody else as planned, these rules are broken:
        """)
    ]
      + collision.rules.flatMap { check in
        check.violations.isEmpty
          ? ["  \(check.id)"] : check.violations.prefix(3).map { "  \(check.id): \($0.sentence)" }
      }
  }

  private func losses(of alternative: ExplainedAlternative) -> String {
    let words = differencesInWords(of: alternative.tiers, from: plan.tiers) ?? Sentence("no loss")
    return localized(alternative.isExact ? words : "not solved; at best \(words)")
  }

  /// Most moves that a sentence names.
  private static var mostMoves: Int { 8 }

  /// Who moves, in a sentence.
  private func chain(_ alternative: ExplainedAlternative, _ isInternal: Bool) -> String {
    guard let first = alternative.moves.first else {
      return localized("Nobody moves: the best plan has it.")
    }
    func phrase(_ move: ChainMove) -> String {
      let points =
        isInternal
        ? " (\(words(move.from)) → \(words(move.to)))" : ""
      guard let to = move.to else {
        return localized("\(label(move.applicant, isInternal)) has no place\(points)")
      }
      let who = label(move.applicant, isInternal)
      let place = placeInWords(to, in: plan.year) + points
      return localized(
        move == first
          ? "\(who) takes \(place)"
          : move.from == nil ? "\(who) comes to \(place)" : "\(who) moves to \(place)")
    }
    func words(_ placement: Placement?) -> String {
      placement.map { grouped(Int(points(of: $0))) } ?? localized("none")
    }
    let others = alternative.moves.dropFirst()
    guard !others.isEmpty else { return localized("\(phrase(first)); nobody else moves.") }
    var sentence = phrase(first)
    var before = first.cause
    for move in others.prefix(Self.mostMoves) {
      let next = phrase(move)
      switch move.cause {
      case .displaced where before == .first: sentence = localized("\(sentence), so \(next)")
      case .displaced, .first: sentence = localized("\(sentence), \(next)")
      case .fills, .other:
        sentence = localized(
          move.cause == before ? "\(sentence), \(next)" : "\(sentence); \(next)")
      }
      before = move.cause
    }
    let rest = others.count - Self.mostMoves
    return localized(
      rest > 0 ? "\(sentence); and \(grouped(rest)) more move." : "\(sentence).")
  }
}
