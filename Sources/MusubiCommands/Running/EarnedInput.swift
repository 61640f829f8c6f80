// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// A year whose ten years know what plans of single years earn.
struct EarnedInput {
  let input: YearInput
  /// The digest of what those plans say; none without any.
  let digest: String?

  /// Takes what is known, such as by the plan of this very year.
  init(_ input: YearInput, units: [DecadeDecision]) {
    var year = input.year
    year.decade = year.decade.deciding(units)
    self.input = YearInput(year, of: input)
    let lines = input.year.decade.lines
    digest =
      units.isEmpty
      ? nil
      : Reports.digest(
        ofRows: units.map { [String($0.year), lines[$0.line].id, String($0.units)] })
  }

  /// A part of a year that knows already what plans of years earn.
  init(_ part: YearInput, of known: EarnedInput) {
    input = part
    digest = known.digest
  }

  /// Reads what plans of years earn.
  ///
  /// - Parameters:
  ///   - input: The year.
  ///   - folders: The folders of plans of years.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when one of them cannot be used, or two say something of one
  ///   line in one year.
  init(
    _ input: YearInput, plans folders: [String], on console: Console, isQuiet: Bool
  ) throws(RunError) {
    self.init(
      input, units: try input.earned(at: folders, on: console, isQuiet: isQuiet))
  }

  /// Refuses a plan of ten years that was made with other earnings.
  ///
  /// - Throws: `RunError` then.
  func check(against claimed: String?) throws(RunError) {
    guard digest != claimed else { return }
    throw digest == nil
      ? RunError(
        .inputMissing, "the plan was made with --earned; give the same plans of years again.")
      : RunError(
        .badData,
        claimed == nil
          ? "the plan was made without plans of years; leave --earned out."
          : "the plan was made with other plans of years, or they have changed since.")
  }
}

extension YearInput {
  /// Reads what plans of years earn, and tells where counted numbers take their place.
  func earned(
    at folders: [String], on console: Console, isQuiet: Bool
  ) throws(RunError) -> [DecadeDecision] {
    var units: [DecadeDecision] = []
    for folder in folders {
      let reading = readEarned(at: folder, for: year)
      try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
      for row in reading.units ?? [] {
        let line = year.decade.lines[row.line].id
        guard !units.contains(where: { $0.year == row.year && $0.line == row.line }) else {
          throw RunError(
            .badData,
            """
            \(clippedForDisplay(folder)) and a plan before it both say what \(line) has in \
            \(row.year); give one of them.
            """)
        }
        if !isQuiet, let actual = year.decade.actual(of: row.line, in: row.year),
          actual.units != row.units
        {
          console.errors.line(
            localized(
              """
              Notice: decade_actuals.csv says that \(line) had \(grouped(actual.units)) in \
              \(row.year); this takes the place of the \(grouped(row.units)) of \
              \(clippedForDisplay(folder)).
              """))
        }
        units.append(row)
      }
    }
    return units.sorted { ($0.year, $0.line) < ($1.year, $1.line) }
  }
}
