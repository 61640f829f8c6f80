// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite

/// A statement that SQLite has made ready.
///
/// - Invariant: The pointer is SQLite's, never null, used by one thread, and freed once.
@safe final class Statement {
  private let statement: OpaquePointer

  /// Takes a statement over.
  init(_ statement: OpaquePointer) {
    unsafe self.statement = statement
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Goes on to the next row, or to the end.
  ///
  /// - Returns: The result code.
  func step() -> Int32 { unsafe sqlite3_step(statement) }

  /// Lets it be carried out once more.
  func reset() { unsafe sqlite3_reset(statement) }

  /// Puts a value in the place of a question mark.
  ///
  /// - Parameters:
  ///   - value: The value, which is copied.
  ///   - place: The mark's number, counted from 1.
  /// - Returns: The result code.
  func bind(_ value: DatabaseValue, at place: Int32) -> Int32 {
    switch value {
    case .null: unsafe sqlite3_bind_null(statement, place)
    case .integer(let number): unsafe sqlite3_bind_int64(statement, place, number)
    case .text(let text):
      unsafe csqlite_bind_text(statement, place, text, UInt64(text.utf8.count))
    // Empty bytes are not nothing.
    case .bytes([]): unsafe sqlite3_bind_zeroblob(statement, place, 0)
    case .bytes(let bytes):
      unsafe csqlite_bind_blob(statement, place, bytes, UInt64(bytes.count))
    }
  }

  /// The whole number of a column, counted from 0.
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

  /// The text of a column, counted from 0.
  func text(_ column: Int32) -> String? {
    guard let text = unsafe sqlite3_column_text(statement, column) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// The bytes of a column, counted from 0.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_blob(statement, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
