// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsxWriter
internal import Glibc
internal import Programme
internal import Wording

/// Makes a workbook.
///
/// Equal sheets give equal bytes: the workbook says 1 January 2000 of itself.
///
/// - Parameters:
///   - sheets: The sheets, in the order of their tabs.
///   - title: What the workbook is.
///   - dayFormat: How days are shown, in the spreadsheet's notation.
/// - Returns: The file's content.
/// - Throws: `WorkbookFault` when a sheet has more rows than a spreadsheet, or there is no
///   room for temporary files.
/// - Complexity: O(*n*) in the number of cells.
package func workbookBytes(
  _ sheets: [SheetDraft], title: String, dayFormat: String = "yyyy-mm-dd"
) throws(WorkbookFault) -> [UInt8] {
  for sheet in sheets {
    guard sheet.rows.count < 1_048_576 else {
      throw WorkbookFault(
        sheet: sheet.name, "the table has \(sheet.rows.count) rows",
        expected: "at most 1,048,575, as many as a spreadsheet has")
    }
    guard (1...31).contains(sheet.name.utf16.count),
      !sheet.name.contains(where: "[]:*?/\\".contains)
    else { throw WorkbookFault(sheet: sheet.name, "no sheet can have this name") }
  }
  let file = try TemporaryFile()
  guard let writer = WorkbookWriter(at: file.path, title: title, dayFormat: dayFormat) else {
    throw WorkbookFault("there is no memory for a workbook")
  }
  for sheet in sheets { try writer.add(sheet) }
  try writer.close()
  return try file.bytes()
}

/// A file that is gone when nobody needs it any more.
private final class TemporaryFile {
  let path: String

  init() throws(WorkbookFault) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/musubi-workbook-XXXXXX").utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else {
      throw WorkbookFault(
        "no temporary file can be made in \(folder): \(SystemError(errno))")
    }
    _ = Glibc.close(descriptor)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = unsafe unlink(path) }

  func bytes() throws(WorkbookFault) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkbookFault("the workbook is gone before it was whole") }
    defer { _ = Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe read(descriptor, &block, block.count)
      guard count > 0 else { return bytes }
      bytes += block[0..<count]
    }
  }
}

/// A sheet that is being written.
///
/// - Invariant: The pointer is libxlsxwriter's, alive until its workbook is closed.
@safe private struct Page {
  let sheet: UnsafeMutablePointer<lxw_worksheet>

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe self.sheet = sheet
  }
}

