// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles
internal import Storage

/// A run as it stands in a store, without the bytes of its files.
package struct StoredRun: Sendable {
  package var number: Int64
  /// The run; the files of its folders are left out.
  package var record: RunRecord
  /// What is known of the files of each folder.
  package var files: [[StoredFile]] = []
}

/// A file of a run's folder.
package struct StoredFile: Hashable, Sendable {
  package var name: String
  /// How many bytes it has.
  package var size: Int64
  /// SHA-256 in hexadecimal digits.
  package var digest: String
}

extension RunStore {
  /// The number of the newest run; 0 without any.
  ///
  /// - Throws: `StoreFailure` when the store cannot be read.
  package func newest() throws(StoreFailure) -> Int64 {
    try failing { () throws(DatabaseFailure) in
      try database.rows("SELECT coalesce(max(run), 0) FROM runs") { $0.integer(0) }.first ?? 0
    }
  }

  /// Runs with their options, inputs, goals, notes and the names of their files.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the runs; those that there are not are left out.
  ///   - most: How many at most; the newest are taken.
  /// - Returns: The newest first.
  /// - Throws: `StoreFailure` when the store cannot be read.
  package func runs(
    _ numbers: ClosedRange<Int64>, atMost most: Int = .max
  ) throws(StoreFailure) -> [StoredRun] {
    try failing { () throws(DatabaseFailure) in
      // One picture of the store, whatever is added meanwhile.
      try database.execute("BEGIN")
      defer { try? database.execute("COMMIT") }
      var runs = try database.rows(
        """
        SELECT run, command, version, began, milliseconds, person, exit_code FROM runs
        WHERE run BETWEEN ? AND ? ORDER BY run DESC LIMIT ?
        """,
        [.integer(numbers.lowerBound), .integer(numbers.upperBound), .integer(Int64(most))]
      ) { row in
        StoredRun(
          number: row.integer(0),
          record: RunRecord(
            command: row.text(1) ?? "", version: row.text(2) ?? "",
            began: Moment(seconds: row.integer(3)), milliseconds: row.integer(4),
            person: row.text(5) ?? "", exitCode: Int32(truncatingIfNeeded: row.integer(6))))
      }
      for index in runs.indices { try complete(&runs[index]) }
      return runs
    }
  }

  /// A run.
  ///
  /// - Returns: Nothing when there is none of this number.
  /// - Throws: `StoreFailure` when the store cannot be read.
  package func run(_ number: Int64) throws(StoreFailure) -> StoredRun? {
    try runs(number...number).first
  }

  private func complete(_ run: inout StoredRun) throws(DatabaseFailure) {
    let number = DatabaseValue.integer(run.number)
    run.record.notes = try database.rows(
      "SELECT written, person, text FROM notes WHERE run = ? ORDER BY rowid", [number]
    ) { row in
      RunNote(
        written: Moment(seconds: row.integer(0)), person: row.text(1) ?? "",
        text: row.text(2) ?? "")
    }
    run.record.options = try database.rows(
      "SELECT name, value FROM options WHERE run = ? ORDER BY place", [number]
    ) { RunOption(name: $0.text(0) ?? "", value: $0.text(1) ?? "") }
    run.record.inputs = try database.rows(
      "SELECT role, name, digest FROM inputs WHERE run = ? ORDER BY place", [number]
    ) { row in
      RunInput(
        row.text(0).flatMap(RunInput.Role.init) ?? .year, name: row.text(1) ?? "",
        digest: row.text(2) ?? "")
    }
    run.record.goals = try database.rows(
      "SELECT stage, name, value, bound, is_share FROM goals WHERE run = ? ORDER BY place", [number]
    ) { row in
      RunGoal(
        stage: row.text(0) ?? "", name: row.text(1) ?? "", value: row.integer(2),
        bound: row.integer(3), isShare: row.integer(4) != 0)
    }
    run.record.folders = try database.rows(
      "SELECT path FROM folders WHERE run = ? ORDER BY place", [number]
    ) { RunFolder(path: $0.text(0) ?? "", files: []) }
    run.files = run.record.folders.map { _ in [] }
    let files = try database.rows(
      """
      SELECT folder, name, size, digest FROM files JOIN contents USING (digest)
      WHERE run = ? ORDER BY folder, place
      """, [number]
    ) { row in
      (
        folder: Int(row.integer(0)),
        file: StoredFile(name: row.text(1) ?? "", size: row.integer(2), digest: row.text(3) ?? "")
      )
    }
    for (folder, file) in files where run.files.indices.contains(folder) {
      run.files[folder].append(file)
    }
  }

  /// A file as it was written.
  ///
  /// - Parameter file: A file of a run of this store.
  /// - Returns: The file with its bytes, which have the digest that was kept.
  /// - Throws: `StoreFailure` when they are not what was kept.
  package func file(_ file: StoredFile) throws(StoreFailure) -> TextFile {
    let bytes = try failing { () throws(DatabaseFailure) in
      try database.rows(
        "SELECT packed FROM contents WHERE digest = ?", [.text(file.digest)]
      ) { unpacked($0.bytes(0), count: Int(truncatingIfNeeded: file.size)) }.first ?? nil
    }
    guard let bytes, SHA256.hexadecimal(of: bytes) == file.digest else {
      throw .damaged(path: path)
    }
    return TextFile(name: file.name, bytes: bytes)
  }
}
