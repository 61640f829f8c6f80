// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite
internal import Wording

/// A value of a table's cell.
package enum DatabaseValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])

  /// Text, or nothing.
  package static func optional(_ text: String?) -> DatabaseValue {
    text.map { .text($0) } ?? .null
  }
}

/// An open SQLite database in one file, closed with its owner.
///
/// What was committed is on disk when a transaction returns and outlives a crash of the
/// program, of the machine, and a loss of power; an unfinished transaction leaves no
/// trace. Any number of programs may read at once while one writes.
///
/// - Invariant: The pointers are SQLite's, never null, used by one thread, and freed once.
@safe package final class Database {
  /// What it is opened for.
  package enum Purpose: Sendable {
    /// Reading a file that is there.
    case reading
    /// Reading and writing; the file is made where there is none.
    case writing
  }

  private let connection: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens a file.
  ///
  /// A file left by a program that was killed while it wrote is put back first to what
  /// was committed.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - purpose: What for.
  ///   - patience: Milliseconds to wait for another program that holds it.
  /// - Throws: `missing` when a file to be read is not there; whether it is a database
  ///   turns out when it is first read.
  package init(
    at path: String, for purpose: Purpose, patience: Int32 = 20_000
  ) throws(DatabaseFailure) {
    guard !path.utf8.contains(0) else { throw .missing }
    // Names such as `:memory:` mean something to SQLite.
    let name = path.hasPrefix("/") ? path : "./" + path
    var opened: OpaquePointer?
    // Reading too opens for writing if it can: what a killed program left is put back.
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE
      | (purpose == .writing ? SQLITE_OPEN_CREATE : 0)
    let code = unsafe sqlite3_open_v2(name, &opened, flags, nil)
    guard let connection = unsafe opened else { throw .other(localized("memory is short")) }
    guard code == SQLITE_OK else {
      unsafe sqlite3_close_v2(connection)
      guard code & 0xFF == SQLITE_CANTOPEN else { throw Self.failure(code) }
      throw purpose == .reading ? .missing : .cannotMake
    }
    unsafe self.connection = connection
    unsafe sqlite3_busy_timeout(connection, patience)
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA foreign_keys = ON")
    try execute(purpose == .writing ? "PRAGMA synchronous = EXTRA" : "PRAGMA query_only = ON")
  }

  deinit {
    // Closes the file as soon as the last statement is gone too.
    unsafe sqlite3_close_v2(connection)
  }

  /// Whether it can be read only.
  package var isReadOnly: Bool { unsafe sqlite3_db_readonly(connection, "main") != 0 }

  /// The number of the row that was written last.
  package var lastRow: Int64 { unsafe sqlite3_last_insert_rowid(connection) }

  /// Carries out a statement that gives no rows.
  ///
  /// - Parameters:
  ///   - sql: One statement, with `?` for each value.
  ///   - values: The values, in order.
  /// - Throws: What stands in the way.
  package func execute(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseFailure) {
    _ = try rows(sql, values) { (_: Row) throws(DatabaseFailure) in }
  }

  /// The rows of a query.
  ///
  /// - Parameters:
  ///   - sql: One statement, with `?` for each value.
  ///   - values: The values, in order.
  ///   - read: Makes something of a row; it may not keep it.
  /// - Returns: What was made, in the order of rows.
  /// - Throws: What stands in the way.
  package func rows<Made>(
    _ sql: String, _ values: [DatabaseValue] = [],
    _ read: (Row) throws(DatabaseFailure) -> Made
  ) throws(DatabaseFailure) -> [Made] {
    let statement = try prepared(sql)
    defer { statement.reset() }
    for (index, value) in values.enumerated() {
      try check(statement.bind(value, at: Int32(index + 1)))
    }
    var made: [Made] = []
    while true {
      switch statement.step() {
      case SQLITE_ROW: made.append(try read(Row(statement: statement)))
      case SQLITE_DONE: return made
      case let code: throw failure(code)
      }
    }
  }

  /// Does several things as one, or nothing of them.
  ///
  /// - Parameter body: What is done; when it fails, everything is as it was.
  /// - Returns: What it has made.
  /// - Throws: What stands in the way.
  package func transaction<Made>(
    _ body: () throws(DatabaseFailure) -> Made
  ) throws(DatabaseFailure) -> Made {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseFailure) {
      let made = try body()
      try execute("COMMIT")
      return made
    } catch {
      // After some failures SQLite has rolled back by itself.
      try? execute("ROLLBACK")
      throw error
    }
  }
}

extension Database {
  /// A row of a query while it is read.
  package struct Row {
    fileprivate let statement: Statement

    /// The whole number of a column, counted from 0; 0 where there is none.
    package func integer(_ column: Int32) -> Int64 { statement.integer(column) }

    /// The text of a column, counted from 0; nothing where there is none.
    package func text(_ column: Int32) -> String? { statement.text(column) }

    /// The bytes of a column, counted from 0; none where there are none.
    package func bytes(_ column: Int32) -> [UInt8] { statement.bytes(column) }
  }

  /// A statement made ready, kept for the next time.
  private func prepared(_ sql: String) throws(DatabaseFailure) -> Statement {
    if let statement = statements[sql] { return statement }
    var made: OpaquePointer?
    try check(unsafe sqlite3_prepare_v2(connection, sql, -1, &made, nil))
    guard let made = unsafe made else { throw .other(localized("a statement is empty")) }
    let statement = unsafe Statement(made)
    statements[sql] = statement
    return statement
  }

  private func check(_ code: Int32) throws(DatabaseFailure) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseFailure {
    let failure = Self.failure(code)
    guard case .other = failure else { return failure }
    return .other(Self.words(for: code, unsafe String(cString: sqlite3_errmsg(connection))))
  }

  /// What a result code means; the low byte is the code, the rest says more of it.
  private static func failure(_ code: Int32) -> DatabaseFailure {
    switch code & 0xFF {
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    case SQLITE_READONLY: .readOnly
    default: .other(words(for: code, unsafe String(cString: sqlite3_errstr(code))))
    }
  }

  /// What SQLite says; in another language than English it is quoted only where planners will
  /// not meet it.
  private static func words(for code: Int32, _ english: String) -> String {
    guard Language.current != .english else { return english }
    let phrase: Sentence =
      switch code & 0xFF {
      case SQLITE_FULL: "database or disk is full"
      case SQLITE_IOERR: "disk I/O error"
      case SQLITE_CANTOPEN: "unable to open database file"
      case SQLITE_NOMEM: "memory is short"
      case SQLITE_TOOBIG: "string or blob too big"
      case SQLITE_PERM, SQLITE_AUTH: "access permission denied"
      case SQLITE_INTERRUPT: "interrupted"
      default: "SQLite says: \(english)"
      }
    return phrase.description
  }
}
