// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What changes from plan to plan.
  static let changes: [(english: String, japanese: String)] = [
    ("breaks {1}: {2}", "と規則{1}に違反します：{2}"),
    ("costs {1}.", "と{1}の損失となります。"),
    ("In the year as it is that {1}", "現状の年度では、そこに参加する{1}"),
    ("Staying {1}", "留まる{1}"),
    ("It is not there any more.", "既になくなっています。"),
    ("There is no such session any more.", "その研修は既にありません。"),
    ("The place is there no more.", "その派遣先は既にありません。"),
    ("The activity is there no more.", "その活動は既にありません。"),
    ("nowhere", "なし"),
    (" {1}", "{1}"),
    (" Staying breaks {1}: {2}", "留まると規則{1}に違反します：{2}"),
    (" Keeping it breaks {1}: {2}", "続けると規則{1}に違反します：{2}"),
    ("{1} withdraws from {2}.", "{1}は{2}を辞退します。"),
    ("{1} loses {2} and has no place.{3}", "{1}は{2}を失い、配置なしとなります。{3}"),
    ("{1} steps in at {2}.", "{1}が代わりに{2}に入ります。"),
    (
      "{1} steps in at {2}, number {3} on the list of reserves for {4}.",
      "{1}が代わりに{2}に入ります（{4}の補欠{3}番）。"
    ),
    ("{1} moves from {2} to {3}.{4}", "{1}は{2}から{3}に移ります。{4}"),
    ("No announced placement changes; {1} of {2} stand.", "通知済みの配置に変更はありません。{2}件のうち{1}件が維持されます。"),
    ("{1} announced placements change", "通知済みの配置{1}件"),
    (
      "{1}; no plan changes fewer. {2} of {3} stand.",
      "{1}を変更します（これより変更の少ない計画はありません）。{3}件のうち{2}件が維持されます。"
    ),
    (
      "{1}; {2} at least change in every plan. {3} of {4} stand.",
      "{1}を変更します（どの計画でも少なくとも{2}件は変更されます）。{4}件のうち{3}件が維持されます。"
    ),
    ("{1} partners withdraw", "パートナーズ{1}人が辞退します"),
    ("{1} reserves step in", "補欠{1}人が入ります"),
    ("{1} takes part in {2} now.", "{1}は新たに{2}に参加します。"),
    ("{1} does not take part in {2} any more.{3}", "{1}は{2}に参加しないこととなります。{3}"),
    ("{1} loses {2} and does not train.{3}", "{1}は{2}を失い、研修を受けません。{3}"),
    ("{1} was planned for {2}, not told, and goes to {3}.", "{1}は{2}の予定（未通知）でしたが、{3}に移ります。"),
    ("{1} was planned for {2}, not told, and does not train.", "{1}は{2}の予定（未通知）でしたが、研修を受けません。"),
    ("{1} now trains too, in {2}.", "{1}も新たに{2}で研修を受けます。"),
    ("{1} withdraw from {2}.", "{1}は{2}を辞退します。"),
    ("{1} move from {2} to {3}.{4}", "{1}は{2}から{3}に移ります。{4}"),
    ("{1} lose {2} and do not train.{3}", "{1}は{2}を失い、研修を受けません。{3}"),
    ("{1} were planned for {2}, not told, and go to {3}.", "{1}は{2}の予定（未通知）でしたが、{3}に移ります。"),
    ("{1} were planned for {2}, not told, and do not train.", "{1}は{2}の予定（未通知）でしたが、研修を受けません。"),
    ("{1} now train too, in {2}.", "{1}も新たに{2}で研修を受けます。"),
    ("No announced session changes for anybody; {1}", "通知済みの研修に変更はありません。{1}"),
    (
      "{1} is not in the session announced; no plan changes fewer people. {2}",
      "通知済みの研修に参加しないのは{1}です（これより変更の少ない計画はありません）。{2}"
    ),
    (
      "{1} are not in the session announced; no plan changes fewer people. {2}",
      "通知済みの研修に参加しないのは{1}です（これより変更の少ない計画はありません）。{2}"
    ),
    (
      "{1} is not in the session announced; {2} moved in every plan. {3}",
      "通知済みの研修に参加しないのは{1}です（どの計画でも{2}変更されます）。{3}"
    ),
    (
      "{1} are not in the session announced; {2} moved in every plan. {3}",
      "通知済みの研修に参加しないのは{1}です（どの計画でも{2}変更されます）。{3}"
    ),
    ("{1} people at least are", "少なくとも{1}人が"),
    ("1 of {1} stays.", "{1}のうち1団が維持されます。"),
    ("{1} of {2} stay.", "{2}のうち{1}団が維持されます。"),
    ("{1} announced groups", "通知済みの{1}団"),
    ("{1} groups withdraw", "{1}団が辞退します"),
    ("{1} further groups train", "新たに{1}団が研修を受けます"),
    ("1 group that was not told yet is planned anew.", "未通知の1団を計画し直しました。"),
    ("{1} groups that were not told yet are planned anew.", "未通知の{1}団を計画し直しました。"),
    (
      "No announced participation is lost; {1} of {2} stand.",
      "通知済みの参加に取消しはありません。{2}件のうち{1}件が維持されます。"
    ),
    ("{1} announced participations are", "通知済みの参加{1}件"),
    (
      "{1} lost; no plan loses fewer. {2} of {3} stand.",
      "{1}を取り消します（これより取消しの少ない計画はありません）。{3}件のうち{2}件が維持されます。"
    ),
    (
      "{1} lost; {2} at least are lost in every plan. {3} of {4} stand.",
      "{1}を取り消します（どの計画でも少なくとも{2}件は取り消されます）。{4}件のうち{3}件が維持されます。"
    ),
    ("1 participation ends with somebody who withdraws.", "辞退により1件の参加がなくなります。"),
    ("{1} participations end with somebody who withdraws.", "辞退により{1}件の参加がなくなります。"),
    ("{1} participations are new", "新たな参加が{1}件あります"),
    ("Replanned {1}", "再計画：{1}"),
    ("Took {1} s.", "所要時間：{1}秒。"),
    ("Files in {1}:", "{1}のファイル："),
    (
      "  changes.csv      who is elsewhere, and what it follows from ({1})",
      "  changes.csv      変更のあった人と、その原因（{1}件）"
    ),
    ("  curve.csv        what more changes would gain", "  curve.csv        変更を増やした場合の効果"),
    (
      "  decisions.csv    what was decided, by whom, when, why and at what cost ({1})",
      "  decisions.csv    決定の内容、決定者、日付、理由、影響（{1}件）"
    ),
    ("  replan.json      these three for other programs", "  replan.json      以上の三つ（ほかのプログラム用）"),
    ("  and {1} more in {2}.", "  ほか{1}件は{2}にあります。"),
    ("Nothing was decided; what was announced stands.", "決定事項はなく、通知済みの内容を維持します。"),
    (
      "Decided, and how the goals differ from those of the same plan without it:",
      "決定事項と、それがない場合の計画との目標の差："
    ),
    ("{1} rows", "{1}行"),
    ("{1} more rows", "ほか{1}行"),
    ("  {1} of pins.csv: {2}.", "  pins.csvの{1}：{2}。"),
    ("not measured", "未計算"),
    ("no difference", "差なし"),
    (
      "What more changes would gain was not found out: the search was stopped before.",
      "変更を増やした場合の効果は、探索を途中で終了したため分かりません。"
    ),
    ("More changes would gain nothing.", "変更を増やしても効果はありません。"),
    ("Changes", "変更"),
    ("Gain", "効果"),
    (
      "What the goals gain if more of what was announced may change, each line solved:",
      "通知済みの内容の変更を増やした場合の目標の改善（各行とも計算済み）："
    ),
    (
      "From {1} changes on nothing was solved but the end: with {2} changes {3} more, and no plan is better.",
      "変更{1}件以上については最後のみ計算しました。変更{2}件で{3}改善し、これより良い計画はありません。"
    ),
    ("The search was stopped there.", "探索はここで終了しました。"),
    ("without it no plan keeps the hard rules", "これがないと必須の規則を満たす計画なし"),
    ("cannot be left out alone: other decisions rest on it", "ほかの決定の前提のため、単独では取消し不可"),
    ("no longer in force", "効力終了"),
  ]
}
