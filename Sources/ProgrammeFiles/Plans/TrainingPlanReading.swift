// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// A row of a training plan's `delegates.csv`.
package struct TrainingDelegate: Hashable, Sendable {
  package var group: TrainingGroup
  /// The session it joins; nothing for a delegation that stays at home.
  package var session: TrainingSession?
  /// Whether the row says `pinned: yes`.
  package var isPinned: Bool
  /// The row's line, for messages.
  package var line: Int

  package init(
    _ group: TrainingGroup, session: TrainingSession?, isPinned: Bool = false, line: Int = 0
  ) {
    self.group = group
    self.session = session
    self.isPinned = isPinned
    self.line = line
  }
}

/// A row of a training plan's `sessions.csv`.
package struct TrainingRooms: Hashable, Sendable {
  /// The session and the rooms that the row gives it.
  package var session: OpenSession
  /// The row's line, for messages.
  package var line: Int

  package init(_ session: OpenSession, line: Int = 0) {
    self.session = session
    self.line = line
  }
}

/// Reads who joins which session in a training plan of this year.
///
/// Identifiers are checked against the year, and that each group stands in one
/// row; rules are not.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
/// - Returns: The rows in the file's order, or nothing when there are errors;
///   and the faults.
package func readDelegates(
  at planFolder: String, for year: ProgrammeYear
) -> (delegates: [TrainingDelegate]?, faults: FaultList) {
  var reader = DelegateReader(year, isEarlier: false)
  reader.read(planFolder)
  return (reader.faults.hasErrors ? nil : reader.delegates, reader.faults)
}

/// Reads who joined which session in an earlier training plan.
///
/// Rows of delegations, cohorts, courses and sites that are not in the year any
/// more are left out, with a notice.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: This year.
/// - Returns: The rows in the file's order, none when there are errors; and the
///   faults.
package func readEarlierDelegates(
  at planFolder: String, for year: ProgrammeYear
) -> (delegates: [TrainingDelegate], faults: FaultList) {
  var reader = DelegateReader(year, isEarlier: true)
  reader.read(planFolder)
  return (reader.faults.hasErrors ? [] : reader.delegates, reader.faults)
}

/// Reads the rooms of the sessions of a training plan of this year.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
/// - Returns: The rows in the file's order, each session once, or nothing when
///   there are errors; and the faults.
package func readSessions(
  at planFolder: String, for year: ProgrammeYear
) -> (sessions: [TrainingRooms]?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.sessions.facts, faults: &faults) else {
    return (nil, faults)
  }
  let names = YearNames(of: year)
  var lines: [TrainingSession: Int] = [:]
  var sessions: [TrainingRooms] = []
  for read in source.rows(of: Tables.sessions, names: names, faults: &faults)
  where read.has("course", "site", "start") {
    let session = read.row.session
    if let first = lines[session] {
      faults.report(
        source.fault(
          line: read.line, column: SessionColumn.course.rawValue,
          value: names.courses.names[session.course],
          """
          begins at \(names.sites.names[session.site]) on \(session.start) in line \(first) already
          """, expected: "each session once", kind: "duplicate"))
      continue
    }
    lines[session] = read.line
    sessions.append(
      TrainingRooms(
        OpenSession(
          session, singleRooms: read.row.singleRooms, twinRooms: read.row.twinRooms),
        line: read.line))
  }
  return (faults.hasErrors ? nil : sessions, faults)
}

/// Reads `delegates.csv` and gathers what is amiss.
private struct DelegateReader {
  let year: ProgrammeYear
  let names: YearNames
  /// Whether names that are gone are no errors.
  let isEarlier: Bool
  var faults = FaultList()
  var delegates: [TrainingDelegate] = []
  private var lines: [TrainingGroup: Int] = [:]

  init(_ year: ProgrammeYear, isEarlier: Bool) {
    self.year = year
    self.isEarlier = isEarlier
    names = YearNames(of: year)
  }

