// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a database did not do what it was asked; nothing was changed then.
package enum DatabaseFailure: Error, Hashable, Sendable {
  /// There is no file of that name.
  case missing
  /// The file is something else.
  case notADatabase
  /// The file was a database and is damaged.
  case damaged
  /// Another program held it for longer than was waited.
  case locked
  /// It cannot be made where it is to be.
  case cannotMake
  /// It cannot be written, though it can be read.
  case readOnly
  /// Whatever else, in the words of SQLite.
  case other(String)
}
