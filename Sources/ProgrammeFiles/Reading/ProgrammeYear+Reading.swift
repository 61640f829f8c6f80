// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// What reading a folder found out.
package struct YearReading: Sendable {
  /// The year, or nothing when a fault stands in the way.
  package let year: ProgrammeYear?
  /// Everything found, counted by kind.
  package let faultList: FaultList
  /// SHA-256 over the text of the files that were read and of the scenarios laid on
  /// them, in hexadecimal digits.
  package let digest: String
  /// The scenarios laid on the files, in order.
  package let scenarios: [Scenario]
  /// SHA-256 over the text of each file that was read, as it stands in the folder.
  package let fileDigests: [FileDigest]

  /// Every fault that is worth showing, in the order of the files.
  package var faults: [Fault] { faultList.faults }
}

/// Reads and checks the folder of a programme year, with scenarios laid on its files.
///
/// All faults of the folder and of the scenarios are found in one pass, whatever they
/// are; nothing is written. Notices do not stand in the way of a year.
///
/// - Parameters:
///   - folder: The folder's path.
///   - scenarios: The paths of scenario files, applied in order.
/// - Returns: The year unless there are errors, the faults, and the digest.
/// - Complexity: O(*n* log *n*), where *n* is the size of the files.
package func readProgrammeYear(at folder: String, scenarios: [String] = []) -> YearReading {
  var faults = FaultList()
  let scenarios = scenarios.compactMap { Scenario(at: $0, faults: &faults) }
  return YearFolder(at: folder).reading(with: scenarios, faults: faults)
}

/// The files of a programme year, to be read with one set of scenarios after the other.
package struct YearFolder: Sendable {
  /// Nothing when the folder cannot be read.
  let files: FolderText?
  private let faults: FaultList

  /// Reads the files' text.
  ///
  /// - Parameter folder: The folder's path.
  /// - Complexity: O(*n*), where *n* is the size of the files.
  package init(at folder: String) {
    var faults = FaultList()
    files = FolderText(at: folder, faults: &faults)
    self.faults = faults
  }

  /// Takes files that are in no folder.
  ///
  /// - Parameter files: The files, each name once.
  /// - Complexity: O(*n*), where *n* is the size of the files.
  package init(of files: [TextFile]) {
    var faults = FaultList()
    self.files = FolderText(of: files, faults: &faults)
    self.faults = faults
  }

  /// Checks the files with scenarios laid on them.
  ///
  /// Faults of the scenarios name their places in them. A fault that the files alone do
  /// not have but that lies in none of the scenarios' values names the scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: The scenarios, applied in order.
  ///   - found: Faults of the scenarios that were found before.
  /// - Returns: The year unless there are errors, the faults, and the digest.
  /// - Complexity: O(*n* log *n*), where *n* is the size of the files.
  package func reading(
    with scenarios: [Scenario] = [], faults found: FaultList = FaultList()
  ) -> YearReading {
    var gathered = faults
    gathered.append(found)
    guard let files else {
      return YearReading(
        year: nil, faultList: gathered, digest: SHA256().hexadecimal, scenarios: scenarios,
        fileDigests: [])
    }
    var patch = YearPatch(files)
    for scenario in scenarios { patch.apply(scenario) }
    gathered.append(patch.faults)
    let draft = checked(patch.files, gathered)
    var list = draft.faults
    if list.hasErrors, !scenarios.isEmpty, !checked(files, faults).faults.hasErrors {
      list = list.reworded { naming(scenarios, in: $0) }
    }
    if files.isFromWorkbook { list = list.renamingFiles(files.nameOfSheet(for:)) }
    return YearReading(
      year: draft.year(), faultList: list, digest: digest(of: files, with: scenarios),
      scenarios: scenarios, fileDigests: files.fileDigests)
  }

  private func checked(_ files: FolderText, _ faults: FaultList) -> YearDraft {
    var draft = YearDraft(files, faults: faults)
    draft.check()
    return draft
  }

  private func naming(_ scenarios: [Scenario], in fault: Fault) -> Fault {
    let files = scenarios.map(\.file)
    guard fault.severity == .error, !files.contains(fault.file) else { return fault }
    let named = Listing(files.map(clippedForDisplay), .andEach)
    return Fault(
      file: fault.file, line: fault.line, place: fault.place, value: fault.value,
      problem: "\(fault.problem) with \(named)", expected: fault.expected, hint: fault.hint,
      severity: fault.severity, kind: fault.kind)
  }

  /// The digest of the files and the scenarios; without scenarios that of the files.
  private func digest(of files: FolderText, with scenarios: [Scenario]) -> String {
    guard !scenarios.isEmpty else { return files.digest }
    var digest = SHA256()
    digest.update(Array("\(files.digest)\n".utf8))
    for scenario in scenarios {
      digest.update(Array("scenario\n\(scenario.text.count)\n".utf8))
      digest.update(scenario.text)
    }
    return digest.hexadecimal
  }
}
