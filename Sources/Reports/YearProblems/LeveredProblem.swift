// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
package import Wording

/// A problem that is planned from a year alone, with what may give way where it has no plan.
package protocol LeveredProblem: ReportedProblem {
  /// The year without what is soft, which never stands in the way of a plan.
  static func withoutSoftRules(_ year: ProgrammeYear) -> ProgrammeYear

  /// Everything that may give way, what is asked for first.
  ///
  /// - Parameters:
  ///   - year: A year without soft rules.
  ///   - asked: Identifiers of what a plan has to have; all there is where nothing is named.
  /// - Returns: The levers.
  /// - Throws: `UnknownSubject` when one of them names nothing.
  static func levers(
    of year: ProgrammeYear, asking asked: [String]
  ) throws(UnknownSubject) -> [WordedLever<Self>]

  /// What a plan may be asked to have with `--hold`: such as `activity`; nothing where that
  /// cannot be asked.
  static var askedNoun: String? { get }

  /// What a plan is called where there is none, such as `plan of ten years`.
  static var planNoun: Sentence { get }
}

/// Something that may give way, in the planner's words.
package struct WordedLever<Problem: YearProblem>: Sendable {
  package var lever: YearLever<Problem>
  /// What has to hold, a sentence; with another number in place of that of the data.
  package var sentence: @Sendable (Int64?) -> Sentence
  /// A number as it is shown.
  package var shown: @Sendable (Int64) -> Sentence
  /// What the other conditions of a conflict leave of it, a clause, given the nearest number.
  package var rest: @Sendable (Int64) -> Sentence
  /// Where the year says so.
  package var places: @Sendable (YearPlaces) -> [FilePlace]
  /// The path of a rule's settings in scenarios, such as `decade.rules.ramp`; of rules.
  package var rulePath: String

  /// A number that bounds plans.
  package init(
    _ number: YearNumber, rule: String, isLaw: Bool, cost: Int,
    shown: @escaping @Sendable (Int64) -> Sentence = { "\(grouped(Int(clamping: $0)))" },
    rest: @escaping @Sendable (Int64) -> Sentence,
    places: @escaping @Sendable (YearPlaces) -> [FilePlace],
    sentence: @escaping @Sendable (Int64?) -> Sentence
  ) {
    lever = YearLever(rule: rule, isLaw: isLaw, cost: cost, .number(number))
    self.shown = shown
    self.rest = rest
    self.places = places
    self.sentence = sentence
    rulePath = ""
  }

  /// A rule as a whole.
  package init(
    rule: String, isLaw: Bool, cost: Int, path: String, meaning: Sentence,
    places: @escaping @Sendable (YearPlaces) -> [FilePlace],
    off: @escaping @Sendable (inout ProgrammeYear) -> Void,
    soft: (@Sendable (inout ProgrammeYear, _ penalty: Int) -> Void)?
  ) {
    lever = YearLever(rule: rule, isLaw: isLaw, cost: cost, .rule(off: off, soft: soft))
    shown = { _ in "" }
    rest = { _ in "" }
    self.places = places
    sentence = { _ in Sentence("\(meaning).") }
    rulePath = path
  }

  /// What a plan has to have.
  package init(asked: [Problem.Force], sentence: Sentence, otherwise: Sentence) {
    lever = YearLever(rule: "asked", isLaw: true, cost: 1, .asked(asked))
    shown = { _ in "" }
    rest = { _ in otherwise }
    places = { _ in [] }
    self.sentence = { _ in sentence }
    rulePath = ""
  }

  var isAsked: Bool { if case .asked = lever.content { true } else { false } }

  /// Whether it is a rule that may be broken at a price.
  var maySoften: Bool { if case .rule(_, .some) = lever.content { true } else { false } }
}

