// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Programme
package import ProgrammeFiles
internal import Wording

extension DiagnosisReport {
  /// A diagnosis of a dispatch year in words.
  ///
  /// - Parameters:
  ///   - diagnosis: What was found.
  ///   - places: Where the year's files say what they say.
  package init(_ diagnosis: DispatchDiagnosis, places: YearPlaces) {
    self.init(problem: "dispatch")
    let writer = DispatchDiagnosisWriter(
      diagnosis: diagnosis,
      words: DispatchLeverWords(year: diagnosis.years.year, places: places))
    isComplete = diagnosis.found.isComplete
    for (conflict, shortfalls) in zip(diagnosis.found.conflicts, diagnosis.found.shortfalls) {
      conflicts.append(
        zip(conflict.levers, shortfalls).map { lever, shortfall in
          writer.condition(lever, shortfall, of: conflict)
        })
      witnesses.append(dispatchWitness(of: conflict, in: diagnosis.years, words: writer.words))
    }
    relaxations = diagnosis.found.relaxations.map(writer.relaxation)
    plans = diagnosis.found.relaxations.map(\.plan)
    let least = relaxations.map(\.cost).min()
    if let cheapest = diagnosis.found.cheapest, cheapest.cost < least ?? .max {
      relaxations.append(writer.relaxation(cheapest))
      plans.append(cheapest.plan)
    }
    markCheapest()
  }

  init(problem: String) {
    self.problem = problem
  }

  /// Marks the first of the ways out that cost least.
  mutating func markCheapest() {
    let least = relaxations.map(\.cost).min()
    if let index = relaxations.firstIndex(where: { $0.cost == least }) {
      relaxations[index].isCheapest = true
    }
  }
}

/// Puts the parts of a diagnosis into words.
private struct DispatchDiagnosisWriter {
  let diagnosis: DispatchDiagnosis
  let words: DispatchLeverWords

  private var years: LeverYear { diagnosis.years }
  private var year: ProgrammeYear { years.year }

  // MARK: Conditions

  func condition(
    _ number: Int, _ shortfall: Shortfall<[Placement]>, of conflict: Conflict
  ) -> DiagnosedCondition {
    let lever = years.levers[number]
    let isCounted: Bool =
      switch lever {
      case .rule, .criterion, .trackTaken: true
      default: false
      }
    return DiagnosedCondition(
      rule: words.rule(of: lever), sentence: "\(words.statement(lever)).",
      places: words.places(of: lever), isLaw: lever.standing(in: year).isLaw,
      remainder: remainder(number, shortfall, of: conflict),
      examples: isCounted ? years.violations(of: number, in: shortfall.plan) : [])
  }

  /// What the other conditions leave of one.
  private func remainder(
    _ number: Int, _ shortfall: Shortfall<[Placement]>, of conflict: Conflict
  ) -> Sentence {
    let others = DiagnosisReport.others(of: conflict.levers.count)
    let lever = years.levers[number]
    let amount = years.nearestNumber(of: number, in: shortfall.plan) ?? 0
    let count = Int(clamping: amount)
    let units = shortfall.units
    let rest: Sentence
    switch lever {
    case .countryMin, .trackMin:
      rest = count == 0 ? "nobody can be placed there" : "it gets \(words.partners(count)) at most"
    case .countryMax, .trackMax: rest = "it has to take at least \(words.partners(count))"
    case .cohortPlaces:
      rest = "it needs at least \(count, "place", "places")"
    case .trackTaken, .rule, .criterion:
      return "\(others), at least \(exceptions(units, of: lever)) this:"
    case .together: rest = "they cannot both go to one place, nor both stay"
    case .apart: rest = "they have to meet in one city"
    case .beds: rest = "it needs at least \(count, "bed", "beds")"
    case .classrooms: rest = "it needs at least \(count, "classroom", "classrooms")"
    case .countryBudget, .totalBudget: rest = "they cost at least about \(words.yen(amount))"
    case .pin: rest = "that is not possible"
    case .forbid:
      rest = "at least \(units, "placement has", "placements have") to be there"
    case .quota(let index, let bound):
      let isSimple = year.rules.quotas[index].each == nil
      let isLeast = lever.isLeast
      switch bound {
      case .min where isSimple:
        rest = "at most \(count, "placement is", "placements are") possible"
      case .max where isSimple:
        rest = "at least \(count, "placement is", "placements are") needed"
      default:
        rest =
          isLeast
          ? "at least \(units, "placement is", "placements are") missing"
          : "at least \(units, "placement is", "placements are") too many"
      }
    }
    return "\(others), \(rest)."
  }

