// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is different from a programme year, as planners ask "what if".
package enum YearChange: Hashable, Sendable {
  /// A further row of `pins.csv`.
  case row(Pin)
  /// Nobody goes to these posts: a `forbid` row for every applicant.
  ///
  /// Their schools still count among the schools of their area.
  case closed(Pin.Place)
  /// A criterion weighs something else, 0 to 100.
  case weight(Criterion, Int)
  /// A country (an index) hosts other numbers of partners; no `max` is no limit.
  case country(Int, min: Int, max: Int?)
  /// A cohort (an index) has other places.
  case places(cohort: Int, Int)
  /// The quotas of this identifier have other bounds; none is no limit.
  case quota(String, minimum: Int?, maximum: Int?)
  /// The budget of a country (an index), or of all together, is another.
  case budget(country: Int?, Int64)

  /// A word for the kind of change.
  package var kind: String {
    switch self {
    case .row(let pin): pin.reason == "withdrawn" ? "withdrawn" : pin.kind.rawValue
    case .closed: "closed"
    case .weight: "weight"
    case .country: "country"
    case .places: "places"
    case .quota: "quota"
    case .budget: "budget"
    }
  }

  /// An applicant (an index) goes nowhere; whoever has to go together with them
  /// goes nowhere either.
  package static func withdrawn(_ applicant: Int) -> YearChange {
    .row(Pin(applicant: applicant, place: .anywhere, kind: .forbid, reason: "withdrawn"))
  }
}

extension ProgrammeYear {
  /// The year with a change.
  ///
  /// - Precondition: Indices are those of this year, and numbers within the
  ///   ranges that the files allow.
  package func changed(by change: YearChange) -> ProgrammeYear {
    var year = self
    switch change {
    case .row(let pin): year.pins.append(pin)
    case .closed(let place):
      year.pins += applicants.indices.map { Pin(applicant: $0, place: place, kind: .forbid) }
    case .weight(let criterion, let weight): year.weights[criterion] = weight
    case .country(let country, let min, let max):
      year.countries[country].min = min
      year.countries[country].max = max
    case .places(let cohort, let places): year.cohorts[cohort].places = places
    case .budget(let country?, let yen): year.countries[country].budget = yen
    case .budget(nil, let yen): year.rules.budget.total = yen
    case .quota(let id, let minimum, let maximum):
      for index in rules.quotas.indices where rules.quotas[index].id == id {
        year.rules.quotas[index].minimum = minimum
        year.rules.quotas[index].maximum = maximum
      }
    }
    return year
  }
}

extension ProgrammeYear {
  /// The year without whatever depends on an applicant: no row of `pins.csv` is theirs, and
  /// nobody names them to be together with or apart from.
  ///
  /// Indices stay as they are, and the applicant stays in the year.
  package func withdrawing(_ applicant: Int) -> ProgrammeYear {
    var year = self
    if pins.contains(where: { $0.applicant == applicant }) {
      year.pins.removeAll { $0.applicant == applicant }
    }
    for index in applicants.indices {
      if index == applicant {
        guard !applicants[index].togetherWith.isEmpty || !applicants[index].apartFrom.isEmpty
        else { continue }
        year.applicants[index].togetherWith = []
        year.applicants[index].apartFrom = []
      } else if applicants[index].togetherWith.contains(applicant)
        || applicants[index].apartFrom.contains(applicant)
      {
        year.applicants[index].togetherWith.removeAll { $0 == applicant }
        year.applicants[index].apartFrom.removeAll { $0 == applicant }
      }
    }
    return year
  }
}
