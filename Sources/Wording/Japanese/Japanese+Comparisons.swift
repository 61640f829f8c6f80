// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Comparisons of a year as it is with scenarios, their parts and who moves.
  static let comparisons: [(english: String, japanese: String)] = [
    // MARK: The table
    ("Scenario", "シナリオ"),
    ("as it is", "現状"),
    ("Cost, yen", "費用（円）"),
    ("Cost, ¥1,000", "費用（千円）"),
    ("Travel, ¥1,000", "旅費（千円）"),
    ("Sessions", "研修数"),
    ("First visits", "初訪日者数"),
    ("Offered", "活動数"),
    ("Taking part", "参加者数"),
    ("People reached", "到達人数"),
    ("Partnered", "連携校あり"),
    ("Pairs", "連携数"),
    ("Visits", "訪問数"),
    ("Target", "目標人数"),
    ("If a year is lost", "一年度を失った場合"),
    ("Move", "移動"),
    ("Units changed", "実施数の変更"),
    ("no plan keeps the hard rules", "必須の規則を満たす計画なし"),

    // MARK: Who moves
    ("With {1} {2}:", "{1}の場合、{2}："),
    ("{1} people move", "移動{1}人"),
    ("{1} people change", "変更{1}人"),
    ("{1} schools change", "変更{1}校"),
    ("{1} ({2}) moves", "移動{1}（{2}）"),
    ("{1} ({2}) move", "移動{1}（{2}）"),
    ("{1} ({2}) changes", "変更{1}（{2}）"),
    ("{1} ({2}) change", "変更{1}（{2}）"),
    ("{1} numbers", "{1}項目"),
    ("  {1}: {2} → {3}", "  {1}：{2} → {3}"),
    ("  {1} ({2}): {3} → {4}", "  {1}（{2}）：{3} → {4}"),
    ("{1}: {2} → {3}", "{1}：{2} → {3}"),
    ("{1}; and {2} more change.", "{1}。ほか{2}件も変わります。"),
    ("does not train", "研修なし"),
    ("no partner", "連携校なし"),
    ("not there", "なし"),

    // MARK: Parts
    (
      """
      Planned {1} of {2}, {3}. musubi whatif --merge puts all parts together.

      """,
      """
      {2}のうち{1}件を計画しました（{3}）。すべての部分結果は musubi whatif --merge でまとめます。

      """
    ),
    ("{1} scenarios", "シナリオ{1}件"),
    ("shard {1} of {2}", "分担分{1}/{2}"),
    ("There are no parts.", "部分結果がありません。"),
    ("{1} is {2}, {3} is {4}.", "{1}は{2}、{3}は{4}です。"),
    ("Both {1} and {2} are {3}.", "{1}と{2}は、どちらも{3}です。"),
    (
      """
      Shard {1} of {2} is missing: run the same comparison with --shard {3}/{4}.
      """,
      "分担分{1}/{2}がありません。同じ比較を --shard {3}/{4} で実行してください。"
    ),
    ("{1} further shards are missing.", "ほかに{1}件の分担分がありません。"),
    (
      """
      {1} and {2} have different plans of the year as it is, as happens when --time-limit \
      or an interrupt stops a plan early.
      """,
      """
      {1}と{2}では、現状の年度の計画が異なります。--time-limit または割り込みにより、\
      計画が途中で終了した場合に起こります。
      """
    ),
    ("version of Musubi", "Musubi のバージョン"),
    ("files of the year", "年度のファイル"),
    ("dispatch plan", "派遣の計画"),
    (
      "{1} was made from other files of the year than {2}.",
      "{1}と{2}では、元になった年度のファイルが異なります。"
    ),
    (
      "{1} was made with another dispatch plan than {2}.",
      "{1}と{2}では、使用した派遣の計画が異なります。"
    ),
    ("{1} was made with {2} {3}, {4} with {5}.", "{2} が異なります（{1}では{3}、{4}では{5}）。"),
    ("{1} was made with {2}, {3} with {4}.", "{1}は{2}、{3}は{4}件で作成されています。"),
    (
      "Scenario {1} is {2} in {3} and in {4}, but says something else there.",
      "{1}番目のシナリオは、{3}でも{4}でも{2}ですが、内容が異なります。"
    ),
    ("Scenario {1} is {2} in {3} and {4} in {5}.", "{1}番目のシナリオは、{3}では{2}、{5}では{4}です。"),
    ("is a format this version does not know", "このバージョンでは扱えない形式です"),
    ("is no shard", "分担分を表していません"),
    ("a number from 1 to of", "1 から of の値までの番号"),
    ("is no status", "状態を表す語ではありません"),
    (
      "optimal, feasible, infeasible or unknown", "optimal、feasible、infeasible、unknown のいずれか"
    ),
    ("is no scenario of {1}, or is there twice", "{1}のシナリオではないか、重複しています"),
    ("each of its scenarios once", "その分担分のシナリオを一度ずつ"),
    ("is no limit of {1}, or is there twice", "{1}の制限ではないか、重複しています"),
    ("each of its limits once", "その分担分の制限を一度ずつ"),
    ("lacks scenario {1}", "{1}番のシナリオがありません"),
    ("every scenario of {1}", "{1}のすべてのシナリオ"),
  ]
}
