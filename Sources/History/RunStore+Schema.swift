// SPDX-License-Identifier: GPL-3.0-or-later

extension RunStore {
  /// The tables, each as the statement that makes it.
  ///
  /// `docs/history.md` describes them for whoever reads a store with other programs.
  static let schema = [
    """
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY,
      command TEXT NOT NULL,
      version TEXT NOT NULL,
      began INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL,
      person TEXT NOT NULL,
      exit_code INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE notes (
      run INTEGER NOT NULL REFERENCES runs,
      written INTEGER NOT NULL,
      person TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE options (
      run INTEGER NOT NULL REFERENCES runs,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE inputs (
      run INTEGER NOT NULL REFERENCES runs,
      place INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE goals (
      run INTEGER NOT NULL REFERENCES runs,
      place INTEGER NOT NULL,
      stage TEXT NOT NULL,
      name TEXT NOT NULL,
      value INTEGER NOT NULL,
      bound INTEGER NOT NULL,
      is_share INTEGER NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE folders (
      run INTEGER NOT NULL REFERENCES runs,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE contents (
      digest TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      packed BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE files (
      run INTEGER NOT NULL,
      folder INTEGER NOT NULL,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      digest TEXT NOT NULL REFERENCES contents,
      PRIMARY KEY (run, folder, place),
      FOREIGN KEY (run, folder) REFERENCES folders
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX notes_of_run ON notes (run)",
  ]
}
