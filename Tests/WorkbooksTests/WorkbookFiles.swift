// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZip
internal import Foundation

/// A folder for the files of one test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "musubi-workbooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path }

  func callAsFunction(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return self(name)
  }

  func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Writes a zip archive.
  func zip(
    _ parts: [(name: String, bytes: [UInt8])], to name: String, password: String? = nil
  ) throws -> String {
    let path = self(name)
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw CocoaError(.fileWriteUnknown)
    }
    // libzip reads the bytes when it closes the archive.
    let bytes = parts.flatMap(\.bytes)
    let kept = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 1)
    unsafe kept.copyBytes(from: bytes)
    defer { unsafe kept.deallocate() }
    var start = 0
    for part in parts {
      guard let base = kept.baseAddress,
        let source = unsafe zip_source_buffer(
          archive, base + start, UInt64(part.bytes.count), 0)
      else { throw CocoaError(.fileWriteUnknown) }
      start += part.bytes.count
      let index = unsafe zip_file_add(archive, part.name, source, UInt32(ZIP_FL_OVERWRITE))
      if let password {
        _ = unsafe zip_file_set_encryption(
          archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
      }
    }
    guard unsafe zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return path
  }
}

/// The parts of a small workbook, any of which may be wrong.
struct WorkbookParts {
  var rootRelations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/>\
    </Relationships>
    """
  var workbook = """
    <workbook xmlns:r="http://x"><workbookPr/><sheets>\
    <sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  var relations = """
    <Relationships>\
    <Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="rId2" Type="http://x/styles" Target="/xl/styles.xml"/>\
    <Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>\
    </Relationships>
    """
  var styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>"
  var strings = "<sst/>"
  /// What stands between the tags of `sheetData`.
  var rows = ""
  /// What stands behind it.
  var tail = ""
  var sheet: String { "<worksheet><sheetData>\(rows)</sheetData>\(tail)</worksheet>" }

  var files: [(name: String, bytes: [UInt8])] {
    [
      ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", rootRelations),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relations),
      ("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings),
      ("xl/worksheets/sheet1.xml", sheet),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  /// The parts without one of them.
  func without(_ name: String) -> [(name: String, bytes: [UInt8])] {
    files.filter { $0.name != name }
  }

  /// The parts with another in the place of one.
  func with(_ bytes: [UInt8], as name: String) -> [(name: String, bytes: [UInt8])] {
    without(name) + [(name, bytes)]
  }
}
