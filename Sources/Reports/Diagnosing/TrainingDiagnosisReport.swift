// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Programme
package import ProgrammeFiles
internal import Wording

extension DiagnosisReport {
  /// A diagnosis of the trainings of a year in words.
  ///
  /// - Parameters:
  ///   - diagnosis: What was found.
  ///   - places: Where the year's files say what they say.
  package init(_ diagnosis: TrainingDiagnosis, places: YearPlaces) {
    self.init(problem: "training")
    noun = "plan of trainings"
    let writer = TrainingDiagnosisWriter(years: diagnosis.years, places: places)
    isComplete = diagnosis.found.isComplete
    for (conflict, shortfalls) in zip(diagnosis.found.conflicts, diagnosis.found.shortfalls) {
      conflicts.append(
        zip(conflict.levers, shortfalls).map { lever, shortfall in
          writer.condition(lever, shortfall, of: conflict)
        })
      witnesses.append([])
    }
    relaxations = diagnosis.found.relaxations.map(writer.relaxation)
    trainingPlans = diagnosis.found.relaxations.map(\.plan)
    markCheapest()
  }
}

/// Puts the parts of a diagnosis of trainings into words.
private struct TrainingDiagnosisWriter {
  let years: TrainingLeverYear
  let places: YearPlaces

  private var year: ProgrammeYear { years.year }
  private var rules: TrainingRules { year.training.rules }

  // MARK: Conditions

  func condition(
    _ number: Int, _ shortfall: Shortfall<TrainingPlan>, of conflict: Conflict
  ) -> DiagnosedCondition {
    let lever = years.levers[number]
    let isShown: Bool =
      switch lever {
      case .rule, .lecturers: true
      default: false
      }
    return DiagnosedCondition(
      rule: rule(of: lever), sentence: "\(statement(lever)).", places: places(of: lever),
      isLaw: lever.standing(in: rules).isLaw,
      remainder: remainder(number, shortfall, of: conflict),
      examples: isShown ? years.violations(of: number, in: shortfall.plan) : [])
  }

  private func remainder(
    _ number: Int, _ shortfall: Shortfall<TrainingPlan>, of conflict: Conflict
  ) -> Sentence {
    let others = DiagnosisReport.others(of: conflict.levers.count)
    let lever = years.levers[number]
    let amount = years.nearestNumber(of: number, in: shortfall.plan) ?? 0
    let count = Int(clamping: amount)
    let rest: Sentence
    switch lever {
    case .cohortTrains: rest = "it finds no session"
    case .rule, .lecturers: return "\(others), this is broken, for example:"
    case .sizeMin: rest = "some session has \(people(count)) at most"
    case .sizeMax: rest = "some session has to take at least \(people(count))"
    case .sessionsMax: rest = "it needs at least \(count, "session", "sessions")"
    case .beds: rest = "it needs at least \(count, "bed", "beds")"
    case .classrooms: rest = "it needs at least \(count, "classroom", "classrooms")"
    case .totalBudget: rest = "they cost about ¥\(grouped(count))"
    case .pin: rest = "that is not possible"
    case .quota:
      let units = shortfall.units
      rest =
        lever.isLeast
        ? "at least \(units, "person is", "people are") missing"
        : "at least \(units, "person is", "people are") too many"
    }
    return "\(others), \(rest)."
  }

  // MARK: Ways out

  func relaxation(_ relaxation: Relaxation<TrainingPlan>) -> DiagnosedRelaxation {
    var draft = ScenarioDraft()
    let changes = relaxation.changes.map { number, units in
      let lever = years.levers[number]
      let new = years.nearestNumber(of: number, in: relaxation.plan)
      addCell(of: lever, number: new, to: &draft)
      return DiagnosedRelaxation.Change(
        rule: rule(of: lever), sentence: giveWay(lever, number, new, in: relaxation.plan),
        units: units, costEach: lever.standing(in: rules).cost)
    }
    return DiagnosedRelaxation(changes: changes, cost: relaxation.cost, scenario: draft)
  }

  private func giveWay(
    _ lever: TrainingLever, _ number: Int, _ new: Int64?, in plan: TrainingPlan
  ) -> Sentence {
    if let old = years.number(of: lever), let new {
      return "\(statement(lever, number: new)) instead of \(shown(old, lever))."
    }
    switch lever {
    case .rule(let rule):
      let may: Sentence =
        rule.mayBeSoft
        ? "The rule \(rule.rawValue) may be broken where it has to be"
        : "The rule \(rule.rawValue) is off; there is a plan that breaks it"
      guard let example = years.violations(of: number, in: plan).first else { return "\(may)." }
      return "\(may), for example: \(example)"
    case .lecturers(let site):
      let missing: Sentence =
        years.violations(of: number, in: plan).first ?? "as many as are needed."
      return "The site \(name(ofSite: site)) finds further lecturers: \(missing)"
    case .pin(let index):
      return """
        \(clippedForDisplay(years.pins[index].group.id(in: year))) is not pinned. (The scenario lets \
        all pins go; to keep the others, unpin this row of delegates.csv.)
        """
    default: return "\(statement(lever))."
    }
  }

