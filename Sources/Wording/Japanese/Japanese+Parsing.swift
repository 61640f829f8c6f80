// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Parsing command lines, help and shells.
  static let parsing: [(english: String, japanese: String)] = [
    ("{1} is missing. {2}", "{1}がありません。{2}"),
    ("there is nothing to do with \"{1}\"", "「{1}」は余分です"),
    ("{1} is empty", "{1}が空です"),
    ("{1} is \"{2}\"; it must be {3}", "{1}の値は「{2}」ですが、{3}を指定してください"),
    ("there is no option {1}", "オプション「{1}」はありません"),
    ("{1} is given twice", "{1} が二回指定されています"),
    ("{1} takes no value", "{1} に値は指定できません"),
    ("{1} needs a value: {2}", "{1} には値が必要です：{2}"),
    ("--{1} is \"{2}\"; it must be {3}", "--{1} の値は「{2}」ですが、{3}を指定してください"),
    ("--{1} is empty", "--{1} が空です"),
    ("a whole number from {1} to {2}", "{1} から {2} までの整数"),
    ("a number from 0", "0 以上の数"),
    ("a share such as 0, 0.001 or 0.1%", "0、0.001、0.1% などの割合"),
    (
      "a share from 0 to less than 1, or from 0% to less than 100%",
      "0 以上 1 未満、または 0% 以上 100% 未満の割合"
    ),
    ("Usage: {1}", "使い方：{1}"),
    ("What it takes:", "指定するもの："),
    ("Options:", "オプション："),
    ("[options]", "[オプション]"),
    (
      """
      Musubi plans people-to-people programmes between Japan and ASEAN, and proves how \
      good its plans are.
      """,
      "Musubi は日本と ASEAN の人的交流事業を計画し、その計画がどこまで最適かを証明します。"
    ),
    ("Shows this, or the help of a command.", "この説明、またはコマンドの説明を表示します。"),
    ("The language of words; without it that of the locale.", "表示の言語。指定しない場合はロケールの言語。"),
    ("Shows the version and the commit that it was built from.", "バージョンと、もとになったコミットを表示します。"),
    ("{1} Without it: {2}.", "{1}指定しない場合：{2}。"),
    ("Usage: musubi COMMAND [options]", "使い方：musubi COMMAND [オプション]"),
    ("Commands:", "コマンド："),
    ("Exit codes:", "終了コード："),
    (
      "\"musubi COMMAND --help\" says more about a command.",
      "\"musubi COMMAND --help\" で各コマンドの説明を表示します。"
    ),
    ("{1}; did you mean {2}?", "{1}。「{2}」ではありませんか？"),
    ("Shows the help of a command.", "コマンドの説明を表示します。"),
    ("Shows the help.", "説明を表示します。"),
    ("Shows the version.", "バージョンを表示します。"),
    ("SYNOPSIS", "書式"),
    ("DESCRIPTION", "説明"),
    ("OPERANDS", "引数"),
    ("OPTIONS", "オプション"),
    ("SEE ALSO", "関連項目"),
    ("COMMANDS", "コマンド"),
    ("options", "オプション"),
    ("NAME", "名前"),
    ("EXIT STATUS", "終了コード"),
    ("command of musubi", "musubi のコマンド"),
    ("Shows this help.", "この説明を表示します。"),
    (
      "Prints words for people or one JSON object for programs.",
      "人が読む文章、またはプログラム用の JSON オブジェクト一つを出力します。"
    ),
    (
      "The language of words; files of plans and of data are the same in every language.",
      "表示の言語。計画とデータのファイルはどの言語でも同じです。"
    ),
    ("Leaves out progress and notices.", "経過と注意を表示しません。"),
    ("Replaces what an earlier run wrote there.", "以前の実行が書き出したものを置き換えます。"),
    ("Stops after so many seconds with the best plan found.", "指定した秒数で終了し、その時点で最良の計画を採ります。"),
    (
      """
      Stops after so many steps of calculation with the best plan found. Unlike after so \
      many seconds, that is the same plan on every machine.
      """,
      "指定した計算量で終了し、その時点で最良の計画を採ります。秒数による場合と異なり、どの計算機でも同じ計画になります。"
    ),
    ("one for each core", "コアごとに一つ"),
    ("How many threads may work; the plan does not depend on it.", "同時に働くスレッドの最大数。計画の内容は変わりません。"),
    ("An earlier plan's folder, to stay near to.", "できるだけ近づける以前の計画のフォルダー。"),
    (
      """
      A patch of the year's files, as docs/scenarios.md has it; given several times, each \
      is laid on what the ones before have made.
      """,
      "年度のファイルを変更するシナリオ（書き方は docs/scenarios.md）。複数指定すると、前のものを適用した結果に順に適用します。"
    ),
    (
      "The folder of a dispatch plan: who leaves with each cohort, and who hosts.",
      "派遣計画のフォルダー。各派遣期の派遣者と受入校を定めます。"
    ),
    (
      """
      The folder of the plan of a year, made by musubi plan: what it decides is kept; \
      given once for each year.
      """,
      "musubi plan が作った年度の計画のフォルダー。その決定は維持されます。年度ごとに一回指定します。"
    ),
    ("The folder of an earlier plan of trainings, to stay near to.", "できるだけ近づける以前の研修計画のフォルダー。"),
    ("The folder or workbook of a programme year.", "年度のフォルダーまたはブック。"),
    ("Scenario files, each compared by itself.", "一つずつ比較するシナリオのファイル。"),
    ("The folder of a plan.", "計画のフォルダー。"),
    (
      "--{1} is \"{2}\"; it must be a day such as 2026-04-01",
      "--{1} の値は「{2}」ですが、2026-04-01 の形で日付を指定してください"
    ),
    ("--{1} goes with --problem {2} only", "--{1} は --problem {2} の場合だけ指定できます"),
    (
      "musubi: the result cannot be written to standard output: {1}.",
      "musubi：結果を標準出力に書き出せません（{1}）。"
    ),
    ("commit {1}", "コミット {1}"),
    ("unknown commit", "コミット不明"),
    ("--{1} is missing", "--{1} がありません"),
    ("\"musubi {1} --help\" lists the options.", "\"musubi {1} --help\" でオプションの一覧を表示します。"),
    ("\"musubi --help\" lists the commands: {1}.", "\"musubi --help\" でコマンドの一覧を表示します：{1}。"),
    ("Done; a plan is proven to the asked gap.", "完了。計画は求めた精度まで証明済みです。"),
    ("A plan was checked and is not valid.", "計画を検証した結果、有効ではありません。"),
    ("No plan keeps the hard rules.", "必須の規則を満たす計画がありません。"),
    (
      "Stopped at a limit or by an interrupt; the plan shows its true gap.",
      "制限または割り込みで終了。計画には最適値との実際の差を示しています。"
    ),
    ("Stopped before there was a plan.", "計画が得られる前に終了しました。"),
    ("The command line does not say what to do.", "コマンド行の指定が正しくありません。"),
    ("The data have faults.", "データに誤りがあります。"),
    ("A file or folder is missing.", "ファイルまたはフォルダーがありません。"),
    ("A fault of Musubi; nothing was written.", "Musubi の不具合です。何も書き出していません。"),
    ("The result cannot be written.", "結果を書き出せません。"),
  ]
}
