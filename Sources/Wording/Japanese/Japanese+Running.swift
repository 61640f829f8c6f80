// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Running commands.
  static let running: [(english: String, japanese: String)] = [
    ("preparing", "準備"),
    ("diagnosis", "診断"),
    ("seats", "枠"),
    ("seating", "割当て"),
    (
      "the plan was made with --earned; give the same plans of years again.",
      "計画は --earned を付けて作られています。同じ年度の計画をもう一度指定してください。"
    ),
    (
      "the plan was made without plans of years; leave --earned out.",
      "計画は年度の計画なしで作られています。--earned を外してください。"
    ),
    (
      "the plan was made with other plans of years, or they have changed since.",
      "計画は別の年度の計画から作られたか、その計画が後から変更されています。"
    ),
    (
      "{1} and a plan before it both say what {2} has in {3}; give one of them.",
      "{1}とその前の計画が、ともに{3}年度の{2}を定めています。どちらか一方を指定してください。"
    ),
    (
      """
      Notice: decade_actuals.csv says that {1} had {2} in {3}; this takes the place of \
      the {4} of {5}.
      """,
      "注意：decade_actuals.csv によると{3}年度の{1}は{2}です。{5}の{4}に代えてこれを使います。"
    ),
    ("nothing can be written into {1}: {2}.", "{1}に書き込めません（{2}）。"),
    ("{1} is a folder.", "{1}はフォルダーです。"),
    (
      "{1} exists; --force replaces it, --{2} names another place.",
      "{1}は既にあります。--force で置き換えるか、--{2} で別の場所を指定してください。"
    ),
    ("{1} cannot be made: {2}.", "{1}を作れません（{2}）。"),
    (
      "plans/NAME-{1}, NAME being the year's folder and what scenarios are called",
      "plans/NAME-{1}（NAME は年度のフォルダー名とシナリオのファイル名）"
    ),
    (
      "no plan keeps the hard rules; musubi dispatch says what collides.",
      "必須の規則を満たす計画がありません。musubi dispatch で両立しない規則が分かります。"
    ),
    (
      "stopped before the best plan was proven; no loss would be exact.",
      "最良の計画が証明される前に終了したため、損失を正確に示せません。"
    ),
    ("explaining", "説明の作成"),
    ("{1} of {2}", "{2}件中{1}件"),
    (
      "no plan keeps the hard rules; musubi training says what collides.",
      "必須の規則を満たす計画がありません。musubi training で両立しない規則が分かります。"
    ),
    (
      "no plan keeps the hard rules; musubi diagnose --problem {1} says what collides.",
      "必須の規則を満たす計画がありません。musubi diagnose --problem {1} で両立しない規則が分かります。"
    ),
    (
      "stopped before it was known what collides; nothing was written.",
      "両立しないものが分かる前に終了しました。何も書き出していません。"
    ),
    ("a fault of Musubi: {1}\nNothing was written.", "Musubi の不具合です：{1}\n何も書き出していません。"),
    (
      "a fault of Musubi: the plan found does not pass its verification.",
      "Musubi の不具合です。見つけた計画が検証を通りません。"
    ),
    ("Nothing was written.", "何も書き出していません。"),
    ("value {1}, bound {2}", "値 {1}、限界値 {2}"),
    ("value {1}", "値 {1}"),
    ("bound {1}", "限界値 {1}"),
    ("{1} columns", "列 {1}"),
    ("; ", "、"),
    ("{1} ({2} s)", "{1}（{2}秒）"),
    (
      "the plan was made with --dispatch; give the same dispatch plan again.",
      "計画は --dispatch を付けて作られています。同じ派遣計画をもう一度指定してください。"
    ),
    (
      "the plan was made with --pin-from; give the same earlier plan again.",
      "計画は --pin-from を付けて作られています。同じ以前の計画をもう一度指定してください。"
    ),
    ("the plan was made without a dispatch plan.", "計画は派遣計画なしで作られています。"),
    (
      "the plan was made with another dispatch plan than {1}, or that has changed since.",
      "計画は{1}とは別の派遣計画から作られたか、その派遣計画が後から変更されています。"
    ),
    ("the plan was made without an earlier plan.", "計画は以前の計画なしで作られています。"),
    (
      "the plan was made with another earlier plan than {1}, or that has changed since.",
      "計画は{1}とは別の以前の計画から作られたか、その計画が後から変更されています。"
    ),
    (
      """
      the year has no courses to plan: {1}.
      Add courses.csv with a row for each course, sites.csv for the houses, and \
      delegations.csv for those who are to come.
      docs/files.md has every column; musubi init writes a small year that has them.
      """,
      """
      この年度には、計画する研修コースがありません（{1}）。
      コースごとに一行の courses.csv、施設の sites.csv、参加する訪日団の \
      delegations.csv を加えてください。
      列の一覧は docs/files.md にあります。musubi init は、これらを持つ小さな年度を作ります。
      """
    ),
    (
      """
      {1} is not a plan of the year as it is: it was made from other files, or with \
      scenarios. Leave --baseline out, and the year is planned.
      """,
      "{1}は現状の年度の計画ではありません。別のファイルから、またはシナリオを適用して作られています。--baseline を外すと、年度を計画します。"
    ),
    (
      """
      {1} was made with --pin-from, so that scenarios would be compared with what is \
      pinned. Leave --baseline out, and the year is planned.
      """,
      "{1}は --pin-from を付けて作られているため、シナリオが固定した内容と比較されてしまいます。--baseline を外すと、年度を計画します。"
    ),
    (
      """
      {1} was edited by hand, so that the goals in its plan.json are of another plan. \
      Plan it again with --pin-from first, or leave --baseline out.
      """,
      "{1}は手で修正されているため、plan.json の目標は別の計画のものです。先に --pin-from を付けて計画し直すか、--baseline を外してください。"
    ),
    (
      "{1} is not valid; musubi verify says what it breaks.",
      "{1}は有効ではありません。musubi verify で違反の内容が分かります。"
    ),
    ("{1} in {2}; nothing was done.", "{2}に{1}があります。何も行いませんでした。"),
    ("Notice: {1}", "注意：{1}"),
    (
      "the plan was made with --baseline; give the same earlier plan again.",
      "計画は --baseline を付けて作られています。同じ以前の計画をもう一度指定してください。"
    ),
    ("the plan was made without a baseline.", "計画は以前の計画（--baseline）なしで作られています。"),
    (
      "the plan was made with another baseline than {1}.",
      "計画は{1}とは別の以前の計画（--baseline）から作られています。"
    ),
    ("plan.json cannot be used.", "plan.json を使えません。"),
    ("{1} is a plan of {2}, not of {3}.", "{1}は {2} の計画で、{3} の計画ではありません。"),
    ("{1} in {2}.", "{2}に{1}があります。"),
    ("{1} faults", "誤り{1}件"),
    (
      "plan.json and participations.csv do not list the same participations.",
      "plan.json と participations.csv の参加者が一致しません。"
    ),
    (
      "plan.json and partnerships.csv do not list the same partnerships.",
      "plan.json と partnerships.csv の連携が一致しません。"
    ),
    ("plan.json and units.csv do not list the same units.", "plan.json と units.csv の実施数が一致しません。"),
    (
      """
      Keeps the run with its plan in this file, made where there is none; musubi history \
      looks into it.
      """,
      "実行の記録を計画とともにこのファイルに保存します。なければ作ります。記録は musubi history で見られます。"
    ),
    ("Who runs it, for the store.", "記録に残す実行者の名前。"),
    ("A note on the run, for the store.", "記録に残すメモ。"),
    (
      "--{1} is for the store of runs; give --store FILE too",
      "--{1} は実行の記録に使います。--store FILE も指定してください"
    ),
    ("the plan is written, but the run is not kept: {1}", "計画は書き出しましたが、実行の記録は保存できませんでした：{1}"),
    ("the run is not kept: {1}", "実行の記録を保存できませんでした：{1}"),
    ("Kept as run {1} in {2}.", "{2}に実行{1}として記録しました。"),
    (
      "the store {1} lies in the folder {2}, which is written as a whole; keep it elsewhere.",
      "記録ファイル{1}は、丸ごと書き換えるフォルダー{2}の中にあります。別の場所に置いてください。"
    ),
    ("decisions", "判断"),
    ("planning without one of them", "判断の一つを除いた計画"),
    ("school or post", "学校または派遣先"),
    ("--{1}: this year has no {2} {3}", "--{1}：この年度に{2}「{3}」はありません"),
    ("a fault of Musubi: a scenario cannot be read again.", "Musubi の不具合です。シナリオを読み込み直せません。"),
    ("--{1} names {2} twice", "--{1} に {2} が二回指定されています"),
    (
      """
      --by, --date and --reason are about --withdraw, --close and --close-country; a \
      scenario file says these itself, as who, when and why
      """,
      """
      --by、--date、--reason は --withdraw、--close、--close-country \
      についてのものです。シナリオのファイルには who、when、why として書きます
      """
    ),
    (
      """
      Notice: the year's files are not those the earlier plan was made from; they are \
      taken as they are now.
      """,
      "注意：年度のファイルは、以前の計画を作ったときのものと異なります。現在のファイルを使います。"
    ),
    (
      """
      the plan was made with --dispatch; give that dispatch plan, or the one that has \
      taken its place.
      """,
      "計画は --dispatch を付けて作られています。その派遣計画、またはそれに代わる派遣計画を指定してください。"
    ),
    ("the dispatch plan does not fit the year.", "派遣計画が年度のデータに合いません。"),
    (
      """
      --close: "{1}" are no days; they are given like {2}=2026-07-01..2026-07-31, the \
      first and the last one.
      """,
      "--close：「{1}」は期間ではありません。{2}=2026-07-01..2026-07-31 のように、初日と最終日を指定してください。"
    ),
    ("a wider limit", "制限を緩めた場合"),
    ("draw {1}", "試行{1}"),
    ("{1} in the parts; nothing was written.", "部分結果に{1}があります。何も書き出していません。"),
    ("{1} has faults.", "{1}に誤りがあります。"),
    ("a fault of Musubi with {1}: {2}", "Musubi の不具合です（{1}）：{2}"),
    ("scenarios", "シナリオ"),
    ("{1} of {2} planned", "{2}件中{1}件を計画"),
    ("a draw that was not asked for.", "求めていない試行が行われました。"),
    (
      "--fragility is about applicants; trainings have none.",
      "--fragility は応募者についてのもので、研修では使えません。"
    ),
    ("the dispatch plan does not fit {1}.", "派遣計画が{1}に合いません。"),
    ("--fragility is about applicants; {1} has none.", "--fragility は応募者についてのもので、{1} では使えません。"),
    (
      "how much of each line in each year; reach.csv has people and cost",
      "各年度の事業別実施数。人数と費用は reach.csv"
    ),
    ("{1} is missing or has no rows", "{1}がないか、行がありません"),
    (
      "who goes where; unplaced.csv and empty-posts.csv say why not",
      "派遣者と派遣先。配置がない理由は unplaced.csv と empty-posts.csv"
    ),
    (
      "who exchanges teachers with whom; unpartnered.csv says who does not",
      "教員交流を行う学校の組。連携校のない学校は unpartnered.csv"
    ),
    (
      "who takes part in what; unmet.csv says what does not take place",
      "活動の参加者。実施しない活動は unmet.csv"
    ),
    ("{1} cannot be read.", "{1}を読み込めません。"),
    (
      "when and where; delegates.csv says who joins, waiting.csv who waits",
      "研修の日程と施設。参加者は delegates.csv、参加できない訪日団は waiting.csv"
    ),
    ("the run was ended before it", "その前に実行が終わりました"),
    ("{1} is left out: {2}.", "{1} は対象外です：{2}。"),
    ("it needs the plan of {1}", "{1} の計画が必要です"),
    ("{1} is kept: nothing that it reads has changed.", "{1} はそのまま使います。読み込む内容に変わりがありません。"),
    ("Planning {1}.", "{1} を計画しています。"),
    (
      "{1} holds something other than the plan of a year; --output names another place.",
      "{1}には年度の計画以外のものがあります。--output で別の場所を指定してください。"
    ),
    (
      "{1} holds the plan of {2}, {3}; --output names another place, --fresh replaces it.",
      "{1}には{2}年度の計画（{3}）があります。--output で別の場所を指定するか、--fresh で置き換えてください。"
    ),
    (
      """
      {1} in {2} is not as musubi plan wrote it, and what was changed would be lost. Keep \
      a copy elsewhere; --fresh plans every stage anew.
      """,
      "{2}の{1}は musubi plan が書き出したままではなく、変更が失われます。別の場所に写しを取ってください。--fresh は全段階を計画し直します。"
    ),
    (
      """
      {1} in {2} holds something that musubi plan did not write. Move it elsewhere; \
      --fresh plans every stage anew.
      """,
      "{2}の{1}には、musubi plan が書き出したものではない内容があります。別の場所に移してください。--fresh は全段階を計画し直します。"
    ),
    (
      "persons, couples, places with seats: stable matching (r, c, p lines)",
      "人、カップル、定員のある場所の安定マッチング（r、c、p の行）"
    ),
    (
      "--maximize does not go with hrc: blocking pairs are to be few",
      "--maximize は hrc では使えません。ブロッキングペアは少ないほどよいためです"
    ),
    ("The matching is stable.", "マッチングは安定です。"),
    ("No stable matching exists.", "安定なマッチングは存在しません。"),
    ("Whether a stable matching exists was not decided.", "安定なマッチングが存在するかどうかは分かりませんでした。"),
    ("{1} of {2} persons have a place.", "{2}人中{1}人の場所が決まりました。"),
    ("Couples block by the {1} rule ({2}).", "カップルがブロックする条件は {1}（{2}）です。"),
    ("blocking pairs", "ブロッキングペア"),
    ("assignment, n and n × n costs (OR-Library)", "割当問題、n と n × n の費用（OR-Library）"),
    ("value", "値"),
    ("{1} rows have cells in {2} lines alone.", "{1}行の候補が、わずか{2}列にしかありません。"),
    ("{1} columns have cells in {2} lines alone.", "{1}列の候補が、わずか{2}行にしかありません。"),
    ("minimum-cost flow, lines p min, n, a (DIMACS)", "最小費用流、p min、n、a の行（DIMACS）"),
    (
      "--maximize does not go with dimacs-min: the cost is to be small",
      "--maximize は dimacs-min では使えません。費用は少ないほどよいためです"
    ),
    ("the cost {1} leaves 64 bits.", "費用{1}が64ビットに収まりません。"),
    ("cost", "費用"),
    ("{1} nodes lack {2} units that no arc can bring.", "{1}個の節点で{2}単位が不足し、どの枝でも運べません。"),
    (
      "the cost has no least value: {1} arcs without limit form a cycle of cost {2}.",
      "費用に最小値がありません。上限のない{1}本の枝が、費用{2}の閉路を作っています。"
    ),
    (
      "generalized assignment, m, n, costs, weights, capacities (OR-Library)",
      "一般化割当問題、m、n、費用、重み、容量（OR-Library）"
    ),
    ("no answer", "解なし"),
    ("{1}, proven best ({2} s)", "{1}、最適と証明済み（{2}秒）"),
    ("proven infeasible ({1} s)", "解がないことを証明済み（{1}秒）"),
    ("{1}, stopped, no bound ({2} s)", "{1}、途中で終了、限界値なし（{2}秒）"),
    ("{1}, stopped, bound {2} ({3} s)", "{1}、途中で終了、限界値 {2}（{3}秒）"),
    (
      "assignment, n and lines of row, column, cost (OR-Library)",
      "割当問題、n と、行、列、費用の並び（OR-Library）"
    ),
    ("assignment, lines p asn, n, a (DIMACS)", "割当問題、p asn、n、a の行（DIMACS）"),
    ("At most {1} of {2} can be matched at once.", "同時に組み合わせられるのは、{2}件中最大{1}件です。"),
    ("the value {1} leaves 64 bits.", "値{1}が64ビットに収まりません。"),
  ]
}
