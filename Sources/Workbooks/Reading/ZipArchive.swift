// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZip
internal import Wording

/// A zip archive opened for reading.
///
/// - Invariant: The pointer is libzip's, never null, used by one thread, and freed once.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  /// How many more bytes may be unpacked.
  private var budget: Int

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - budget: How many bytes may be unpacked, all parts together.
  /// - Throws: `WorkbookFault` when it is none, or damaged.
  init(at path: String, budget: Int) throws(WorkbookFault) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw WorkbookFault(
        "the file is no workbook, or not the whole of one",
        expected: "a workbook (.xlsx)",
        advice: "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).")
    }
    unsafe self.archive = archive
    self.budget = budget
  }

  deinit { unsafe zip_discard(archive) }

  /// Whether there is a part of this name.
  func holds(_ name: String) -> Bool {
    unsafe zip_name_locate(archive, name, 0) >= 0
  }

  /// Unpacks a part piece by piece.
  ///
  /// - Parameters:
  ///   - name: The part's name.
  ///   - take: Is given one piece after the other, and says whether to go on.
  /// - Throws: `WorkbookFault` when the part is missing, damaged or too large.
  func unpack(
    _ name: String, take: (Span<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    guard let file = unsafe zip_fopen(archive, name, 0) else {
      let code = unsafe zip_error_code_zip(zip_get_error(archive))
      if code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP {
        throw WorkbookFault(
          "the workbook is protected by a password", advice: "Save it without one.")
      }
      throw .damaged(name, "there is nothing to be read")
    }
    defer { _ = unsafe zip_fclose(file) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe bytes.baseAddress.map { unsafe Int(zip_fread(file, $0, UInt64(bytes.count))) } ?? -1
      }
      guard count >= 0 else { throw .damaged(name, "what was packed cannot be unpacked") }
      if count == 0 { return }
      budget -= count
      guard budget >= 0 else {
        throw WorkbookFault(
          "there is more in the workbook than Musubi reads", expected: "at most 512 MiB, unpacked")
      }
      try take(block.span.extracting(first: count))
    }
  }
}
