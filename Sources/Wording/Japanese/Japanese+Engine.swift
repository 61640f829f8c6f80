// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What planning is doing, and why it or a store of runs failed.
  static let engine: [(english: String, japanese: String)] = [
    ("A plan does not pass its verification.", "計画が検証に合格しません。"),
    ("choosing triples, round {1}", "候補の選び出し（{1}回目）"),
    ("The relaxation of {1} could not be solved: {2}", "{1}の限界値を計算できませんでした：{2}"),
    ("The tier {1} could not be rounded: {2}", "{1}の計画を作れませんでした：{2}"),
    ("looking for the least extra budget", "追加予算の最少額を計算中"),
    ("looking for the plan that breaks the rules least", "規則の違反が最も少ない計画を計算中"),
    ("question {1}: {2} conditions together", "{2}件の条件の組合せを確認中（{1}回目）"),
    (
      "a condition of a conflict is needed and is not, which cannot be.",
      "矛盾に関わる条件が、関わらないという結果になりました（内部の誤り）。"
    ),
    ("the countries' best counts do not fit together", "国ごとの最善の人数が両立しない"),
    ("round {1}: seats that nobody can fill", "誰も就けない枠の確認（{1}回目）"),
    ("first plan", "最初の計画"),
    ("proven", "証明済み"),
    ("stopped", "途中で終了"),
    ("The dispatch plan does not fit the year.", "派遣の計画が年度のデータと合いません。"),
    ("{1} settled by the counts alone", "人数のみで{1}件確定"),
    ("ranges of {1} groups", "{1}グループの範囲"),
    ("repeated placements", "配置の繰り返し"),
    ("plan {1}", "{1}番目の計画"),
    ("cannot fill the best counts: seats and people together", "最善の人数では埋まらないため、枠と人を同時に計算"),
    ("looking for the plan that breaks rules least", "規則の違反が最も少ない計画を計算中"),
    ("any plan", "計画の有無を確認中"),
    ("The flow of partnerships could not be stated: {1}", "連携の計算の準備ができませんでした：{1}"),
    ("choosing, goal by goal", "目標ごとに選定中"),
    ("{1} of {2} have weeks", "{2}件のうち{1}件の週が決定"),
    ("deferred acceptance", "希望順による割当て"),
    ("looking at every pair of schools", "学校のすべての組を確認中"),
    ("{1} possible pairs", "可能な組{1}件"),
    ("The plan was lost at {1}.", "{1}の計算で計画が失われました。"),
    ("priced seats", "枠の評価"),
    ("whole seats, round {1}", "枠の割当て（{1}回目）"),
    ("best pairs", "最もよい組"),
    ("seats for people, step {1}", "枠と人の対応（{1}段階目）"),
    ("looked at every applicant and post", "すべての応募者と派遣先を確認"),
    ("formulated the seats", "枠の計算の準備が完了"),
    ("The seats' relaxation could not be set up: {1}", "枠の限界値を計算する準備ができませんでした：{1}"),
    ("The seats' relaxation could not be solved: {1}", "枠の限界値を計算できませんでした：{1}"),
    ("no plan by flows: formulating", "簡易な方法では計画が得られず、詳しい計算を準備中"),
    ("formulating with every triple", "すべての候補で計算を準備中"),
    ("dive from node {1}", "分岐{1}からの計画の探索"),
    ("triples of node {1}", "分岐{1}の候補"),
    ("branching, {1} nodes, {2} open", "分岐して探索中（済み{1}、残り{2}）"),
    ("bound over every triple", "すべての候補についての限界値"),
    ("seats of the relaxation", "限界値の計算による枠"),
    ("A branch could not be tried out: {1}", "分岐を試せませんでした：{1}"),
    ("seats of a dive", "探索中の枠"),
    ("dive, {1} undecided", "計画の探索（未定{1}件）"),
    ("neighbourhood {1} of {2}", "計画の改善（{2}通りのうち{1}番目）"),
    ("closing over {1} triples", "{1}件の候補で仕上げ中"),
    ("prices, step {1}", "候補の評価（{1}段階目）"),
    ("linear relaxation", "限界値の計算"),
    ("the counts' own seats filled", "人数の計算による枠が埋まった"),
    ("triples of the relaxation", "限界値の計算による候補"),
    ("This year has no tier {1}; its tiers are {2}.", "今年度に目標{1}はありません。目標は{2}です。"),
    ("The tier {1} comes after {2}, whose value is not known.", "目標{1}より前の目標{2}の値が分かっていません。"),
    ("The tier {1} has {2} levels; asked for {3}.", "目標{1}の段階は{2}です（指定は{3}）。"),
    ("The first goal is not moved.", "最初の目標は変更できません。"),
    ("The linear relaxation could not be solved: {1}", "限界値を計算できませんでした：{1}"),
    ("pricing, round {1}", "候補の追加（{1}回目）"),
    ("The linear relaxation could not be set up: {1}", "限界値を計算する準備ができませんでした：{1}"),
    ("Columns could not be added to the linear relaxation: {1}", "限界値の計算に候補を追加できませんでした：{1}"),
    ("{1} activities have people", "{1}件の活動に参加者あり"),
    ("a long search, by itself", "長い探索を別に実行中"),
    ("a long search was lost: {1}", "長い探索が失われました：{1}"),
    ("mending the seats of {1} countries", "{1}か国の枠を調整中"),
    ("broken rows", "違反した制約"),
    ("looked for a plan among {1} triples", "{1}件の候補から計画を探索"),
    ("settled a node over {1} columns", "{1}件の候補で分岐を確定"),
    ("deferred acceptance over its seats", "枠についての希望順による割当て"),
    ("The tier {1} could not be cut: {2}", "{1}の限界値を改善できませんでした：{2}"),
    ("cutting, round {1}", "限界値の改善（{1}回目）"),
    ("Shares could not be raised: {1}", "割合を引き上げられませんでした：{1}"),
    ("The best plan was lost at {1}, {2} basis points.", "{1}が{2}（1万分率）のとき、最善の計画が失われました。"),
    ("{1} of {2} reach {3}", "{2}のうち{1}が{3}に到達"),
    ("The tier {1} could not be solved: {2}", "目標{1}を計算できませんでした：{2}"),
    ("time is looked at more closely", "日程を詳しく確認中"),
    ("{1} placed one by one, {2} people are left over", "{1}件を順に割当て、{2}人が未定"),
    ("{1} to choose from", "選択肢{1}件"),
    ("looking for the fewest who find no session", "研修に参加できない人が最少となる計画を計算中"),
    ("GLPK's simplex method gave up with code {1}.", "GLPKの計算がコード{1}で中断しました。"),
    ("a start of {1} values for {2} columns", "初期値{1}個に対して変数が{2}個です"),
    ("GLPK's integer search gave up with code {1}.", "GLPKの探索がコード{1}で中断しました。"),
    (
      "GLPK belongs to one thread; solve in one synchronous call",
      "GLPKは1つのスレッドでのみ使えます。計算は一度の呼出しで行ってください"
    ),
    ("the arrays of a batch of {1} columns do not fit together", "{1}列分の配列の大きさが合いません"),
    ("row {1} has {2} columns and {3} values", "行{1}の列が{2}個、値が{3}個です"),
    ("the coefficients of the rows from {1} on do not fit together", "{1}行目以降の係数の大きさが合いません"),
    ("{1} lower and {2} upper bounds", "下限が{1}個、上限が{2}個です"),
    (
      "a basis of {1} rows and {2} columns for a program of {3} and {4}",
      "{3}行{4}列の問題に対し、基底が{1}行{2}列です"
    ),
    ("what it said was cut short", "応答が途中で切れました"),
    ("{1} violations, the first: {2}", "違反が{1}件あります（最初：{2}）"),
    ("it ended before it was told its task", "指示を受ける前に終了しました"),
    ("it did not listen", "応答がありませんでした"),
    ("it said nonsense", "応答の内容が正しくありませんでした"),
    ("it did not stop when it was asked to, and was killed", "停止の指示に従わなかったため、強制終了しました"),
    ("it was killed by signal {1}", "シグナル{1}により強制終了されました"),
    ("it ended with code {1}", "コード{1}で終了しました"),
    ("what was asked does not fit together", "依頼の内容に矛盾があります"),
    ("what it said is not understood", "応答の内容を解釈できません"),
    ("the start has {1} faults, the first: {2}", "初期値に誤りが{1}件あります（最初：{2}）"),
    ("a relative gap of {1}", "相対的な隔たりの指定{1}"),
    ("a time limit of nan", "数でない制限時間"),
    ("column {1}", "列{1}"),
    (
      "tier \"{1}\" has weights up to {2} times their common divisor, and a proof is asked for; at most {3} can be proved: set it in several tiers, or ask for a gap of {4}",
      "目標「{1}」の重みが公約数の{2}倍に及び、証明が求められています（証明できるのは{3}倍まで）。複数の目標に分けるか、隔たり{4}を指定してください"
    ),
    ("the weight {1} of tier \"{2}\"; the largest is 2^53", "目標「{2}」の重み{1}（上限は2^53）"),
    (
      "row {1} \"{2}\" has coefficients up to {3} times their common divisor; the largest is {4}: measure it in a larger unit",
      "行{1}「{2}」の係数が公約数の{3}倍に及んでいます（上限は{4}倍）。より大きな単位を使ってください"
    ),
    ("{1} terms", "{1}項"),
    ("GLPK has an optimum but no values for it", "GLPKの最適解に値がありません"),
    ("column {1} has the value {2}", "列{1}の値が{2}です"),
    ("the objective does not fit into 64 bits", "目標の値が64ビットに収まりません"),
    ("the bound {1} of {2}; the largest is 2^53", "{2}の限界{1}（上限は2^53）"),
    (
      "{1} is missing or empty; planning commands make it with --store.",
      "{1}がないか、空です。計画のコマンドに--storeを付けると作成されます。"
    ),
    ("{1} is no store of runs; it is left as it is.", "{1}は実行の記録ではないため、そのまま残します。"),
    (
      "{1} is in use: another run is writing to it. Try again in a while.",
      "{1}は使用中です。別の実行が書き込んでいます。しばらくしてからやり直してください。"
    ),
    (
      "{1} cannot be written: the file or its folder may only be read.",
      "{1}に書き込めません。ファイルまたはフォルダーが読取り専用です。"
    ),
    ("{1} cannot be made: its folder is missing or read-only.", "{1}を作成できません。フォルダーがないか、読取り専用です。"),
    ("{1} cannot be used: {2}.", "{1}を使用できません：{2}。"),
    ("memory is short", "メモリーが足りません"),
    ("a statement is empty", "空の命令です"),
    ("The solver broke down: {1}", "計算プログラムが異常終了しました：{1}"),
    ("The model cannot be solved: {1}", "この問題は計算できません：{1}"),
    ("The solver met numerical trouble: {1}", "計算の誤差が大きくなりました：{1}"),
    ("The solver does not support this: {1}", "計算プログラムが対応していません：{1}"),
    ("The solver's answer is wrong and was withheld: {1}", "計算結果に誤りがあるため、使用しません：{1}"),
    (
      "The problem belongs to another thread; use it on the one that made it.",
      "この問題は別のスレッドのものです。作成したスレッドで使用してください。"
    ),
    (
      "The problem was lost in an earlier breakdown; make a new one.",
      "この問題は以前の異常終了で失われました。作り直してください。"
    ),
    (
      "A solver was called from inside a progress or cancellation check.",
      "進捗または中止の確認の中から計算が呼び出されました。"
    ),
    ("There was not enough memory for the solver.", "計算のためのメモリーが足りません。"),
    ("The search was lost with its process: {1}.", "探索が途中で失われました：{1}。"),
    ("formulating", "計算の準備中"),
    ("formulated", "計算の準備が完了"),
    ("bounded", "限界値が確定"),
    ("dive", "計画の探索"),
    ("branching", "分岐して探索中"),
    ("certificate", "証明書の作成中"),
    (
      "{1} can be written for years with up to {2} eligible triples; this one has {3}.",
      "{1}を書き出せるのは、候補が{2}件までの年度です（この年度は{3}件）。"
    ),
    (
      "The program would have more than {1} columns, and {2} can be written. Take --look month or --look year, which count the sessions of a month or of the year as one.",
      "変数が{1}個を超えます（書き出せるのは{2}個まで）。1か月または1年の研修をまとめて数える--look monthまたは--look yearを指定してください。"
    ),
    (
      "The program would have more than {1} columns; {2} can be written. Ask for fewer schools or weeks.",
      "変数が{1}個を超えます（書き出せるのは{2}個まで）。学校または週を減らしてください。"
    ),
    ("looked for a plan among {1} triples, not to the end", "{1}件の候補から計画を探索（途中で終了）"),
    (
      "{1} was written by a newer version of Musubi (format {2}; this version knows {3}). Install the newer version to use it.",
      "{1}は新しい版のMusubiで作成されています（形式{2}、この版は{3}まで）。使用するには新しい版をインストールしてください。"
    ),
    (
      "{1} is damaged. Take it from a backup; what can still be read of it, sqlite3's command .recover saves.",
      "{1}は壊れています。控えから復元してください。読み取れる部分はsqlite3の「.recover」コマンドで取り出せます。"
    ),
  ]
}
