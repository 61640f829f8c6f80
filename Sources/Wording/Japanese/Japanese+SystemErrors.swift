// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Errors of the operating system, of the store's database and of the solver.
  static let systemErrors: [(english: String, japanese: String)] = [
    // MARK: The operating system
    ("error of the system: {1}", "OS のエラー：{1}"),
    ("permission denied", "アクセスが許可されていません"),
    ("operation not permitted", "この操作は許可されていません"),
    ("no such file or directory", "そのようなファイルやフォルダーはありません"),
    ("not a directory", "フォルダーではありません"),
    ("is a directory", "フォルダーです"),
    ("file exists", "既に存在します"),
    ("file name too long", "ファイル名が長すぎます"),
    ("no space left on device", "ディスクの空き容量がありません"),
    ("disk quota exceeded", "ディスクの割当容量を超えています"),
    ("file too large", "ファイルが大きすぎます"),
    ("read-only file system", "読み取り専用です"),
    ("device or resource busy", "使用中です"),
    ("input/output error", "入出力エラーです"),
    ("too many levels of symbolic links", "シンボリックリンクが多すぎます"),
    ("too many open files", "開いているファイルが多すぎます"),
    ("not enough memory", "メモリが不足しています"),
    ("directory not empty", "フォルダーが空ではありません"),
    ("invalid cross-device link", "別のディスクには移せません"),

    // MARK: The store
    ("database or disk is full", "ディスクの空き容量がありません"),
    ("disk I/O error", "ディスクの入出力エラーです"),
    ("unable to open database file", "ファイルを開けません"),
    ("string or blob too big", "記録する内容が大きすぎます"),
    ("access permission denied", "アクセスが許可されていません"),
    ("interrupted", "中断されました"),
    ("SQLite says: {1}", "SQLite のエラー：{1}"),

    // MARK: The solver
    ("row {1}", "行{1}"),
    ("the answer is no matching: {1}.", "答えがマッチングになっていません（{1}）。"),
    ("the places of the answer are no matching: {1}.", "答えがマッチングになっていません（{1}）。"),
    (
      "{1} pairs block a matching called stable.",
      "安定とされたマッチングに、ブロッキングペアが{1}組あります。"
    ),
    (
      "{1} pairs block a matching said to have {2}.",
      "ブロッキングペアは{2}組とされましたが、{1}組あります。"
    ),
    (
      "a program that has an assignment was called infeasible.",
      "解のある問題が、解なしとされました。"
    ),

    // MARK: The library
    ("The plan is of another year than the session.", "計画の年度がセッションの年度と異なります。"),
    (
      "The work of planning trainings cannot be limited; give a time limit.",
      "研修の計画では作業量を制限できません。制限時間を指定してください。"
    ),
    (
      "An earlier plan says something of dispatch only; leave it out.",
      "以前の計画は派遣にのみ使えます。指定を外してください。"
    ),
    ("extra-budget", "追加予算"),
    ("partnerships", "連携"),
  ]
}
