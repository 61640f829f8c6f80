// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Wording

/// The text of the files of a programme year.
struct FolderText {
  /// The name of the settings' file.
  static let settingsFile = "programme.json5"

  /// Names of the files in the folder, sorted.
  var entries: [String]
  /// The settings, or nothing after an error.
  var settings: JSON5Value?
  /// The tables' text, in the order of `Tables.all`; nothing when missing or
  /// unreadable.
  var tables: [CSVTable?]
  /// SHA-256 over names and text of the files.
  let digest: String
  /// SHA-256 over the text of each file that was read.
  private(set) var fileDigests: [FileDigest] = []
  /// The settings' text; nothing when missing or unreadable.
  private(set) var settingsText: [UInt8]?
  /// Whether files are the sheets of a workbook.
  private(set) var isFromWorkbook = false

  /// Puts together what stands in files.
  init(entries: [String], settings: JSON5Value?, tables: [CSVTable?], digest: String = "") {
    self.entries = entries
    self.settings = settings
    self.tables = tables
    self.digest = digest
  }

  /// Reads the files of a folder, or the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - path: The path of either.
  ///   - faults: Where everything amiss is reported.
  init?(at path: String, faults: inout FaultList) {
    guard isWorkbook(path) else {
      guard let entries = filesIn(path, faults: &faults) else { return nil }
      self.init(
        entries, as: .files, faults: &faults,
        settings: { (faults) in
          readText(
            at: path + "/" + Self.settingsFile, named: Self.settingsFile, limits: .document,
            faults: &faults)
        },
        table: { (file, faults) in
          guard let text = readText(at: path + "/" + file, named: file, faults: &faults) else {
            return nil
          }
          return (text, parseCSV(text, faults: &faults))
        })
      return
    }
    guard let sheets = YearSheets(at: path, faults: &faults) else { return nil }
    self.init(
      sheets.files, as: .sheets, faults: &faults, settings: sheets.settings,
      table: sheets.table(_:faults:))
    isFromWorkbook = true
  }

  /// Gathers the files.
  ///
  /// - Parameters:
  ///   - entries: Names of all files, sorted.
  ///   - words: What a file is for the planner.
  ///   - faults: Where everything amiss is reported.
  ///   - settingsText: Reads the text of the settings.
  ///   - table: Reads a table's text and its cells.
  init(
    _ entries: [String], as words: FileWords, faults: inout FaultList,
    settings settingsText: (inout FaultList) -> DecodedText?,
    table: (String, inout FaultList) -> (text: DecodedText, table: CSVTable?)?
  ) {
    self.entries = entries
    var digest = SHA256()
    var fileDigests: [FileDigest] = []
    func add(_ text: DecodedText) {
      digest.update(Array("\(text.file)\n\(text.bytes.count)\n".utf8))
      digest.update(text.bytes)
      fileDigests.append(FileDigest(of: text.bytes, named: text.file))
    }
    var settings: JSON5Value?
    if entries.contains(Self.settingsFile) {
      if let text = settingsText(&faults) {
        add(text)
        self.settingsText = text.bytes
        do throws(Fault) {
          settings = try JSON5.parse(text)
        } catch {
          faults.report(error)
        }
      }
    } else {
      reportMissing(Self.settingsFile, words, among: entries, faults: &faults)
    }
    self.settings = settings
    tables = Tables.all.map { facts in
      guard entries.contains(facts.file) else {
        if facts.isRequired { reportMissing(facts.file, words, among: entries, faults: &faults) }
        return nil
      }
      guard let read = table(facts.file, &faults) else { return nil }
      add(read.text)
      return read.table
    }
    self.digest = digest.hexadecimal
    self.fileDigests = fileDigests
    reportOtherFiles(entries, words, faults: &faults)
  }
}

/// The digest of a file's text.
package struct FileDigest: Hashable, Sendable {
  /// The file's name.
  package let file: String
  /// SHA-256 in hexadecimal digits.
  package let digest: String

  package init(of text: [UInt8], named file: String) {
    self.file = file
    digest = SHA256.hexadecimal(of: text)
  }
}

/// What the files of a year are for the planner.
struct FileWords {
  let noun: Sentence
  /// What to do when one is missing.
  let remedy: Sentence
  /// What one is called.
  let name: @Sendable (String) -> String

