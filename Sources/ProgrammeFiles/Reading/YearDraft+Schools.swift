// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// The country of a cohort, if it is known.
  func country(ofCohort cohort: Int) -> Int? {
    guard cohorts.indices.contains(cohort), cohorts[cohort].has("country") else { return nil }
    return cohorts[cohort].row.cohort.country
  }

  /// The country of a school, if it is known.
  func country(ofSchool school: Int) -> Int? {
    guard schools.indices.contains(school), schools[school].has("country") else { return nil }
    return schools[school].row.school.country
  }

  /// Seats, years and cohorts that contradict each other.
  mutating func checkSchools() {
    let areCohortsKnown = cohorts.allSatisfy { $0.has("country") } && !cohorts.isEmpty
    let served = Set(cohorts.map(\.row.cohort.country))
    for read in schools {
      let school = read.row.school
      checkSeats(
        sources.schools, line: read.line, isRead: read.has("seats_min", "seats_max"),
        school.seatsMin, school.seatsMax)
      checkYears(read)
      guard let country = country(ofSchoolIn: read) else { continue }
      for cohort in read.has("cohorts") ? school.cohorts : [] {
        guard let other = self.country(ofCohort: cohort), other != country else { continue }
        faults.report(
          sources.schools.fault(
            line: read.line, column: "cohorts", value: names.cohorts.names[cohort],
            """
            goes to \(names.countries.names[other]), and the school is in \
            \(names.countries.names[country])
            """, expected: "cohorts of the school's country",
            kind: "cohort of another country", and: ["country"]))
      }
      if areCohortsKnown, !served.contains(country) {
        faults.report(
          sources.schools.fault(
            line: read.line, column: "country", value: names.countries.names[country],
            "has no cohort, so that the school cannot host", severity: .notice,
            kind: "no cohort"))
      }
    }
  }

  private func country(ofSchoolIn read: ReadRow<SchoolRow>) -> Int? {
    read.has("country") ? read.row.school.country : nil
  }

  private mutating func checkYears(_ read: ReadRow<SchoolRow>) {
    guard read.has("last_hosted_year"), let fiscalYear = settings.fiscalYear else { return }
    guard let last = read.row.school.lastHostedYear else {
      if read.has("years_running"), let years = read.row.yearsRunning, years > 0 {
        faults.report(
          sources.schools.fault(
            line: read.line, column: "years_running", value: String(years),
            "is not 0, and last_hosted_year is empty", severity: .notice,
            and: ["last_hosted_year"]))
      }
      return
    }
    guard last < fiscalYear else {
      faults.report(
        sources.schools.fault(
          line: read.line, column: "last_hosted_year", value: String(last),
          "is not before the fiscal year \(fiscalYear)", expected: "a year that is over",
          kind: "year not over"))
      return
    }
  }

  private mutating func checkSeats(
    _ source: TableSource, line: Int, isRead: Bool, _ fewest: Int, _ most: Int
  ) {
    guard isRead, fewest > most else { return }
    faults.report(
      source.fault(
        line: line, column: "seats_min", value: String(fewest),
        "is more than seats_max, \(most)", expected: "seats_min at most seats_max",
        kind: "seats_min above seats_max", and: ["seats_max"]))
  }

  /// Posts over several countries, without a cohort, or given twice.
  mutating func checkPosts() {
    var firstLines: [Set<Int>: Int] = [:]
    for read in posts.sorted(by: { $0.line < $1.line }) {
      let post = read.row
      checkSeats(
        sources.posts, line: read.line, isRead: read.has("seats_min", "seats_max"),
        post.seatsMin, post.seatsMax)
      guard read.has("schools") else { continue }
      func report(
        _ problem: Sentence, _ expected: Sentence?, _ kind: String,
        _ severity: Fault.Severity = .error
      ) {
        faults.report(
          sources.posts.fault(
            line: read.line, column: "schools",
            value: post.schools.map { names.schools.names[$0] }.joined(separator: ";"), problem,
            expected: expected, severity: severity, kind: kind))
      }
      if let first = firstLines[Set(post.schools)] {
        report(
          "are the schools of the post in \(sources.posts.phrase(forLine: first, in: read.line))",
          nil, "same schools", .notice)
      } else {
        firstLines[Set(post.schools)] = read.line
      }
      let countries = post.schools.map { country(ofSchool: $0) }
      guard !countries.contains(nil) else { continue }
      if Set(countries).count > 1 {
        report("lie in more than one country", "schools of one country", "several countries")
      } else if !haveCommonCohort(post.schools) {
        report(
          "have no cohort in common, so that the post stays empty", nil, "no common cohort",
          .notice)
      }
    }
  }

  /// Whether a cohort may go to all of these schools, as far as is known.
  func haveCommonCohort(_ members: [Int]) -> Bool {
    cohorts.indices.contains { cohort in
      members.allSatisfy { index in
        let read = schools[index]
        return !read.has("cohorts", "country") || !cohorts[cohort].has("country")
          || (read.row.school.country == cohorts[cohort].row.cohort.country
            && (read.row.school.cohorts.isEmpty || read.row.school.cohorts.contains(cohort)))
      }
    }
  }
}
