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
      lines += ["", "Single changes, each solved exactly:"]
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
        "The plan breaks hard rules (\(broken.joined(separator: ", "))); musubi verify says where. "
          + "Losses count from its values as they are.")
    } else if !isBest {
      lines.append(
        "The plan is not a best one. The best plan has, beside this one: "
          + (differencesInWords(of: best, from: plan.tiers) ?? "no loss")
          + ". Losses count from the plan as it is.")
    }
    return lines
  }

  /// Somebody's identifier, with the name where names are shown.
  private func label(_ applicant: Int, _ isInternal: Bool) -> String {
    let person = plan.year.applicants[applicant]
    return isInternal && !person.name.isEmpty ? "\(person.id) \(person.name)" : person.id
  }

  private var id: String { subject.id(in: plan.year) }

  /// Where the subject is, and what that is worth.
  private func placed(_ isInternal: Bool) -> [String] {
    let year = plan.year
    guard case .applicant(let applicant) = subject else { return partners(isInternal) }
    let name = label(applicant, isInternal)
    guard let placement = placements.first else {
      return ["\(name) has no placement in this plan."]
    }
    var lines = ["\(name) is placed at \(placeInWords(placement, in: year))."]
    let ranks = year.applicants[applicant].countryRanks
    let country = year.cohorts[placement.cohort].country
    if let rank = ranks.firstIndex(where: { $0.contains(country) }) {
      let words = ranks.map { group in
        group.map { year.countries[$0].id }.joined(separator: " or ")
      }.joined(separator: ", then ")
      lines.append("Country wish \(rank + 1) of \(ranks.count): \(words).")
    } else {
      lines.append("Accepts every country alike.")
    }
    var table = TextTable([
      ("Criterion", .left), ("Points", .right), ("Weight", .right), ("Weighted", .right),
    ])
    var sum = 0
    for (criterion, points, weight) in criteria(of: placement) {
      table.append([
        criterion.rawValue, grouped(points), grouped(weight), grouped(points * weight),
      ])
      sum += points * weight
    }
    table.append(["All", "", "", grouped(sum)])
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
    guard !placements.isEmpty else { return ["\(id) has no partner in this plan."] }
    let people = counted(placements.count, "partner", "partners")
    let lines = placements.map { placement in
      "  \(label(placement.applicant, isInternal)) at \(placeInWords(placement, in: plan.year))"
        + (isInternal ? ": \(grouped(Int(points(of: placement)))) points" : "")
    }
    return ["\(id) has \(people) in this plan:"] + lines
  }

  private func bindingLines(_ isInternal: Bool) -> [String] {
    guard let rules, let placement = placements.first else { return [] }
    var found: [String] = []
    if !rules.limits.isEmpty {
      found += ["  A further person like this there would break:"] + sentences(of: rules.limits)
    }
    if !rules.needs.isEmpty {
      found +=
        ["  Without \(label(placement.applicant, isInternal)) there would be broken:"]
        + sentences(of: rules.needs)
    }
    return ["", found.isEmpty ? "No rule binds there." : "Rules that bind there:"] + found
  }

  private func exclusionLines(_ reason: Exclusion) -> [String] {
    let counts = reason.rules.map { "\($0.rule.rawValue) \(grouped($0.count))" }
    let what = subject.kind == .applicant ? "Posts" : "Applicants"
    return [reason.sentence]
      + (counts.isEmpty
        ? [] : ["\(what) that each rule excludes: \(counts.joined(separator: ", "))."])
  }

  // MARK: - Alternatives

  private func alternativeLines(_ isInternal: Bool) -> [String] {
    guard candidates > 0 else {
      return ["", "Nothing else keeps the rules about one person and one post."]
    }
    guard !alternatives.isEmpty else {
      return [
        "",
        isComplete
          ? candidates == 1
            ? "No plan keeps the one other placement."
            : "No plan keeps any of the \(grouped(candidates)) other placements."
          : "Stopped before the other placements were solved.",
      ] + collisionLines
    }
    let inexact = alternatives.count { !$0.isExact }
    let count =
      isComplete && alternatives.count + impossible == candidates
      ? counted(alternatives.count, "alternative", "alternatives")
      : "The best \(grouped(alternatives.count)) of \(grouped(candidates)) alternatives"
    let trust =
      inexact == 0
      ? "each loss is exact" : "\(grouped(inexact)) not solved, with the least that is lost"
    var lines = ["", count.prefix(1).uppercased() + count.dropFirst() + "; \(trust):"]
    for (index, alternative) in alternatives.enumerated() {
      let number = "\(index + 1). "
      let indent = String(repeating: " ", count: number.count + 2)
      let who =
        subject.kind == .applicant
        ? "" : label(alternative.placement.applicant, isInternal) + " at "
      lines.append(
        "  \(number)\(who)\(placeInWords(alternative.placement, in: plan.year)): "
          + losses(of: alternative) + ".")
      if alternative.isExact { lines.append(indent + chain(alternative, isInternal)) }
    }
    if impossible > 0 {
      lines.append(
        "\(grouped(impossible)) more that \(impossible == 1 ? "was" : "were") solved "
          + "\(impossible == 1 ? "is" : "are") in no plan that keeps the hard rules.")
    }
    return lines
  }

  private var collisionLines: [String] {
    guard let collision else { return [] }
    return [
      "With \(plan.year.applicants[collision.placement.applicant].id) at "
        + "\(placeInWords(collision.placement, in: plan.year)) in place of whoever has the seat, and "
        + "everybody else as planned, these rules are broken:"
    ]
      + collision.rules.flatMap { check in
        check.violations.isEmpty
          ? ["  \(check.id)"] : check.violations.prefix(3).map { "  \(check.id): \($0.sentence)" }
      }
  }

  private func losses(of alternative: ExplainedAlternative) -> String {
    let words = differencesInWords(of: alternative.tiers, from: plan.tiers) ?? "no loss"
    return alternative.isExact ? words : "not solved; at best \(words)"
  }

  /// Most moves that a sentence names.
  private static var mostMoves: Int { 8 }

  /// Who moves, in a sentence.
  private func chain(_ alternative: ExplainedAlternative, _ isInternal: Bool) -> String {
    guard let first = alternative.moves.first else {
      return "Nobody moves: the best plan has it."
    }
    func phrase(_ move: ChainMove) -> String {
      let points =
        isInternal
        ? " (\(words(move.from)) → \(words(move.to)))" : ""
      guard let to = move.to else {
        return "\(label(move.applicant, isInternal)) has no place\(points)"
      }
      let verb = move == first ? "takes" : move.from == nil ? "comes to" : "moves to"
      return "\(label(move.applicant, isInternal)) \(verb) "
        + placeInWords(to, in: plan.year) + points
    }
    func words(_ placement: Placement?) -> String {
      placement.map { grouped(Int(points(of: $0))) } ?? "none"
    }
    let others = alternative.moves.dropFirst()
    guard !others.isEmpty else { return phrase(first) + "; nobody else moves." }
    var sentence = phrase(first)
    var before = first.cause
    for move in others.prefix(Self.mostMoves) {
      switch move.cause {
      case .displaced where before == .first: sentence += ", so "
      case .displaced, .first: sentence += ", "
      case .fills, .other: sentence += move.cause == before ? ", " : "; "
      }
      sentence += phrase(move)
      before = move.cause
    }
    let rest = others.count - Self.mostMoves
    return sentence + (rest > 0 ? "; and \(grouped(rest)) more move." : ".")
  }
}