  private func addCell(of lever: TrainingLever, number: Int64?, to draft: inout ScenarioDraft) {
    let value = number.map { CanonicalJSON.integer($0) }
    switch lever {
    case .sizeMin(let course): draft.cells["courses.\(id(ofCourse: course)).size_min"] = value
    case .sizeMax(let course): draft.cells["courses.\(id(ofCourse: course)).size_max"] = value
    case .sessionsMax(let course):
      draft.cells["courses.\(id(ofCourse: course)).sessions_max"] = value
    case .beds(let site): draft.cells["sites.\(year.sites[site].id).beds"] = value
    case .classrooms(let site): draft.cells["sites.\(year.sites[site].id).classrooms"] = value
    case .lecturers(let site): draft.cells["sites.\(year.sites[site].id).lecturers"] = .null
    case .totalBudget: draft.cells["training.rules.budget.total_jpy"] = value
    case .quota(let index, let bound):
      draft.cells["training.rules.\(rules.quotas[index].id).\(bound.rawValue)"] = value
    case .rule(let rule):
      if rule.mayBeSoft {
        draft.cells["training.rules.\(rule.rawValue).penalty"] = .integer(10_000)
      } else {
        draft.cells["training.rules.\(rule.rawValue).off"] = .boolean(true)
      }
    case .pin: draft.cells["training.rules.pin.off"] = .boolean(true)
    case .cohortTrains: break
    }
  }

  // MARK: Words

  private func rule(of lever: TrainingLever) -> String {
    if case .quota(let index, _) = lever { rules.quotas[index].id } else { lever.rule.rawValue }
  }

  /// A clause without a full stop.
  private func statement(_ lever: TrainingLever, number: Int64? = nil) -> Sentence {
    let amount = number ?? years.number(of: lever) ?? 0
    let count = Int(clamping: amount)
    switch lever {
    case .cohortTrains(let cohort):
      let id = clippedForDisplay(year.cohorts[cohort].id)
      let partners = people(years.hosting.partners[cohort].people)
      return year.cohorts[cohort].predeparture.map {
        """
        The partners of \(id) (\(partners)) train before they leave, between \($0.lowerBound) and \
        \($0.upperBound)
        """
      } ?? "The partners of \(id) (\(partners)) train before they leave"
    case .rule(let rule): return meaning(of: rule)
    case .sizeMin(let course):
      return "A session of the course \(name(ofCourse: course)) has at least \(people(count))"
    case .sizeMax(let course):
      return "A session of the course \(name(ofCourse: course)) has at most \(people(count))"
    case .sessionsMax(let course):
      return "The course \(name(ofCourse: course)) has at most \(count, "session", "sessions")"
    case .beds(let site):
      return "The site \(name(ofSite: site)) has \(count, "bed", "beds")"
    case .classrooms(let site):
      return "The site \(name(ofSite: site)) has \(count, "classroom", "classrooms")"
    case .lecturers(let site):
      let lecturers = year.sites[site].lecturers.map {
        Sentence("\($0.language) (\($0.classes, "class", "classes"))")
      }
      return """
        The site \(name(ofSite: site)) has lecturers for \(Listing(lecturers, .plain)) only
        """
    case .totalBudget: return "All sessions together cost at most ¥\(grouped(count))"
    case .pin(let index):
      let pin = years.pins[index]
      let who = clippedForDisplay(pin.group.id(in: year))
      return pin.session.map { "\(who) joins \($0.phrase(in: year)), as pinned" }
        ?? "\(who) does not train, as pinned"
    case .quota(let index, let bound):
      let share: Sentence =
        switch bound {
        case .min: "at least \(people(count))"
        case .max: "at most \(people(count))"
        case .minPercent: "at least \(count) % of the people that it compares with"
        case .maxPercent: "at most \(count) % of the people that it compares with"
        }
      return "The quota \(clippedForDisplay(rules.quotas[index].id)) asks for \(share)"
    }
  }

  private func shown(_ number: Int64, _ lever: TrainingLever) -> Sentence {
    switch lever {
    case .totalBudget: "¥\(grouped(Int(clamping: number)))"
    case .quota(_, .minPercent), .quota(_, .maxPercent): "\(number) %"
    default: "\(grouped(number))"
    }
  }

  private func places(of lever: TrainingLever) -> [FilePlace] {
    switch lever {
    case .cohortTrains(let cohort):
      [places.cell("cohorts", year.cohorts[cohort].id, "predeparture_from")]
    case .rule(let rule): [places.trainingRule(rule.rawValue)]
    case .sizeMin(let course): [places.cell("courses", id(ofCourse: course), "size_min")]
    case .sizeMax(let course): [places.cell("courses", id(ofCourse: course), "size_max")]
    case .sessionsMax(let course): [places.cell("courses", id(ofCourse: course), "sessions_max")]
    case .beds(let site): [places.cell("sites", year.sites[site].id, "beds")]
    case .classrooms(let site): [places.cell("sites", year.sites[site].id, "classrooms")]
    case .lecturers(let site): [places.cell("sites", year.sites[site].id, "lecturers")]
    case .totalBudget: [places.trainingRule(TrainingRule.budget.rawValue)]
    case .pin: [FilePlace(file: "delegates.csv of the earlier plan", line: nil)]
    case .quota(let index, _): [places.trainingRule(rules.quotas[index].id)]
    }
  }

  private func id(ofCourse course: Int) -> String { year.training.courses[course].id }

  private func name(ofCourse course: Int) -> String { clippedForDisplay(id(ofCourse: course)) }

  private func name(ofSite site: Int) -> String { clippedForDisplay(year.sites[site].id) }

  private func people(_ count: Int) -> Sentence { "\(count, "person", "people")" }
}