  mutating func read(_ folder: String) {
    guard let source = TableSource(folder, Tables.delegates.facts, faults: &faults),
      source.hasEveryColumn
    else { return }
    for read in source.rows(of: Tables.delegates, names: names, faults: &faults) {
      var row = Row(source: source, read: read)
      let (group, session) = (self.group(&row), self.session(&row))
      guard let group, row.isRight, read.failed.isEmpty else { continue }
      if let first = lines[group] {
        report(
          row, column(of: group), name(of: group), "stands in line \(first) already",
          expected: "each group once", kind: "duplicate")
        continue
      }
      lines[group] = read.line
      if session == nil, case .cohort = group {
        report(
          row, .course, nil, "the cohort has no session",
          expected: "a course, a site and a start, since every cohort trains")
        continue
      }
      delegates.append(
        TrainingDelegate(group, session: session, isPinned: read.row.isPinned, line: read.line))
    }
  }

  /// A row on its way.
  private struct Row {
    let source: TableSource
    let read: ReadRow<DelegateRow>
    /// Whether nothing was reported of it, not even that a name is gone.
    var isRight = true
  }

  /// The delegation or the cohort that a row is about.
  private mutating func group(_ row: inout Row) -> TrainingGroup? {
    let cells = row.read.row
    switch (cells.delegation.isEmpty, cells.cohort.isEmpty) {
    case (false, false):
      row.isRight = false
      report(
        row, .cohort, cells.cohort, "stands beside a delegation",
        expected: "a delegation or a cohort, not both")
      return nil
    case (true, true):
      row.isRight = false
      report(
        row, .delegation, nil, "the cell is empty", expected: "a delegation, or a cohort beside it")
      return nil
    case (false, true):
      return index(&row, .delegation, cells.delegation, in: names.delegations, "delegations")
        .map { .delegation($0) }
    case (true, false):
      guard let cohort = index(&row, .cohort, cells.cohort, in: names.cohorts, "cohorts") else {
        return nil
      }
      guard year.cohorts[cohort].predeparture != nil else {
        row.isRight = false
        report(
          row, .cohort, cells.cohort, "has no training before departure",
          expected: isEarlier ? nil : "a cohort with predeparture_from and predeparture_to",
          severity: isEarlier ? .notice : .error)
        return nil
      }
      return .cohort(cohort)
    }
  }

  /// The session that a row names; nothing where it names none.
  private mutating func session(_ row: inout Row) -> TrainingSession? {
    let cells = row.read.row
    let given: [(column: DelegateColumn, isGiven: Bool)] = [
      (.course, !cells.course.isEmpty), (.site, !cells.site.isEmpty),
      (.start, cells.start != nil || !row.read.has(DelegateColumn.start.rawValue)),
    ]
    guard let first = given.first(where: \.isGiven) else { return nil }
    for missing in given where !missing.isGiven {
      row.isRight = false
      report(
        row, missing.column, nil, "the cell is empty",
        expected: "a \(missing.column.rawValue), since \(first.column.rawValue) has one",
        kind: "half a session")
    }
    let course = index(&row, .course, cells.course, in: names.courses, "courses")
    let site = index(&row, .site, cells.site, in: names.sites, "sites")
    guard let course, let site, let start = cells.start else { return nil }
    return TrainingSession(course: course, site: site, start: start)
  }

  /// The index of a name; nothing when it is empty, or unknown, which is reported.
  private mutating func index(
    _ row: inout Row, _ column: DelegateColumn, _ name: String, in table: NameIndex,
    _ plural: String
  ) -> Int? {
    guard !name.isEmpty else { return nil }
    if let index = table[name] { return index }
    row.isRight = false
    if isEarlier {
      report(
        row, column, name, "is not among this year's \(plural)", severity: .notice, kind: "gone")
    } else {
      report(
        row, column, name, "names no \(table.noun)", expected: "an identifier of \(table.file)"
      ) { table.hint(for: name) }
    }
    return nil
  }

  private func column(of group: TrainingGroup) -> DelegateColumn {
    if case .cohort = group { .cohort } else { .delegation }
  }

  private func name(of group: TrainingGroup) -> String {
    switch group {
    case .delegation(let index): names.delegations.names[index]
    case .cohort(let index): names.cohorts.names[index]
    }
  }

  private mutating func report(
    _ row: Row, _ column: DelegateColumn, _ value: String?, _ problem: Sentence,
    expected: Sentence? = nil, severity: Fault.Severity = .error, kind: String? = nil,
    hint: () -> Fault.Hint? = { nil }
  ) {
    faults.report(
      row.source.fault(
        line: row.read.line, column: column.rawValue, value: value, problem, expected: expected,
        severity: severity, kind: kind), hint: hint)
  }
}