  /// Such as `2 placements break`.
  private func exceptions(_ units: Int, of lever: DispatchLever) -> Sentence {
    switch lever {
    case .rule(.hours), .rule(.travel): "\(units, "post breaks", "posts break")"
    case .rule(.rotation): "\(units, "school breaks", "schools break")"
    case .rule(.companions):
      "\(units, "partner is placed against", "partners are placed against")"
    default: "\(units, "placement breaks", "placements break")"
    }
  }

  // MARK: Ways out

  func relaxation(_ relaxation: Relaxation<[Placement]>) -> DiagnosedRelaxation {
    var changed = year
    var draft = ScenarioDraft()
    var changes: [DiagnosedRelaxation.Change] = []
    for (number, units) in relaxation.changes {
      let lever = years.levers[number]
      let sentence: Sentence
      if let old = year.number(of: lever),
        let new = years.nearestNumber(of: number, in: relaxation.plan)
      {
        changed.set(lever, to: new)
        sentence =
          new == 0 && lever.isLeast
          ? "\(words.statement(lever, number: new)); now it is at least \(shown(old, lever))."
          : "\(words.statement(lever, number: new)) instead of \(shown(old, lever))."
      } else {
        sentence = giveWay(lever, number, units, in: relaxation.plan, &changed, &draft)
      }
      changes.append(
        .init(
          rule: words.rule(of: lever), sentence: sentence, units: units,
          costEach: lever.standing(in: year).cost))
    }
    addCells(of: relaxation.changes.map { years.levers[$0.lever] }, in: changed, to: &draft)
    return DiagnosedRelaxation(changes: changes, cost: relaxation.cost, scenario: draft)
  }

  private func shown(_ number: Int64, _ lever: DispatchLever) -> Sentence {
    switch lever {
    case .countryBudget, .totalBudget: words.yen(number)
    case .quota(_, .minPercent), .quota(_, .maxPercent): "\(number) %"
    default: "\(grouped(number))"
    }
  }

  /// Lets a lever that is no number give way.
  private func giveWay(
    _ lever: DispatchLever, _ number: Int, _ units: Int, in plan: [Placement],
    _ changed: inout ProgrammeYear, _ draft: inout ScenarioDraft
  ) -> Sentence {
    switch lever {
    case .trackTaken:
      let strangers = years.strangers(in: plan)
      for stranger in strangers {
        changed.cohorts[stranger.cohort].tracks.append(
          TrackQuota(key: stranger.track, max: stranger.count))
      }
      let sentences = strangers.map { stranger -> Sentence in
        """
        The cohort \(words.cohort(stranger.cohort)) takes \(words.partners(stranger.count)) of the \
        track \(clippedForDisplay(stranger.track)), which it does not take now.
        """
      }
      return "\(Listing(sentences, .sentences))"
    case .rule, .criterion, .quota:
      let name = words.rule(of: lever)
      // Beside the penalties of soft rules, so that it is broken no oftener than needed.
      draft.cells["rules.\(name).penalty"] = .integer(10_000)
      let examples = years.violations(of: number, in: plan)
      let may: Sentence =
        units == 1
        ? "The rule \(clippedForDisplay(name)) may be broken once"
        : "The rule \(clippedForDisplay(name)) may be broken \(grouped(units)) times"
      guard let example = examples.first else { return "\(may)." }
      return examples.count > 1 ? "\(may), for example: \(example)" : "\(may): \(example)"
    case .together(let first, let second):
      changed.applicants[first].togetherWith.removeAll { $0 == second }
      changed.applicants[second].togetherWith.removeAll { $0 == first }
      return "\(words.person(first)) and \(words.person(second)) need not go together."
    case .apart(let first, let second):
      changed.applicants[first].apartFrom.removeAll { $0 == second }
      changed.applicants[second].apartFrom.removeAll { $0 == first }
      return "\(words.person(first)) and \(words.person(second)) may be in the same city."
    case .pin(let row):
      let pin = year.pins[row]
      draft.rows.append(cells(ofRow: row, isAlone: true))
      let (who, place) = (words.person(pin.applicant), words.place(of: pin))
      return pin.kind == .announced
        ? "\(who) need not be placed \(place), although announced."
        : "\(who) need not be placed \(place), although pinned."
    case .forbid(let rows):
      let pin = year.pins[rows[0]]
      draft.rows.append(cells(ofRow: rows[0], isAlone: rows.count == 1))
      let who: Sentence =
        rows.count == 1
        ? "\(words.person(pin.applicant))" : "\(rows.count, "applicant", "applicants")"
      return "\(who) may be placed \(words.place(of: pin)), although it is forbidden."
    default: return ""
    }
  }

