// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import ProgrammeFiles
internal import Wording
internal import Workbooks

/// Where a single file of results is to appear.
struct OutputFile {
  private let path: String
  private let isForced: Bool
  private let option: String

  /// Names a file.
  ///
  /// - Parameters:
  ///   - path: Where it is to appear.
  ///   - isForced: Whether an older file is replaced.
  ///   - option: The option by which another place can be named.
  init(_ path: String, isForced: Bool, option: String = "output") {
    self.path = path
    self.isForced = isForced
    self.option = option
  }

  /// Finds out, before any work, whether something stands in the way.
  func check() throws(RunError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      let folder = parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
      guard unsafe access(folder, W_OK | X_OK) == 0 else {
        let reason = SystemError(errno)
        throw RunError(
          .cannotWrite, "nothing can be written into \(clippedForDisplay(folder)): \(reason).")
      }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw RunError(.cannotWrite, "\(clippedForDisplay(path)) is a folder.")
    case S_IFREG where !isForced:
      throw runError(for: .exists(path: path), option: option)
    default: return
    }
  }

  /// Writes the whole file, or nothing.
  func write(_ bytes: [UInt8]) throws(RunError) {
    do throws(WriteFailure) {
      try writeFileAtomically(bytes, to: path, force: isForced)
    } catch {
      throw runError(for: error, option: option)
    }
  }
}

/// Whether a path is called as workbooks are.
func isWorkbookName(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

/// Makes a workbook, in the language spoken now, and writes it.
///
/// - Throws: `RunError` when it cannot be made or written; nothing is written then.
func writeWorkbook(
  to target: OutputFile, _ make: () throws(WorkbookFault) -> [UInt8]
) throws(RunError) {
  let bytes: [UInt8]
  do throws(WorkbookFault) {
    bytes = try make()
  } catch {
    throw RunError(
      .cannotWrite,
      error.sheet.map { "sheet \($0): \(error.problem)." } ?? "\(error.problem).")
  }
  try target.write(bytes)
}

/// A failure to write, with the option that would help.
func runError(for failure: WriteFailure, option: String = "output") -> RunError {
  switch failure {
  case .exists(let path):
    RunError(
      .cannotWrite,
      "\(clippedForDisplay(path)) exists; --force replaces it, --\(option) names another place.")
  case .foreign, .cannotWrite: RunError(.cannotWrite, said: failure.description)
  }
}
