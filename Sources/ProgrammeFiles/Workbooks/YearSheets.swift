// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Wording
internal import Workbooks

/// The sheets of a workbook that holds a programme year: one for each table, of its
/// file's name without `.csv`, and `programme` with the settings line by line.
struct YearSheets {
  /// The names that the sheets would have as files, sorted.
  let files: [String]
  private let sheets: [String: WorkbookSheet]

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - faults: Where everything amiss is reported.
  init?(at path: String, faults: inout FaultList) {
    let known = Set((Tables.all.map(\.file) + [FolderText.settingsFile]).map(sheetTitle(ofFile:)))
    var workbook: Workbook
    do throws(WorkbookFault) {
      workbook = try Workbook(at: path) { known.contains($0) }
    } catch {
      faults.report(Fault(error, of: path))
      return nil
    }
    workbook.sheets.removeAll { $0.name == Self.explanations }
    sheets = Dictionary(
      workbook.sheets.map { (fileName(ofSheet: $0.name), $0) },
      uniquingKeysWith: { first, _ in first })
    files = sheets.keys.sorted()
  }

  /// The sheet that explains the columns, which is for people only.
  static let explanations = "columns"

  /// The settings' text.
  func settings(faults: inout FaultList) -> DecodedText? {
    guard let sheet = usable(FolderText.settingsFile, faults: &faults) else { return nil }
    var text = ""
    var line = 1
    for row in sheet.rows {
      while line < row.number {
        text += "\n"
        line += 1
      }
      if let second = row.cells.dropFirst().first(where: { !$0.isEmpty }) {
        faults.report(
          Fault(
            file: FolderText.settingsFile, line: row.number, value: second,
            problem: "stands in another column than the first",
            expected: "settings in the first column only", kind: "second column"))
      }
      text += (row.cells.first ?? "") + "\n"
      line += 1
    }
    return decodeText(
      Array(text.utf8), named: FolderText.settingsFile, limits: .document, faults: &faults)
  }

  /// A table's text as it would stand in its file, and its cells.
  func table(_ file: String, faults: inout FaultList) -> (text: DecodedText, table: CSVTable?)? {
    guard let sheet = usable(file, faults: &faults), let header = sheet.rows.first else {
      return nil
    }
    var width = header.cells.count
    width = sheet.rows.reduce(width) { max($0, $1.cells.count) }
    func padded(_ row: WorkbookRow) -> [String] {
      row.cells + Array(repeating: "", count: width - row.cells.count)
    }
    var writer = CSVWriter(header: padded(header))
    // Which row of the sheet each line of the text is of; cells may hold line breaks.
    var rows = lines(of: header)
    for row in sheet.rows.dropFirst() {
      writer.append(padded(row))
      rows += lines(of: row)
    }
    var found = FaultList()
    guard let text = decodeText(writer.bytes, named: file, faults: &found) else {
      faults.append(found)
      return nil
    }
    let table = parseCSV(text, faults: &found)
    faults.append(
      found.reworded { fault in
        let line = fault.line.flatMap { rows.indices.contains($0 - 1) ? rows[$0 - 1] : nil }
        return fault.moved(to: fault.file, line: line)
      })
    return (text, table?.onLines(of: rows))
  }

  private func lines(of row: WorkbookRow) -> [Int] {
    let breaks = row.cells.reduce(0) { $0 + $1.utf8.count(where: { $0 == 0x0A }) }
    return Array(repeating: row.number, count: breaks + 1)
  }

  /// The sheet of a file unless something is amiss with it.
  private func usable(_ file: String, faults: inout FaultList) -> WorkbookSheet? {
    guard let sheet = sheets[file] else { return nil }
    for fault in sheet.faults { faults.report(Fault(fault, of: file)) }
    if let merged = sheet.merged.first {
      faults.report(
        Fault(
          file: file, problem: "the cells \(merged) are merged",
          expected: "a table with the columns' names in its first row",
          hint: .advice("Part the cells and delete rows of titles above the table.")))
      return nil
    }
    guard !sheet.rows.isEmpty else {
      faults.report(
        Fault(
          file: file, problem: "the sheet is empty",
          expected: "a first row with the columns' names"))
      return nil
    }
    return sheet
  }
}

extension Fault {
  /// A workbook's fault as one of a file.
  ///
  /// - Parameters:
  ///   - fault: What is amiss.
  ///   - file: The workbook, or the file that a sheet stands for.
  init(_ fault: WorkbookFault, of file: String) {
    self.init(
      file: file, line: fault.row, problem: fault.problem, expected: fault.expected,
      hint: fault.advice.map { .advice($0) }, kind: "workbook")
  }
}

/// Whether a path is that of a file, which a year can only be as a workbook.
func isWorkbook(_ path: String) -> Bool {
  var status = stat()
  guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return false }
  return status.st_mode & S_IFMT == S_IFREG
}

/// The sheet that a file is in a workbook.
func sheetTitle(ofFile file: String) -> String {
  String(file.prefix { $0 != "." })
}

extension FolderText {
  /// What a file of a workbook is called in messages.
  func nameOfSheet(for file: String) -> String {
    let isSheet =
      file == Self.settingsFile || entries.contains(file)
      || Tables.all.contains { $0.file == file }
    return isSheet ? localized("sheet \(sheetTitle(ofFile: file))") : file
  }
}

/// The file that a sheet stands for.
private func fileName(ofSheet title: String) -> String {
  title == sheetTitle(ofFile: FolderText.settingsFile)
    ? FolderText.settingsFile : title + ".csv"
}