/// A workbook that is being written.
///
/// - Invariant: Pointers are libxlsxwriter's; the workbook owns its sheets and formats and
///   is closed exactly once, after which none of them is used.
@safe private final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let titles: UnsafeMutablePointer<lxw_format>?
  private let requiredTitles: UnsafeMutablePointer<lxw_format>?
  private let texts: UnsafeMutablePointer<lxw_format>?
  private let longTexts: UnsafeMutablePointer<lxw_format>?
  private let days: UnsafeMutablePointer<lxw_format>?
  private let groupedNumbers: UnsafeMutablePointer<lxw_format>?
  private let warnings: UnsafeMutablePointer<lxw_format>?
  /// How many narrow letters wide a day is.
  private let dayWidth: Int
  private var isClosed = false

  init?(at path: String, title: String, dayFormat: String) {
    guard let workbook = unsafe workbook_new(path) else { return nil }
    unsafe self.workbook = workbook
    // A month or day that is written as short as it is has two digits at most.
    dayWidth =
      displayWidth(dayFormat.replacing("\"", with: "")) + (dayFormat.contains("mm") ? 0 : 2)
    unsafe title.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = 946_684_800
      _ = unsafe workbook_set_properties(workbook, &properties)
    }
    func format(
      _ set: (UnsafeMutablePointer<lxw_format>) -> Void
    ) -> UnsafeMutablePointer<lxw_format>? {
      guard let format = unsafe workbook_add_format(workbook) else { return nil }
      unsafe set(format)
      return unsafe format
    }
    func titled(_ colour: UInt32) -> UnsafeMutablePointer<lxw_format>? {
      unsafe format {
        unsafe format_set_bold($0)
        unsafe format_set_bg_color($0, colour)
        unsafe format_set_bottom($0, 1)
        unsafe format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      }
    }
    unsafe titles = unsafe titled(0xE7EEF7)
    unsafe requiredTitles = unsafe titled(0xC9DCF0)
    // As text, so that an identifier such as 007 stays one when it is typed.
    unsafe texts = unsafe format { unsafe format_set_num_format($0, "@") }
    unsafe longTexts = unsafe format {
      unsafe format_set_num_format($0, "@")
      unsafe format_set_text_wrap($0)
      unsafe format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    unsafe days = unsafe format { unsafe format_set_num_format($0, dayFormat) }
    unsafe groupedNumbers = unsafe format { unsafe format_set_num_format($0, "#,##0") }
    unsafe warnings = unsafe format {
      unsafe format_set_bg_color($0, 0xFFC7CE)
      unsafe format_set_font_color($0, 0x9C0006)
    }
  }

  deinit {
    if !isClosed { _ = unsafe workbook_close(workbook) }
  }

  func close() throws(WorkbookFault) {
    isClosed = true
    try check(unsafe workbook_close(workbook))
  }

  private func check(_ code: lxw_error) throws(WorkbookFault) {
    guard code != LXW_NO_ERROR else { return }
    throw WorkbookFault(
      "the workbook cannot be written: \(unsafe String(cString: lxw_strerror(code)))")
  }

  func add(_ sheet: SheetDraft) throws(WorkbookFault) {
    guard let added = unsafe workbook_add_worksheet(workbook, sheet.name) else {
      throw WorkbookFault(sheet: sheet.name, "another sheet has this name")
    }
    let page = unsafe Page(added)
    let firstRow = sheet.hasTitles ? 1 : 0
    var isLong: [Bool] = []
    for (index, column) in sheet.columns.enumerated() {
      let widest = sheet.rows.prefix(1000).reduce(
        displayWidth(column.title) + (sheet.hasTitles ? 3 : 0)
      ) { widest, row in
        row.indices.contains(index)
          ? max(widest, displayWidth(row[index], ofDays: dayWidth)) : widest
      }
      isLong.append(sheet.hasTitles && widest > 60)
      try check(
        unsafe worksheet_set_column(
          page.sheet, UInt16(index), UInt16(index), Double(min(60, max(6, widest + 1))),
          format(of: column.kind, isLong: isLong[index])))
      if sheet.hasTitles { try addTitle(column, at: index, to: page) }
      if let choices = column.choices { try add(choices, at: index, to: page) }
      if let colouring = column.colouring, !sheet.rows.isEmpty {
        try add(colouring, at: index, rows: sheet.rows.count, to: page)
      }
    }
    for (number, row) in sheet.rows.enumerated() {
      for (index, cell) in row.enumerated() {
        let format = unsafe format(of: sheet.columns[index].kind, isLong: isLong[index])
        try unsafe write(cell, UInt32(number + firstRow), UInt16(index), format, page)
      }
    }
    guard sheet.hasTitles else { return }
    unsafe worksheet_freeze_panes(page.sheet, 1, sheet.columns.count > 1 ? 1 : 0)
    if !sheet.columns.isEmpty {
      try check(
        unsafe worksheet_autofilter(
          page.sheet, 0, 0, UInt32(sheet.rows.count), UInt16(sheet.columns.count - 1)))
      try check(unsafe worksheet_repeat_rows(page.sheet, 0, 0))
    }
    unsafe worksheet_set_landscape(page.sheet)
    unsafe worksheet_set_paper(page.sheet, 9)  // A4
    unsafe worksheet_fit_to_pages(page.sheet, 1, 0)
  }

  private func format(
    of kind: WorkbookColumn.Kind, isLong: Bool
  ) -> UnsafeMutablePointer<lxw_format>? {
    switch kind {
    case .text: unsafe isLong ? longTexts : texts
    case .day: unsafe days
    case .number(let isGrouped): unsafe isGrouped ? groupedNumbers : nil
    }
  }

  private func write(
    _ cell: WorkbookCell, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?, _ page: Page
  ) throws(WorkbookFault) {
    switch cell {
    case .empty: return
    case .text(let text):
      // Text in a column of numbers or days stays text when it is edited.
      let own = unsafe format == longTexts ? longTexts : texts
      try check(unsafe worksheet_write_string(page.sheet, row, column, escaped(text), own))
    case .number(let value):
      try check(unsafe worksheet_write_number(page.sheet, row, column, value, format))
    case .day(let day):
      let serial = Double(day.number - WorkbookColumn.firstDay + 61)
      try check(unsafe worksheet_write_number(page.sheet, row, column, serial, days))
    }
  }

  private func addTitle(
    _ column: WorkbookColumn, at index: Int, to page: Page
  ) throws(WorkbookFault) {
    let format = unsafe column.isRequired ? requiredTitles : titles
    try check(
      unsafe worksheet_write_string(page.sheet, 0, UInt16(index), escaped(column.title), format))
    guard let note = column.note else { return }
    var options = unsafe lxw_comment_options()
    unsafe options.x_scale = 2.2
    unsafe options.y_scale = Double(note.count) / 150 + 1
    try check(unsafe worksheet_write_comment_opt(page.sheet, 0, UInt16(index), note, &options))
  }

  private func add(
    _ choices: WorkbookColumn.Choices, at index: Int,
    to page: Page
  ) throws(WorkbookFault) {
    var validation = unsafe lxw_data_validation()
    unsafe validation.ignore_blank = 1
    // A list may be incomplete: what is not in it is asked about, not refused.
    unsafe validation.error_type = 1
    func validate() throws(WorkbookFault) {
      try check(
        unsafe worksheet_data_validation_range(
          page.sheet, 1, UInt16(index), 1_048_575, UInt16(index), &validation))
    }
    switch choices {
    case .words(let words):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: words.count + 1)
      unsafe list.initialize(repeating: nil, count: words.count + 1)
      for (place, word) in words.enumerated() {
        unsafe list[place] = unsafe strdup(word)
      }
      defer {
        for place in words.indices { unsafe free(list[place]) }
        unsafe list.deallocate()
      }
      unsafe validation.value_list = unsafe list
      try validate()
    case .firstColumn(let sheet):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      let formula = unsafe strdup("='\(sheet)'!$A$2:$A$1048576")
      defer { unsafe free(formula) }
      unsafe validation.value_formula = unsafe formula
      try validate()
    case .wholeNumbers(let range):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe validation.minimum_number = Double(range.lowerBound)
      unsafe validation.maximum_number = Double(range.upperBound)
      try validate()
    }
  }

  private func add(
    _ colouring: WorkbookColumn.Colouring, at index: Int, rows: Int,
    to page: Page
  ) throws(WorkbookFault) {
    var condition = unsafe lxw_conditional_format()
    func colour() throws(WorkbookFault) {
      try check(
        unsafe worksheet_conditional_format_range(
          page.sheet, 1, UInt16(index), UInt32(rows), UInt16(index), &condition))
    }
    switch colouring {
    case .scale:
      unsafe condition.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
      unsafe condition.min_color = 0xFFFFFF
      unsafe condition.max_color = 0x9AD1A3
      try colour()
    case .bars:
      unsafe condition.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      try colour()
    case .warning(let word):
      unsafe condition.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
      unsafe condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
      unsafe condition.format = unsafe warnings
      let value = unsafe strdup(word)
      defer { unsafe free(value) }
      unsafe condition.value_string = unsafe value
      try colour()
    }
  }
}

/// How many narrow letters wide a cell is; those of Japanese count two.
private func displayWidth(_ cell: WorkbookCell, ofDays dayWidth: Int) -> Int {
  switch cell {
  case .empty: 0
  case .text(let text): displayWidth(text)
  case .number(let value): numberText("\(value)").utf8.count + 2
  case .day: dayWidth
  }
}

private func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
}

/// Text in which nothing can be taken for a character written as `_x000D_`.
private func escaped(_ text: String) -> String {
  guard text.contains("_x") else { return text }
  return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
}
