// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Bounds that contradict each other, years that leave gaps, and what is known twice.
  mutating func checkDecade() {
    for read in decadeLines where read.has("min", "max") && read.row.min > read.row.max {
      faults.report(
        sources.decadeLines.fault(
          line: read.line, column: "min", value: String(read.row.min),
          "is more than max, \(grouped(read.row.max))", expected: "min at most max",
          kind: "min above max", and: ["max"]))
    }
    checkCounts()
    checkDecadeYears()
    checkDecadeActuals()
  }

  /// Lines that would count the same part of the plan of a year twice.
  private mutating func checkCounts() {
    struct Part: Hashable {
      var counts: DecadeCount
      var country: Int?
    }
    var lines: [Part: ReadRow<DecadeLine>] = [:]
    for read in decadeLines.sorted(by: { $0.line < $1.line }) where read.has("counts", "country") {
      guard let counts = read.row.counts else { continue }
      let part = Part(counts: counts, country: read.row.country)
      guard let first = lines[part] else {
        lines[part] = read
        continue
      }
      faults.report(
        sources.decadeLines.fault(
          line: read.line, column: "counts", value: counts.rawValue,
          """
          is counted by \(first.row.id) in \
          \(sources.decadeLines.phrase(forLine: first.line, in: read.line)) already
          """,
          expected: "one line for each country, and one for the others", kind: "counted twice",
          and: ["country"]))
    }
  }

  private mutating func checkDecadeYears() {
    var lines: [Int: Int] = [:]
    for read in decadeYears where read.has("year") {
      guard let first = lines[read.row.year] else {
        lines[read.row.year] = read.line
        continue
      }
      faults.report(
        sources.decadeYears.fault(
          line: read.line, column: "year", value: String(read.row.year),
          "stands in \(sources.decadeYears.phrase(forLine: first, in: read.line)) already",
          expected: "each year once", kind: "duplicate"))
    }
    guard decadeYears.allSatisfy({ $0.has("year") }) else { return }
    let years = lines.keys.sorted()
    for (year, next) in zip(years, years.dropFirst()) where next != year + 1 {
      faults.report(
        sources.decadeYears.fault(
          line: lines[next] ?? 0, column: "year", value: String(next),
          "follows \(year) with years between them left out",
          expected: "years one after the other", hint: .didYouMean(String(year + 1)),
          kind: "gap between years"))
    }
    if years.isEmpty, !decadeLines.isEmpty, !sources.decadeYears.isPresent {
      faults.report(
        Fault(
          file: sources.decadeYears.file, problem: "the file is missing",
          expected: "the years to plan, since decade_lines.csv has lines", kind: "missing"))
    }
  }

  private mutating func checkDecadeActuals() {
    struct Key: Hashable {
      var year, line: Int
    }
    var lines: [Key: Int] = [:]
    let planned = decadeYears.filter { $0.has("year") }.map(\.row.year)
    // What is over comes before what is not.
    let over = Set(decadeActuals.filter { $0.has("year") }.map(\.row.year))
    for read in decadeActuals where read.has("year", "line") {
      let key = Key(year: read.row.year, line: read.row.line)
      if let first = lines[key] {
        faults.report(
          sources.decadeActuals.fault(
            line: read.line, column: "line", value: nil,
            """
            has this line and year in \
            \(sources.decadeActuals.phrase(forLine: first, in: read.line)) already
            """,
            expected: "each line of a year once", kind: "duplicate", and: ["year"]))
      }
      lines[key] = lines[key] ?? read.line
      guard let first = planned.min(), let last = planned.max() else { continue }
      if read.row.year > last {
        faults.report(
          sources.decadeActuals.fault(
            line: read.line, column: "year", value: String(read.row.year),
            "comes after the last year that is planned, \(last)",
            expected: "a year that is over", kind: "late year"))
      } else if let open = (first..<max(first, read.row.year)).first(where: { !over.contains($0) })
      {
        faults.report(
          sources.decadeActuals.fault(
            line: read.line, column: "year", value: String(read.row.year),
            "is over, and nothing is known of \(open) before it",
            expected: "rows for every planned year that is over", kind: "year without actuals"))
      }
    }
  }

  /// What the ten years are planned from.
  func decade() -> DecadeData {
    DecadeData(
      lines: decadeLines.map(\.row), years: decadeYears.map(\.row).sorted { $0.year < $1.year },
      actuals: decadeActuals.map(\.row).sorted { ($0.year, $0.line) < ($1.year, $1.line) },
      rules: settings.decadeRules, objective: settings.decadeObjective)
  }
}
