// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Bounds that contradict each other, and countries without cohorts.
  mutating func checkCountries() {
    for read in countries where read.has("min", "max") {
      let country = read.row
      if let max = country.max, country.min > max {
        faults.report(
          sources.countries.fault(
            line: read.line, column: "min", value: String(country.min),
            "is more than max, \(max)", expected: "min at most max", kind: "min above max",
            and: ["max"]))
      }
    }
  }

  /// Windows that end before they begin, and quotas beyond the places.
  mutating func checkCohorts() {
    for read in cohorts {
      let cohort = read.row.cohort
      checkOrder(
        sources.cohorts, read, from: ("dispatch_start", cohort.dispatchStart),
        to: ("dispatch_end", cohort.dispatchEnd))
      checkOrder(
        sources.cohorts, read, from: ("born_from", cohort.bornFrom), to: ("born_to", cohort.bornTo))
      checkSession(read)
      if read.has("tracks", "places") {
        let least = leastPlaces(of: cohort.tracks)
        if least > cohort.places {
          faults.report(
            sources.cohorts.fault(
              line: read.line, column: "tracks", value: nil,
              "the quotas ask for \(least) partners in \(cohort.places) places",
              expected: "quotas that fit into places", kind: "quotas beyond places",
              and: ["places"]))
        }
      }
      if read.has("born_from", "dispatch_start"), let from = cohort.bornFrom,
        from > cohort.dispatchStart
      {
        faults.report(
          sources.cohorts.fault(
            line: read.line, column: "born_from", value: from.description,
            "is after the dispatch starts", expected: "a birth date", and: ["dispatch_start"]))
      }
    }
  }

  private mutating func checkSession(_ read: ReadRow<CohortRow>) {
    guard read.has("predeparture_from", "predeparture_to") else { return }
    switch (read.row.predepartureFrom, read.row.predepartureTo) {
    case (nil, nil): break
    case (nil, _?):
      faults.report(
        sources.cohorts.fault(
          line: read.line, column: "predeparture_from", value: nil, "the cell is empty",
          expected: "a day, since predeparture_to has one", and: ["predeparture_to"]))
    case (_?, nil):
      faults.report(
        sources.cohorts.fault(
          line: read.line, column: "predeparture_to", value: nil, "the cell is empty",
          expected: "a day, since predeparture_from has one", and: ["predeparture_from"]))
    case (let from?, let to?):
      checkOrder(
        sources.cohorts, read, from: ("predeparture_from", from), to: ("predeparture_to", to))
      if read.has("dispatch_start"), from <= to, to > read.row.cohort.dispatchStart {
        faults.report(
          sources.cohorts.fault(
            line: read.line, column: "predeparture_to", value: to.description,
            "is after the dispatch starts on \(read.row.cohort.dispatchStart)",
            expected: "a session that ends on or before the start", kind: "late session",
            and: ["dispatch_start"]))
      }
    }
  }

  /// Reports a window that ends before it begins.
  mutating func checkOrder<Row>(
    _ source: TableSource, _ read: ReadRow<Row>, from: (column: String, day: Day?),
    to: (column: String, day: Day?)
  ) {
    guard let first = from.day, let last = to.day, first > last,
      read.has(from.column, to.column)
    else { return }
    faults.report(
      source.fault(
        line: read.line, column: to.column, value: last.description,
        "is before \(from.column), \(first)", expected: "a day on or after it",
        kind: "reversed window", and: [from.column]))
  }
}

/// The partners whom quotas ask for together.
///
/// A quota of `university` and one of `university:APU` may count the same
/// partners.
private func leastPlaces(of quotas: [TrackQuota]) -> Int {
  var whole: [Substring: Int] = [:]
  var parts: [Substring: Int] = [:]
  for quota in quotas {
    let group = quota.key.prefix { $0 != ":" }
    if quota.key.contains(":") {
      parts[group, default: 0] += quota.min
    } else {
      whole[group, default: 0] += quota.min
    }
  }
  return Set(whole.keys).union(parts.keys).reduce(0) { sum, group in
    sum + max(whole[group, default: 0], parts[group, default: 0])
  }
}
