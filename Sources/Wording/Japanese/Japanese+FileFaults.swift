// SPDX-License-Identifier: GPL-3.0-or-later

// Terms that every part of the catalogue shares, beside those of the page of the report
// (Sources/CReportAssets/Page/words.json):
//
//   workbook ブック            sheet シート             table 表              header 見出し行
//   column 列                 row, line (of a file) 行  cell セル             identifier ID
//   folder フォルダー          setting 設定             scenario シナリオ      planner 計画担当者
//   post 派遣先               cohort 派遣期            bundle （学校の）組    track 応募枠
//   partner パートナーズ       delegation 訪日団         session 研修          course コース
//   returnee 帰国者           activity 活動            exchange school 交流校  partnership 連携
//   line (of ten years) 事業   unit 実施数              criterion 評価項目     goal 目標
//   rule 規則                 hard 必須                soft できるだけ守る    penalty 減点
//   pin 固定、指定             announced 通知済み        housing 住居          predeparture 派遣前研修
//
// What is wrong with a value goes on from it, so it begins with its particle: 「X」は…です.

extension Catalogue {
  /// What is amiss in the text of files, and messages of all files.
  static let fileFaults: [(english: String, japanese: String)] = [
    ("{1} cells", "{1}セル"),
    ("the file has no header", "見出し行がありません"),
    ("a first line with the columns' names", "1行目に列名"),
    ("the columns are separated by tabs", "列がタブで区切られています"),
    ("the columns are separated by semicolons", "列がセミコロンで区切られています"),
    ("The file was read as it is.", "ファイルはそのまま読み取りました。"),
    ("the header has {1} columns", "見出し行に{1}列あります"),
    ("at most {1}", "{1}以下"),
    ("column {1} has no name", "{1}列目に列名がありません"),
    ("a name in every column", "すべての列に列名"),
    ("columns {1} and {2} have the same name", "{1}列目と{2}列目の列名が同じです"),
    ("each name once", "同じ名前は1回だけ"),
    ("the row has {1}", "この行には{1}あります"),
    ("{1}, as many as the header has columns", "見出し行の列数と同じ{1}セル"),
    ("The row ends before column {1}.", "{1}列の手前で行が終わっています。"),
    ("A cell that holds a comma has to stand in quotes.", "カンマを含むセルは引用符で囲んでください。"),
    ("has a quote inside a cell that does not begin with one", "には、引用符で始まらないセルの途中に引用符があります"),
    ("the whole cell in quotes, and quotes inside it doubled", "セル全体を引用符で囲み、その中の引用符は2つ重ねる"),
    (
      "stands behind the quote that closes a cell begun on line {1}",
      "が、{1}行目から始まるセルを閉じる引用符の後ろにあります"
    ),
    ("stands behind the quote that closes a cell", "が、セルを閉じる引用符の後ろにあります"),
    ("a comma or the end of the line, and quotes inside a cell doubled", "カンマまたは行末。セルの中の引用符は2つ重ねる"),
    (
      "begins a quoted cell that the end of the file cuts short",
      "で引用符が始まっていますが、閉じられないままファイルが終わっています"
    ),
    ("begins a quoted cell that does not end within {1}", "で引用符が始まっていますが、{1}以内に閉じられていません"),
    ("a closing quote", "閉じる引用符"),
    ("Lines from there on were not read.", "それ以降の行は読み取っていません。"),
    ("{1}: {2}. Did you mean {3}?", "{1}：{2}。「{3}」の誤りではありませんか。"),
    ("{1}: {2}; expected {3}.", "{1}：{2}。正しい書き方：{3}。"),
    ("{1}: {2}; expected {3}. Did you mean {4}?", "{1}：{2}。正しい書き方：{3}。「{4}」の誤りではありませんか。"),
    ("{1}: {2}; expected {3}. {4}", "{1}：{2}。正しい書き方：{3}。{4}"),
    ("an empty value {1}", "空の値{1}"),
    ("{1}, column {2}", "{1}、{2}列"),
    ("{1}, at {2}", "{1}の{2}"),
    ("{1}, line {2}", "{1}、{2}行目"),
    ("{1}, line {2}, column {3}", "{1}、{2}行目、{3}列"),
    ("{1}, line {2}, at {3}", "{1}、{2}行目、{3}"),
    ("{1}: and {2} more like this.", "{1}：同じ内容の指摘がほかに{2}件あります。"),
    ("is not a finite number", "は有限の数ではありません"),
    ("a number", "数値"),
    ("is not a number", "は数値ではありません"),
    ("a number such as 12 or -0.5", "12や-0.5のような数値"),
    ("Text has to stand in quotes.", "文字列は引用符で囲んでください。"),
    ("is too large a number", "は大きすぎる数値です"),
    ("a number up to 1e308", "1e308以下の数値"),
    ("begins a text that does not end", "で始まる文字列が閉じられていません"),
    ("begins a text that does not end on its line", "で始まる文字列がその行の中で閉じられていません"),
    ("stands behind a backslash", "は、バックスラッシュの後ろに置けません"),
    ("a letter such as n, or u and four digits", "nなどの文字、またはuと4桁の数字"),
    ("{1} hexadecimal digits behind it", "後ろに{1}桁の16進数"),
    ("the number of a character, other than 0", "0以外の文字番号"),
    ("begins a comment that does not end", "で始まるコメントが閉じられていません"),
    ("the document ends too early (character {1})", "文書が途中で終わっています（{1}文字目）"),
    ("{1} (character {2})", "{1}（{2}文字目）"),
    ("the end of the line", "行末"),
    ("stands behind the end of the document", "が文書の終わりの後ろにあります"),
    ("is one value too many", "で値の数が上限を超えます"),
    ("stands where a value should", "は値の位置に置けません"),
    ("a value", "値"),
    ("is not a value", "は値ではありません"),
    ("stands inside a list", "はリストの中に置けません"),
    ("a comma or ]", "カンマまたは]"),
    ("is given twice, first on line {1}", "が重複しています（最初は{1}行目）"),
    ("stands behind a name", "は名前の後ろに置けません"),
    ("a colon", "コロン"),
    ("stands inside an object", "は{ }の中に置けません"),
    ("a comma or }", "カンマまたは}"),
    ("stands where a name should", "は名前の位置に置けません"),
    ("a name or }", "名前または}"),
    ("A name that does not begin with a letter has to stand in quotes.", "英字以外で始まる名前は引用符で囲んでください。"),
    ("is nested too deeply", "は入れ子が深すぎます"),
    ("at most {1} levels", "{1}階層以下"),
    ("true or false", "true または false"),
    ("a text", "文字列"),
    ("a list", "リスト"),
    ("an object", "{ }で囲んだオブジェクト"),
    ("{1} bytes", "{1}バイト"),
    ("no file can bear a name with a NUL character in it", "ファイル名にNUL文字は使えません"),
    ("the file cannot be read: {1}", "ファイルを読み取れません：{1}"),
    ("the file is missing", "ファイルがありません"),
    ("this is a folder", "これはフォルダーです"),
    ("a file", "ファイル"),
    ("the file has {1}", "ファイルの大きさが{1}あります"),
    ("the file does not end", "ファイルに終わりがありません"),
    ("the file is empty", "ファイルが空です"),
    ("this is a workbook or another zip archive", "これはブックまたはその他のzip形式のファイルです"),
    ("a text file", "テキストファイル"),
    ("commas", "コンマ区切り"),
    ("{1}.NAME", "{1}.（名前）"),
    ("{1}.RULE.PARAMETER", "{1}.（規則）.（項目）"),
    ("{1}.{2}.PARAMETER", "{1}.{2}.（項目）"),
    ("is another problem", "対象の異なる計画です"),
    ("a plan of dispatch", "派遣の計画"),
    (
      "each attribute once, and shares of one count",
      "各属性は一度だけ、割合は同じ個数ずつ"
    ),
    (
      "If it is a workbook, give its name the ending .xlsx or save it as CSV.",
      "ブックの場合は、ファイル名の末尾を「.xlsx」にするか、CSVで保存してください。"
    ),
    ("byte {1} begins what is no text in UTF-8", "バイト{1}から先がUTF-8の文字になっていません"),
    (
      "The rest of the file is UTF-8; it may have been cut short.",
      "ほかの部分はUTF-8です。ファイルが途中で切れている可能性があります。"
    ),
    ("byte {1} begins what is no text in UTF-16", "バイト{1}から先がUTF-16の文字になっていません"),
    ("UTF-16 as its first two bytes announce", "先頭の2バイトが示すとおりのUTF-16"),
    ("Save the file as CSV UTF-8.", "CSV UTF-8で保存してください。"),
    ("byte {1} begins what is no text in UTF-8 nor CP932", "バイト{1}から先がUTF-8の文字にもCP932の文字にもなっていません"),
    ("the line is longer than any table's", "行が長すぎます"),
    ("at most {1} in a line", "1行あたり{1}以下"),
    ("byte 0x00 (NUL) stands in the text", "バイト0x00（NUL）が含まれています"),
    (
      "The file may be damaged, or be UTF-16 without a byte order mark.",
      "ファイルが壊れているか、バイト順マークのないUTF-16の可能性があります。"
    ),
    (
      "the file was read as {1}, which makes its first text \"{2}\"",
      "ファイルを{1}として読み取りました。最初の文字列は「{2}」です"
    ),
    (
      "If this is not what was written, save the file as CSV UTF-8.",
      "元の内容と異なる場合は、CSV UTF-8で保存してください。"
    ),
    ("UTF-8, or CP932 as Japanese Excel writes it", "UTF-8、または日本語版Excelが保存するCP932"),
    (
      "the file is not UTF-8, and this system has no table for {1}",
      "ファイルがUTF-8ではなく、このシステムには{1}の変換表がありません"
    ),
    ("a folder of that name is in the way", "同じ名前のフォルダーがあります"),
    ("a file of that name is in the way", "同じ名前のファイルがあります"),
    (
      "{1} already exists and is only replaced if you ask for it.",
      "{1}は既に存在します。置き換えるには、その指定が必要です。"
    ),
    (
      "{1} is not replaced: it holds no {2}, so it may be something else of yours.",
      "{1}は置き換えません。{2}がないため、別の用途のものの可能性があります。"
    ),
    ("{1} cannot be written: {2}.", "{1}に書き込めません：{2}。"),
    ("this is no path", "パスではありません"),
    ("the folder it should lie in does not exist", "保存先のフォルダーがありません"),
    ("file", "ファイル"),
    ("`musubi init` writes a folder with every file.", "`musubi init`で、すべてのファイルを含むフォルダーを作成できます。"),
    ("sheet", "シート"),
    (
      "`musubi init --xlsx` writes a workbook with every sheet.",
      "`musubi init --xlsx`で、すべてのシートを含むブックを作成できます。"
    ),
    ("the {1} is missing", "{1}がありません"),
    ("Is it the {1} {2}?", "{1}「{2}」のことではありませんか。"),
    ("the {1} is none of Musubi's tables and is not read", "この{1}はMusubiの表ではないため、読み取りません"),
    ("the workbook is missing", "ブックがありません"),
    ("the folder is missing", "フォルダーがありません"),
    ("this is a file", "これはファイルです"),
    ("a folder", "フォルダー"),
    ("the folder cannot be read: {1}", "フォルダーを読み取れません：{1}"),
    ("{1} with {2}", "{1}（適用したシナリオ：{2}）"),
    ("line {1}", "{1}行目"),
    ("line {1} of {2}", "{2}の{1}行目"),
    ("the column is missing", "列がありません"),
    ("a column with {1}", "{1}の列"),
    ("Is it the column {1}?", "{1}列のことではありませんか。"),
    ("the column is none of this table's and is not used", "この表の列ではないため、使用しません"),
    ("the table has no rows", "表に行がありません"),
    ("{1}: {2}.", "{1}：{2}。"),
    ("{1}: {2}. {3}", "{1}：{2}。{3}"),
    ("\"{1}\" {2}", "「{1}」{2}"),
    ("{1}.", "{1}。"),
    ("January", "1月"),
    ("May", "5月"),
    ("column", "列"),
    ("type", "種類"),
    ("unit", "単位"),
    ("range", "範囲"),
    ("example", "記入例"),
    ("meaning", "意味"),
    ("yes", "はい"),
    ("no", "いいえ"),
    ("a {1}", "いずれかの{1}"),
    ("and so on", "以下同様"),
    ("sex", "性別"),
    ("level", "レベル"),
    ("setting", "設定"),
    ("trust", "信頼の醸成"),
    ("empty", "空"),
  ]
}
