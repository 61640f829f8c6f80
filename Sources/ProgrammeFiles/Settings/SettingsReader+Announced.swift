// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// What each row of announced sessions has.
  static let announcedKeys = ["delegation", "cohort", "course", "site", "start"]

  /// The sessions that groups were told of: `[{delegation: …, course: …, site: …, start: …}]`,
  /// with `cohort` in place of `delegation` for partners.
  mutating func readAnnouncedSessions(_ value: JSON5Value) {
    guard let rows = list(value, of: "sessions") else { return }
    var lines: [TrainingGroup: Int] = [:]
    for row in rows {
      guard let object = object(row, keys: Self.announcedKeys, each: "column"),
        let group = announcedGroup(row, object)
      else { continue }
      if let line = lines[group] {
        report(row, "tells a group of line \(line) of a further session", expected: "one for each")
        continue
      }
      lines[group] = row.position.line
      guard
        let course = required("course", of: row, expected: "a course of courses.csv")
          .flatMap({ index(of: $0, in: names.courses) }),
        let site = required("site", of: row, expected: "a site of sites.csv")
          .flatMap({ index(of: $0, in: names.sites) }),
        let start = required("start", of: row, expected: "the first day")
          .flatMap({ day($0) })
      else { continue }
      settings.announcedSessions.append(
        TrainingPin(group, to: TrainingSession(course: course, site: site, start: start)))
    }
  }

  private mutating func announcedGroup(_ row: JSON5Value, _ object: JSON5Object) -> TrainingGroup? {
    switch (object["delegation"], object["cohort"]) {
    case (let value?, nil):
      return index(of: value, in: names.delegations).map { .delegation($0) }
    case (nil, let value?): return index(of: value, in: names.cohorts).map { .cohort($0) }
    case (_?, _?):
      report(row, "names a delegation and a cohort", expected: "one of them")
    case (nil, nil): report(row, "names nobody", expected: "delegation or cohort")
    }
    return nil
  }

  /// The place of an identifier among those of its table.
  mutating func index(of value: JSON5Value, in names: NameIndex) -> Int? {
    guard let name = text(value), names.isReadable else { return nil }
    if let index = names[name] { return index }
    report(
      value, "names no \(names.noun)", expected: "an identifier of \(names.file)",
      hint: names.hint(for: name))
    return nil
  }

  private mutating func day(_ value: JSON5Value) -> Day? {
    guard let text = text(value) else { return nil }
    do throws(CellProblem) {
      return try CellFormat<Day>.day.parse(text, .none)
    } catch {
      report(value, error.problem, expected: CellFormat<Day>.day.expected)
      return nil
    }
  }
}
