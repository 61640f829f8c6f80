// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Days in the wrong order, areas that no school is in, and what has no effect.
  mutating func checkCalendars() {
    guard !calendars.isEmpty else { return }
    let areas = areasOfCountries()
    for read in calendars {
      let row = read.row
      checkOrder(sources.calendars, read, from: ("from", row.from), to: ("to", row.to))
      guard read.has("country") else { continue }
      if row.country == CalendarEntry.japan {
        checkJapan(read)
      } else {
        checkAreas(read, areas[row.country] ?? [])
        checkEffect(read)
      }
    }
  }

  /// The areas of each country's schools, sorted; nothing where not all are known.
  private func areasOfCountries() -> [String: [String]] {
    guard schools.allSatisfy({ $0.has("country") }) else { return [:] }
    var areas: [String: Set<String>] = [:]
    for read in schools where !read.row.school.area.isEmpty {
      areas[names.countries.names[read.row.school.country], default: []].insert(
        read.row.school.area)
    }
    return areas.mapValues { $0.sorted() }
  }

  private mutating func checkAreas(_ read: ReadRow<CalendarRow>, _ known: [String]) {
    guard read.has("areas"), !read.row.areas.isEmpty,
      sources.schools.table != nil, schools.allSatisfy({ $0.has("country") })
    else { return }
    let nearest = NearestName(among: known)
    for area in read.row.areas where !known.contains(area) {
      let fault = sources.calendars.fault(
        line: read.line, column: "areas", value: area,
        "is the area of no school of \(read.row.country)", severity: .notice,
        kind: "area of no school")
      faults.report(fault) { nearest.hint(for: area) }
    }
  }

  private mutating func checkJapan(_ read: ReadRow<CalendarRow>) {
    guard read.has("areas"), !read.row.areas.isEmpty else { return }
    notice(
      read, "areas", read.row.areas.joined(separator: ";"),
      "has no effect, since entries of Japan concern everybody", "areas of Japan")
  }

  /// Words that mean something for Japan only.
  private mutating func checkEffect(_ read: ReadRow<CalendarRow>) {
    if read.has("kind"), read.row.kind == .schoolBreak {
      notice(
        read, "kind", read.row.kind.rawValue,
        "has no effect of its own outside Japan", "school-break abroad",
        .didYouMean(CalendarEntry.Kind.closure.rawValue))
    }
    for (column, trainees) in [("blocks", read.row.blocks), ("avoids", read.row.avoids)]
    where read.has(column) && trainees.contains(.partners) {
      notice(
        read, column, Trainee.partners.rawValue,
        "has no effect, since entries of a country concern its teachers and students",
        "partners abroad")
    }
  }

  private mutating func notice(
    _ read: ReadRow<CalendarRow>, _ column: String, _ value: String, _ problem: Sentence,
    _ kind: String, _ hint: Fault.Hint? = nil
  ) {
    faults.report(
      sources.calendars.fault(
        line: read.line, column: column, value: value, problem, hint: hint, severity: .notice,
        kind: kind))
  }
}
