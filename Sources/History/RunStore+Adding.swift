// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Storage

extension RunStore {
  /// Finds out whether a run could be kept now.
  ///
  /// - Throws: `StoreFailure` when it could not; another writer is waited for.
  package func checkWriting() throws(StoreFailure) {
    try failing { () throws(DatabaseFailure) in
      guard !database.isReadOnly else { throw .readOnly }
      // A write that leaves everything as it is meets all that could stand in the way.
      try database.transaction { () throws(DatabaseFailure) in
        try database.execute("PRAGMA user_version = \(Self.format)")
      }
    }
  }

  /// Keeps a run.
  ///
  /// - Parameter record: The run.
  /// - Returns: Its number.
  /// - Throws: `StoreFailure` when it cannot be kept; the store is then as it was.
  /// - Complexity: O(*n*), where *n* is the size of the files.
  package func add(_ record: RunRecord) throws(StoreFailure) -> Int64 {
    // Packing takes longest and is done before anybody has to wait.
    let folders = record.folders.map { folder in
      folder.files.map { file in
        (
          name: file.name, size: file.bytes.count, digest: SHA256.hexadecimal(of: file.bytes),
          packed: packed(file.bytes)
        )
      }
    }
    return try failing { () throws(DatabaseFailure) in
      try database.transaction { () throws(DatabaseFailure) in
        try database.execute(
          """
          INSERT INTO runs (command, version, began, milliseconds, person, exit_code)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          [
            .text(record.command), .text(record.version), .integer(record.began.seconds),
            .integer(record.milliseconds), .text(record.person),
            .integer(Int64(record.exitCode)),
          ])
        let run = database.lastRow
        for note in record.notes { try insert(note, of: run) }
        try insert(
          record.options.map { [.text($0.name), .text($0.value)] }, of: run, into: "options",
          "name, value")
        try insert(
          record.inputs.map { [.text($0.role.rawValue), .text($0.name), .text($0.digest)] },
          of: run, into: "inputs", "role, name, digest")
        try insert(
          record.goals.map {
            [
              .text($0.stage), .text($0.name), .integer($0.value), .integer($0.bound),
              .integer($0.isShare ? 1 : 0),
            ]
          }, of: run, into: "goals", "stage, name, value, bound, is_share")
        try insert(
          record.folders.map { [.text($0.path)] }, of: run, into: "folders", "path")
        for (folder, files) in folders.enumerated() {
          for (place, file) in files.enumerated() {
            try database.execute(
              "INSERT OR IGNORE INTO contents (digest, size, packed) VALUES (?, ?, ?)",
              [.text(file.digest), .integer(Int64(file.size)), .bytes(file.packed)])
            try database.execute(
              "INSERT INTO files (run, folder, place, name, digest) VALUES (?, ?, ?, ?, ?)",
              [
                .integer(run), .integer(Int64(folder)), .integer(Int64(place)),
                .text(file.name), .text(file.digest),
              ])
          }
        }
        return run
      }
    }
  }

  /// Adds a note to a run.
  ///
  /// - Throws: `StoreFailure` when it cannot be kept.
  /// - Precondition: There is such a run.
  package func add(_ note: RunNote, to run: Int64) throws(StoreFailure) {
    try failing { () throws(DatabaseFailure) in
      try database.transaction { () throws(DatabaseFailure) in try insert(note, of: run) }
    }
  }

  private func insert(_ note: RunNote, of run: Int64) throws(DatabaseFailure) {
    try database.execute(
      "INSERT INTO notes (run, written, person, text) VALUES (?, ?, ?, ?)",
      [
        .integer(run), .integer(note.written.seconds), .text(note.person), .text(note.text),
      ])
  }

  /// Writes rows in their order.
  private func insert(
    _ rows: [[DatabaseValue]], of run: Int64, into table: String, _ columns: String
  ) throws(DatabaseFailure) {
    for (place, values) in rows.enumerated() {
      let marks = values.map { _ in ", ?" }.joined()
      try database.execute(
        "INSERT INTO \(table) (run, place, \(columns)) VALUES (?, ?\(marks))",
        [.integer(run), .integer(Int64(place))] + values)
    }
  }

  /// Does something and names the store when it fails.
  func failing<Made>(
    _ body: () throws(DatabaseFailure) -> Made
  ) throws(StoreFailure) -> Made {
    do throws(DatabaseFailure) {
      return try body()
    } catch {
      throw StoreFailure(error, at: path)
    }
  }
}
