// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Explanations of plans that are made from a year alone, and runs that are kept.
  static let explanationsAndRuns: [(english: String, japanese: String)] = [
    ("With {1} {2}.", "{1}にすると、{2}。"),
    ("{1} instead of {2}.", "{1}（変更前：{2}）。"),
    ("The rule {1} may be broken where it has to be.", "規則 {1} への違反を、やむを得ない箇所に限って認めます。"),
    ("The rule {1} is off; there is a plan that breaks it.", "規則 {1} を無効にします。違反する計画が成り立ちます。"),
    (
      "The rule {1} may be broken where it has to be, for example: {2}",
      "規則 {1} への違反を、やむを得ない箇所に限って認めます。例：{2}"
    ),
    (
      "The rule {1} is off; there is a plan that breaks it, for example: {2}",
      "規則 {1} を無効にします。違反する計画が成り立ちます。例：{2}"
    ),
    ("What a single change would do, each planned anew:", "一つだけ変更した場合（それぞれ計画し直した結果）："),
    (
      """
      The plan breaks hard rules ({1}); musubi verify says where. Losses count from its \
      values as they are.
      """,
      "この計画は必須の規則（{1}）に反しています。該当箇所は musubi verify で分かります。損失は計画の現在の値との差です。"
    ),
    ("no loss", "損失なし"),
    (
      """
      The plan is not a best one. The best plan has, beside this one: {1}. Losses count \
      from the plan as it is.
      """,
      "この計画は最良ではありません。最良の計画との差：{1}。損失はこの計画との差です。"
    ),
    ("There is no alternative that keeps the rules about it alone.", "それ自体の規則を満たすほかの可能性はありません。"),
    ("No plan has any of the {1} alternatives.", "{1}件の可能性のいずれも、計画として成り立ちません。"),
    ("Stopped before an alternative was solved that a plan has.", "計画として成り立つ可能性が見つかる前に終了しました。"),
    ("The best {1} of {2} alternatives", "可能性{2}件のうち上位{1}件"),
    ("{1} of {2} alternatives, the most promising first", "可能性{2}件のうち、有望な順に{1}件"),
    ("{1}; {2}:", "{1}（{2}）："),
    ("not planned anew; alone {1}", "計画し直していません。それだけによる変化は {1}"),
    ("  {1}{2}: {3}.", "  {1}{2}：{3}。"),
    (
      "1 more that was planned is in no plan that keeps the hard rules.",
      "ほかに計画した1件は、必須の規則を満たす計画として成り立ちません。"
    ),
    (
      "{1} more that were planned are in no plan that keeps the hard rules.",
      "ほかに計画した{1}件は、必須の規則を満たす計画として成り立ちません。"
    ),
    ("{1} not planned anew, with what that alone would lose", "うち{1}件は計画し直さず、それだけによる損失を示しています"),
    ("each loss is exact", "損失はすべて正確な値です"),
    (
      "each planned to {1} % of the best possible, so that differences below that say nothing",
      "それぞれ最適値との差{1}%以内で計画しており、それより小さい差に意味はありません"
    ),
    ("Nothing else changes.", "ほかに変更はありません。"),
    ("{1}; and {2} more {3}.", "{1}、ほか{2}件（{3}）。"),
    ("{1} alternatives", "可能性{1}件"),
    ("only run {1}", "実行 {1} のみ"),
    ("Both read the same.", "入力は同じです。"),
    ("Read differently:", "入力の違い："),
    ("changed", "変更あり"),
    ("Both were asked the same.", "指定は同じです。"),
    ("Asked differently:", "指定の違い："),
    ("Run {1}", "実行 {1}"),
    ("The plans of {1} are the same.", "{1} の計画は同じです。"),
    ("Of {1} {2}:", "{1} では {2}："),
    ("Run {1}: musubi {2}, {3}", "実行 {1}：musubi {2}、{3}"),
    ("given", "指定あり"),
    ("not given", "指定なし"),
    ("no plan keeps the rules", "規則を満たす計画なし"),
    ("stopped, with a plan", "途中で終了（計画あり）"),
    ("stopped without a plan", "途中で終了（計画なし）"),
    ("ended with code {1}", "終了コード {1}"),
    ("{1} UTC by {2}, Musubi {3}; took {4} s; {5}.", "{1}（UTC）、実行者 {2}、Musubi {3}、所要時間{4}秒、{5}。"),
    ("Run {1}: musubi {2}", "実行 {1}：musubi {2}"),
    ("Asked:", "指定："),
    ("Read:", "入力："),
    ("bytes", "バイト"),
    ("Wrote {1}:", "{1} への出力："),
    ("Notes:", "メモ："),
    ("  {1} UTC, {2}: {3}", "  {1}（UTC） {2} のメモ：{3}"),
    ("No run is kept yet.", "記録された実行はまだありません。"),
    ("Run", "実行"),
    ("When (UTC)", "日時（UTC）"),
    ("Who", "実行者"),
    ("Command", "コマンド"),
    ("How it ended", "結果"),
    ("Note", "メモ"),
    ("and {1} older.", "ほか古い{1}件。"),
    ("year", "年度"),
    ("scenario", "シナリオ"),
    ("plan", "計画"),
    ("{1} takes part in nothing.", "{1} はどの活動にも参加しません。"),
    ("{1} takes part in {2}:", "{1} は次の{2}に参加します。"),
    ("on line", "オンライン"),
    ("{1} km away, ¥{2}", "距離 {1} km、{2}円"),
    ("  {1}, {2}", "  {1}、{2}"),
    (
      "By rules about one person and one activity {1} may take part in {2} of {3}.",
      "本人と活動との組合せについての規則により、{1} が参加できるのは{3}件中{2}件です。"
    ),
    (
      """
      By rules about one person and one activity {1} may take part in {2} of {3}; kept \
      out: {4}.
      """,
      "本人と活動との組合せについての規則により、{1} が参加できるのは{3}件中{2}件です（対象外の件数：{4}）。"
    ),
    ("{1} does not take place.", "{1}は実施しません。"),
    (
      "{1} takes place with {2} ({3} to {4} may come) and reaches {5}:",
      "{1}は{2}（定員{3}～{4}人）で実施し、{5}に届きます。"
    ),
    ("can lead", "リーダー可"),
    ("in {1}", "{1}開催"),
    ("{1} ({2}, {3})", "{1}（{2}、{3}）"),
    ("{1} ({2} {3}, {4})", "{1}（{2}、{3}、{4}）"),
    ("Without {1} there would be broken:", "{1} がいないと、次の規則に反します。"),
    ("taking part in {1}", "{1} に参加"),
    ("not taking part in {1}", "{1} に不参加"),
    ("with {1}", "{1} あり"),
    ("without {1}", "{1} なし"),
    ("taking place", "実施"),
    ("not taking place", "実施せず"),
    ("the best plan still has nothing for {1}", "最良の計画でも {1} が参加する活動はありません"),
    ("the best plan has {1} in {2}", "最良の計画で {1} は {2} に参加します"),
    ("{1} takes place in the best plan", "最良の計画で {1} を実施します"),
    ("{1} still does not take place in the best plan", "最良の計画でも {1} は実施しません"),
    ("{1} km as the farthest way of {2}", "{2} の移動距離の上限を {1} km "),
    ("{1} in place of {2} people needed", "必要人数を{2}人から{1}人"),
    ("{1} in place of {2} leaders asked for", "必要なリーダー数を{2}人から{1}人"),
    ("the rule {1} off", "規則 {1} を無効"),
    ("plan of activities", "活動の計画"),
    ("The activity {1} takes place.", "活動 {1} を実施します。"),
    ("it does not take place", "実施できません"),
    ("{1} takes part in {2}, as told", "通知のとおり、{1} は {2} に参加します"),
    ("{1} can come", "参加できるのは{1}です"),
    ("{1} takes at least {2}.", "{1} の最少人数は{2}です。"),
    ("{1} has at least {2}.", "{1} の必要なリーダーは{2}です。"),
    ("all travel together costs at least ¥{1}", "旅費の合計は少なくとも{1}円になります"),
    ("All travel together costs at most ¥{1}.", "旅費の合計は{1}円以下です。"),
    ("{1} leaders", "リーダー{1}人"),
    ("{1} teachers", "教員{1}人"),
    ("{1} has no partner.", "{1} には連携校がありません。"),
    ("{1} exchanges teachers with {2}:", "{1} は次の{2}と教員交流を行います。"),
    ("{1}, as many as with any school that it may have", "{1}（連携できる学校のうち最も高い得点）"),
    (
      "{1}; {2} of the {3} schools that it may have would bring more",
      "{1}（連携できる{3}校のうち{2}校の方が得点が高い）"
    ),
    ("    {1}.", "    {1}。"),
    ("    {1}; {2}.", "    {1}。{2}。"),
    ("    {1}; {2}, and {3}.", "    {1}。{2}、また{3}。"),
    ("{1} visits {2} from {3} to {4}", "{1} が {2} を訪問（{3}～{4}）"),
    ("{1} is number {2} among the wishes of {3}", "{1} は {3} の第{2}希望"),
    ("{1} is not among the wishes of {2}", "{1} は {2} の希望外"),
    ("{1} of {2} schools abroad", "海外の{2}校中{1}校"),
    ("{1} of {2} schools in Japan", "日本の{2}校中{1}校"),
    (
      "By rules about two schools and their weeks {1} may have {2} as a partner",
      "二校と週についての規則により、{1} が連携できるのは{2}です"
    ),
    (
      "By rules about two schools and their weeks {1} may have {2} as partners",
      "二校と週についての規則により、{1} が連携できるのは{2}です"
    ),
    ("{1}; kept away: {2}.", "{1}（対象外の件数：{2}）。"),
    ("Without the partnerships of {1} there would be broken:", "{1} の連携がないと、次の規則に反します。"),
    ("with any partner", "連携校あり"),
    ("with no partner at all", "連携校なし"),
    ("the best plan still has no partner for {1}", "最良の計画でも {1} の連携校はありません"),
    ("the best plan has {1} with {2}", "最良の計画で {1} は {2} と連携します"),
    ("one partner at most in place of none", "連携校の上限を 0 校から 1 校"),
    ("{1} points", "{1}点"),
    ("plan of exchange", "教員交流の計画"),
    ("The school {1} has a partner.", "{1} には連携校があります。"),
    ("it has none", "連携校を持てません"),
    ("each has at most {1}", "いずれかの国は{1}以下になります"),
    (
      "Every country whose schools wish to exchange has at least {1}.",
      "教員交流を希望する学校のある国は、いずれも{1}以上です。"
    ),
    ("some prefecture has at least {1}", "いずれかの都道府県は{1}以上になります"),
    ("The schools of a prefecture have at most {1} in the year.", "一つの都道府県の学校は、年間{1}以下です。"),
    ("some prefecture hosts at least {1} at a time", "いずれかの都道府県が同時に{1}以上を受け入れることになります"),
    ("A prefecture hosts at most {1} at a time.", "一つの都道府県が同時に受け入れるのは{1}以下です。"),
    ("{1} groups", "{1}団"),
    ("{1} more days", "さらに{1}日"),
    ("{1} more nights", "さらに{1}泊"),
    (
      "{1} reaches {2}, {3} of all, and costs ¥{4} in the years to come.",
      "{1} は{2}（全体の{3}）に届き、今後の年度の費用は{4}円です。"
    ),
    ("Units by year (one is one {1}): {2}.", "年度別の実施数（単位：{1}）：{2}。"),
    (
      "A unit reaches {1} in its year, and what it leaves behind {2} in the next.",
      "1件につき当該年度に{1}、残る成果を通じて翌年度に{2}人に届きます。"
    ),
    ("A unit reaches {1} in its year.", "1件につき当該年度に{1}に届きます。"),
    ("{1} reaches {2} and costs ¥{3} of ¥{4}.", "{1}年度は{2}に届き、費用は予算{4}円のうち{3}円です。"),
    ("{1} reaches {2} and costs ¥{3}.", "{1}年度は{2}に届き、費用は{3}円です。"),
    ("What carries it:", "事業別の内訳："),
    ("  {1}: {2}, {3}, {4}", "  {1}：{2}、{3}、{4}"),
    ("  and {1} more.", "  ほか{1}件。"),
    ("If it were lost, {1} would be reached over all years.", "この年度を失った場合、期間全体で{1}に届きます。"),
    ("One more of {1} in {2} would break:", "{2}年度の {1} を1件増やすと、次の規則に反します。"),
    ("at least {1} of {2} in {3}", "{3}年度の {2} を{1}以上"),
    ("at most {1} of {2} in {3}", "{3}年度の {2} を{1}以下"),
    ("plan of ten years", "十年計画"),
    ("{1} days of staff", "職員{1}日"),
    ("{1} nights in the houses", "施設{1}泊"),
    ("{1} takes at least {2}", "{1}年度に少なくとも{2}が必要です"),
    ("{1} takes at most {2}.", "{1}年度の上限は{2}です。"),
    ("{1} reaches {2} at most", "{1}年度の到達人数は最大{2}です"),
    ("{1} reaches at least {2}.", "{1}年度の到達人数は{2}以上です。"),
    ("{1} of {2} are reached at most", "{2} の到達人数は最大{1}です"),
    ("The lines of {1} reach at least {2}.", "{1} の事業の到達人数は{2}以上です。"),
    ("{1} has {2} % of the cost at most", "{1} は費用の最大{2}%です"),
    (
      "Lines of {1} have at least {2} % of the cost of the years to come.",
      "{1} の事業は、今後の年度の費用の{2}%以上です。"
    ),
    ("it has to have {1} more in a year", "一年で{1}件増やす必要があります"),
    ("{1} has at most {2} units more than the year before.", "{1} の前年度からの増加は{2}件以下です。"),
    ("it has to have {1} fewer in a year", "一年で{1}件減らす必要があります"),
    ("{1} has at most {2} units fewer than the year before.", "{1} の前年度からの減少は{2}件以下です。"),
  ]
}
