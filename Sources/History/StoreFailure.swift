// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Storage
internal import Wording

/// Why a store of runs cannot be used; every run in it is as it was.
package enum StoreFailure: Error, Hashable, Sendable {
  /// There is no file of that name, or it is empty.
  case missing(path: String)
  /// The file is no store of runs.
  case foreign(path: String)
  /// A newer version of Musubi has written it.
  case newer(path: String, format: Int64)
  /// It is damaged.
  case damaged(path: String)
  /// Another program is writing to it for longer than was waited.
  case locked(path: String)
  /// It, or the folder that it is in, cannot be written.
  case readOnly(path: String)
  /// It cannot be made where it is to be.
  case cannotMake(path: String)
  /// Something else stands in the way.
  case other(path: String, words: String)

  init(_ failure: DatabaseFailure, at path: String) {
    self =
      switch failure {
      case .missing: .missing(path: path)
      case .notADatabase: .foreign(path: path)
      case .damaged: .damaged(path: path)
      case .locked: .locked(path: path)
      case .readOnly: .readOnly(path: path)
      case .cannotMake: .cannotMake(path: path)
      case .other(let words): .other(path: path, words: words)
      }
  }
}

extension StoreFailure: CustomStringConvertible {
  /// A sentence for a planner.
  package var description: String {
    switch self {
    case .missing(let path):
      localized(
        "\(clippedForDisplay(path)) is missing or empty; planning commands make it with --store.")
    case .foreign(let path):
      localized(
        "\(clippedForDisplay(path)) is no store of runs; it is left as it is.")
    case .newer(let path, let format):
      localized(
        """
        \(clippedForDisplay(path)) was written by a newer version of Musubi (format \(format); this \
        version knows \(RunStore.format)). Install the newer version to use it.
        """)
    case .damaged(let path):
      localized(
        """
        \(clippedForDisplay(path)) is damaged. Take it from a backup; what can still be read of it, \
        sqlite3's command .recover saves.
        """)
    case .locked(let path):
      localized(
        "\(clippedForDisplay(path)) is in use: another run is writing to it. Try again in a while.")
    case .readOnly(let path):
      localized(
        "\(clippedForDisplay(path)) cannot be written: the file or its folder may only be read.")
    case .cannotMake(let path):
      localized(
        "\(clippedForDisplay(path)) cannot be made: its folder is missing or read-only.")
    case .other(let path, let words):
      localized(
        "\(clippedForDisplay(path)) cannot be used: \(words).")
    }
  }
}
