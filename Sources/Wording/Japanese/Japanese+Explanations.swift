// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Explanations, and what stands in the way of a plan with its ways out.
  static let explanations: [(english: String, japanese: String)] = [
    ("{1} alternatives", "{1}通りの可能性"),
    ("Single changes, each solved exactly:", "次のいずれか一つを変えた場合（それぞれ正確に計算）："),
    (
      "The plan breaks hard rules ({1}); musubi verify says where. Losses count from its values as they are.",
      "この計画は必須の規則に違反しています（{1}）。違反の箇所はmusubi verifyで確認できます。損失は現在の値との差です。"
    ),
    (
      "The plan is not a best one. The best plan has, beside this one: {1}. Losses count from the plan as it is.",
      "この計画は最適ではありません。最適な計画との差：{1}。損失は現在の計画との差です。"
    ),
    ("no loss", "損失なし"),
    ("{1} has no placement in this plan.", "{1}は、この計画では配置されていません。"),
    ("{1} is placed at {2}.", "{1}の配置先：{2}。"),
    ("Country wish {1} of {2}: {3}.", "国の希望：{2}位までのうち第{1}希望（{3}）。"),
    ("Accepts every country alike.", "どの国も同じく希望しています。"),
    ("Criterion", "評価項目"),
    ("Points", "得点"),
    ("Weight", "重み"),
    ("Weighted", "重み付き"),
    ("All", "合計"),
    ("{1} has no partner in this plan.", "{1}には、この計画では派遣されるパートナーズがいません。"),
    ("  {1} at {2}", "  {1}は{2}"),
    ("  {1} at {2}: {3} points", "  {1}：{2}、{3}点"),
    ("{1} has {2} in this plan:", "この計画で{1}に派遣されるのは、{2}です："),
    ("  A further person like this there would break:", "  同様の人をさらに1人配置すると、次の規則に違反します："),
    ("  Without {1} there would be broken:", "  {1}を除くと、次の規則に違反します："),
    ("No rule binds there.", "ここで制約となっている規則はありません。"),
    ("Rules that bind there:", "ここで制約となっている規則："),
    ("Posts that each rule excludes: {1}.", "各規則により除外される派遣先：{1}。"),
    ("Applicants that each rule excludes: {1}.", "各規則により除外される応募者：{1}。"),
    (
      "Nothing else keeps the rules about one person and one post.",
      "一人と一つの派遣先に関する規則を満たすものは、ほかにありません。"
    ),
    ("No plan keeps the one other placement.", "ほかの唯一の配置を含む計画は成り立ちません。"),
    ("No plan keeps any of the {1} other placements.", "ほかの{1}件の配置のいずれも、それを含む計画は成り立ちません。"),
    ("Stopped before the other placements were solved.", "ほかの配置の計算が終わる前に停止しました。"),
    ("The best {1} of {2} alternatives", "{2}通りの可能性のうち、最も良い{1}通り"),
    ("each loss is exact", "損失はいずれも正確な値"),
    ("{1} not solved, with the least that is lost", "{1}通りは未計算で、損失の下限を表示"),
    ("  {1}{2} at {3}: {4}.", "  {1}{2}は{3}：{4}。"),
    (
      "1 more that was solved is in no plan that keeps the hard rules.",
      "計算したほかの1通りについては、必須の規則を満たす計画がありません。"
    ),
    (
      "{1} more that were solved are in no plan that keeps the hard rules.",
      "計算したほかの{1}通りについては、必須の規則を満たす計画がありません。"
    ),
    (
      "With {1} at {2} in place of whoever has the seat, and everybody else as planned, these rules are broken:",
      "現在の配置者に代えて{1}を{2}に配置し、ほかを計画どおりとすると、次の規則に違反します："
    ),
    ("not solved; at best {1}", "未計算。良くても{1}"),
    ("Nobody moves: the best plan has it.", "移動はありません。最適な計画での配置です。"),
    ("{1} has no place{2}", "{1}は配置なし{2}"),
    ("{1} takes {2}", "{1}が{2}へ"),
    ("{1} comes to {2}", "{1}が新たに{2}へ"),
    ("{1} moves to {2}", "{1}が{2}へ移動"),
    ("{1}; nobody else moves.", "{1}。ほかに移動はありません。"),
    ("{1}, so {2}", "{1}。このため{2}"),
    ("{1}; and {2} more move.", "{1}。ほかに{2}人が移動します。"),
    (
      "With {1} more at the interview ({2}) every best plan places {3}.",
      "面接の評価点が{1}高ければ（{2}点）、最適な計画は必ず{3}を配置します。"
    ),
    (
      "With a row \"prefer\" in pins.csv for {1} every best plan places {2}.",
      "pins.csvに{1}の「prefer」の行を加えれば、最適な計画は必ず{2}を配置します。"
    ),
    ("a place more in {1}", "{1}の定員を1人増やす"),
    ("a partner more in {1}", "{1}の派遣人数を1人増やす"),
    ("every country and cohort accepted", "すべての国と派遣期を希望する"),
    ("the rule {1} off", "規則{1}を外す"),
    ("With {1} the best plan places {2} at {3}.", "{1}と、最適な計画は{2}を{3}に配置します。"),
    ("With {1} the best plan still does not place {2}.", "{1}としても、最適な計画は{2}を配置しません。"),
    ("{1} ({2}) in {3}", "派遣先{1}（{2}、{3}）"),
    ("    {1}: and {2} more like this.", "    {1}：同様のものがほかに{2}件あります。"),
    ("{1} rooms for one", "1人部屋{1}室"),
    ("{1} rooms for two", "2人部屋{1}室"),
    ("{1} does not train.", "{1}は研修を受けません。"),
    ("{1} joins {2} to {3}.", "{1}は{2}に参加します（{3}まで）。"),
    ("{1} for first-visits", "first-visitsに{1}"),
    ("It counts {1}.", "目標への寄与：{1}。"),
    ("It starts in a month it asked for ({1}).", "希望した月（{1}月）に始まります。"),
    ("It asked for other months ({1}) than {2}.", "希望した月は{1}月ですが、{2}月に始まります。"),
    ("{1} of {2}, {3}: {4}", "{3}の{2}の{1}：{4}"),
    ("{1} to {2} has {3} of {4} to {5} in {6}:", "{1}（{2}まで）の参加者は{3}、{6}です（{4}～{5}人の範囲）："),
    ("It holds {1} and {2}.", "確保する部屋は{1}、{2}です。"),
    ("  A further delegation like this there would break:", "  同様の訪日団がさらに1つ参加すると、次の規則に違反します："),
    (
      "No other session keeps the rules about one group and one session.",
      "一つの訪日団・派遣期と一つの研修に関する規則を満たす研修は、ほかにありません。"
    ),
    ("No plan keeps the one other session.", "ほかの唯一の研修を含む計画は成り立ちません。"),
    ("No plan keeps any of the {1} alternatives.", "{1}通りの可能性のいずれも、それを含む計画は成り立ちません。"),
    ("Stopped before an alternative was solved that a plan keeps.", "計画の成り立つ可能性を計算する前に停止しました。"),
    (
      "{1} not planned anew, with what moving it alone would lose",
      "{1}通りは計画し直しておらず、それだけを移した場合の損失を表示"
    ),
    ("{1} of {2} alternatives, the most promising first", "{2}通りの可能性のうち、有望なものから{1}通り"),
    ("not planned anew; alone {1}", "計画し直していません。それだけを移した場合は{1}"),
    (
      "1 more that was planned is in no plan that keeps the hard rules.",
      "計画し直したほかの1通りについては、必須の規則を満たす計画がありません。"
    ),
    (
      "{1} more that were planned are in no plan that keeps the hard rules.",
      "計画し直したほかの{1}通りについては、必須の規則を満たす計画がありません。"
    ),
    ("not held, its groups wait", "研修を行わず、参加予定の訪日団・派遣期は待機"),
    ("not training", "研修なし"),
    ("Nobody else moves.", "ほかに移動はありません。"),
    ("{1} waits", "{1}は待機"),
    ("{1} changes", "変更{1}件"),
    ("There is a plan that keeps {1}.", "{1}を満たす計画があります。"),
    ("all hard rules and has all that is asked for", "すべての必須の規則と求められた内容"),
    ("all hard rules", "すべての必須の規則"),
    ("No {1} keeps {2}. One conflict stands in the way.", "{2}を満たす{1}はありません。両立しない条件の組が1組あります。"),
    (
      "No {1} keeps {2}. {3} conflicts stand in the way; each has to be solved.",
      "{2}を満たす{1}はありません。両立しない条件の組が{3}組あり、それぞれ解決が必要です。"
    ),
    ("this condition cannot be met, whatever else is given up.", "ほかの何をあきらめても、この条件を満たすことはできません。"),
    ("these two cannot both be met; either one alone can.", "次の二つを同時に満たすことはできません（一方だけなら可能です）。"),
    (
      "these {1} cannot all be met; without any one of them the others can.",
      "次の{1}つを同時に満たすことはできません（いずれか一つを除けば可能です）。"
    ),
    ("The conflict: {1}", "両立しない条件：{1}"),
    ("Conflict {1}: {2}", "両立しない条件{1}：{2}"),
    ("       and {1} more.", "       ほか{1}件。"),
    ("Whatever else is given up", "ほかの何をあきらめても"),
    ("If the other one is met", "もう一方を満たす場合"),
    ("If the others are met", "ほかの条件を満たす場合"),
    ("not listed in {1}", "{1}に記載なし"),
    ("asked for.", "求められた内容です。"),
    ("law, never relaxed", "法令等（緩和しない）"),
    (
      "Only law stands in the way of what is asked for, and law is never relaxed: nothing that is negotiable would help.",
      "求められた内容を妨げているのは法令等のみで、法令等は緩和しません。協議可能な条件を変えても解決しません。"
    ),
    (
      "Only law stands in the way, and law is never relaxed: nothing that is negotiable would help.",
      "妨げているのは法令等のみで、法令等は緩和しません。協議可能な条件を変えても解決しません。"
    ),
    (
      "Change the data, or say standing: \"negotiable\" of one of these rules in programme.json5.",
      "データを変更するか、programme.json5でこれらの規則の一つにstanding: \"negotiable\"を指定してください。"
    ),
    (
      "Ways out, fewest changes first. With each there is a plan that keeps every other rule of the\nyear; so one may have to go further than a single conflict asks.",
      "解決方法（変更の少ない順）。いずれの場合も、その年度のほかの規則をすべて満たす計画があります。\nそのため、一つの組の解消に必要な以上の変更となる場合があります。"
    ),
    ("{1}{2}, cost {3}, the least of these.", "{1}{2}、費用{3}（この中で最少）。"),
    ("{1}{2}, cost {3}.", "{1}{2}、費用{3}。"),
    (
      "There are more ways out with as few changes than were looked at; one of them may cost less.",
      "同じ変更数の解決方法はこのほかにもあり、費用のより少ないものがあるかもしれません。"
    ),
    ("As scenarios in {1}: {2} to {3}.", "シナリオは{1}にあります：{2}から{3}まで。"),
    ("As scenarios in {1}: {2}.", "シナリオは{1}にあります：{2}。"),
    (
      "To plan with one: musubi {1} DIR --scenario {2}/{3}",
      "計画するには：musubi {1} DIR --scenario {2}/{3}"
    ),
    (
      "With --output DIR each is written as a scenario, ready for --scenario.",
      "--output DIRを付けると、それぞれがシナリオとして書き出され、--scenarioで使えます。"
    ),
    ("{1} placements have", "配置{1}件"),
    ("{1} placements are", "配置{1}件"),
    ("{1} posts break", "派遣先{1}件"),
    ("{1} schools break", "学校{1}校"),
    ("{1} partners are placed against", "パートナーズ{1}人"),
    ("{1} placements break", "配置{1}件"),
    ("{1} applicants", "応募者{1}人"),
    ("nobody can be placed there", "誰も配置できません"),
    ("it gets {1} at most", "最大{1}です"),
    ("it has to take at least {1}", "少なくとも{1}となります"),
    ("it needs at least {1}", "少なくとも{1}が必要です"),
    ("{1}, at least {2} this:", "{1}、少なくとも{2}がこれに違反します："),
    ("they cannot both go to one place, nor both stay", "二人を同じ場所に配置することも、ともに配置しないこともできません"),
    ("they have to meet in one city", "同じ都市に配置することになります"),
    ("they cost at least about {1}", "費用は少なくともおよそ{1}です"),
    ("that is not possible", "実現できません"),
    ("at least {1} to be there", "少なくとも{1}がそこに必要です"),
    ("at most {1} possible", "最大{1}しか実現できません"),
    ("at least {1} needed", "少なくとも{1}が必要です"),
    ("at least {1} missing", "少なくとも{1}不足します"),
    ("at least {1} too many", "少なくとも{1}超過します"),
    ("{1}; now it is at least {2}.", "{1}（現在は{2}以上）。"),
    ("{1} instead of {2}.", "{1}（現在は{2}）。"),
    (
      "The cohort {1} takes {2} of the track {3}, which it does not take now.",
      "派遣期{1}で、現在は対象外の応募枠{3}から{2}を受け入れる。"
    ),
    ("The rule {1} may be broken once", "規則{1}の違反を1回認める"),
    ("The rule {1} may be broken {2} times", "規則{1}の違反を{2}回認める"),
    ("{1}, for example: {2}", "{1}（例：{2}）"),
    ("{1} and {2} need not go together.", "{1}と{2}は、同行しなくてもよいものとする。"),
    ("{1} and {2} may be in the same city.", "{1}と{2}は、同じ都市でもよいものとする。"),
    ("{1} need not be placed {2}, although announced.", "通知済みの{1}を、{2}に配置しなくてもよいものとする。"),
    ("{1} need not be placed {2}, although pinned.", "固定された{1}を、{2}に配置しなくてもよいものとする。"),
    ("{1} may be placed {2}, although it is forbidden.", "除外の指定のある{1}を、{2}に配置してもよいものとする。"),
    ("{1} need not take anybody", "{1}の派遣人数の下限なし"),
    ("{1} takes at least {2}", "{1}：{2}以上"),
    ("{1} takes at most {2}", "{1}の派遣人数は{2}以下"),
    ("The cohort {1} has {2}", "派遣期{1}の定員は{2}"),
    ("The cohort {1} need not take anybody of the track {2}", "派遣期{1}の応募枠{2}の下限なし"),
    ("The cohort {1} takes at least {2} of the track {3}", "派遣期{1}の応募枠{3}は{2}以上"),
    ("The cohort {1} takes at most {2} of the track {3}", "派遣期{1}の応募枠{3}は{2}以下"),
    (
      "Somebody who applied through a track goes only to a cohort that takes it",
      "応募枠からの応募者は、その枠を対象とする派遣期にのみ派遣"
    ),
    (
      "{1} and {2} go to the same city and cohort, or neither of them goes",
      "{1}と{2}は、同じ都市・同じ派遣期に配置するか、いずれも配置しない"
    ),
    ("{1} and {2} are not in the same city", "{1}と{2}は、同じ都市に配置しない"),
    ("The site {1} has {2} for the training before departure", "施設{1}の派遣前研修用の定員は{2}"),
    ("The partners in {1} cost at most {2}", "{1}のパートナーズの費用は{2}以下"),
    ("All partners together cost at most {1}", "すべてのパートナーズの費用は{1}以下"),
    ("{1} is placed {2}, as announced", "{1}は、通知どおり{2}に配置"),
    ("{1} is placed {2}, as pinned", "{1}は、固定の指定どおり{2}に配置"),
    ("{1} is not placed {2}", "{1}は{2}に配置しない"),
    ("None of {1} is placed {2}", "{1}のいずれも{2}に配置しない"),
    ("The quota {1} asks for {2}, for each {3}", "割当{1}は{3}ごとに{2}"),
    ("The quota {1} asks for {2}", "割当{1}は{2}"),
    ("{1}: placements have at least {2} of the criterion {3}", "{1}：配置の評価項目{3}は{2}以上"),
    ("at {1}", "派遣先{1}"),
    ("in {1}", "{1}にて"),
    ("at least {1} % of the placements that it compares with", "比較対象の配置の{1}%以上"),
    ("at most {1} % of the placements that it compares with", "比較対象の配置の{1}%以下"),
    (
      "Partners have level {1} in English or the country's language",
      "パートナーズの英語または派遣国の言語のレベルは{1}以上"
    ),
    (
      "Partners have level {1} in English or the country's language, level {2} where a school is remote",
      "パートナーズの英語または派遣国の言語のレベルは{1}以上（遠隔地の学校を含む場合は{2}以上）"
    ),
    (
      "The schools of a post have from {1} to {2} of Japanese a week together",
      "派遣先の学校の日本語授業は、合計で週{1}～{2}"
    ),
    ("The further schools of a bundle lie within {1} km of its base", "組のほかの学校は、拠点校から{1} km以内"),
    (
      "Around each partner who is abroad for the first time, {1} or older, or weak in the language, there is 1 other of the cohort within {2} km",
      "初めて海外に住む人、{1}歳以上の人、言語の不得手な人の{2} km以内に、同期が1人いる"
    ),
    (
      "Around each partner who is abroad for the first time, {1} or older, or weak in the language, there are {2} others of the cohort within {3} km",
      "初めて海外に住む人、{1}歳以上の人、言語の不得手な人の{3} km以内に、同期が{2}人いる"
    ),
    (
      "A school pauses after {1} of hosting, and schools that go on come first where the country says so",
      "学校は{1}続けて受け入れた後に休み、国が定める場合は継続校を優先"
    ),
    ("Counted: these conditions ask for {1}", "人数の計算：これらの条件には{1}が必要"),
    ("the seats of {1}", "{1}の枠"),
    ("the places of {1}", "{1}の定員"),
    ("{1} and {2} more", "{1}、ほか{2}"),
    ("{1} people are", "{1}人"),
    ("plan of trainings", "研修の計画"),
    ("it finds no session", "参加できる研修がありません"),
    ("{1}, this is broken, for example:", "{1}、次のような違反があります："),
    ("some session has {1} at most", "いずれかの研修は最大{1}です"),
    ("some session has to take at least {1}", "いずれかの研修は少なくとも{1}を受け入れることになります"),
    ("they cost about ¥{1}", "費用はおよそ{1}円です"),
    ("The rule {1} may be broken where it has to be", "規則{1}の違反を必要な場合に認める"),
    ("The rule {1} is off; there is a plan that breaks it", "規則{1}を外す（これに違反する計画がある）"),
    ("as many as are needed.", "必要な人数。"),
    ("The site {1} finds further lecturers: {2}", "施設{1}で講師を増やす：{2}"),
    (
      "{1} is not pinned. (The scenario lets all pins go; to keep the others, unpin this row of delegates.csv.)",
      "{1}の固定を外す。（このシナリオではすべての固定を外します。ほかの固定を残すには、delegates.csvのこの行の固定を外してください。）"
    ),
    (
      "The partners of {1} ({2}) train before they leave, between {3} and {4}",
      "{1}のパートナーズ（{2}）は、出発前の{3}から{4}までに研修を受ける"
    ),
    ("The partners of {1} ({2}) train before they leave", "{1}のパートナーズ（{2}）は、出発前に研修を受ける"),
    ("A session of the course {1} has at least {2}", "コース{1}の研修の参加者は{2}以上"),
    ("A session of the course {1} has at most {2}", "コース{1}の研修の参加者は{2}以下"),
    ("The course {1} has at most {2}", "コース{1}は{2}以下"),
    ("The site {1} has {2}", "施設{1}の定員は{2}"),
    ("The site {1} has lecturers for {2} only", "施設{1}の講師は{2}のみ"),
    ("All sessions together cost at most ¥{1}", "研修全体の費用は{1}円以下"),
    ("{1} joins {2}, as pinned", "{1}は、固定の指定どおり{2}に参加"),
    ("{1} does not train, as pinned", "{1}は、固定の指定どおり研修を受けない"),
    ("at least {1} % of the people that it compares with", "比較対象の人数の{1}%以上"),
    ("at most {1} % of the people that it compares with", "比較対象の人数の{1}%以下"),
    ("  {1}{2}: {3}.", "  {1}{2}：{3}。"),
    ("{1}; {2}:", "{1}（{2}）："),
    ("{1}, {2}.", "{1}、{2}。"),
    ("{1} ({2})", "{1}（{2}）"),
    ("{1} ({2}, {3})", "{1}（{2}、{3}）"),
    ("¥{1}", "{1}円"),
    ("{1} %", "{1}%"),
    ("plan", "計画"),
    ("negotiable", "協議可"),
    ("anywhere", "いずれかの場所"),
    ("rule {1}", "規則{1}"),
    ("{1}, and only {2} can meet them: {3}.", "{1}ですが、これを満たせるのは{2}のみです：{3}。"),
    ("{1}, and the only schools for them are {2}.", "{1}ですが、対象となる学校は{2}のみです。"),
    ("{1}, and the only places are in {2}.", "{1}ですが、定員があるのは{2}のみです。"),
    ("{1}, and nobody can meet them.", "{1}ですが、これを満たせる人がいません。"),
    (
      "{1}, and each of these takes one of {2}: that makes {3} at most.",
      "{1}ですが、いずれも{2}を1つずつ使うため、最大{3}人となります。"
    ),
    ("{1} for trained ({2} × priority {3})", "trainedに{1}（{2}人 × 優先度{3}）"),
  ]
}
