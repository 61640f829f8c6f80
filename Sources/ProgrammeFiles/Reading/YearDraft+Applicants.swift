// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Birth dates, windows, and tracks that no cohort takes.
  mutating func checkApplicants() {
    let newYear = settings.fiscalYear.flatMap { Day(year: $0, month: 4, day: 1) }
    let quotas = Set(cohorts.flatMap { $0.row.cohort.tracks }.map(\.key)).sorted()
      .map { TrackQuota(key: $0, max: 0) }
    let areQuotasKnown = cohorts.allSatisfy { $0.has("tracks") } && !cohorts.isEmpty
    let nearest = NearestName(among: quotas.map(\.key))
    for read in applicants {
      let applicant = read.row
      if let newYear, read.has("birth_date"), applicant.birthDate >= newYear {
        faults.report(
          sources.applicants.fault(
            line: read.line, column: "birth_date", value: applicant.birthDate.description,
            "is not before the fiscal year begins", expected: "a day before \(newYear)"))
      }
      checkOrder(
        sources.applicants, read, from: ("available_from", applicant.availableFrom),
        to: ("available_to", applicant.availableTo))
      if areQuotasKnown, read.has("track"), applicant.track != Applicant.openTrack,
        !quotas.contains(where: { $0.covers(applicant.track) })
      {
        let fault = sources.applicants.fault(
          line: read.line, column: "track", value: applicant.track,
          "has no quota in any cohort", severity: .notice)
        faults.report(fault) { nearest.hint(for: applicant.track) }
      }
    }
  }

  /// Who names whom in `together_with` and `apart_from`.
  mutating func checkCompany() {
    var groups = Groups(count: applicants.count)
    var isAlone = true
    for (index, read) in applicants.enumerated() {
      if read.has("together_with"), !read.row.togetherWith.isEmpty {
        isAlone = false
        for other in read.row.togetherWith { groups.join(index, other) }
        checkSelf(index, read, column: "together_with", read.row.togetherWith)
      }
      if read.has("apart_from") {
        checkSelf(index, read, column: "apart_from", read.row.apartFrom)
      }
    }
    guard !isAlone else { return }
    checkApart(groups: &groups)
    checkCircles()
  }

  private mutating func checkSelf(
    _ index: Int, _ read: ReadRow<Applicant>, column: String, _ named: [Int]
  ) {
    guard named.contains(index) else { return }
    faults.report(
      sources.applicants.fault(
        line: read.line, column: column, value: names.applicants.names[index],
        "names itself", expected: "other applicants"))
  }

  private func names(_ applicant: Int, _ other: Int) -> Bool {
    applicants[applicant].has("together_with")
      && applicants[applicant].row.togetherWith.contains(other)
  }

  private mutating func checkApart(groups: inout Groups) {
    for (index, read) in applicants.enumerated() where read.has("apart_from") {
      for other in read.row.apartFrom where groups.root(index) == groups.root(other) {
        guard index != other else { continue }
        // When both rows say it, it is reported once.
        if other < index, applicants[other].has("apart_from"),
          applicants[other].row.apartFrom.contains(index)
        {
          continue
        }
        let isDirect = names(index, other) || names(other, index)
        let name = names.applicants.names[index]
        faults.report(
          sources.applicants.fault(
            line: read.line, column: "apart_from", value: names.applicants.names[other],
            isDirect
              ? "is in together_with too"
              : """
              is bound to \(name) through others in together_with, so that none of them can be \
              placed
              """,
            expected: isDirect ? "one or the other" : nil,
            severity: isDirect ? .error : .notice,
            kind: isDirect ? "together and apart" : "together and apart through others"))
      }
    }
  }

  /// Circles of three or more who do not all name each other: a wish handed
  /// on and on, which nobody can mean.
  private mutating func checkCircles() {
    let isReported = circles(among: applicants.map(\.row.togetherWith))
    for circle in isReported {
      let read = applicants[circle[0]]
      guard circle.allSatisfy({ applicants[$0].has("together_with") }) else { continue }
      let next = circle.dropFirst() + [circle[0]]
      let steps = zip(circle, next).map { one, other -> Sentence in
        "\(names.applicants.names[one]) names \(names.applicants.names[other])"
      }
      let shown = steps.count <= 6 ? steps : Array(steps.prefix(5)) + ["and so on"]
      faults.report(
        sources.applicants.fault(
          line: read.line, column: "together_with", value: names.applicants.names[circle[1]],
          "closes a circle: \(Listing(shown, .plain))",
          expected: "applicants who name each other", kind: "circle"))
    }
  }
}

/// Applicants bound to each other, as a forest of disjoint sets.
struct Groups {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// The one that stands for an applicant's group.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (low, high) = (min(root(one), root(other)), max(root(one), root(other)))
    parents[high] = low
  }
}
