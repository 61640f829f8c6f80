// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Rows that name what does not exist, or that cannot all hold.
  mutating func checkPins() {
    var byApplicant: [Int: [Int]] = [:]
    for (index, read) in pins.enumerated() {
      guard checkPlace(index), read.has("applicant", "school", "cohort", "kind") else { continue }
      byApplicant[read.row.applicant, default: []].append(index)
    }
    for (_, rows) in byApplicant.sorted(by: { $0.key < $1.key }) {
      checkContradictions(among: rows)
    }
    checkPinnedSeats(byApplicant.values.joined().sorted())
  }

  /// Whether a row asks for a placement that has to be; announced ones do not where
  /// people may be moved.
  private func asksForPlace(_ row: Int) -> Bool {
    switch pins[row].row.kind {
    case .pin: true
    case .announced:
      settings.rules[.announced] != .off && settings.rules.announced.mostMoved == 0
    case .forbid, .prefer: false
    }
  }

  /// Reports a row whose place is not one; whether the rest can be judged.
  private mutating func checkPlace(_ index: Int) -> Bool {
    let read = pins[index]
    guard read.has("school", "cohort") else { return false }
    if let school = read.row.school, !read.row.post.isEmpty {
      faults.report(
        sources.pins.fault(
          line: read.line, column: "school", value: names.schools.names[school],
          "stands beside a post", expected: "a post or a school, not both"))
      return false
    }
    guard let members = schoolsOfPlace(read) else { return read.row.post.isEmpty }
    guard let cohort = read.row.cohort, let home = country(ofCohort: cohort) else { return true }
    for school in members {
      guard let other = country(ofSchool: school), other != home else { continue }
      faults.report(
        sources.pins.fault(
          line: read.line, column: "cohort", value: names.cohorts.names[cohort],
          "goes to \(names.countries.names[home]), and the place is in \(names.countries.names[other])",
          expected: "a cohort of the place's country",
          kind: "cohort of another country"))
      return false
    }
    return true
  }

  /// The schools that a row's place consists of; nothing when it names no
  /// place, or one that was reported.
  private mutating func schoolsOfPlace(_ read: ReadRow<PinRow>) -> [Int]? {
    if let school = read.row.school { return [school] }
    guard !read.row.post.isEmpty else { return nil }
    switch postSchools(read.row.post) {
    case .found(let schools): return schools
    case .unknown: return nil
    case .wrong(let problem):
      let described = sources.pins.fault(
        line: read.line, column: "post", value: problem.part ?? read.row.post, problem.problem,
        expected: problem.expected, hint: problem.hint)
      let (names, posts, part) = (self.names, postNames, problem.part ?? read.row.post)
      let isGiven = sources.posts.isPresent
      faults.report(described) {
        guard problem.hint == nil else { return nil }
        return (isGiven ? posts : names.schools).hint(for: part)
      }
      return nil
    }
  }

  /// Two rows of one applicant that cannot both hold.
  private mutating func checkContradictions(among rows: [Int]) {
    let wanted = rows.filter(asksForPlace)
    let forbidden = rows.filter { pins[$0].row.kind == .forbid }
    for (position, row) in wanted.enumerated() {
      guard let earlier = wanted[..<position].first(where: { !canBothHold($0, row) }) else {
        continue
      }
      report(row, "is asked for elsewhere in \(phrase(earlier, in: row))", "one place")
    }
    for row in wanted {
      guard let other = forbidden.first(where: { covers($0, row) }) else { continue }
      let isLater = other > row
      report(
        isLater ? other : row,
        isLater
          ? "is forbidden what \(phrase(row, in: other)) asks for"
          : "is asked for what \(phrase(other, in: row)) forbids", "one or the other")
    }
  }

  /// A row as a fault of another row names it.
  private func phrase(_ row: Int, in other: Int) -> Sentence {
    sources.pins.phrase(forLine: pins[row].line, in: pins[other].line)
  }

  private mutating func report(_ row: Int, _ problem: Sentence, _ expected: Sentence) {
    faults.report(
      sources.pins.fault(
        line: pins[row].line, column: "applicant",
        value: names.applicants.names[pins[row].row.applicant], problem, expected: expected,
        kind: "contradicting pins"))
  }

  /// Whether one placement can be what both rows name.
  private func canBothHold(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (pins[one].row, pins[other].row)
    if let cohort = one.cohort, let second = other.cohort, cohort != second { return false }
    // A cohort without a place still says which country.
    for (row, cohort) in [(one, other.cohort), (other, one.cohort)] {
      guard let cohort, let home = country(ofCohort: cohort),
        let school = knownSchools(of: row.place)?.first, let country = country(ofSchool: school)
      else { continue }
      if home != country { return false }
    }
    switch (one.place, other.place) {
    case (.anywhere, _), (_, .anywhere): return true
    case (.post(let first), .post(let second)): return first == second
    case (.school(let school), .post), (.post, .school(let school)):
      let post = knownSchools(of: one.place)?.contains(school) ?? true
      return post && knownSchools(of: other.place)?.contains(school) ?? true
    case (.school(let first), .school(let second)):
      return first == second || canShareAPost(first, second)
    }
  }

  /// The schools of a place that exists.
  private func knownSchools(of place: Pin.Place) -> [Int]? {
    switch place {
    case .anywhere: return nil
    case .school(let school): return [school]
    case .post(let id):
      if case .found(let schools) = postSchools(id) { return schools }
      return nil
    }
  }

  /// Whether everything that a row asks for is forbidden by another.
  private func covers(_ forbidding: Int, _ asking: Int) -> Bool {
    let (forbidding, asking) = (pins[forbidding].row, pins[asking].row)
    if let cohort = forbidding.cohort, cohort != asking.cohort { return false }
    switch (forbidding.place, asking.place) {
    case (.anywhere, _): return true
    case (_, .anywhere): return false
    case (.post(let first), .post(let second)): return first == second
    case (.post, .school): return false
    case (.school(let school), _): return knownSchools(of: asking.place)?.contains(school) ?? false
    }
  }

  /// More applicants pinned to a school than it can take.
  private mutating func checkPinnedSeats(_ rows: [Int]) {
    var pinned: [Int: [Int]] = [:]
    for row in rows where asksForPlace(row) {
      for school in knownSchools(of: pins[row].row.place) ?? [] {
        let isCounted = (pinned[school] ?? []).contains {
          pins[$0].row.applicant == pins[row].row.applicant
        }
        if !isCounted { pinned[school, default: []].append(row) }
      }
    }
    for (school, rows) in pinned.sorted(by: { $0.key < $1.key }) where rows.count > 1 {
      guard let most = mostSeats(at: school), rows.count > most else { continue }
      let read = pins[rows[most]]
      faults.report(
        sources.pins.fault(
          line: read.line, column: read.row.school == nil ? "post" : "school",
          value: names.schools.names[school],
          most == 1
            ? "has one seat, taken by the pins before"
            : "has \(most) seats, taken by the pins before",
          expected: "a place with a free seat", kind: "pinned seats"))
    }
  }
}
