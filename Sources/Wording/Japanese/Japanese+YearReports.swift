// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Reports on trainings, returnees, exchange, ten years and whole years.
  static let yearReports: [(english: String, japanese: String)] = [
    ("is a stage this version does not know", "このバージョンでは扱えない段階です"),
    ("verified; {1}", "検証済み、{1}"),
    (
      "verified; not all are proven, the table has the true gaps",
      "検証済み、証明されていないものあり（最適値との実際の差は表のとおり）"
    ),
    ("verified; rules collide in the others", "検証済み、ほかの段階では規則が両立しません"),
    ("verified; stopped before the others had a plan", "検証済み、ほかの段階は計画が得られる前に終了"),
    ("Plan of {1}, {2}: {3} of {4} planned and {5}.", "{1}年度の計画 {2}：{4}のうち{3}段階を計画。{5}。"),
    ("Stage", "段階"),
    ("What is decided", "決まった内容"),
    ("stopped early, within {1}", "途中で終了（最適値との差{1}以内）"),
    ("left out: {1}", "対象外：{1}"),
    ("no plan keeps all hard rules", "必須の規則を満たす計画なし"),
    ("see below", "下記参照"),
    ("stopped before there was a plan", "計画が得られる前に終了"),
    ("not begun: {1}", "未着手：{1}"),
    ("Reach of {1}", "{1}年度の到達人数"),
    ("Unit", "単位"),
    ("Units", "実施数"),
    ("Taught", "授業"),
    ("Met", "交流"),
    ("Audience", "聴衆"),
    ("Counted once", "到達人数（重複を除く）"),
    ("Next year", "翌年度"),
    ("No line of decade_lines.csv counts: {1}.", "decade_lines.csv に対応する事業のないもの：{1}。"),
    ("Aim", "目的"),
    ("Wished for in ten years", "十年間の目標"),
    ("Share", "割合"),
    ("{1}, {2} wait", "{1}（見送り{2}）"),
    ("ledger.csv has nothing new for the next year.", "ledger.csv に、翌年度に引き継ぐ新しい内容はありません。"),
    ("For the next year: {1}.", "翌年度への引き継ぎ：{1}。"),
    ("{1} has waited longest, for {2} years.", "最も長く待っているのは {1} で、{2}年になります。"),
    (
      "Took {1} s; nothing that {2} reads has changed, so it was not planned again.",
      "所要時間：{1}秒。{2} は読み込む内容に変わりがないため、計画し直していません。"
    ),
    (
      "Took {1} s; nothing that {2} read has changed, so they were not planned again.",
      "所要時間：{1}秒。{2} は読み込む内容に変わりがないため、計画し直していません。"
    ),
    ("what the year earns; for musubi decade --earned", "年度の成果（musubi decade --earned で使用）"),
    (
      "what the next year must know; copy it into that year's folder",
      "翌年度への引き継ぎ（翌年度のフォルダーに写してください）"
    ),
    ("all of it for other programs, with bounds and digests", "計画の全体（ほかのプログラム用、限界値と照合値を含む）"),
    ("networks", "ネットワークの形成"),
    ("global issues", "地球規模課題への対応"),
    ("next generation", "次世代の育成"),
    ("multicultural society", "多文化共生社会"),
    ("{1} stages", "{1}段階"),
    ("{1} schools host", "受入校{1}校"),
    ("{1} applicants go", "派遣{1}人"),
    ("{1} delegations come", "訪日団{1}団"),
    (
      "The year's files are not those that the plan was made from.",
      "年度のファイルは、この計画を作ったときのものと異なります。"
    ),
    ("{1} was left out.", "{1} は対象外でした。"),
    ("{1} has no plan.", "{1} には計画がありません。"),
    ("The plan of the year is valid: {1}.", "年度の計画は有効です（{1}）。"),
    ("The plan of the year is not valid: {1}.", "年度の計画は有効ではありません（{1}）。"),
    ("Edited by hand: {1} moved from {2} to {3}.", "手で修正：{1} を {2} から {3} に移動。"),
    (
      "Edited by hand: {1} does not train any more; it was in {2}.",
      "手で修正：{1} は研修を受けなくなりました（以前は {2}）。"
    ),
    ("Edited by hand: {1}, which did not train, is in {2}.", "手で修正：研修のなかった {1} が {2} に参加。"),
    ("Edited by hand: {1}.", "手で修正：{1}。"),
    ("{1} women", "女性{1}人"),
    ("{1} men", "男性{1}人"),
    ("{1} others", "その他{1}人"),
    ("Week of", "週"),
    (
      "{1} ({2}) finds no session beside the others; fewer people cannot be left out.",
      "{1}（{2}）が参加できる研修がありません。外れる人をこれより少なくすることはできません。"
    ),
    (
      "{1} ({2}) find no session beside the others; fewer people cannot be left out.",
      "{1}（{2}）が参加できる研修がありません。外れる人をこれより少なくすることはできません。"
    ),
    (
      "Everybody who has to train finds a session, but not so that the quotas hold.",
      "研修の必要な全員に参加できる研修がありますが、割当を満たすようには配置できません。"
    ),
    ("What is pinned cannot be kept:", "固定した内容を維持できません："),
    ("Time ended before it was known which rules collide.", "両立しない規則が分かる前に時間切れになりました。"),
    (
      "Change the data, or make one of these rules soft or off in programme.json5.",
      "データを変更するか、programme.json5 でこれらの規則のいずれかを「できるだけ守る」規則または無効にしてください。"
    ),
    (
      "Move or unpin these groups in {1} of the earlier plan.",
      "以前の計画の {1} で、これらの団の参加先を変えるか、固定を外してください。"
    ),
    (
      """
      musubi diagnose --problem training says which rules and data collide, and what \
      would help.
      """,
      "musubi diagnose --problem training で、両立しない規則とデータ、および解決策が分かります。"
    ),
    ("Training", "訪日研修"),
    ("{1} of {2} of delegations and {3} of {4} train in {5}", "訪日団{2}のうち{1}人、{4}のうち{3}人が、{5}に参加"),
    ("Country", "国・地域"),
    ("Asked", "希望者数"),
    ("Train", "研修参加"),
    ("Waiting", "見送り"),
    ("Partners", "派遣者"),
    ("Nobody waits.", "参加できない訪日団はありません。"),
    ("{1} ({2}); the most frequent reasons:", "参加できない{1}（{2}）。主な理由："),
    ("  {1}: {2}, {3}", "  {1}：{2}、{3}"),
    ("  and {1} more; {2} has all.", "  ほか{1}件。すべては {2} にあります。"),
    ("when and where, with rooms and cost ({1})", "研修の日程と施設、部屋、費用（{1}件）"),
    (
      "who joins which session ({1}); edit it, then --pin-from",
      "研修ごとの参加者（{1}件）。修正して --pin-from で反映できます"
    ),
    ("who may share a room, and which", "同室にできる人と部屋割り"),
    ("which delegations wait, and why ({1})", "参加できない訪日団とその理由（{1}件）"),
    ("calendars to subscribe to", "購読用のカレンダー"),
    (
      "all of it for other programs, with bounds and the input's digest",
      "計画の全体（ほかのプログラム用、限界値と入力の照合値を含む）"
    ),
    ("{1} delegations wait", "訪日団{1}団"),
    ("{1} delegations", "訪日団{1}団"),
    ("no course takes them", "受け入れるコースなし"),
    ("{1}, in every session", "{1}（すべての研修）"),
    ("no session of the plan suits them", "計画に合う研修なし"),
    ("the order of goals alone", "目標の優先順のみ"),
    ("Returnees", "帰国者の活動"),
    ("{1} {2}, {3}: {4}; they reach {5}; {6}.", "{1} {2}年度 {3}：{4}、到達人数{5}。{6}。"),
    ("{1} of {2} place with {3} of {4}", "{2}のうち{1}件を実施、{4}のうち{3}人が参加"),
    ("Kind", "種類"),
    ("Activities", "活動数"),
    ("Held", "実施"),
    ("People", "人数"),
    ("Reach", "到達人数"),
    ("(no kind)", "（種類なし）"),
    ("none for {1}", "0件が{1}人"),
    ("{1} for {2}", "{1}件が{2}人"),
    ("Activities for each person: {1}.", "一人あたりの活動数：{1}。"),
    ("Every activity takes place.", "すべての活動を実施します。"),
    ("{1} not take place:", "実施しない{1}："),
    ("  {1}: {2}", "  {1}：{2}"),
    ("  {1} has each with its reason.", "  それぞれの理由は {1} にあります。"),
    ("who takes part in what ({1})", "活動ごとの参加者（{1}件）"),
    ("the activities that take place ({1})", "実施する活動（{1}件）"),
    ("what each person does, and how far they travel", "一人ごとの活動と移動距離"),
    ("which activities do not take place, and why ({1})", "実施しない活動とその理由（{1}件）"),
    ("a calendar to subscribe to", "購読用のカレンダー"),
    ("{1} activities take", "活動{1}件"),
    ("{1} returnees", "帰国者{1}人"),
    ("{1} activities do", "活動{1}件"),
    (
      """
      No plan of activities keeps all hard rules: what was announced cannot all be kept.
      musubi diagnose --problem returnees says what collides; musubi replan makes the \
      plan that loses least of it.
      """,
      """
      通知済みの活動をすべて維持できないため、すべての必須の規則を満たす計画はありません。
      musubi diagnose --problem returnees で両立しないものが分かり、musubi \
      replan で通知済みの内容の変更が最も少ない計画を作れます。
      """
    ),
    ("Exchange {1}, {2}: {3}; {4}.", "教員交流 {1}年度 {2}：{3}。{4}。"),
    ("{1} of {2} of {3}, {4} to Japan and {5} from Japan", "{3}のうち{2}校で{1}、訪日{4}、日本から{5}件"),
    ("Schools", "学校数"),
    ("With partners", "連携校あり"),
    ("Partnerships", "連携数"),
    ("To Japan", "訪日"),
    ("From Japan", "日本から"),
    ("All abroad", "海外計"),
    ("Japan", "日本"),
    ("Nobody owes a visit.", "未実施の返礼訪問はありません。"),
    ("{1} owed from earlier years; {2} owed after this one.", "未実施の返礼訪問は、過年度から{1}、本年度後に{2}です。"),
    ("Every school has a partner.", "すべての学校に連携校があります。"),
    ("{1} no partner:", "連携校のない学校（{1}）："),
    ("who exchanges teachers with whom ({1})", "教員交流を行う学校の組（{1}件）"),
    ("the visits by day ({1})", "訪問の日程（{1}件）"),
    ("who travels together: a country, a role and a week", "一緒に訪問する団（国・役割・週ごと）"),
    ("each school with its partners, visits and wishes", "学校ごとの連携校、訪問、希望"),
    ("which schools have no partner, and why ({1})", "連携校のない学校とその理由（{1}件）"),
    ("who owes whom a visit, before and after", "返礼訪問の未実施状況（年度の前後）"),
    ("next year's exchange_ties.csv", "翌年度の exchange_ties.csv"),
    ("schools that would both rather have each other", "互いに現在の連携校より望ましいと考える学校"),
    (
      "No plan keeps the hard rules: the rule countries asks for more than can be.",
      "必須の規則を満たす計画はありません。規則 countries の求める件数に届きません。"
    ),
    ("In the plan that comes nearest:", "最も近い計画では："),
    (
      """
      Ask for fewer (exchange.rules, countries: partnerships), give the rule a penalty, \
      or let more schools of these countries have partners.
      """,
      """
      件数を減らすか（exchange.rules の countries の partnerships）、規則に \
      penalty を付けて「できるだけ守る」規則にするか、これらの国で連携できる学校を増やしてください。
      """
    ),
    ("{1} visits", "{1}件"),
    ("{1} visits were", "{1}件"),
    ("{1} are", "{1}件"),
    ("{1} schools have", "{1}校"),
    ("Ten years {1}, {2}: {3}; {4}.", "十年計画 {1}年度 {2}：{3}。{4}。"),
    ("{1} of {2} reached", "目標{2}のうち{1}人に到達"),
    ("The target is reached in {1}.", "{1}年度に目標を達成します。"),
    ("The target is not reached: {1} missing.", "目標に{1}届きません。"),
    ("What carries it: {1}.", "事業別の割合：{1}。"),
    ("It costs {1} in all, from {2} to {3} a year.", "費用は合計{1}、年度あたり{2}～{3}です。"),
    (
      """
      No budget reaches it: most units, growth from year to year or other rules stand in \
      the way.
      """,
      "実施数の上限、年度間の増減などの規則により、予算をいくら増やしても目標には届きません。"
    ),
    (
      "With {1} more it would be, and with less than {2} more it cannot be: {3}.",
      "予算をあと{1}増やせば目標に届きます。{2}未満の増額では届きません（内訳：{3}）。"
    ),
    (
      "A lost year costs most in {1}: {2} fewer, {3} are left.",
      "一つの年度を失う場合、影響が最も大きいのは{1}年度で、{2}減って{3}人になります。"
    ),
    (
      "A lost year costs most in {1}: {2} fewer, {3} are left, enough for the {4} % asked for.",
      "一つの年度を失う場合、影響が最も大きいのは{1}年度で、{2}減って{3}人になりますが、求められた{4}%は満たします。"
    ),
    (
      """
      A lost year costs most in {1}: {2} fewer, {3} are left, {4} short of the {5} % \
      asked for.
      """,
      "一つの年度を失う場合、影響が最も大きいのは{1}年度で、{2}減って{3}人になり、求められた{5}%に{4}人足りません。"
    ),
    ("¥{1}.{2} million", "{1}.{2}百万円"),
    ("Year", "年度"),
    ("So far", "累計"),
    ("¥ million", "百万円"),
    ("Budget", "予算"),
    ("All years if it is lost", "この年度を失った場合の総数"),
    ("{1} (over)", "{1}（終了）"),
    ("Line", "事業"),
    ("Years", "年度"),
    ("Estimated", "推計"),
    ("Reached", "実績"),
    ("Difference", "差"),
    ("How good the estimates were in years that are over:", "終わった年度の推計と実績："),
    ("how much of each line in each year", "各年度の事業別実施数"),
    ("people and cost of each year, and what losing it leaves", "年度別の人数と費用、その年度を失った場合の人数"),
    ("estimates beside what was counted", "推計と実績の比較"),
    ("No plan keeps all hard rules of the ten years.", "十年計画のすべての必須の規則を満たす計画はありません。"),
    ("It was not found out in time which of them collide.", "両立しない規則は、時間内に分かりませんでした。"),
    ("The least that has to give way:", "最低限、次の規則を緩める必要があります："),
    (
      "Widen these, or make a rule soft in programme.json5 (decade: {rules: […]}).",
      "これらを緩めるか、programme.json5（decade: {rules: […]}）で規則を「できるだけ守る」規則にしてください。"
    ),
  ]
}
