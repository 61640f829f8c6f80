// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What is amiss in workbooks, and what they say of themselves.
  static let workbooks: [(english: String, japanese: String)] = [
    ("the sheet has more rows than any spreadsheet", "シートの行数が表計算ソフトの上限を超えています"),
    ("at most 1,048,576", "1,048,576行以下"),
    ("there are more cells in the workbook than Musubi reads", "ブックのセルが多すぎて読み取れません"),
    ("at most 16,000,000 cells and 256 MiB of text", "16,000,000セル、文字256 MiB以下"),
    ("is a formula without a result", "は計算結果のない数式です"),
    ("Open the workbook in a spreadsheet program and save it again.", "ブックを表計算ソフトで開き、保存し直してください。"),
    ("names a text that the workbook does not have", "が参照する文字列がブックにありません"),
    ("is the error {1}", "はエラー値{1}です"),
    ("the cell {1}{2} {3}", "セル{1}{2}{3}"),
    ("no workbook is named", "ブック本体が指定されていません"),
    ("the workbook is a binary one (.xlsb)", "ブックがバイナリ形式（.xlsb）です"),
    ("Save it as an Excel workbook (.xlsx).", "Excelブック（.xlsx）で保存してください。"),
    (
      "the workbook is protected by a password, or is one of before 2007 (.xls)",
      "ブックがパスワードで保護されているか、2007年より前の形式（.xls）です"
    ),
    (
      "Save it without a password as an Excel workbook (.xlsx).",
      "パスワードなしのExcelブック（.xlsx）で保存してください。"
    ),
    ("a workbook (.xlsx)", "ブック（.xlsx）"),
    ("the file is a document of OpenDocument (.ods)", "ファイルがOpenDocument形式（.ods）です"),
    ("the file is a zip archive, but no workbook", "ファイルはzip形式ですが、ブックではありません"),
    ("there is no memory for what is", "読み取るためのメモリーが足りません"),
    (
      "the workbook is damaged: no workbook has one; it is in its part with a document type",
      "ブックが壊れています：文書型の宣言が含まれています"
    ),
    ("Open it in the program that wrote it and save it again.", "作成したソフトで開き、保存し直してください。"),
    ("line {1} is not XML", "{1}行目がXMLになっていません"),
    ("the file is no workbook, or not the whole of one", "ファイルがブックではないか、途中で切れています"),
    (
      "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).",
      "表計算ソフトで開き、Excelブック（.xlsx）で保存してください。"
    ),
    ("the workbook is protected by a password", "ブックがパスワードで保護されています"),
    ("Save it without one.", "パスワードなしで保存してください。"),
    ("there is nothing to be read", "読み取れる内容がありません"),
    ("what was packed cannot be unpacked", "圧縮された内容を展開できません"),
    ("there is more in the workbook than Musubi reads", "ブックが大きすぎて読み取れません"),
    ("at most 512 MiB, unpacked", "展開後512 MiB以下"),
    ("the workbook is damaged: {1} in its part {2}", "ブックが壊れています（内部の{2}：{1}）"),
    ("the table has {1} rows", "表に{1}行あります"),
    ("at most 1,048,575, as many as a spreadsheet has", "表計算ソフトの上限の1,048,575行以下"),
    ("no sheet can have this name", "この名前はシート名に使えません"),
    ("there is no memory for a workbook", "ブックを作るためのメモリーが足りません"),
    ("no temporary file can be made in {1}: {2}", "{1}に一時ファイルを作成できません：{2}"),
    ("the workbook is gone before it was whole", "作成途中のブックが失われました"),
    ("the workbook cannot be written: {1}", "ブックを書き込めません：{1}"),
    ("another sheet has this name", "同じ名前のシートがあります"),
    ("A programme year of Musubi", "Musubiの年度データ"),
    ("Musubi does not read this column.", "Musubiはこの列を読み取りません。"),
    ("must be filled in", "記入必須"),
    ("when empty", "空の場合"),
    ("Has to be filled in.", "記入必須です。"),
    ("May stay empty.", "空のままでもかまいません。"),
    ("When empty: {1}.", "空の場合：{1}。"),
    ("Holds: {1}.", "記入内容：{1}。"),
    ("Example: {1}", "記入例：{1}"),
    ("stands in another column than the first", "が1列目以外にあります"),
    ("settings in the first column only", "設定は1列目のみに記入"),
    ("the cells {1} are merged", "セル{1}が結合されています"),
    ("a table with the columns' names in its first row", "1行目に列名のある表"),
    ("Part the cells and delete rows of titles above the table.", "セルの結合を解除し、表の上の表題の行を削除してください。"),
    ("the sheet is empty", "シートが空です"),
    ("a first row with the columns' names", "列名を記入した1行目"),
    ("sheet {1}", "シート「{1}」"),
  ]
}