  /// What stands in a row of `pins.csv`; of many rows what they have in common.
  private func cells(ofRow row: Int, isAlone: Bool) -> [String: CanonicalJSON] {
    var cells = words.places.pinCells(row: row)
    if !isAlone { cells["applicant"] = nil }
    return cells.mapValues { $0.isEmpty ? .null : .string($0) }
  }

  /// The cells that are different in a changed year.
  private func addCells(
    of levers: [DispatchLever], in changed: ProgrammeYear, to draft: inout ScenarioDraft
  ) {
    for lever in levers {
      let number = changed.number(of: lever).map { CanonicalJSON.integer($0) }
      switch lever {
      case .countryMin(let index): draft.cells["countries.\(year.countries[index].id).min"] = number
      case .countryMax(let index): draft.cells["countries.\(year.countries[index].id).max"] = number
      case .cohortPlaces(let index):
        draft.cells["cohorts.\(year.cohorts[index].id).places"] = number
      case .trackMin, .trackMax, .trackTaken: addTracks(in: changed, to: &draft)
      case .beds(let site): draft.cells["sites.\(year.sites[site].id).beds"] = number
      case .classrooms(let site): draft.cells["sites.\(year.sites[site].id).classrooms"] = number
      case .countryBudget(let index):
        draft.cells["countries.\(year.countries[index].id).budget_jpy"] = number
      case .totalBudget: draft.cells["rules.budget.total_jpy"] = number
      case .quota(let index, let bound):
        if number != year.number(of: lever).map({ .integer($0) }) {
          draft.cells["rules.\(year.rules.quotas[index].id).\(bound.rawValue)"] = number
        }
      case .together(let first, let second):
        for person in [first, second] {
          addNames(person, "together_with", in: changed, to: &draft) { $0.togetherWith }
        }
      case .apart(let first, let second):
        for person in [first, second] {
          addNames(person, "apart_from", in: changed, to: &draft) { $0.apartFrom }
        }
      case .rule, .criterion, .pin, .forbid: break
      }
    }
  }

  private func addTracks(in changed: ProgrammeYear, to draft: inout ScenarioDraft) {
    for (old, new) in zip(year.cohorts, changed.cohorts) where old.tracks != new.tracks {
      let quotas = new.tracks.map { quota in
        "\(quota.key)=" + (quota.min == 0 ? "" : "\(quota.min)..") + "\(quota.max)"
      }
      draft.cells["cohorts.\(old.id).tracks"] = .string(quotas.joined(separator: ";"))
    }
  }

  private func addNames(
    _ person: Int, _ column: String, in changed: ProgrammeYear, to draft: inout ScenarioDraft,
    _ named: (Applicant) -> [Int]
  ) {
    let names = named(changed.applicants[person])
    guard names != named(year.applicants[person]) else { return }
    draft.cells["applicants.\(year.applicants[person].id).\(column)"] = .array(
      names.map { .string(year.applicants[$0].id) })
  }
}
