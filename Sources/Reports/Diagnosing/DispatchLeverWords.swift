// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording

/// What the levers of a dispatch year are called, and where they stand.
struct DispatchLeverWords {
  let year: ProgrammeYear
  let places: YearPlaces

  /// The rule, or the id of a quota or criterion rule.
  func rule(of lever: DispatchLever) -> String {
    switch lever {
    case .quota(let index, _): year.rules.quotas[index].id
    case .criterion(let index): year.rules.criteria[index].id
    default: lever.rule(in: year).rawValue
    }
  }

  /// What has to hold, as a sentence; of levers that are numbers with another number on
  /// demand.
  ///
  /// - Returns: A clause without a full stop.
  func statement(_ lever: DispatchLever, number: Int64? = nil) -> Sentence {
    let amount = number ?? year.number(of: lever) ?? 0
    let count = Int(clamping: amount)
    switch lever {
    case .countryMin(let index):
      return count == 0
        ? "\(country(index)) need not take anybody"
        : "\(country(index)) takes at least \(partners(count))"
    case .countryMax(let index):
      return "\(country(index)) takes at most \(partners(count))"
    case .cohortPlaces(let index):
      return "The cohort \(cohort(index)) has \(count, "place", "places")"
    case .trackMin(let index, let track):
      return count == 0
        ? "The cohort \(cohort(index)) need not take anybody of the track \(key(index, track))"
        : """
        The cohort \(cohort(index)) takes at least \(partners(count)) of the track \
        \(key(index, track))
        """
    case .trackMax(let index, let track):
      return """
        The cohort \(cohort(index)) takes at most \(partners(count)) of the track \
        \(key(index, track))
        """
    case .trackTaken:
      return "Somebody who applied through a track goes only to a cohort that takes it"
    case .rule(let rule): return ruleStatement(rule)
    case .together(let first, let second):
      return """
        \(person(first)) and \(person(second)) go to the same city and cohort, or neither of them \
        goes
        """
    case .apart(let first, let second):
      return "\(person(first)) and \(person(second)) are not in the same city"
    case .beds(let site):
      return """
        The site \(clippedForDisplay(year.sites[site].id)) has \(count, "bed", "beds") for the \
        training before departure
        """
    case .classrooms(let site):
      return """
        The site \(clippedForDisplay(year.sites[site].id)) has \
        \(count, "classroom", "classrooms") for the training before departure
        """
    case .countryBudget(let index):
      return "The partners in \(country(index)) cost at most \(yen(amount))"
    case .totalBudget: return "All partners together cost at most \(yen(amount))"
    case .pin(let row):
      let pin = year.pins[row]
      return pin.kind == .announced
        ? "\(person(pin.applicant)) is placed \(place(of: pin)), as announced"
        : "\(person(pin.applicant)) is placed \(place(of: pin)), as pinned"
    case .forbid(let rows):
      let pin = year.pins[rows[0]]
      return rows.count == 1
        ? "\(person(pin.applicant)) is not placed \(place(of: pin))"
        : "None of \(rows.count, "applicant", "applicants") is placed \(place(of: pin))"
    case .quota(let index, let bound):
      let (id, amount) = (
        clippedForDisplay(year.rules.quotas[index].id), quotaAmount(count, bound)
      )
      return year.rules.quotas[index].each.map {
        "The quota \(id) asks for \(amount), for each \(noun(of: $0))"
      } ?? "The quota \(id) asks for \(amount)"
    case .criterion(let index):
      let rule = year.rules.criteria[index]
      return """
        \(clippedForDisplay(rule.id)): placements have at least \(rule.minimum, "point", "points") \
        of the criterion \(rule.criterion.rawValue)
        """
    }
  }

