// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import History
internal import ProgrammeFiles
internal import Synchronization
internal import Wording

/// What a run that is to be kept reads and writes while it goes on.
final class RunNotes: Sendable {
  /// Where the store lies.
  private let store: String
  private let state = Mutex((inputs: [RunInput](), folders: [RunFolder]()))

  init(store: String) {
    self.store = store
  }

  /// What was read, in the order in which it was read first.
  var inputs: [RunInput] { state.withLock { $0.inputs } }
  /// What was written, in order.
  var folders: [RunFolder] { state.withLock { $0.folders } }

  /// Notes files of the year.
  func add(_ digests: [FileDigest]) {
    add(digests.map { RunInput(.year, name: $0.file, digest: $0.digest) })
  }

  /// Notes scenarios that are laid on them.
  func add(_ scenarios: [Scenario]) {
    add(
      scenarios.map {
        RunInput(.scenario, name: $0.file, digest: SHA256.hexadecimal(of: $0.text))
      })
  }

  /// Notes a folder that was written; without a path, what would have been.
  func add(folder path: String, _ files: @autoclosure () -> [TextFile]) {
    let files = Language.english.spoken { files() }
    state.withLock { $0.folders.append(RunFolder(path: path, files: files)) }
  }

  /// Notes inputs, but those that are there already.
  private func add(_ inputs: [RunInput]) {
    state.withLock { state in
      for input in inputs
      where !state.inputs.contains(where: { $0.role == input.role && $0.name == input.name }) {
        state.inputs.append(input)
      }
    }
  }

  /// Refuses a folder to write that the store lies in: it would go with the older plan.
  ///
  /// - Throws: `RunError` then.
  func refuse(folder path: String) throws(RunError) {
    guard let folder = resolved(path), let file = resolved(store),
      file.hasPrefix(folder + "/")
    else { return }
    throw RunError(
      .usage,
      """
      the store \(clippedForDisplay(store)) lies in the folder \(clippedForDisplay(path)), which \
      is written as a whole; keep it elsewhere.
      """)
  }

  /// A path without links and dots, if it exists.
  private func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
