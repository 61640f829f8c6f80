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
/// Equal years give equal bytes. `posts.csv` is left out when posts are formed.
///
/// - Parameter year: A checked year, its arrays sorted by identifier.
/// - Returns: The files, in the order in which they are documented.
/// - Complexity: O(*n*), where *n* is the size of the files.
package func programmeFiles(of year: ProgrammeYear) -> [TextFile] {
  let names = YearNames(of: year)
  func file<Row>(_ schema: TableSchema<Row>, _ rows: [Row]) -> TextFile {
    var writer = CSVWriter(header: schema.columns.map(\.facts.name))
    for row in rows { writer.append(schema.columns.map { $0.write(row, names) }) }
    return TextFile(name: schema.facts.file, bytes: writer.bytes)
  }
  var files = [
    TextFile(name: FolderText.settingsFile, bytes: Array(settingsText(of: year).utf8)),
    file(Tables.countries, year.countries),
    file(Tables.cohorts, year.cohorts.map { CohortRow($0) }),
    file(Tables.schools, year.schools.map { SchoolRow($0) }),
  ]
  if let posts = year.givenPosts { files.append(file(Tables.posts, posts)) }
  files += [
    file(Tables.applicants, year.applicants),
    file(Tables.pins, year.pins.map { PinRow($0) }),
    file(Tables.sites, year.sites),
    file(Tables.siteBookings, year.siteBookings.map { BookingRow($0) }),
  ]
  return files
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
