// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What checking a plan of the dispatch, of returnees, exchange or ten years finds.
  static let verification: [(english: String, japanese: String)] = [
    ("this year has no row {1}", "今年度に{1}という制約はありません"),
    ("this year has no row {1} and {2} more", "今年度に{1}という制約はありません（ほか{2}件）"),
    ("the price of {1} is {2}, which is too great", "{1}の係数{2}が大きすぎます"),
    ("{1} has two prices", "{1}の係数が2つあります"),
    ("{1} is not a tier of this year's goals.", "{1}は今年度の目標ではありません。"),
    ("{1} does not come in the order of this year's goals.", "{1}の順序が今年度の目標の順序と異なります。"),
    ("{1} is {2}, not {3} as claimed.", "{1}は{2}であり、記載の{3}ではありません。"),
    (
      "{1} is {2}; the claimed bound {3} says that no plan goes below it.",
      "{1}は{2}ですが、記載の限界値は「{3}を下回る計画はない」としています。"
    ),
    (
      "{1} is {2}; the claimed bound {3} says that no plan goes above it.",
      "{1}は{2}ですが、記載の限界値は「{3}を上回る計画はない」としています。"
    ),
    ("{1} has no shares.", "{1}には割合がありません。"),
    ("The shares of {1} are worse than claimed.", "{1}の割合は、記載より劣っています。"),
    ("The shares of {1} are not claimed smallest first.", "{1}の割合が、小さい順に記載されていません。"),
    ("The shares of {1} are better than claimed.", "{1}の割合は、記載より優れています。"),
    ("thousand yen", "千円"),
    ("days of staff", "日（職員の業務日数）"),
    ("nights in the houses", "泊（施設の宿泊数）"),
    ("{1} has {2} in {3}, not from {4} to {5}.", "{3}年度の{1}の実施数は{2}で、{4}～{5}の範囲外です。"),
    (
      "{1} goes from {2} to {3} in {4}, {5} too far.",
      "{4}年度の{1}の実施数が{2}から{3}に変わり、増減の上限を{5}超えています。"
    ),
    ("{1} had {2} in {3}, not {4}.", "{3}年度の{1}の実績は{2}であり、{4}ではありません。"),
    (
      "{1} has {2} in {3} by the plan of that year, not {4}.",
      "{3}年度の{1}の実施数は、その年度の計画により{2}であり、{4}ではありません。"
    ),
    ("{1} takes {2} {3} of {4}.", "{1}年度は{2}{3}で、上限の{4}を超えています。"),
    ("{1} reaches {2} people, not {3}.", "{1}年度の到達人数は{2}人で、{3}人に達していません。"),
    ("{1} has {2} people over all years, not {3}.", "{1}の期間全体の到達人数は{2}人で、{3}人に達していません。"),
    (
      "{1} is {2} of {3} thousand yen, less than {4} percent.",
      "{1}の費用は{3}千円のうち{2}千円で、{4}%に達していません。"
    ),
    ("{1} partners", "派遣者{1}人"),
    ("{1} teachers come", "教員{1}人"),
    ("{1} groups", "{1}団"),
    ("{1} partnerships", "連携{1}件"),
    ("{1} years", "{1}年"),
    ("{1} are partners without a visit.", "{1}は連携していますが、訪問がありません。"),
    ("{1}: {2} only hosts.", "{1}：{2}は受入れのみの学校です。"),
    ("{1}: {2} only sends.", "{1}：{2}は派遣のみの学校です。"),
    (
      "{1}: no visit begins on this day; visits begin on a day {2} and lie within the fiscal year.",
      "{1}：この日に始まる訪問はできません。訪問は年度内の{2}に始まります。"
    ),
    ("one is a {1} school, the other a {2} school", "一方は{1}、他方は{2}の学校です"),
    ("different people take part", "参加する人の役割が異なります"),
    ("they have no language in which both can work", "ともに使える言語がありません"),
    ("they have no subject in common", "共通の教科がありません"),
    ("they have no grade in common", "共通の学年がありません"),
    (
      "they have {1} and {2} pupils; the larger may have {3} times those of the smaller",
      "児童・生徒数が{1}人と{2}人です。大きい方は小さい方の{3}倍までです"
    ),
    ("{1}: {2}, and {3} hosts {4} at most.", "{1}：{2}が訪問しますが、{3}の受入れは{4}人までです。"),
    (
      "{1} visits {2}, which owes no visit less for it and does not visit {3}.",
      "{1}は{2}を訪問しますが、返礼にはあたらず、相手校による{3}への訪問もありません。"
    ),
    ("{1} has two visits at a time, from {2} and from {3} on.", "{1}の訪問が2件重なっています（{2}からと{3}から）。"),
    ("{1} hosts {2} in the week from {3} on; the most is {4}.", "{1}は{3}からの週に{2}を受け入れます（上限{4}）。"),
    ("The schools of {1} have {2}; the most is {3}.", "{1}の学校には{2}あります（上限{3}）。"),
    ("{1}: {2} hosted within the last {3}.", "{1}：{2}は過去{3}以内に受け入れています。"),
    ("The plan has a school that the year has not.", "計画に、今年度にない学校があります。"),
    ("{1} and {2} are not a school in Japan and one abroad.", "{1}と{2}は、日本の学校と海外の学校の組ではありません。"),
    ("{1} and {2} are partners twice.", "{1}と{2}の連携が2回あります。"),
    ("{1} and {2}", "{1}と{2}"),
    ("The visit of {1} to {2} from {3} on", "{1}による{2}への{3}からの訪問"),
    ("{1} ({2}) concerns {3}", "{3}は{1}（{2}）にあたります"),
    ("{1} hosts from {2} on", "{1}の受入れは{2}からです"),
    ("{1} sends from {2} on", "{1}の派遣は{2}からです"),
    ("{1} hosts until {2}", "{1}の受入れは{2}までです"),
    ("{1} sends until {2}", "{1}の派遣は{2}までです"),
    ("{1} is closed on {2}", "{1}は{2}に休校です"),
    ("{1} schools", "{1}校"),
    ("takes no partner this year", "今年度は連携しない"),
    ("It takes no partner this year.", "今年度は連携を希望していません。"),
    ("no school fits", "条件の合う学校がない"),
    ("None of the {1} abroad may be its partner", "海外の{1}の中に、連携できる学校がありません"),
    ("None of the {1} in Japan may be its partner", "日本の{1}の中に、連携できる学校がありません"),
    ("{1} may be its partner", "連携できる学校が{1}あります"),
    ("all schools that fit have enough partners", "条件の合う学校の連携数が既に上限"),
    ("{1}; it has as many partners as it takes.", "{1}が、既に上限まで連携しています。"),
    ("{1}; all have as many partners as they take.", "{1}が、いずれも既に上限まで連携しています。"),
    ("{1}, and {2} of them could take one more", "{1}。うち{2}校はもう1件連携できます"),
    ("no free week is left", "空いている週がない"),
    (
      "{1}, but no week is left in which a visit would suit both schools and the prefecture.",
      "{1}が、両校と都道府県の都合が合う週が残っていません。"
    ),
    ("other rules and goals come first", "ほかの規則と目標を優先"),
    (
      "{1}; what that would bring counts less than the goals and rules that come first.",
      "{1}が、優先する目標と規則に比べて効果が小さくなっています。"
    ),
    ("{1} keeps {2} away", "規則{1}により対象外：{2}"),
    ("rotation keeps {1} away", "規則rotationにより対象外：{1}"),
    ("with {1} no week suits visits both ways", "{1}校とは往復とも訪問できる週がない"),
    ("{1} at {2} in {3}", "{1}の{2}への配置（{3}）"),
    ("{1} seats", "{1}枠"),
    ("posts.csv has no post {1}", "posts.csvに派遣先{1}がありません"),
    (
      "{1} is not as posts.csv has it (schools, their order, or seats differ)",
      "{1}はposts.csvの内容と異なります（学校、その順序、または枠数）"
    ),
    ("{1} is not the post of school {2} with {3} to {4}", "{1}は学校{2}の派遣先（{3}～{4}）ではありません"),
    ("{1} names a school twice", "{1}に同じ学校が2回あります"),
    ("{1} has {2} schools; a bundle has at most {3}", "{1}の学校は{2}校で、1組の上限の{3}校を超えています"),
    ("the schools of {1} are not of one country", "{1}の学校が複数の国にまたがっています"),
    ("{1} cannot be the base of {2}", "{1}は{2}の拠点校になれません"),
    (
      "{1} lies {2} m from the base of {3}; a bundle reaches at most {4} m",
      "{1}は{3}の拠点校から{2} m離れています（上限{4} m）"
    ),
    ("{1} is not written as Musubi forms it ({2}, one seat)", "{1}の書き方が、Musubiの作る組（{2}、1枠）と異なります"),
    ("{1} people", "{1}人"),
    ("at least {1}", "{1}以上"),
    ("{1} has {2}; it takes {3}.", "{1}の参加者は{2}です（{3}の範囲）。"),
    ("Nobody in {1} speaks {2}.", "{1}には{2}を話せる人がいません。"),
    ("Nobody in {1} has the skill {2}.", "{1}には技能{2}を持つ人がいません。"),
    (
      "Nobody in {1} was hosted by {2}, with which it keeps a tie.",
      "{1}には、継続的なつながりのある{2}で活動した人がいません。"
    ),
    ("{1} was told of {2} and does not take part in it.", "{1}は{2}を通知されていますが、参加しません。"),
    (
      "{1} participations that were announced are lost; {2} may be.",
      "通知済みの参加{1}件が取り消されています（上限{2}件）。"
    ),
    ("{1} free days", "{1}日"),
    ("{1} activities", "活動{1}件"),
    (
      "{1} is in {2} ({3}) and in {4} ({5}), with {6} between; {7} are asked for.",
      "{1}は{2}（{3}）と{4}（{5}）に参加します。間は{6}で、{7}日必要です。"
    ),
    ("{1} has {2} in quarter {3}; the most is {4}.", "{1}の第{3}四半期の活動は{2}です（上限{4}件）。"),
    (
      "{1}, who was sent by {2}, takes part elsewhere and in nothing there.",
      "{2}から派遣された{1}は、ほかの地域の活動のみに参加し、派遣元の活動に参加しません。"
    ),
    ("All travel together costs {1}.", "旅費の合計は{1}。"),
    ("The plan has a returnee or an activity that the year has not.", "計画に、今年度にない帰国者または活動があります。"),
    ("{1} is in {2} twice.", "{1}が{2}に2回記載されています。"),
    ("{1} in {2}: {3}.", "{1}の{2}への参加：{3}。"),
    ("it is {1} km away, and they go {2} km at most", "距離は{1} kmで、本人の上限は{2} kmです"),
    ("they are free", "参加できます"),
    ("they are not free on {1}", "{1}は都合がつきません"),
    ("they came back on {1}, and {2} have to pass", "帰国日は{1}で、{2}空ける必要があります"),
    ("Nobody may take part", "参加できる人はいません"),
    ("{1} may take part", "参加できる人は{1}です"),
    ("too few people may take part", "参加できる人が足りない"),
    ("too few leaders", "リーダーが足りない"),
    ("no speaker of a language", "言語を話せる人がいない"),
    ("{1}, and none of them speaks {2}.", "{1}が、{2}を話せる人がいません。"),
    ("nobody with a skill", "技能を持つ人がいない"),
    ("{1}, and none of them has the skill {2}.", "{1}が、技能{2}を持つ人がいません。"),
    ("nobody of the tied school", "つながりのある学校で活動した人がいない"),
    ("{1}, and none of them was hosted by {2}.", "{1}が、{2}で活動した人がいません。"),
    ("people are needed elsewhere", "ほかの活動で人が必要"),
    ("leaders are needed elsewhere", "ほかの活動でリーダーが必要"),
    (
      "{1}; {2} could still come, and what they would do there counts less than the goals and rules that come first.",
      "{1}。あと{2}人が参加できますが、優先する目標と規則に比べて効果が小さくなっています。"
    ),
    ("{1}: born on {2}; the cohort takes birth dates{3}.", "{1}：生年月日は{2}ですが、派遣期の対象は{3}の生まれです。"),
    ("the cohort {1}", "派遣期{1}"),
    ("the country {1}", "国{1}"),
    ("{1}: the applicant does not accept {2}.", "{1}：応募者は{2}を希望していません。"),
    (
      "{1}: free{2}; training and dispatch last from {3} to {4}.",
      "{1}：参加できるのは{2}ですが、研修と派遣は{3}から{4}までです。"
    ),
    ("{1} in {2}", "{2}の{1}"),
    ("All countries together", "全体"),
    ("{1} cost {2}.", "{1}の費用は{2}。"),
    ("¥{1}; the budget is ¥{2}", "{1}円で、予算の{2}円を超えています"),
    ("{1} hours", "{1}時間"),
    ("{1} has {2} of Japanese a week; a post has {3} to {4}.", "{1}の日本語の授業は週{2}です（{3}～{4}時間の範囲）。"),
    (
      "{1} reaches too far from its base {2}: {3}; at most {4} m.",
      "{1}は拠点校{2}からの範囲が広すぎます：{3}（上限{4} m）。"
    ),
    ("they go to one city in one cohort, or neither goes", "同じ都市・同じ派遣期に配置するか、いずれも配置しないこととなっています"),
    ("they must not be in one city", "同じ都市には配置できません"),
    ("at {1} ({2}) in {3}", "派遣先{1}（{2}、{3}）"),
    ("{1} is not placed", "{1}は配置なし"),
    ("{1} is {2}", "{1}は{2}"),
    ("{1} points", "{1}点"),
    ("{1}: {2} of {3}; {4} asks for at least {5}.", "{1}：{3}は{2}で、{4}の求める{5}点に達していません。"),
    (
      "{1}: the housing at {2} is for {3}; the applicant's sex is {4}.",
      "{1}：{2}の住居は{3}用ですが、応募者の性別は{4}です。"
    ),
    ("{1} has {2}", "{1}は{2}"),
    ("{1}: needs medical tier {2}; {3}.", "{1}：必要な医療は段階{2}ですが、{3}です。"),
    ("{1} at {2}", "{2}での{1}"),
    ("{1}: cannot keep {2}.", "{1}：対応できない食事の制限は、{2}。"),
    ("{1}: level {2} in en; the post asks for {3}.", "{1}：enのレベルは{2}で、派遣先の求める{3}に達していません。"),
    (
      "{1}: level {2} in en or {3}; the post asks for {4}.",
      "{1}：enまたは{3}のレベルは{2}で、派遣先の求める{4}に達していません。"
    ),
    ("{1} placements", "配置{1}件"),
    ("{1} places", "{1}枠"),
    ("{1} has {2}; it has {3}.", "{1}は{2}で、定員の{3}を超えています。"),
    ("{1} has {2}; it must have at least {3}.", "{1}は{2}で、下限の{3}人に達していません。"),
    ("{1} has {2}; it may have at most {3}.", "{1}は{2}で、上限の{3}人を超えています。"),
    ("{1}: the cohort takes nobody of the track {2}.", "{1}：この派遣期は応募枠{2}を対象としていません。"),
    ("{1} has {2} of the track {3}; it takes {4} to {5}.", "{1}の応募枠{3}は{2}です（{4}～{5}人の範囲）。"),
    (
      "A placement at {1} names an applicant, a cohort or a school that the year does not have.",
      "{1}への配置に、今年度にない応募者、派遣期または学校があります。"
    ),
    ("{1} does not take the cohort {2}", "{1}は派遣期{2}の受入先ではありません"),
    ("{1} beds", "{1}床"),
    ("{1} classrooms", "{1}教室"),
    ("{1} needs {2} on the night of {3}; {4} left there.", "{3}の夜、{1}で{2}が必要ですが、残りは{4}床です。"),
    ("{1} needs {2} on {3}; {4} left there.", "{3}、{1}で{2}が必要ですが、残りは{4}教室です。"),
    ("at least {1} % of {2}", "{2}の{1}%以上"),
    ("at most {1} % of {2}", "{2}の{1}%以下"),
    (
      "{1} hosts and has hosted {2} running; after {3} it must pause.",
      "{1}は連続{2}受け入れており、{3}年の後は休止となっています。"
    ),
    (
      "{1} is new and hosts, while {2}, which renews, could host and does not.",
      "{1}は新規の受入校ですが、受入可能な継続校{2}が受け入れていません。"
    ),
    (
      "{1} people are not where it was announced; at most {2} may be moved.",
      "通知と異なる配置の人が{1}人います（上限{2}人）。"
    ),
    ("not placed", "配置なし"),
    ("{1} has been announced for {2}; in the plan: {3}.", "{1}は{2}を通知されていますが、計画では{3}です。"),
    ("{1} is pinned to {2}; in the plan: {3}.", "{1}は{2}に固定されていますが、計画では{3}です。"),
    ("a further row", "追加の行"),
    ("{1}: forbidden by pins.csv ({2}).", "{1}：pins.csvで除外されています（{2}）。"),
    ("some post", "いずれかの派遣先"),
    ("post {1}", "派遣先{1}"),
    ("school {1}", "学校{1}"),
    ("{1} open posts", "派遣先{1}件"),
    ("{1} holds {2}; one is the most.", "{1}は{2}に就いています（上限1件）。"),
    ("{1} is in {2} ({3}); one is the most.", "{1}は{2}に含まれています（{3}）。上限は1件です。"),
    ("{1} holds {2}; it takes {3} to {4}.", "{1}は{2}です（{3}～{4}人の範囲）。"),
    ("{1} {2};", "{1}{2}、"),
    ("{1} has 1 partner; the most is {2}.", "{1}の連携は1件です（上限{2}件）。"),
    ("{1} has {2} partners; the most is {3}.", "{1}の連携は{2}件です（上限{3}件）。"),
    ("{1} has 1 leader and asks for {2}.", "{1}のリーダーは1人です（必要数{2}人）。"),
    ("{1} has {2} leaders and asks for {3}.", "{1}のリーダーは{2}人です（必要数{3}人）。"),
    ("{1} has no possible session, nor do 1 other.", "{1}にもほかの1コースにも、実施できる研修がありません。"),
    ("{1} has no possible session, nor do {2} others.", "{1}にもほかの{2}コースにも、実施できる研修がありません。"),
    ("{1} does not take it, nor do 1 other: {2}.", "{1}の対象でもほかの1コースの対象でもありません：{2}。"),
    ("{1} does not take it, nor do {2} others: {3}.", "{1}の対象でもほかの{2}コースの対象でもありません：{3}。"),
    ("{1}; {2}.", "{1}（{2}）。"),
    ("{1}: {2}", "{1}：{2}"),
    ("{1}, {2}", "{1}、{2}"),
    ("{1}; {2}", "{1}；{2}"),
    ("{1} are needed", "必要な{1}人"),
    ("{1} are asked for", "必要数{1}"),
    ("{1} are left", "{1}人"),
    ("{1} are left there", "残り{1}"),
    ("{1} are elsewhere about that time", "{1}人は前後に別の活動がある"),
    ("{1} have a full quarter", "{1}人はその四半期の活動数が上限"),
    ("{1} others of the cohort", "同期{1}人"),
    ("{1}: {2} within {3} m; must be at least {4}.", "{1}：{3} m以内にいるのは{2}です（必ず{4}人以上）。"),
    ("{1}: {2} within {3} m; should be at least {4}.", "{1}：{3} m以内にいるのは{2}です（できるだけ{4}人以上）。"),
    ("{1} has {2}; at least {3}.", "{1}の{2}は不足しています（{3}）。"),
    ("{1} needs {2} on {3}; {4}.", "{3}、{1}で{2}が必要ですが、{4}です。"),
    ("{1} has {2} and 1 leader; a leader is enough for {3}.", "{1}は{2}、引率者1人です（引率者1人あたり{3}人まで）。"),
    (
      "{1} has {2} and {3} leaders; a leader is enough for {4}.",
      "{1}は{2}、引率者{3}人です（引率者1人あたり{4}人まで）。"
    ),
    ("{1} and 1 is needed", "{1}が、1人必要です"),
    ("{1} and {2} are needed", "{1}が、{2}人必要です"),
    ("{1}, and none of them can lead; {2}.", "{1}が、リーダーになれる人がいません（{2}）。"),
    ("{1}, and {2} of them can lead; {3}.", "{1}が、リーダーになれる人は{2}人です（{3}）。"),
    ("{1}, so that nobody is left where {2}.", "{1}。このため、{2}に対して1人も残りません。"),
    ("{1}, so that {2} where {3}.", "{1}。このため、{3}に対して{2}しか残りません。"),
    (
      "{1}; {2} could still come, but none of them can lead where {3}.",
      "{1}。あと{2}人が参加できますが、リーダーになれる人がいません（{3}）。"
    ),
    (
      "{1}; {2} could still come, but only {3} of them can lead where {4}.",
      "{1}。あと{2}人が参加できますが、リーダーになれる人は{3}人だけです（{4}）。"
    ),
  ]
}
