// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
package import Programme
internal import Wording

/// A single change, and whether the best plan after it places an applicant who has
/// no placement; each is confirmed by an exact solve.
package struct Remedy: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// So many points more at the interview.
    case interview(Int)
    /// A further row of `pins.csv`.
    case prefer(Pin)
    /// A place more in a cohort, or a partner more in a country or a quota.
    case limit(YearChange)
    /// The rule is off.
    case off(Rule)
    /// The applicant accepts every country and cohort.
    case acceptsEverything
  }

  package var change: Change
  /// Whether the applicant is placed then.
  package var isEnough: Bool
  /// The change and what comes of it, in words.
  package var sentence: String

  /// The year after the change.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - applicant: An index into its applicants.
  /// - Returns: The changed year.
  package func applied(to year: ProgrammeYear, applicant: Int) -> ProgrammeYear {
    var changed = year
    switch change {
    case .interview(let points): changed.applicants[applicant].interviewScore += points
    case .prefer(let pin): changed.pins.append(pin)
    case .limit(let change): changed = year.changed(by: change)
    case .off(let rule):
      changed.rules.strictness[rule] = .off
      if rule == .criterion {
        for index in year.rules.criteria.indices { changed.rules.criteria[index].strictness = .off }
      }
    case .acceptsEverything:
      changed.applicants[applicant].countryRanks = []
      changed.applicants[applicant].cohorts = []
    }
    return changed
  }

  /// The word for the kind of change, for programs.
  var kind: String {
    switch change {
    case .interview: "interview"
    case .prefer: "prefer"
    case .limit(let change): change.kind
    case .off: "rule"
    case .acceptsEverything: "acceptance"
    }
  }
}

extension Remedy {
  /// Looks for single changes that place an applicant.
  ///
  /// - Parameters:
  ///   - applicant: An index into the year's applicants; has no placement.
  ///   - plan: The plan.
  ///   - session: The planned year.
  ///   - found: The applicant's best placements.
  ///   - limits: When to stop.
  /// - Returns: What was tried, with what came of it.
  /// - Throws: `EngineFailure` when the solver broke.
  static func remedies(
    for applicant: Int, of plan: ExplainedPlan, in session: borrowing DispatchSession,
    found: AlternativesFound, limits: AlternativeLimits
  ) throws(EngineFailure) -> [Remedy] {
    let isPlaced = session.base.placements.contains { $0.applicant == applicant }
    guard !isPlaced, !limits.isOver() else { return [] }
    guard found.candidates > 0 else {
      return try withoutRules(applicant, of: plan, in: session, limits: limits)
    }
    return morePoints(applicant, of: plan, in: session, found: found)
      + (try moreRoom(applicant, of: plan, in: session, found: found, limits: limits))
  }

  /// What more points would do, which follows from the loss of the best placement:
  /// who brings more than it costs is in every best plan.
  private static func morePoints(
    _ applicant: Int, of plan: ExplainedPlan, in session: borrowing DispatchSession,
    found: AlternativesFound
  ) -> [Remedy] {
    let (base, year) = (session.base.tiers, plan.year)
    guard let best = found.best.first, best.isExact, let last = base.last,
      last.name == "points" || last.name == "weighted",
      let placement = best.outcome.placements.first(where: { $0.applicant == applicant })
    else { return [] }
    let losses = losses(of: best.outcome.tiers, against: base)
    let keepsOthers =
      losses.dropLast().allSatisfy { $0 == 0 }
      && zip(best.outcome.tiers, base).allSatisfy { $0.shares == $1.shares }
    guard keepsOthers, let loss = losses.last, loss > 0 else { return [] }
    let id = year.applicants[applicant].id
    let place = placeInWords(placement, in: year)
    var remedies: [Remedy] = []
    let weight = Int64(year.weights[.interview] ?? 0)
    let isCounted = year.rules.quotas.contains { quota in
      [quota.select, quota.share?.of].compactMap { $0 }.contains { selector in
        selector.conditions.contains { $0.attribute == .applicantInterviewScore }
      }
    }
    if weight > 0, !isCounted {
      let points = Int(loss / weight) + 1
      let score = year.applicants[applicant].interviewScore + points
      if score <= 100 {
        remedies.append(
          Remedy(
            change: .interview(points), isEnough: true,
            sentence: localized(
              """
              With \(points, "point", "points") more at the interview (\(score)) every best plan \
              places \(id).
              """)))
      }
    }
    let bonus = 100 * Int64(year.weights[.preference] ?? 0)
    let pin = Pin(
      applicant: applicant, place: .post(placement.post.id), cohort: placement.cohort,
      kind: .prefer)
    let isPreferred = year.pins.contains {
      $0.applicant == applicant && $0.kind == .prefer
        && $0.names(placement.post, cohort: placement.cohort)
    }
    if bonus > loss, !isPreferred {
      remedies.append(
        Remedy(
          change: .prefer(pin), isEnough: true,
          sentence: localized(
            """
            With a row "prefer" in pins.csv for \(place) every best plan places \(id).
            """)))
    }
    return remedies
  }

