// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Why a file or folder was not written; what was there before is whole.
package enum WriteFailure: Error, Equatable, Sendable {
  /// Something stands there already and was not to be replaced.
  case exists(path: String)
  /// The folder to replace lacks the file by which it would be known as ours.
  case foreign(path: String, missing: String)
  /// The system refused.
  case cannotWrite(path: String, reason: String)
}

extension WriteFailure: CustomStringConvertible {
  /// One sentence for a planner.
  package var description: String {
    switch self {
    case .exists(let path):
      localized("\(clippedForDisplay(path)) already exists and is only replaced if you ask for it.")
    case .foreign(let path, let missing):
      localized(
        """
        \(clippedForDisplay(path)) is not replaced: it holds no \(missing), so it may be something \
        else of yours.
        """)
    case .cannotWrite(let path, let reason):
      localized("\(clippedForDisplay(path)) cannot be written: \(reason).")
    }
  }
}
