// SPDX-License-Identifier: GPL-3.0-or-later

internal import Storage

/// A file in which runs are kept, numbered from 1.
///
/// A run is kept whole or not at all. Runs are never changed or taken out; notes are
/// added to them. Equal files of several runs are kept once, packed. One program may
/// write while any number read; another that wants to write waits.
package final class RunStore {
  /// The format that this version writes, in SQLite's `user_version`.
  package static let format: Int64 = 1
  /// What tells a store from other databases: `Musu` in ASCII.
  private static let mark: Int64 = 0x4D75_7375

  let path: String
  let database: Database

  private init(_ path: String, _ database: Database) {
    self.path = path
    self.database = database
  }

  /// Opens a store to read it.
  ///
  /// - Parameter path: Where the file lies.
  /// - Returns: The store.
  /// - Throws: `StoreFailure` when there is none that this version can read.
  package static func reading(at path: String) throws(StoreFailure) -> RunStore {
    try opened(at: path) { () throws(DatabaseFailure) in
      try Database(at: path, for: .reading)
    }
  }

  /// Opens a store to add to it, or makes it where there is none.
  ///
  /// - Parameters:
  ///   - path: Where the file lies, or is to lie.
  ///   - patience: Milliseconds to wait for another program that writes.
  /// - Returns: The store.
  /// - Throws: `StoreFailure` when it cannot be written.
  package static func writing(
    at path: String, patience: Int32 = 20_000
  ) throws(StoreFailure) -> RunStore {
    try opened(at: path) { () throws(DatabaseFailure) in
      let database = try Database(at: path, for: .writing, patience: patience)
      // Looked at before: what is not ours is not to be locked even for a moment.
      guard try isUnused(database) else { return database }
      guard !database.isReadOnly else { throw .readOnly }
      try database.transaction { () throws(DatabaseFailure) in
        // Another program may have been faster.
        guard try isUnused(database) else { return }
        for table in schema { try database.execute(table) }
        try database.execute("PRAGMA application_id = \(mark)")
        try database.execute("PRAGMA user_version = \(format)")
      }
      return database
    }
  }

  /// Opens a store that is there to add to it.
  ///
  /// - Parameter path: Where the file lies.
  /// - Returns: The store.
  /// - Throws: `StoreFailure` when there is none, or it cannot be written.
  package static func writing(existingAt path: String) throws(StoreFailure) -> RunStore {
    _ = try reading(at: path)
    return try writing(at: path)
  }

  private static func opened(
    at path: String, _ open: () throws(DatabaseFailure) -> Database
  ) throws(StoreFailure) -> RunStore {
    let database: Database
    let isUnused: Bool
    let (mark, format): (Int64, Int64)
    do throws(DatabaseFailure) {
      database = try open()
      isUnused = try Self.isUnused(database)
      mark = try pragma("application_id", of: database)
      format = try pragma("user_version", of: database)
    } catch {
      throw StoreFailure(error, at: path)
    }
    guard !isUnused else { throw .missing(path: path) }
    guard mark == Self.mark else { throw .foreign(path: path) }
    guard format <= Self.format else { throw .newer(path: path, format: format) }
    return RunStore(path, database)
  }

  /// Whether nothing was ever written into it.
  private static func isUnused(_ database: Database) throws(DatabaseFailure) -> Bool {
    let tables = try database.rows("SELECT count(*) FROM sqlite_schema") { $0.integer(0) }
    let mark = try pragma("application_id", of: database)
    return tables == [0] && mark == 0
  }

  private static func pragma(
    _ name: String, of database: Database
  ) throws(DatabaseFailure) -> Int64 {
    try database.rows("PRAGMA \(name)") { $0.integer(0) }.first ?? 0
  }
}
