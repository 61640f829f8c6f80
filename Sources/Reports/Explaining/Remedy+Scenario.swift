// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles

extension Remedy {
  /// The change as a scenario, to be laid on the year's files.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - applicant: Whom the change is about, an index into its applicants.
  /// - Returns: What a scenario file holds; `docs/scenarios.md` describes it.
  package func scenario(in year: ProgrammeYear, for applicant: Int) -> CanonicalJSON {
    let id = year.applicants[applicant].id
    func setting(_ cells: [String: CanonicalJSON]) -> CanonicalJSON { ["set": .object(cells)] }
    switch change {
    case .interview(let points):
      return setting([
        "applicants.\(id).interview_score": .integer(
          year.applicants[applicant].interviewScore + points)
      ])
    case .prefer(let pin):
      return ["pins": [Self.row(pin, in: year)]]
    case .limit(.places(let cohort, let places)):
      return setting(["cohorts.\(year.cohorts[cohort].id).places": .integer(places)])
    case .limit(.country(let country, _, let max)):
      return setting([
        "countries.\(year.countries[country].id).max": max.map { .integer($0) } ?? .null
      ])
    case .limit(.quota(let quota, let minimum, let maximum)):
      return setting([
        "rules.\(quota).min": minimum.map { .integer($0) } ?? .null,
        "rules.\(quota).max": maximum.map { .integer($0) } ?? .null,
      ])
    case .limit(.weight(let criterion, let weight)):
      return ["weights": .object([criterion.rawValue: .integer(weight)])]
    case .limit(.budget(let country, let yen)):
      return setting([
        country.map { "countries.\(year.countries[$0].id).budget_jpy" } ?? "rules.budget.total":
          .integer(yen)
      ])
    case .limit(.row(let pin)):
      return ["pins": [Self.row(pin, in: year)]]
    case .limit(.closed(.post(let post))):
      return ["close": ["posts": [.string(post)]]]
    case .limit(.closed(.school(let school))):
      return ["close": ["schools": [.string(year.schools[school].id)]]]
    case .limit(.closed(.anywhere)):
      return ["close": ["countries": .array(year.countries.map { .string($0.id) })]]
    case .off(.criterion):
      return setting(
        Dictionary(
          year.rules.criteria.map { ("rules.\($0.id).off", CanonicalJSON.boolean(true)) },
          uniquingKeysWith: { first, _ in first }))
    case .off(let rule):
      return setting(["rules.\(rule.rawValue).off": .boolean(true)])
    case .acceptsEverything:
      return setting(["applicants.\(id).countries": .null, "applicants.\(id).cohorts": .null])
    }
  }

  /// A row of `pins.csv`.
  private static func row(_ pin: Pin, in year: ProgrammeYear) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "applicant": .string(year.applicants[pin.applicant].id), "kind": .string(pin.kind.rawValue),
    ]
    switch pin.place {
    case .post(let post): members["post"] = .string(post)
    case .school(let school): members["school"] = .string(year.schools[school].id)
    case .anywhere: break
    }
    if let cohort = pin.cohort { members["cohort"] = .string(year.cohorts[cohort].id) }
    return .object(members)
  }
}
