// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Where a folder of results is to appear.
struct OutputFolder {
  /// What the folder holds; only an older folder of the same sort is replaced.
  enum Content {
    case plan, year, comparison, part, diagnosis

    /// What a folder with these files is.
    init(of names: [String]) {
      let all: [Content] = [.comparison, .part, .diagnosis, .year, .plan]
      self = all.first { names.contains($0.marker) } ?? .plan
    }

    /// The file by which such a folder is known.
    var marker: String {
      switch self {
      case .plan: "plan.json"
      case .year: "programme.json5"
      case .comparison: comparisonDocumentName
      case .diagnosis: DiagnosisReport.documentName
      case .part: partDocumentName
      }
    }
  }

  private let path: String
  private let older: AtomicFolder.Older
  private let notes: RunNotes?

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - path: Where it is to appear.
  ///   - content: What it holds.
  ///   - isForced: Whether an older one is replaced.
  ///   - notes: What is to be kept of the run, the folder too.
  init(_ path: String, holds content: Content, isForced: Bool, keptIn notes: RunNotes? = nil) {
    self.path = path
    self.notes = notes
    older = isForced ? .replace(holding: content.marker) : .refuse
  }

  /// Finds out, before any work, whether the folder could be written now.
  ///
  /// Nothing is left behind.
  func check() throws(RunError) {
    try notes?.refuse(folder: path)
    let made = try makeParents()
    defer {
      for folder in made.reversed() { _ = unsafe rmdir(folder) }
    }
    do throws(WriteFailure) {
      _ = try AtomicFolder(at: path, ifExists: older)
    } catch {
      throw runError(for: error)
    }
  }

  /// Writes the folder with all its files, or nothing.
  ///
  /// - Parameter files: Made in English, whatever the reader speaks: what a folder holds is the
  ///   same everywhere.
  /// - Throws: `RunError` when it cannot be written.
  func write(_ files: @autoclosure () -> [TextFile]) throws(RunError) {
    let files = Language.english.spoken { files() }
    try notes?.refuse(folder: path)
    let made = try makeParents()
    do throws(WriteFailure) {
      let folder = try AtomicFolder(at: path, ifExists: older)
      for file in files { try folder.write(file.bytes, to: file.name) }
      try folder.publish()
    } catch {
      for folder in made.reversed() { _ = unsafe rmdir(folder) }
      throw runError(for: error)
    }
    notes?.add(folder: path, files)
  }

  /// Makes the folders above that are missing.
  ///
  /// - Returns: Those that were made, the outermost first.
  @discardableResult
  func makeParents() throws(RunError) -> [String] {
    var made: [String] = []
    var parent = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      parent += (parent.isEmpty || parent == "/" ? "" : "/") + part
      if unsafe mkdir(parent, 0o777) == 0 {
        made.append(parent)
      } else if errno != EEXIST && errno != EISDIR {
        let reason = SystemError(errno)
        for folder in made.reversed() { _ = unsafe rmdir(folder) }
        throw RunError(
          .cannotWrite, "\(clippedForDisplay(parent)) cannot be made: \(reason).")
      }
    }
    return made
  }
}