  /// Files of a folder.
  static let files = FileWords(
    noun: "file", remedy: "`musubi init` writes a folder with every file.", name: { $0 })
  /// Sheets of a workbook.
  static let sheets = FileWords(
    noun: "sheet", remedy: "`musubi init --xlsx` writes a workbook with every sheet.",
    name: sheetTitle(ofFile:))
}

private func reportMissing(
  _ file: String, _ words: FileWords, among entries: [String], faults: inout FaultList
) {
  let others = entries.filter { entry in
    entry != file && !Tables.all.contains { $0.file == entry }
  }
  faults.report(
    Fault(
      file: file, problem: "the \(words.noun) is missing",
      hint: NearestName(among: others).nearest(to: file).map {
        .advice("Is it the \(words.noun) \(clippedForDisplay(words.name($0)))?")
      } ?? .advice(words.remedy), kind: "missing"))
}

/// Tells of tables that are not read, because they are for later or because
/// their names are like no table's.
private func reportOtherFiles(_ entries: [String], _ words: FileWords, faults: inout FaultList) {
  let known = Tables.all.map(\.file)
  let missing = NearestName(among: known.filter { !entries.contains($0) })
  for entry in entries where entry.lowercased().hasSuffix(".csv") && !known.contains(entry) {
    faults.report(
      Fault(
        file: entry, problem: "the \(words.noun) is none of Musubi's tables and is not read",
        hint: missing.nearest(to: entry).map { .didYouMean(words.name($0)) }, severity: .notice))
  }
}

/// The names of the files in a folder, sorted.
private func filesIn(_ folder: String, faults: inout FaultList) -> [String]? {
  func failed(_ code: Int32) -> Fault {
    switch code {
    case ENOENT:
      Fault(
        file: folder,
        problem: folder.lowercased().hasSuffix(".xlsx")
          ? "the workbook is missing" : "the folder is missing",
        kind: "missing")
    case ENOTDIR: Fault(file: folder, problem: "this is a file", expected: "a folder")
    default:
      Fault(
        file: folder, problem: "the folder cannot be read: \(SystemError(code, isInSentence: true))"
      )
    }
  }
  guard !folder.utf8.contains(0) else {
    faults.report(failed(ENOENT))
    return nil
  }
  guard let stream = unsafe opendir(folder) else {
    faults.report(failed(errno))
    return nil
  }
  defer { unsafe _ = closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    names.append(name)
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}

/// The tables of a folder with their declarations.
struct TableSources {
  let countries, cohorts, schools, posts, applicants, pins, sites, siteBookings: TableSource
  let courses, delegations, calendars, returnees, activities, travel: TableSource
  let exchangeSchools, exchangeTies: TableSource
  let decadeLines, decadeYears, decadeActuals, ledger: TableSource

  /// Takes the tables of a folder and checks their headers.
  init(_ files: FolderText, faults: inout FaultList) {
    func source(_ facts: TableFacts) -> TableSource {
      let position = Tables.all.firstIndex { $0.file == facts.file }
      let source = TableSource(
        facts: facts, table: position.flatMap { files.tables[$0] },
        isPresent: files.entries.contains(facts.file))
      source.checkHeader(faults: &faults)
      return source
    }
    countries = source(Tables.countries.facts)
    cohorts = source(Tables.cohorts.facts)
    schools = source(Tables.schools.facts)
    posts = source(Tables.posts.facts)
    applicants = source(Tables.applicants.facts)
    pins = source(Tables.pins.facts)
    sites = source(Tables.sites.facts)
    siteBookings = source(Tables.siteBookings.facts)
    courses = source(Tables.courses.facts)
    delegations = source(Tables.delegations.facts)
    calendars = source(Tables.calendars.facts)
    returnees = source(Tables.returnees.facts)
    activities = source(Tables.activities.facts)
    travel = source(Tables.travel.facts)
    exchangeSchools = source(Tables.exchangeSchools.facts)
    exchangeTies = source(Tables.exchangeTies.facts)
    decadeLines = source(Tables.decadeLines.facts)
    decadeYears = source(Tables.decadeYears.facts)
    decadeActuals = source(Tables.decadeActuals.facts)
    ledger = source(Tables.ledger.facts)
  }
}