extension DiagnosisReport {
  /// A diagnosis of a problem that is planned from a year alone, in words.
  ///
  /// - Parameters:
  ///   - diagnosis: What was found.
  ///   - levers: The levers in words, in the diagnosis's order.
  ///   - places: Where the year's files say what they say.
  package init<Problem: LeveredProblem>(
    _ diagnosis: YearDiagnosis<Problem>, _ levers: [WordedLever<Problem>], places: YearPlaces
  ) {
    self.init(problem: Problem.problem.rawValue)
    noun = Problem.planNoun
    asks = levers.contains(where: \.isAsked)
    isComplete = diagnosis.found.isComplete
    let writer = YearDiagnosisWriter(years: diagnosis.years, levers: levers, places: places)
    for (conflict, shortfalls) in zip(diagnosis.found.conflicts, diagnosis.found.shortfalls) {
      conflicts.append(
        zip(conflict.levers, shortfalls).map { lever, shortfall in
          writer.condition(lever, shortfall, of: conflict)
        })
      witnesses.append([])
    }
    relaxations = diagnosis.found.relaxations.map(writer.relaxation)
    markCheapest()
  }
}

/// Puts the parts of a diagnosis into words.
private struct YearDiagnosisWriter<Problem: LeveredProblem> {
  let years: YearLevers<Problem>
  let levers: [WordedLever<Problem>]
  let places: YearPlaces

  func condition(
    _ number: Int, _ shortfall: Shortfall<Problem.Plan>, of conflict: Conflict
  ) -> DiagnosedCondition {
    let lever = levers[number]
    let others = DiagnosisReport.others(of: conflict.levers.count)
    let isRule = if case .rule = lever.lever.content { true } else { false }
    let nearest = years.nearestNumber(of: number, in: shortfall.plan) ?? 0
    return DiagnosedCondition(
      rule: lever.lever.rule, sentence: lever.sentence(nil), places: lever.places(places),
      isLaw: lever.lever.isLaw, isAsked: lever.isAsked,
      remainder: isRule
        ? "\(others), this is broken, for example:"
        : "\(others), \(lever.rest(nearest)).",
      examples: isRule ? years.violations(of: number, in: shortfall.plan) : [])
  }

  func relaxation(_ relaxation: Relaxation<Problem.Plan>) -> DiagnosedRelaxation {
    var draft = ScenarioDraft()
    let changes = relaxation.changes.map { number, units in
      let lever = levers[number]
      let new = years.nearestNumber(of: number, in: relaxation.plan)
      if let path = lever.lever.number?.path, let new { draft.cells[path] = .integer(new) }
      if !lever.rulePath.isEmpty {
        let parameter = lever.maySoften ? "penalty" : "off"
        draft.cells["\(lever.rulePath).\(parameter)"] =
          lever.maySoften ? .integer(10_000) : .boolean(true)
      }
      return DiagnosedRelaxation.Change(
        rule: lever.lever.rule, sentence: giveWay(lever, number, new, in: relaxation.plan),
        units: units, costEach: lever.lever.cost)
    }
    return DiagnosedRelaxation(changes: changes, cost: relaxation.cost, scenario: draft)
  }

  private func giveWay(
    _ lever: WordedLever<Problem>, _ number: Int, _ new: Int64?, in plan: Problem.Plan
  ) -> Sentence {
    if let old = lever.lever.number?.value(in: years.year), let new {
      return Sentence("\(Clause(of: lever.sentence(new))) instead of \(lever.shown(old)).")
    }
    let rule = lever.lever.rule
    guard let example = years.violations(of: number, in: plan).first else {
      return lever.maySoften
        ? Sentence("The rule \(rule) may be broken where it has to be.")
        : Sentence("The rule \(rule) is off; there is a plan that breaks it.")
    }
    return lever.maySoften
      ? Sentence("The rule \(rule) may be broken where it has to be, for example: \(example)")
      : Sentence("The rule \(rule) is off; there is a plan that breaks it, for example: \(example)")
  }
}

/// A sentence without its full stop, to which more is added.
private struct Clause: Worded {
  let sentence: Sentence

  init(of sentence: Sentence) { self.sentence = sentence }

  func words(in language: Language) -> String { String(sentence.words(in: language).dropLast()) }
}
