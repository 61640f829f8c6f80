// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What is amiss in a plan's files, and what their columns mean.
  static let planFiles: [(english: String, japanese: String)] = [
    ("row", "行"),
    (
      "Units of each line in each year; a plan's folder holds it, not the year's.",
      "年度別・事業別の実施数。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("line", "事業"),
    ("The line", "事業"),
    ("The fiscal year", "年度"),
    ("units", "単位"),
    ("How much there is", "実施数"),
    ("is not planned", "は計画対象の年度ではありません"),
    ("a year of decade_years.csv", "decade_years.csvにある年度"),
    ("has this year in another row already", "のこの年度は別の行に既にあります"),
    ("there is no row for {1} in {2}", "{2}年度の{1}の行がありません"),
    ("a row for each line in each planned year", "計画する各年度に、事業ごとに1行"),
    ("the columns that replan writes", "replanが書き出す列"),
    (
      "Units of lines that the plan of a year decides; a plan's folder holds it.",
      "年度の計画が決める各事業の実施数。計画のフォルダーに置かれる"
    ),
    ("How much there was", "実績の実施数"),
    ("has this year in line {1} already", "のこの年度は{1}行目に既にあります"),
    ("a year of decade_years.csv, or one before", "decade_years.csvにある年度、またはそれより前の年度"),
    ("partnership", "連携"),
    (
      "Who exchanges teachers with whom; a plan's folder holds it, not the year's.",
      "教員を相互に派遣する学校の組。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("exchange school", "交流校"),
    ("The school in Japan", "日本の学校"),
    ("The school abroad", "海外の学校"),
    ("no such visit", "訪問なし"),
    ("The day on which teachers from abroad arrive in Japan", "海外の教員が日本に到着する日"),
    ("The day on which teachers from Japan arrive abroad", "日本の教員が現地に到着する日"),
    ("stands beside {1} in line {2} already", "と{1}の組は{2}行目に既にあります"),
    ("does not have these schools", "の学校はこのとおりではありません"),
    ("the post's schools as posts.csv has them", "posts.csvにある、この派遣先の学校"),
    ("is not the post of these schools", "はこれらの学校の派遣先ではありません"),
    ("their identifiers joined by +", "学校のIDを+でつないだもの"),
    ("is not among this year's applicants", "は今年度の応募者ではありません"),
    ("each applicant once", "同じ応募者は1回だけ"),
    ("placement", "配置"),
    (
      "The placements of a plan; a plan's folder holds it, not the year's.",
      "計画の配置。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("Who is placed", "配置される応募者"),
    ("The post", "派遣先"),
    ("The post's schools, the base first", "派遣先の学校（先頭が拠点校）"),
    ("cohort", "派遣期"),
    ("The cohort", "派遣期"),
    ("The placements of an earlier plan.", "以前の計画の配置"),
    ("Who was placed", "配置されていた応募者"),
    ("reserve", "補欠"),
    ("Who would step in for whom.", "辞退があった場合に代わりとなる応募者"),
    ("The partner's post", "パートナーズの派遣先"),
    ("The partner's cohort", "パートナーズの派遣期"),
    ("Who would have withdrawn", "辞退したと想定する人"),
    ("1 for whoever would step in best", "代わりとして最も適した人が1"),
    ("Who would step in", "代わりに派遣される人"),
    ("participation", "参加"),
    (
      "Who takes part in what; a plan's folder holds it, not the year's.",
      "誰がどの活動に参加するか。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("activity", "活動"),
    ("The activity", "活動"),
    ("returnee", "帰国者"),
    ("Who takes part", "参加する人"),
    ("comes before the first night", "は最初の宿泊日より前です"),
    ("{1} or later", "{1}以後"),
    ("is nobody of a {1} of the year", "は、今年度の{1}の中にいない人です"),
    ("a {1} and a number, such as D012/1", "D012/1のような、{1}と番号"),
    ("room", "部屋"),
    (
      "Who has which room; a plan's folder holds it, not the year's.",
      "誰がどの部屋に泊まるか。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("site", "施設"),
    ("The site", "施設"),
    ("Kind and number of the room", "部屋の種類と番号"),
    ("The first night", "最初の宿泊日"),
    ("The last night", "最後の宿泊日"),
    ("course", "コース"),
    ("The course that they are in", "参加しているコース"),
    ("Who sleeps there", "宿泊する人"),
    ("`single` or `twin`, and a number", "`single`または`twin`と番号"),
    ("a room such as single 012 or twin 007", "single 012やtwin 007のような部屋"),
    ("is no room", "は部屋ではありません"),
    ("begins at {1} on {2} in line {3} already", "の{2}に{1}で始まる研修は{3}行目に既にあります"),
    ("each session once", "同じ研修は1回だけ"),
    ("each group once", "同じ訪日団・派遣期は1回だけ"),
    ("the cohort has no session", "派遣期に研修がありません"),
    ("a course, a site and a start, since every cohort trains", "コース、施設、開始日（すべての派遣期が研修を受けるため）"),
    ("stands beside a delegation", "が訪日団と同じ行に記入されています"),
    ("a delegation or a cohort, not both", "訪日団または派遣期のどちらか一方"),
    ("a delegation, or a cohort beside it", "訪日団、または隣の列に派遣期"),
    ("has no training before departure", "には派遣前研修がありません"),
    (
      "a cohort with predeparture_from and predeparture_to",
      "predeparture_fromとpredeparture_toに記入のある派遣期"
    ),
    ("a {1}, since {2} has one", "{1}の値（{2}に記入があるため）"),
    ("courses", "コース"),
    ("sites", "施設"),
    ("is not among this year's {1}", "は今年度の{1}にありません"),
    ("delegate", "参加グループ"),
    (
      "The groups that train; a plan's folder holds it, not the year's.",
      "研修を受ける訪日団・派遣期。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("The delegation", "訪日団"),
    ("The cohort, in place of a delegation", "訪日団の代わりに派遣期"),
    (
      "The course; empty with site and start for a delegation that stays at home",
      "コース。研修を受けない訪日団の場合は、施設・開始日とともに空"
    ),
    ("The first day", "初日"),
    ("Whether the group has to stay there", "この訪日団・派遣期を動かせないかどうか"),
    ("session", "研修"),
    (
      "The sessions of a plan; a plan's folder holds it, not the year's.",
      "計画の研修。年度のフォルダーではなく、計画のフォルダーに置かれる"
    ),
    ("The course", "コース"),
    ("rooms", "室"),
    ("Rooms for one that it holds", "確保する1人部屋"),
    ("Rooms for two that it holds", "確保する2人部屋"),
  ]
}
