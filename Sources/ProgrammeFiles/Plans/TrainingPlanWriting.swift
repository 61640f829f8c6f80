// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The `delegates.csv` of a training plan: a row for each group in a session,
/// and behind them one for each delegation that is pinned to none.
///
/// - Parameters:
///   - plan: The plan.
///   - year: The year the plan is for.
///   - facts: Who leaves with each cohort.
///   - pinned: The groups that the planner has pinned.
/// - Returns: The file; its rows stand in the order of the plan's attendances.
package func delegatesFile(
  of plan: TrainingPlan, for year: ProgrammeYear, hosting facts: HostingFacts,
  pinned: Set<TrainingGroup> = []
) -> TextFile {
  var writer = CSVWriter(header: DelegateColumn.allCases.map(\.rawValue))
  func append(_ group: TrainingGroup, _ session: TrainingSession?) {
    let heads = group.headcount(in: year, hosting: facts)
    let days = session?.days(in: year)
    writer.append(
      DelegateColumn.allCases.map { column in
        switch (column, group) {
        case (.delegation, .delegation(let index)): year.training.delegations[index].id
        case (.cohort, .cohort(let index)): year.cohorts[index].id
        case (.school, .delegation(let index)):
          year.schools[year.training.delegations[index].school].id
        case (.delegation, .cohort), (.cohort, .delegation), (.school, .cohort): ""
        case (.course, _): session.map { year.training.courses[$0.course].id } ?? ""
        case (.site, _): session.map { year.sites[$0.site].id } ?? ""
        case (.start, _): days?.lowerBound.description ?? ""
        case (.end, _): days?.upperBound.description ?? ""
        case (.people, _): String(heads.people)
        case (.women, _): String(heads.women)
        case (.men, _): String(heads.men)
        case (.country, _): year.countries[group.country(in: year)].id
        case (.pinned, _): CellFormat<Bool>.yesNo.write(pinned.contains(group), .none)
        }
      })
  }
  for attendance in plan.attendances {
    append(attendance.group, plan.sessions[attendance.session].session)
  }
  let training = Set(plan.attendances.map(\.group))
  for index in year.training.delegations.indices {
    let group = TrainingGroup.delegation(index)
    if pinned.contains(group), !training.contains(group) { append(group, nil) }
  }
  return TextFile(name: DelegateColumn.file, bytes: writer.bytes)
}

/// The `sessions.csv` of a training plan: a row for each session.
///
/// - Parameters:
///   - plan: The plan.
///   - year: The year the plan is for.
///   - facts: Who leaves with each cohort.
/// - Returns: The file; its rows stand in the order of the plan's sessions.
package func sessionsFile(
  of plan: TrainingPlan, for year: ProgrammeYear, hosting facts: HostingFacts
) -> TextFile {
  var writer = CSVWriter(header: SessionColumn.allCases.map(\.rawValue))
  var groups = [[TrainingGroup]](repeating: [], count: plan.sessions.count)
  for attendance in plan.attendances { groups[attendance.session].append(attendance.group) }
  for (open, groups) in zip(plan.sessions, groups) {
    let session = open.session
    let days = session.days(in: year)
    let heads = groups.map { $0.headcount(in: year, hosting: facts) }.reduce(Headcount(), +)
    let countries = Set(groups.map { year.countries[$0.country(in: year)].id })
    writer.append(
      SessionColumn.allCases.map { column in
        switch column {
        case .course: year.training.courses[session.course].id
        case .site: year.sites[session.site].id
        case .start: days.lowerBound.description
        case .end: days.upperBound.description
        case .people: String(heads.people)
        case .women: String(heads.women)
        case .men: String(heads.men)
        case .countries: countries.sorted().joined(separator: ";")
        case .levels: levels(of: groups, in: year)
        case .classes: String(classes(of: groups, in: session, year, facts))
        case .singleRooms: String(open.singleRooms)
        case .twinRooms: String(open.twinRooms)
        case .cost: String(cost(of: groups, in: session, year, facts))
        }
      })
  }
  return TextFile(name: SessionColumn.file, bytes: writer.bytes)
}

/// The lowest and the highest level, such as `N5..N3`; one where they are the
/// same, nothing where there is no delegation.
private func levels(of groups: [TrainingGroup], in year: ProgrammeYear) -> String {
  let levels = groups.compactMap { group -> TeacherLevel? in
    guard case .delegation(let index) = group else { return nil }
    return year.training.delegations[index].level
  }
  guard let lowest = levels.min(by: { $0.rank < $1.rank }),
    let highest = levels.max(by: { $0.rank < $1.rank })
  else { return "" }
  return lowest == highest ? lowest.rawValue : "\(lowest.rawValue)..\(highest.rawValue)"
}

/// Classes at a time, over all languages that are taught.
private func classes(
  of groups: [TrainingGroup], in session: TrainingSession, _ year: ProgrammeYear,
  _ facts: HostingFacts
) -> Int {
  let course = year.training.courses[session.course]
  let size = course.classSize ?? year.sites[session.site].classSize
  var people: [String: Int] = [:]
  for group in groups {
    let language =
      course.language.isEmpty
      ? year.countries[group.country(in: year)].language : course.language
    people[language, default: 0] += group.headcount(in: year, hosting: facts).people
  }
  return people.values.reduce(0) { $0 + ($1 + size - 1) / size }
}

/// Thousands of yen that a session costs, each part rounded up.
private func cost(
  of groups: [TrainingGroup], in session: TrainingSession, _ year: ProgrammeYear,
  _ facts: HostingFacts
) -> Int64 {
  let course = year.training.courses[session.course]
  func thousands(_ yen: Int64) -> Int64 { (yen + 999) / 1_000 }
  let stay = Int64(course.days) * course.costPerDay
  return groups.reduce(thousands(course.costPerSession)) { sum, group in
    var fare: Int64 = 0
    if case .delegation = group {
      fare = year.countries[group.country(in: year)].fares[session.start.parts.month]
    }
    return sum + Int64(group.headcount(in: year, hosting: facts).people) * thousands(fare + stay)
  }
}
