// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What it is worth to widen limits, and how often placements survive chance.
  static let prices: [(english: String, japanese: String)] = [
    // MARK: The list
    (
      "There is no plan as it is, so no limit has a price.",
      "現状では計画が成り立たないため、制限を緩める価値は示せません。"
    ),
    (
      "No limit that was tried makes the plan better when it is one step wider.",
      "試した制限のうち、一段階緩めて計画が良くなるものはありませんでした。"
    ),
    (
      "Most worth negotiating; each is planned exactly, one step at a time:",
      "協議する価値の高い順（一段階ずつ正確に計画）："
    ),
    ("These alone make nothing better:", "単独では効果のないもの："),
    (
      "{1}: {2}, and the same for each up to {3}; the next brings something else.",
      "{1}：{2}。{3}まではその都度同じ効果があり、その先は効果が変わります。"
    ),
    (
      "{1}: {2}, and the same for each up to {3}, where trying ended.",
      "{1}：{2}。{3}まではその都度同じ効果があります（その先は試していません）。"
    ),
    ("{1}: {2}; the next brings something else.", "{1}：{2}。次の段階では効果が変わります。"),
    ("set: {1}", "シナリオの set：{1}"),
    ("from {1} to {2}", "を {1} から {2} に"),
    ("{1}: not known, planning was stopped early.", "{1}：計画が途中で終了したため、効果は分かりません。"),
    (
      "{1}: the plan stays as it is, however far it goes.",
      "{1}：どこまで緩めても計画は変わりません。"
    ),
    (
      "{1}: the plan stays as it is up to {2}; beyond that there is a better one.",
      "{1}：{2}までは計画は変わらず、その先ではより良い計画があります。"
    ),
    (
      "{1}: the plan stays as it is up to {2}, where trying ended.",
      "{1}：{2}までは計画は変わりません（その先は試していません）。"
    ),

    // MARK: Steps of limits
    ("one more partner in {1}", "{1} の派遣者を1人増やす"),
    ("one more of each at {1}: {2}", "{1} で次を一つずつ増やす（{2}）"),
    ("bed", "ベッド"),
    ("classroom", "教室"),
    ("lecturer of {1}", "{1} の講師"),
    ("one more place in {1}", "{1} の派遣枠を1人分増やす"),
    ("one more partner allowed in {1}", "{1}の派遣人数の上限を1人増やす"),
    ("one partner fewer required in {1}", "{1}の派遣人数の下限を1人減らす"),
    ("{1} yen more for {2}", "{2}の予算を{1}円増やす"),
    ("{1} yen more for all countries together", "全体の予算を{1}円増やす"),
    ("{1} yen more for all trainings", "研修全体の予算を{1}円増やす"),
    ("one more bed at {1}", "{1} のベッドを1床増やす"),
    ("one more classroom at {1}", "{1} の教室を1室増やす"),
    ("one more lecturer of {1} at {2}", "{2} の {1} の講師を1人増やす"),
    ("one more person allowed in each session of {1}", "{1} の研修1回の定員を1人増やす"),
    (
      "one person fewer required in each session of {1}",
      "{1} の研修1回の最少人数を1人減らす"
    ),
    ("one more session allowed of {1}", "{1} の研修の回数の上限を1回増やす"),
    ("one more place for {1} in {2}", "{2} の {1} の枠を1人分増やす"),
    ("one fewer required of {1} in {2}", "{2} の {1} の下限を1人減らす"),
    ("one more allowed by the quota {1}", "割当 {1} の上限を1人増やす"),
    ("one fewer required by the quota {1}", "割当 {1} の下限を1人減らす"),
    ("one per cent more allowed by the quota {1}", "割当 {1} の上限を1ポイント上げる"),
    ("one per cent less required by the quota {1}", "割当 {1} の下限を1ポイント下げる"),

    // MARK: Steps of returnees, exchange and ten years
    ("{1} yen more for all travel", "旅費全体の予算を{1}円増やす"),
    (
      "one more activity in a quarter for those who name no number",
      "四半期の活動数の上限を1件増やす（本人の指定がない人）"
    ),
    (
      "10 km farther for those who name no distance",
      "移動距離の上限を 10 km 延ばす（本人の指定がない人）"
    ),
    ("a week less after coming back", "帰国後に活動を始めるまでの期間を1週間短くする"),
    ("a free day fewer between two activities", "活動と活動の間に空ける日数を1日減らす"),
    ("one more seat in {1}", "{1} の定員を1人増やす"),
    ("one person fewer needed in {1}", "{1} の最少人数を1人減らす"),
    ("one more group at a time in each prefecture", "各都道府県で同時に受け入れるグループを1組増やす"),
    (
      "one more partnership in the year for each prefecture",
      "各都道府県の年間の連携数の上限を1件増やす"
    ),
    (
      "one partnership fewer that each country has to have",
      "各国・地域に必要な連携数を1件減らす"
    ),
    ("one more in the ratio of pupils between two partners", "連携校同士の児童生徒数の比の上限を1増やす"),
    (
      "one year less for which a prefecture rests after hosting",
      "都道府県が受入れの後に休む期間を1年短くする"
    ),
    ("{1} yen more in {2}", "{2}年度の予算を{1}円増やす"),
    ("{1} of staff in {2}", "{2}年度の職員の業務量を{1}増やす"),
    ("{1} in the houses in {2}", "{2}年度の施設の宿泊数を{1}増やす"),
    ("one more {1} a year of {2}", "{2} の年間の実施数（{1}）の上限を1増やす"),
    ("one more {1} of growth a year of {2}", "{2} の前年度からの増加数（{1}）の上限を1増やす"),

    // MARK: Chance
    (
      "There is no plan as it is whose placements could survive anything.",
      "現状では計画が成り立たないため、配置の保たれやすさは示せません。"
    ),
    (
      """
      Fragility, over {1} with a plan (in each everybody withdraws with a chance of {2} %, \
      interview scores are off by up to {3}):
      """,
      """
      配置の保たれやすさ（計画が成り立った{1}の集計。各試行で、応募者はそれぞれ{2}%の確率で辞退し、\
      面接の得点は最大{3}点ずれます）：
      """
    ),
    ("{1} draws", "試行{1}回"),
    ("  {1} no plan at all.", "  {1}では計画が成り立ちませんでした。"),
    ("{1} draws have", "試行{1}回"),
    ("  {1} stopped early.", "  {1}は途中で終了しました。"),
    ("{1} draws were", "試行{1}回"),
    (
      """
        A placement whose partner does not withdraw survives in {1} % of them on average; \
      {2} all.
      """,
      "  本人が辞退しない場合に配置が保たれる割合は、平均{1}%です。{2}は、すべての試行で保たれます。"
    ),
    ("{1} placements survive", "配置{1}件"),
    ("  Those that survive least:", "  保たれにくい配置："),
    (
      """
          {1} at {2} in {3}: {4} % (kept {5}, elsewhere {6}, no place {7}, withdrew {8})
      """,
      """
          {1}（{3} の {2}）：{4}%（維持{5}回、ほかへ移動{6}回、配置なし{7}回、辞退{8}回）
      """
    ),
  ]
}
