// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension TrainingExplanation {
  private var year: ProgrammeYear { plan.year }

  /// The explanation in words.
  ///
  /// - Parameter isInternal: Whether schools and numbers of other delegations' people are
  ///   shown; otherwise everybody but the subject is an identifier.
  /// - Returns: Lines for the terminal.
  package func summary(isInternal: Bool) -> String {
    var lines = plan.notes + standing
    if !lines.isEmpty { lines.append("") }
    switch subject {
    case .group(let group): lines += placed(group)
    case .session(let session): lines += held(session, isInternal)
    }
    lines += bindingLines
    if let waiting { lines.append(waiting.sentence) }
    lines += alternativeLines(isInternal)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is amiss with the plan, and how far it is from the best one.
  private var standing: [String] {
    let broken = plan.verification.rules.filter(\.isBroken).map(\.id)
    if !broken.isEmpty {
      return [
        localized(
          """
          The plan breaks hard rules (\(Listing(broken, .plain))); musubi verify says where. Losses \
          count from its values as they are.
          """)
      ]
    }
    guard !isBest else { return [] }
    return [
      localized(
        """
        The plan is not a best one. The best plan has, beside this one: \
        \(differencesInWords(of: best, from: plan.tiers) ?? Sentence("no loss")). Losses count \
        from the plan as it is.
        """)
    ]
  }

  // MARK: - The subject

  private func placed(_ group: TrainingGroup) -> [String] {
    let name = group.id(in: year)
    let what: Sentence = "\(name) (\(description(of: group)))"
    guard let session = plan.session(of: group) else {
      return [localized("\(what) does not train.")]
    }
    let days = session.days(in: year)
    var lines = [
      localized("\(what) joins \(session.phrase(in: year)) to \(days.upperBound).")
    ]
    guard case .delegation(let index) = group else { return lines }
    let delegation = year.training.delegations[index]
    let people = delegation.headcount.people
    var worth: [Sentence] = [
      """
      \(grouped(people * delegation.priority)) for trained (\(grouped(people)) × priority \
      \(delegation.priority))
      """
    ]
    if delegation.isFirstVisit { worth.append("\(grouped(people)) for first-visits") }
    lines.append(localized("It counts \(Listing(worth))."))
    if !delegation.months.isEmpty {
      let month = session.start.parts.month
      let wanted = delegation.months.map(String.init).joined(separator: ", ")
      lines.append(
        localized(
          delegation.months.contains(month)
            ? "It starts in a month it asked for (\(wanted))."
            : "It asked for other months (\(wanted)) than \(month)."))
    }
    return lines
  }

  /// Such as `teachers of S02, THA: 3 people`.
  private func description(of group: TrainingGroup) -> Sentence {
    switch group {
    case .delegation(let index):
      let delegation = year.training.delegations[index]
      let school = year.schools[delegation.school]
      return """
        \(delegation.trainee.rawValue) of \(school.id), \(year.countries[school.country].id): \
        \(delegation.headcount.people, "person", "people")
        """
    case .cohort(let index):
      return "\(plan.hosting.partners[index].people, "partner", "partners")"
    }
  }

  private func held(_ session: TrainingSession, _ isInternal: Bool) -> [String] {
    let groups = subject.groups(in: plan.plan)
    let open = plan.plan.sessions.first { $0.session == session }
    let people = groups.reduce(0) {
      $0 + $1.headcount(in: year, hosting: plan.hosting).people
    }
    let course = year.training.courses[session.course]
    var lines = [
      localized(
        """
        \(session.phrase(in: year)) to \(session.days(in: year).upperBound) has \
        \(people, "person", "people") of \(grouped(course.sizeMin)) to \(grouped(course.sizeMax)) \
        in \(groups.count, "group", "groups"):
        """)
    ]
    lines += groups.map { "  \(label($0, isInternal))" }
    if let open {
      lines.append(
        localized(
          """
          It holds \(open.singleRooms, "room for one", "rooms for one") and \
          \(open.twinRooms, "room for two", "rooms for two").
          """))
    }
    return lines
  }

  /// A group's identifier, with what it is where that is shown.
  private func label(_ group: TrainingGroup, _ isInternal: Bool) -> String {
    let id = group.id(in: year)
    return isInternal ? localized("\(id) (\(description(of: group)))") : id
  }

  private var bindingLines: [String] {
    guard case .group(let group) = subject, plan.session(of: group) != nil else { return [] }
    var found: [String] = []
    if !limits.isEmpty {
      found +=
        [localized("  A further delegation like this there would break:")] + sentences(of: limits)
    }
    if !needs.isEmpty {
      found +=
        [localized("  Without \(group.id(in: year)) there would be broken:")]
        + sentences(of: needs)
    }
    return ["", localized(found.isEmpty ? "No rule binds there." : "Rules that bind there:")]
      + found
  }

  // MARK: - Alternatives

  private func alternativeLines(_ isInternal: Bool) -> [String] {
    guard candidates > 0 else {
      return ["", localized("No other session keeps the rules about one group and one session.")]
    }
    guard !alternatives.isEmpty else {
      return [
        "",
        localized(
          isComplete
            ? candidates == 1
              ? "No plan keeps the one other session."
              : "No plan keeps any of the \(grouped(candidates)) alternatives."
            : "Stopped before an alternative was solved that a plan keeps."),
      ]
    }
    let inexact = alternatives.count { !$0.alternative.isExact }
    let trust: Sentence =
      inexact == 0
      ? "each loss is exact"
      : "\(grouped(inexact)) not planned anew, with what moving it alone would lose"
    let count: Sentence =
      isComplete && alternatives.count + impossible == candidates
      ? "\(alternatives.count, "alternative", "alternatives")"
      : isComplete
        ? "The best \(grouped(alternatives.count)) of \(grouped(candidates)) alternatives"
        : """
        \(grouped(alternatives.count)) of \(grouped(candidates)) alternatives, the most promising \
        first
        """
    var lines = ["", localized("\(count); \(trust):")]
    for (index, shown) in alternatives.enumerated() {
      let number = "\(index + 1). "
      let words =
        differencesInWords(of: shown.alternative.tiers, from: plan.tiers)
        ?? Sentence("no loss")
      let loss =
        shown.alternative.isExact ? words : Sentence("not planned anew; alone \(words)")
      lines.append(localized("  \(number)\(target(of: shown)): \(loss)."))
      lines.append(String(repeating: " ", count: number.count + 2) + moves(of: shown, isInternal))
    }
    if impossible > 0 {
      lines.append(
        localized(
          impossible == 1
            ? "1 more that was planned is in no plan that keeps the hard rules."
            : """
            \(grouped(impossible)) more that were planned are in no plan that keeps the hard rules.
            """))
    }
    return lines
  }

  private func target(of shown: Shown) -> String {
    let pins = shown.alternative.pins
    guard let session = pins.first?.session else {
      return localized(
        subject.kind == .session ? "not held, its groups wait" : "not training")
    }
    return session.phrase(in: year).description
  }

  private static var mostMoves: Int { 8 }

  /// Who else moves, in a sentence.
  private func moves(of shown: Shown, _ isInternal: Bool) -> String {
    let own = Set(shown.alternative.pins.map(\.group))
    let others = shown.moves.filter { !own.contains($0.group) }
    guard !others.isEmpty else { return localized("Nobody else moves.") }
    let phrases = others.prefix(Self.mostMoves).map { move -> Sentence in
      let name = label(move.group, isInternal)
      return switch (move.from, move.to) {
      case (_, nil): "\(name) waits"
      case (nil, let to?): "\(name) comes to \(to.phrase(in: year))"
      case (_?, let to?): "\(name) moves to \(to.phrase(in: year))"
      }
    }
    let rest = others.count - Self.mostMoves
    let list = Listing(phrases, .plain)
    return localized(rest > 0 ? "\(list); and \(grouped(rest)) more move." : "\(list).")
  }
}
