// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Reports on dispatches, and what all reports share.
  static let dispatchReports: [(english: String, japanese: String)] = [
    ("is a format this version does not know", "このバージョンでは扱えない形式です"),
    ("is another unit of prices", "価格の単位が異なります"),
    ("proven best", "最適と証明済み"),
    ("smallest share proven best, the others not", "最小値のみ最適と証明済み"),
    ("not reached before the run ended", "終了までに到達せず"),
    ("within {1} % of the best possible", "最適値との差{1}%以内"),
    ("Dispatch", "派遣"),
    (
      "A long search was lost with its process: {1}. The plan was made without it.",
      "長い探索の一つがプロセスとともに失われました（{1}）。計画はそれなしで作成しました。"
    ),
    ("{1} {2}, {3}: {4}; {5}.", "{1} {2}年度 {3}：{4}。{5}。"),
    ("{1} of {2} places filled", "派遣枠{2}人分のうち{1}人を配置"),
    ("Cohort", "派遣期"),
    ("Places", "派遣枠"),
    ("Filled", "派遣人数"),
    ("Eligible", "対象者数"),
    ("First wish", "第1希望"),
    ("Accepted", "希望国"),
    ("Points each", "平均得点"),
    (
      "Reach: {1} of Japanese at {2} in {3} of {4}; {5} remote.",
      "到達：{4}・{3}の{2}で日本語を学ぶ{1}（うち遠隔地{5}）。"
    ),
    ("  placements.csv   who goes where ({1})", "  placements.csv   派遣者と派遣先（{1}件）"),
    (
      "  unplaced.csv     who has no placement, and why ({1})",
      "  unplaced.csv     配置のない応募者とその理由（{1}件）"
    ),
    (
      "  empty-posts.csv  which schools host nobody, and why ({1})",
      "  empty-posts.csv  派遣のない学校とその理由（{1}件）"
    ),
    (
      "  plan.json        all of it for other programs, with bounds and the input's digest",
      "  plan.json        計画の全体（ほかのプログラム用、限界値と入力の照合値を含む）"
    ),
    (
      "  certificate.json prices that prove how good it is; musubi verify adds them up",
      "  certificate.json 最適性を証明する価格（musubi verify で検算できます）"
    ),
    (
      "  blocking-pairs.csv which applicants and places would rather have each other",
      "  blocking-pairs.csv 互いに現在の配置より望ましいと考える応募者と派遣先"
    ),
    ("everybody has some", "全員に補欠あり"),
    ("{1} none", "{1}には補欠なし"),
    (
      "  reserves.csv     who would step in for whom, the best first; {1}",
      "  reserves.csv     派遣者ごとの補欠（ふさわしい順）。{1}"
    ),
    ("{1} learners", "学習者{1}人"),
    ("{1} areas", "{1}地域"),
    ("{1} schools are", "{1}校"),
    ("{1} partners have", "派遣者{1}人"),
    ("has no member {1}", "項目 {1} がありません"),
    ("an object with {1}", "{1} を持つオブジェクト"),
    ("is no list", "リストではありません"),
    ("is no text", "文字列ではありません"),
    ("is no whole number", "整数ではありません"),
    ("a whole number", "整数"),
    ("is neither true nor false", "true でも false でもありません"),
    ("is below 0", "0 未満です"),
    ("a whole number from 0", "0 以上の整数"),
    ("No cohort of this year goes there.", "この年度には、ここへ派遣する派遣期がありません。"),
    ("Has hosted for {1} running and must pause.", "{1}続けて受け入れたため、今年度は休止が必要です。"),
    (
      "Every post with this school breaks {1}: alone it has {2} hours of Japanese a week.",
      "この学校を含む派遣先は、いずれも規則 {1} に反します。この学校だけでは日本語の授業は週{2}時間です。"
    ),
    (
      "Nobody is eligible there; {1} alone stands in the way of {2} of {3}.",
      "対象となる応募者がいません。規則 {1} だけで{3}人中{2}人が対象外になります。"
    ),
    ("Nobody is eligible there.", "対象となる応募者がいません。"),
    (
      "Hosts only in a bundle, and {1} host through another post.",
      "学校の組としてのみ受け入れますが、{1} は別の派遣先として受け入れます。"
    ),
    (
      "Hosts only in a bundle, and {1} hosts through another post.",
      "学校の組としてのみ受け入れますが、{1} は別の派遣先として受け入れます。"
    ),
    (
      "{1} eligible, but every place of {2} is taken at other schools.",
      "対象となる{1}がいますが、{2} の派遣枠はすべて他の学校で埋まっています。"
    ),
    ("{1} eligible, but {2} has all of its {3} partners.", "対象となる{1}がいますが、{2} は上限の{3}人に達しています。"),
    ("{1} eligible, and all of them are placed elsewhere.", "対象となる{1}は、全員が他に配置されています。"),
    (
      """
      {1} eligible, {2} of them without a placement, and {3} has places left: a rule over \
      the whole plan (such as companions, together, budget, predeparture or a quota) or \
      an earlier goal stands in the way.
      """,
      """
      対象となる{1}（うち未配置{2}人）がいて、{3} の派遣枠も残っていますが、\
      計画全体にかかる規則（companions、together、budget、predeparture、\
      割当など）または上位の目標により配置できません。
      """
    ),
    ("{1} applicants are", "応募者{1}人"),
    ("first", "第1希望"),
    ("second", "第2希望"),
    ("third", "第3希望"),
    ("later {1}", "第4希望以降 {1}"),
    ("a country that was not named {1}", "希望外の国 {1}"),
    ("Wishes met: {1}.", "希望の実現：{1}。"),
    ("Evenness (Gini; 0 is even): countries {1}, areas {2}.", "偏り（ジニ係数、0が均等）：国間 {1}、地域間 {2}。"),
    (
      "Stable: no applicant and place would both rather have each other.",
      "安定：互いに現在の配置より望ましいと考える応募者と派遣先の組はありません。"
    ),
    (
      "Blocking: {1} of an applicant and a place that would both rather have each other.",
      "不安定：互いに現在の配置より望ましいと考える応募者と派遣先の組が{1}あります。"
    ),
    ("{1} pairs", "{1}組"),
    ("Further plans:", "別案："),
    ("No further plan loses as little.", "低下がこの範囲に収まる別案はありません。"),
    ("Plan", "計画"),
    ("Other partners", "異なる派遣者"),
    ("Placed otherwise", "異なる配置"),
    ("No other plan loses as little.", "低下がこの範囲に収まる案はほかにありません。"),
    ("proven to the asked gap", "求めた精度まで証明済み"),
    ("stopped early, the gap below is the true one", "途中で終了（最適値との実際の差は下の表のとおり）"),
    ("no plan", "計画なし"),
    ("Goal", "目標"),
    ("Value", "値"),
    ("Bound", "限界値"),
    ("How good", "最適性"),
    ("Soft rules broken: none.", "できるだけ守る規則の違反：なし。"),
    ("Soft rules broken:", "できるだけ守る規則の違反："),
    ("  {1}: {2} at {3}", "  {1}：{2}（1件につき{3}）"),
    ("{1} share {2} from below {3}", "{1} 下から{2}番目の割合 {3}"),
    (", ", "、"),
    ("{1} units", "{1}件"),
    ("No plan keeps all hard rules.", "すべての必須の規則を満たす計画はありません。"),
    ("The plan that breaks them least still breaks:", "違反が最も少ない計画でも、次の違反があります。"),
    (
      "Change the data, or make one of these rules soft in programme.json5.",
      "データを変更するか、programme.json5 でこれらの規則のいずれかを「できるだけ守る」規則にしてください。"
    ),
    (
      "musubi diagnose says which rules and data collide, and what would help.",
      "musubi diagnose で、両立しない規則とデータ、および解決策が分かります。"
    ),
    ("  {1}: and {2} more like this.", "  {1}：ほか同様{2}件。"),
    ("is the plan of a whole year", "年度全体の計画です"),
    (
      "the plan of one stage, in a folder inside such as dispatch",
      "一つの段階の計画（dispatch など、中のフォルダー）"
    ),
    ("is a problem this version does not know", "このバージョンでは扱えない種類の計画です"),
    ("is no file of the plan's folder", "計画のフォルダーのファイルではありません"),
    ("a name without /", "/ を含まない名前"),
    ("With {1}.", "{1}を適用しています。"),
    ("what was changed in the year's files", "年度のファイルへの変更"),
    ("the scenarios {1}", "シナリオ {1}"),
    ("the scenario {1}", "シナリオ {1}"),
    (
      "Goes only together with {1}, for whom no post keeps the hard rules.",
      "{1} との同行が条件ですが、{1} には必須の規則を満たす派遣先がありません。"
    ),
    (
      "Eligible only at posts that stay empty, in cohorts without a place left.",
      "対象となるのは派遣のない派遣先だけで、その派遣期に空きがありません。"
    ),
    (
      "Eligible only at posts that stay empty; empty-posts.csv says why they do.",
      "対象となるのは派遣のない派遣先だけです。派遣のない理由は empty-posts.csv にあります。"
    ),
    (
      "Of the posts that host, {1} in {2} would bring most points, {3}; {4} brings {5} there.",
      "派遣のある派遣先のうち得点が最も高いのは {2} の {1} で{3}点ですが、配置されている {4} は{5}点です。"
    ),
    (
      """
      Of the posts that host, {1} in {2} would bring most points, {3}; {4} brings only \
      {5} there, but another rule or goal, or a better use of both, decides so.
      """,
      """
      派遣のある派遣先のうち得点が最も高いのは {2} の {1} で{3}点です。配置されている {4} は{5}点ですが、\
      ほかの規則や目標、または両者のよりよい生かし方により、このような結果になっています。
      """
    ),
    ("There is no post in this year.", "この年度には派遣先がありません。"),
    (
      "No cohort of this year is among the countries and cohorts accepted.",
      "この年度の派遣期に、本人が希望する国と派遣期に当てはまるものがありません。"
    ),
    ("the {1} cohorts accepted", "希望する{1}の派遣期"),
    ("{1} excludes the only 1 post of {2}.", "規則 {1} により、{2} の唯一の派遣先が対象外になります。"),
    ("{1} excludes all {2} of {3}.", "規則 {1} により、{3} の派遣先{2}すべてが対象外になります。"),
    ("{1} together exclude the only 1 post of {2}.", "規則 {1} により、{2} の唯一の派遣先が対象外になります。"),
    ("{1} together exclude all {2} of {3}.", "規則 {1} により、{3} の派遣先{2}すべてが対象外になります。"),
    ("{1} posts", "{1}か所"),
    ("{1} rules looked at in {2} instances; the plan is valid.", "{1}の規則を{2}か所で確認しました。計画は有効です。"),
    (
      "{1} rules looked at in {2} instances; the plan is not valid.",
      "{1}の規則を{2}か所で確認しました。計画は有効ではありません。"
    ),
    (
      """
      The year's files are not those the plan was made from; it is checked against the \
      files as they are.
      """,
      "年度のファイルは、この計画を作ったときのものと異なります。現在のファイルと照合しています。"
    ),
    ("{1} ({2}):", "{1}（{2}）："),
    ("  and {1} more like this.", "  ほか同様{1}件。"),
    (
      "A fault of Musubi: the certificate says that {1} cannot be as good as it is.",
      "Musubi の不具合です。証明書によれば、{1} がこの値になることはありません。"
    ),
    ("Recomputed", "計算し直した値"),
    ("Certified bound", "証明された限界値"),
    ("Claimed bound", "主張された限界値"),
    ("Values and rules are recomputed from the data.", "値と規則はデータから計算し直しました。"),
    (
      "Values and rules are recomputed from the data; bounds rest on the solver's word.",
      "値と規則はデータから計算し直しました。限界値はソルバーの報告によります。"
    ),
    (
      """
      Values and rules are recomputed from the data; bounds rest on the solver's word, \
      since the plan has no {1}, or one without prices.
      """,
      "値と規則はデータから計算し直しました。計画に {1} がないか、価格が含まれていないため、限界値はソルバーの報告によります。"
    ),
    (
      """
      Values, rules and certified bounds are recomputed from the data. A certified bound \
      speaks
      of all plans that equal this one in the goals before it; that those cannot be \
      better, and
      what a claimed bound says beyond the certified one, rests on the solver's word.
      """,
      """
      値、規則、証明された限界値は、データから計算し直しました。証明された限界値は、
      上位の目標がこの計画と同じすべての計画についてのものです。上位の目標がこれ以上良くならないこと、
      および主張された限界値のうち証明を超える部分は、ソルバーの報告によります。
      """
    ),
    ("hard", "必須"),
    ("soft", "できるだけ守る"),
    ("off", "無効"),
    ("what whatif --format json prints", "whatif --format json の出力"),
    ("is no comparison of scenarios", "シナリオの比較ではありません"),
    ("is no explanation", "説明ではありません"),
    ("what explain --format json prints", "explain --format json の出力"),
  ]
}
