// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A file on its way to a folder.
package struct TextFile: Equatable, Sendable {
  /// The name in the folder.
  package let name: String
  /// What stands in it.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files of a programme year: settings with comments, and every table with
/// every documented column in the documented order.
///
/// Equal years give equal bytes. `posts.csv` is left out when posts are formed,
/// tables and settings of trainings, of returnees and of exchange when there are none, the
/// ledger too, `calendars.csv` also when its entries are those that come with Musubi, and
/// columns that only trainings need when they say nothing.
///
/// - Parameter year: A checked year, its arrays sorted by identifier.
/// - Returns: The files, in the order in which they are documented.
/// - Complexity: O(*n*), where *n* is the size of the files.
package func programmeFiles(of year: ProgrammeYear) -> [TextFile] {
  let names = YearNames(of: year)
  var files = [
    TextFile(name: FolderText.settingsFile, bytes: Array(settingsText(of: year).utf8)),
    file(Tables.countries, year.countries, names),
    file(Tables.cohorts, year.cohorts.map { CohortRow($0) }, names),
    file(Tables.schools, year.schools.map { SchoolRow($0) }, names),
  ]
  if let posts = year.givenPosts { files.append(file(Tables.posts, posts, names)) }
  files += [
    file(Tables.applicants, year.applicants, names),
    file(Tables.pins, year.pins.map { PinRow($0) }, names),
    file(Tables.sites, year.sites, names),
    file(Tables.siteBookings, year.siteBookings.map { BookingRow($0) }, names),
  ]
  let training = year.training
  if training.isPlanned {
    files += [
      file(Tables.courses, training.courses.map { CourseRow($0) }, names),
      file(Tables.delegations, training.delegations, names),
    ]
  }
  let calendarsWithoutFile =
    training.isPlanned || year.exchange.isPlanned
    ? shippedCalendars(for: year.countries, fiscalYear: year.fiscalYear) : []
  if training.calendars != calendarsWithoutFile {
    files.append(file(Tables.calendars, training.calendars.map { CalendarRow($0) }, names))
  }
  let returnees = year.returnees
  if returnees.isPlanned {
    files += [
      file(Tables.returnees, returnees.returnees.map { ReturneeRow($0) }, names),
      file(Tables.activities, returnees.activities.map { ActivityRow($0) }, names),
    ]
  }
  if !returnees.journeys.isEmpty {
    let rows = returnees.journeys.sorted { $0.key < $1.key }.map { pair, journey in
      TravelRow(
        returnee: pair.returnee, activity: pair.activity, metres: journey.metres,
        cost: journey.cost)
    }
    files.append(file(Tables.travel, rows, names))
  }
  let exchange = year.exchange
  if exchange.isPlanned {
    files.append(
      file(Tables.exchangeSchools, exchange.schools.map { ExchangeSchoolRow($0) }, names))
  }
  if !exchange.ties.isEmpty {
    let rows = exchange.ties.sorted { $0.key < $1.key }.map { pair, tie in
      ExchangeTieRow(japan: pair.japan, abroad: pair.abroad, tie: tie)
    }
    files.append(file(Tables.exchangeTies, rows, names))
  }
  if !year.decade.lines.isEmpty {
    files += [
      file(Tables.decadeLines, year.decade.lines, names),
      file(Tables.decadeYears, year.decade.years, names),
      file(Tables.decadeActuals, year.decade.actuals, names),
    ]
  }
  if !year.ledger.rows.isEmpty { files.append(ledgerFile(of: year.ledger)) }
  return files
}

/// A table's file.
func file<Row>(_ schema: TableSchema<Row>, _ rows: [Row], _ names: YearNames) -> TextFile {
  let columns = schema.columns.filter { column in
    guard column.isLeftOutWhenUnused else { return true }
    var unused = schema.blank
    column.putDefault(&unused)
    let cell = column.write(unused, names)
    return rows.contains { column.write($0, names) != cell }
  }
  var writer = CSVWriter(header: columns.map(\.facts.name))
  for row in rows { writer.append(columns.map { $0.write(row, names) }) }
  return TextFile(name: schema.facts.file, bytes: writer.bytes)
}

/// Writes a programme year as a folder, which appears whole or not at all.
///
/// - Parameters:
///   - year: A checked year, its arrays sorted by identifier.
///   - extra: Further files for the folder, such as a `README.md`.
///   - folder: The folder's path.
///   - force: Whether an older folder with a `programme.json5` may be
///     replaced, with everything in it.
/// - Throws: Why nothing was written.
package func writeProgrammeYear(
  _ year: ProgrammeYear, files extra: [TextFile] = [], to folder: String, force: Bool = false
) throws(WriteFailure) {
  let draft = try AtomicFolder(
    at: folder, ifExists: force ? .replace(holding: FolderText.settingsFile) : .refuse)
  for file in programmeFiles(of: year) + extra { try draft.write(file.bytes, to: file.name) }
  try draft.publish()
}