  /// Limits that are tried.
  private static var mostLimits: Int { 3 }

  /// What one more would do where a limit is reached at the best placements.
  private static func moreRoom(
    _ applicant: Int, of plan: ExplainedPlan, in session: borrowing DispatchSession,
    found: AlternativesFound, limits: AlternativeLimits
  ) throws(EngineFailure) -> [Remedy] {
    let year = plan.year
    let base = session.base.placements
    var filled = year.cohorts.map { _ in 0 }
    for placement in base { filled[placement.cohort] += 1 }
    func partners(in country: Int) -> Int {
      year.cohorts.indices.reduce(0) {
        $0 + (year.cohorts[$1].country == country ? filled[$1] : 0)
      }
    }
    var remedies: [Remedy] = []
    var tried: Set<YearChange> = []
    let places = found.best.filter(\.isExact).compactMap { alternative in
      alternative.outcome.placements.first { $0.applicant == applicant }
    }
    for placement in places {
      let cohort = year.cohorts[placement.cohort]
      let country = year.countries[cohort.country]
      var changes: [(change: YearChange, words: Sentence)] = []
      if filled[placement.cohort] >= cohort.places {
        changes.append(
          (.places(cohort: placement.cohort, cohort.places + 1), "a place more in \(cohort.id)"))
      }
      if let max = country.max, partners(in: cohort.country) >= max {
        changes.append(
          (
            .country(cohort.country, min: country.min, max: max + 1),
            "a partner more in \(country.id)"
          ))
      }
      for (change, words) in changes where tried.count < Self.mostLimits {
        guard tried.insert(change).inserted, !limits.isOver() else { continue }
        let outcome = try session.outcome(after: change).outcome
        guard outcome.status == .optimal else { continue }
        remedies.append(
          Remedy(.limit(change), words, applicant, outcome, year))
      }
    }
    return remedies
  }

  /// Rules that are tried.
  private static var mostRules: Int { 3 }

  /// What the year would be without one of the rules that alone exclude an applicant
  /// from some post.
  private static func withoutRules(
    _ applicant: Int, of plan: ExplainedPlan, in session: borrowing DispatchSession,
    limits: AlternativeLimits
  ) throws(EngineFailure) -> [Remedy] {
    let (year, eligibility) = (plan.year, session.eligibility)
    var opened: [Rule: Int] = [:]
    for (slot, pair) in eligibility.slots.enumerated() {
      let rules =
        eligibility.hardBroken(applicant: applicant, slot: slot).rules
        + eligibility.brokenByPost(pair.post).filter { year.rules[$0] == .hard }
      if rules.count == 1 { opened[rules[0], default: 0] += 1 }
    }
    var remedies: [Remedy] = []
    for (rule, _) in opened.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      .prefix(Self.mostRules)
    {
      guard !limits.isOver() else { break }
      let change: Change = rule == .countryAccepted ? .acceptsEverything : .off(rule)
      let words: Sentence =
        rule == .countryAccepted
        ? "every country and cohort accepted" : "the rule \(rule.rawValue) off"
      var remedy = Remedy(change: change, isEnough: false, sentence: "")
      let outcome = try session.planned(remedy.applied(to: year, applicant: applicant))
      guard outcome.status == .optimal else { continue }
      remedy = Remedy(change, words, applicant, outcome, year)
      remedies.append(remedy)
    }
    return remedies
  }

  /// What came of a change.
  private init(
    _ change: Change, _ words: Sentence, _ applicant: Int, _ outcome: DispatchOutcome,
    _ year: ProgrammeYear
  ) {
    let id = year.applicants[applicant].id
    let placement = outcome.placements.first { $0.applicant == applicant }
    self.change = change
    isEnough = placement != nil
    sentence =
      placement.map {
        localized("With \(words) the best plan places \(id) at \(placeInWords($0, in: year)).")
      } ?? localized("With \(words) the best plan still does not place \(id).")
  }
}

/// A post and a cohort, such as `S06 (Hanoi) in Vietnam 13`.
func placeInWords(_ placement: Placement, in year: ProgrammeYear) -> String {
  let city = year.schools[placement.post.base].city
  let cohort = year.cohorts[placement.cohort].id
  return localized(
    city.isEmpty
      ? "\(placement.post.id) in \(cohort)" : "\(placement.post.id) (\(city)) in \(cohort)")
}
