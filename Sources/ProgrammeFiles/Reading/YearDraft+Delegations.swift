// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Delegations of nobody, with leaders they cannot have, for courses that do
  /// not take them.
  mutating func checkDelegations() {
    let diets = Set(sites.flatMap(\.row.diets))
    let isDietKnown = sites.allSatisfy { $0.has("diets") } && !sites.isEmpty
    let nearestDiet = NearestName(among: diets.sorted())
    for read in delegations {
      let delegation = read.row
      checkHeads(read)
      checkOrder(
        sources.delegations, read, from: ("available_from", delegation.availableFrom),
        to: ("available_to", delegation.availableTo))
      if read.has("last_invited_year"), let fiscalYear = settings.fiscalYear,
        let last = delegation.lastInvitedYear, last >= fiscalYear
      {
        report(
          read, "last_invited_year", String(last), "is not before the fiscal year \(fiscalYear)",
          expected: "a year that is over", kind: "year not over")
      }
      checkAcceptedCourses(read)
      checkTeachers(read)
      for diet in isDietKnown && read.has("diet") ? delegation.diet : []
      where !diets.contains(diet) {
        let fault = sources.delegations.fault(
          line: read.line, column: "diet", value: diet, "is kept at no site", severity: .notice)
        faults.report(fault) { nearestDiet.hint(for: diet) }
      }
    }
  }

  /// Nobody, leaders of teachers, and more names than people.
  private mutating func checkHeads(_ read: ReadRow<Delegation>) {
    let delegation = read.row
    guard read.has("women", "men", "leaders_women", "leaders_men", "kind") else { return }
    let noun = delegation.trainee.rawValue
    if delegation.members.people == 0 {
      report(read, "women", nil, "there are no \(noun)", expected: "women or men, 1 or more")
    }
    if delegation.trainee == .teachers {
      for (column, count) in [
        ("leaders_women", delegation.leaders.women), ("leaders_men", delegation.leaders.men),
      ] where count > 0 {
        report(
          read, column, String(count), "is said of teachers, who need nobody to lead them",
          expected: "0 or an empty cell",
          hint: .advice("Teachers are counted under women and men."))
      }
    }
    if read.has("people"), delegation.people.count > delegation.headcount.people,
      delegation.members.people > 0
    {
      report(
        read, "people", delegation.people.joined(separator: ";"),
        "names \(delegation.people.count) people, and \(delegation.headcount.people) travel",
        expected: "at most as many as travel", kind: "more names than people")
    }
  }

  /// Courses that are accepted, and train others.
  private mutating func checkAcceptedCourses(_ read: ReadRow<Delegation>) {
    let delegation = read.row
    guard read.has("courses", "kind"), !courses.isEmpty else { return }
    let right = courses.filter { $0.row.course.trainee == delegation.trainee }.map(\.row.course.id)
    let nearest = NearestName(among: right)
    for index in delegation.courses where courses[index].has("kind") {
      let course = courses[index].row.course
      guard course.trainee != delegation.trainee else { continue }
      let fault = sources.delegations.fault(
        line: read.line, column: "courses", value: course.id,
        """
        is for \(course.trainee.rawValue), and the delegation is of \(delegation.trainee.rawValue)
        """, expected: "courses for \(delegation.trainee.rawValue)",
        kind: "course for others")
      faults.report(fault) { nearest.hint(for: course.id) }
    }
    checkIsTaken(read)
  }

  /// A delegation that none of its courses takes never trains.
  private mutating func checkIsTaken(_ read: ReadRow<Delegation>) {
    let delegation = read.row
    guard read.has("school", "level"), let country = country(ofSchool: delegation.school),
      courses.allSatisfy({ read in
        read.has("kind", "countries", "level_min", "level_max")
          && read.row.course.levelMin.rank <= read.row.course.levelMax.rank
      })
    else { return }
    let accepted = (delegation.courses.isEmpty ? Array(courses.indices) : delegation.courses)
      .map { courses[$0].row.course }.filter { $0.trainee == delegation.trainee }
    let takingCountry = accepted.filter { $0.countries.isEmpty || $0.countries.contains(country) }
    func notice(_ column: String, _ value: String?, _ problem: Sentence, _ kind: String) {
      faults.report(
        sources.delegations.fault(
          line: read.line, column: column, value: value,
          "\(problem), so that the delegation cannot train", severity: .notice, kind: kind))
    }
    if accepted.isEmpty {
      if delegation.courses.isEmpty {
        let kind = delegation.trainee.rawValue
        notice("kind", kind, "has no course", "no course for the kind")
      }
    } else if takingCountry.isEmpty {
      notice(
        "school", names.schools.names[delegation.school],
        "is in \(names.countries.names[country]), which none of its courses takes",
        "no course for the country")
    } else if !takingCountry.contains(where: {
      ($0.levelMin.rank...$0.levelMax.rank).contains(delegation.level.rank)
    }) {
      notice(
        "level", delegation.level.rawValue, "is taken by none of its courses",
        "no course for the level")
    }
  }

  /// More teachers away than the school can ever spare.
  private mutating func checkTeachers(_ read: ReadRow<Delegation>) {
    guard read.has("school", "women", "men", "leaders_women", "leaders_men", "kind"),
      schools.indices.contains(read.row.school),
      schools[read.row.school].has("japanese_teachers"),
      settings.trainingRules[.oneTeacherAway] != .off
    else { return }
    let there = schools[read.row.school].row.school.japaneseTeachers
    let most = max(1, there - 1)
    guard read.row.teachers > most else { return }
    report(
      read, "school", names.schools.names[read.row.school],
      """
      has \(there, "teacher", "teachers") of Japanese, and \(read.row.teachers) teachers would travel
      """,
      expected: "at most \(most), as the rule one-teacher-away asks",
      severity: .notice, kind: "fewer teachers than travel")
  }

  private mutating func report(
    _ read: ReadRow<Delegation>, _ column: String, _ value: String?, _ problem: Sentence,
    expected: Sentence, hint: Fault.Hint? = nil, severity: Fault.Severity = .error,
    kind: String? = nil
  ) {
    faults.report(
      sources.delegations.fault(
        line: read.line, column: column, value: value, problem, expected: expected, hint: hint,
        severity: severity, kind: kind))
  }
}
