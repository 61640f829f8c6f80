// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Tables of the dispatch and of the ten years.
  static let dispatchTables: [(english: String, japanese: String)] = [
    ("Those who ask to become partners.", "日本語パートナーズへの応募者"),
    ("The applicant's identifier", "応募者のID"),
    ("The name in reports", "報告書に表示する氏名"),
    ("How it is read", "氏名の読み"),
    ("For housing; X lives only where housing is `any`", "住居の判定に使用。Xは住居が`any`の場所のみ"),
    ("Before the fiscal year that is planned", "計画する年度の開始より前の日付"),
    (
      "Home, for regional ties; written as in the schools' tags `sister:…`",
      "出身地。地域とのつながりに使用。学校のtags（`sister:…`）と同じ書き方"
    ),
    ("How the applicant applied", "応募の方法"),
    ("every country, all equal", "すべての国（同順位）"),
    ("Accepted countries", "希望する国"),
    ("every cohort", "すべての派遣期"),
    ("Accepted cohorts", "希望する派遣期"),
    (
      "Languages other than Japanese, from 1 (greetings) to 5 (works in it)",
      "日本語以外の言語。1（あいさつ程度）～5（業務に使える）"
    ),
    ("Skills, in the words of the schools' `skills_wanted`", "技能。学校の`skills_wanted`と同じ語"),
    ("Experience of teaching", "教授経験"),
    ("dispatches", "回"),
    ("Earlier dispatches as a partner", "過去にパートナーズとして派遣された回数"),
    ("tier", "段階"),
    (
      "Medical care needed within reach, from 0 (none) to 5 (a large hospital)",
      "近隣に必要な医療。0（不要）～5（大病院）"
    ),
    (
      "Diets that must be kept, in the words of the schools' `diet_available`",
      "守る必要のある食事の制限。学校の`diet_available`と同じ語"
    ),
    ("points", "点"),
    ("What the interviewers gave", "面接の評価点"),
    ("applicants", "応募者"),
    ("Those who go to the same city and cohort or not at all", "同じ都市・同じ派遣期でなければ派遣されない相手"),
    ("Those who must not be in the same city", "同じ都市に配置してはならない相手"),
    ("always", "常に可"),
    ("First day the applicant is free", "参加できる最初の日"),
    ("Last day the applicant is free", "参加できる最後の日"),
    (
      "Words for selectors; `first-abroad` is one the rule `companions` knows",
      "条件指定に使う語。`first-abroad`は規則`companions`で使用"
    ),
    ("pin", "指定"),
    (
      "What the planner has said about single applicants: `pin` (must be placed there), `forbid` (must not), `prefer` (gives points), `announced` (was told already and stays). A row names a post or a school or neither, which means anywhere.",
      "応募者ごとの計画担当者の指定：`pin`（そこに配置する）、`forbid`（配置しない）、`prefer`（加点する）、`announced`（通知済みで変えない）。各行には派遣先または学校を記入し、どちらも空なら場所を問わない。"
    ),
    ("Whom it is about", "対象の応募者"),
    (
      "A post of `posts.csv`; without that file, a school or a bundle that Musubi may form",
      "`posts.csv`の派遣先。このファイルがない場合は、学校またはMusubiが作る学校の組"
    ),
    ("Any post that contains the school", "この学校を含む派遣先のいずれか"),
    ("What is said", "指定の内容"),
    ("Why, for reports and the decision log", "理由。報告書と決定の記録に使用"),
    ("Who decided it, for the decision log", "決定した人。決定の記録に使用"),
    ("not said", "記入なし"),
    ("When it was decided, for the decision log", "決定した日。決定の記録に使用"),
    (
      "The countries that host partners, with the bounds that were agreed for the year.",
      "受入国と、年度について合意した上限・下限"
    ),
    ("The country's code", "国コード"),
    ("Its name in English reports", "英語の報告書での国名"),
    ("Its name in Japanese reports", "日本語の報告書での国名"),
    ("Fewest partners in the year", "年間の派遣人数の下限"),
    ("Most partners in the year", "年間の派遣人数の上限"),
    ("Budget for the partners of the year", "年間のパートナーズの予算"),
    ("Cost of one partner", "パートナーズ1人あたりの費用"),
    ("The language that partners meet there", "パートナーズが現地で使う言語"),
    (
      "Whether schools that renew are served before new ones (rule `rotation`)",
      "継続校を新規校より優先するかどうか（規則`rotation`）"
    ),
    (
      "A person's journey to Japan and back, usually and by the month of the first day",
      "日本との往復1人分の運賃。通常の額と、初日の月ごとの額"
    ),
    ("Partners who train, leave and return together.", "ともに研修を受け、出発し、帰国するパートナーズ"),
    ("The cohort's name", "派遣期の名前"),
    ("Where it goes", "派遣国"),
    ("Most partners in it", "定員"),
    ("First day of the dispatch", "派遣の初日"),
    ("Last day of the dispatch", "派遣の最終日"),
    ("Earliest birth date, included", "生年月日の下限（当日を含む）"),
    ("Latest birth date, included", "生年月日の上限（当日を含む）"),
    ("no session", "研修なし"),
    ("First day of the training before departure", "派遣前研修の初日"),
    ("Last day of the training before departure", "派遣前研修の最終日"),
    ("not decided", "未定"),
    ("Where the training before departure is", "派遣前研修の場所"),
    (
      "Quotas inside the places; `university` covers every track `university:…`",
      "定員のうちの割当。`university`は`university:…`のすべての枠に適用"
    ),
    (
      "Lines of the programme, of which `musubi decade` decides how much there is each year (`docs/decade.md`).",
      "十年計画の事業。各年度の実施数を`musubi decade`が決める（`docs/decade.md`）"
    ),
    ("The line's identifier", "事業のID"),
    ("Its name in reports", "報告書に表示する名前"),
    ("What it is about", "事業の種類"),
    ("none", "なし"),
    ("The country that it is for, if it is for one", "特定の国の事業の場合、その国"),
    ("What one unit of it is", "実施数の1単位"),
    ("nothing", "なし"),
    (
      "What of the plan of a year its units are (`docs/plan.md`)",
      "年度の計画のうち、実施数として数えるもの（`docs/plan.md`）"
    ),
    ("units a year", "単位/年"),
    ("Fewest units (rule `units`)", "実施数の下限（規則`units`）"),
    ("Most units (rule `units`)", "実施数の上限（規則`units`）"),
    ("Most units more than the year before (rule `ramp`)", "前年度からの増加の上限（規則`ramp`）"),
    ("Most units fewer than the year before (rule `ramp`)", "前年度からの減少の上限（規則`ramp`）"),
    ("What a unit costs", "1単位の費用"),
    ("people a unit", "人/単位"),
    ("People that a unit teaches", "1単位が授業で教える人数"),
    ("People that a unit meets outside lessons", "1単位が授業以外で交流する人数"),
    ("People that come to see or hear it", "観覧・聴講に来る人数"),
    (
      "Of these people, how many no other unit reaches, so that nobody is counted twice",
      "このうち、ほかの実施分と重複しない人の割合"
    ),
    (
      "People reached in the next year by what a unit leaves behind, such as a trained teacher",
      "研修を受けた教員など、1単位の成果が翌年度に届く人数"
    ),
    ("percent a year", "パーセント/年"),
    ("By how much that number falls with each further year", "その人数が年々減る割合"),
    ("days a unit", "日/単位"),
    ("Working days of staff (rule `staff`)", "職員の業務日数（規則`staff`）"),
    ("nights a unit", "泊/単位"),
    ("Nights in the houses (rule `venue-nights`)", "施設の宿泊数（規則`venue-nights`）"),
    ("Whether nothing of it is possible in a lost year", "失われた年度には全く実施できないかどうか"),
    (
      "Most units in the year after a lost one; later years grow by `ramp_up`",
      "失われた年度の翌年度の実施数の上限。その後は`ramp_up`ずつ増加"
    ),
    ("networks between people", "人と人とのネットワーク"),
    ("work on global issues", "地球規模課題への取組"),
    ("the next generation", "次世代の育成"),
    ("a multicultural society", "多文化共生社会"),
    ("points a unit", "点/単位"),
    ("What a unit does for {1} (goal `fairness-aims`)", "1単位の{1}への貢献（目標`fairness-aims`）"),
    ("The years that `musubi decade` plans, one after the other.", "`musubi decade`が計画する、連続した年度"),
    ("What all lines may cost (rule `budget`)", "全事業の費用の上限（規則`budget`）"),
    ("nights", "泊"),
    ("Fewest people to reach (rule `least-reach`)", "到達人数の下限（規則`least-reach`）"),
    (
      "What years that are over have earned; it takes the place of estimates (rule `earned`). Years before the planned ones say where growth begins and how good the estimates are.",
      "終了した年度の実績。推計値の代わりに使用する（規則`earned`）。計画対象より前の年度は、増減の起点と推計の精度を示す"
    ),
    ("as estimated", "推計値"),
    ("People it reached that year", "その年度の到達人数"),
    ("What it cost", "実際の費用"),
  ]
}