  /// Where the year says so.
  func places(of lever: DispatchLever) -> [FilePlace] {
    switch lever {
    case .countryMin(let index): [places.cell("countries", year.countries[index].id, "min")]
    case .countryMax(let index): [places.cell("countries", year.countries[index].id, "max")]
    case .cohortPlaces(let index): [places.cell("cohorts", year.cohorts[index].id, "places")]
    case .trackMin(let index, _), .trackMax(let index, _):
      [places.cell("cohorts", year.cohorts[index].id, "tracks")]
    case .trackTaken, .rule: [places.rule(lever.rule(in: year).rawValue)]
    case .together(let first, let second):
      pairPlaces(first, second, "together_with") { $0.togetherWith }
    case .apart(let first, let second): pairPlaces(first, second, "apart_from") { $0.apartFrom }
    case .beds(let site): [places.cell("sites", year.sites[site].id, "beds")]
    case .classrooms(let site): [places.cell("sites", year.sites[site].id, "classrooms")]
    case .countryBudget(let index):
      [places.cell("countries", year.countries[index].id, "budget_jpy")]
    case .totalBudget: [places.rule(Rule.budget.rawValue)]
    case .pin(let row): [places.pin(row: row)]
    case .forbid(let rows):
      rows.prefix(3).map { places.pin(row: $0) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .quota(let index, _): [places.rule(year.rules.quotas[index].id)]
    case .criterion(let index): [places.rule(year.rules.criteria[index].id)]
    }
  }

  private func pairPlaces(
    _ first: Int, _ second: Int, _ column: String, _ named: (Applicant) -> [Int]
  ) -> [FilePlace] {
    [(first, second), (second, first)].filter { named(year.applicants[$0.0]).contains($0.1) }
      .map { places.cell("applicants", year.applicants[$0.0].id, column) }
  }
}

// MARK: Names

extension DispatchLeverWords {
  func country(_ index: Int) -> some Worded { CountryName(of: year.countries[index]) }

  func cohort(_ index: Int) -> String { clippedForDisplay(year.cohorts[index].id) }

  func person(_ index: Int) -> String { clippedForDisplay(year.applicants[index].id) }

  func key(_ cohort: Int, _ track: Int) -> String {
    clippedForDisplay(year.cohorts[cohort].tracks[track].key)
  }

  func partners(_ count: Int) -> Sentence { "\(count, "partner", "partners")" }

  func yen(_ amount: Int64) -> Sentence { "¥\(grouped(amount))" }

  /// Where a row of `pins.csv` puts somebody, such as `at S02 in Thailand 14`.
  func place(of pin: Pin) -> Sentence {
    let place: Sentence =
      switch pin.place {
      case .anywhere: "anywhere"
      case .post(let id): "at \(clippedForDisplay(id))"
      case .school(let school): "at \(clippedForDisplay(year.schools[school].id))"
      }
    guard let index = pin.cohort else { return place }
    return pin.place == .anywhere ? "in \(cohort(index))" : "\(place) in \(cohort(index))"
  }

  func quotaAmount(_ count: Int, _ bound: QuotaBound) -> Sentence {
    switch bound {
    case .min: "at least \(count, "placement", "placements")"
    case .max: "at most \(count, "placement", "placements")"
    case .minPercent: "at least \(count) % of the placements that it compares with"
    case .maxPercent: "at most \(count) % of the placements that it compares with"
    }
  }

  private func noun(of attribute: Attribute) -> String {
    attribute.rawValue.split(separator: ".").last.map(String.init) ?? attribute.rawValue
  }

  private func ruleStatement(_ rule: Rule) -> Sentence {
    switch rule {
    case .language:
      let rule = year.rules.language
      return rule.minimumRemote == rule.minimum
        ? "Partners have level \(rule.minimum) in English or the country's language"
        : """
        Partners have level \(rule.minimum) in English or the country's language, level \
        \(rule.minimumRemote) where a school is remote
        """
    case .hours:
      return """
        The schools of a post have from \(year.rules.hours.minimum) to \
        \(year.rules.hours.maximum, "hour", "hours") of Japanese a week together
        """
    case .travel:
      return """
        The further schools of a bundle lie within \
        \(kilometres(year.rules.travel.maximumMetres)) km of its base
        """
    case .companions:
      let rule = year.rules.companions
      let (age, distance) = (grouped(rule.oldestAge), kilometres(rule.withinMetres))
      return rule.others == 1
        ? """
        Around each partner who is abroad for the first time, \(age) or older, or weak in the \
        language, there is 1 other of the cohort within \(distance) km
        """
        : """
        Around each partner who is abroad for the first time, \(age) or older, or weak in the \
        language, there are \(grouped(rule.others)) others of the cohort within \(distance) km
        """
    case .rotation:
      return """
        A school pauses after \(year.rules.rotation.maximumYearsRunning, "year", "years") of \
        hosting, and schools that go on come first where the country says so
        """
    default: return meaning(of: rule)
    }
  }

  private func kilometres(_ metres: Int) -> String {
    metres % 1_000 == 0 ? grouped(metres / 1_000) : decimal(Double(metres) / 1_000, digits: 1)
  }
}
