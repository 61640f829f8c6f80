// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Tables of schools, posts, sites and courses.
  static let placeTables: [(english: String, japanese: String)] = [
    ("The schools that ask for a partner.", "パートナーズの派遣を希望する学校"),
    ("The school's identifier", "学校のID"),
    ("Where it is", "所在地"),
    ("Area of the country, for fairness and reports", "国内の地域。公平性の計算と報告書に使用"),
    ("City; the rules `together` and `apart` compare it", "都市。規則`together`と`apart`で比較"),
    ("Where it lies", "所在地"),
    ("A word of the planner's, such as `primary`", "`primary`など、計画担当者の語"),
    ("Learners of Japanese", "日本語学習者数"),
    ("Lessons of Japanese", "日本語の授業時間"),
    ("Teachers of Japanese", "日本語教員数"),
    ("Whom the housing takes", "住居に入居できる人"),
    ("Medical care within reach, from 0 (none) to 5 (a large hospital)", "近隣で受けられる医療。0（なし）～5（大病院）"),
    ("Whether it is remote", "遠隔地かどうか"),
    ("Skills it wishes for", "希望する技能"),
    ("Diets that can be kept there", "対応できる食事の制限"),
    ("Whether it hosts now and asks to go on", "現在受入中で、継続を希望するかどうか"),
    ("When it last hosted; before the fiscal year that is planned", "最後に受け入れた年度。計画する年度より前"),
    ("1 if `last_hosted_year` is the year before, else 0", "`last_hosted_year`が前年度なら1、その他は0"),
    ("Years it has hosted without a gap, up to last year", "前年度までの連続受入年数"),
    ("all of its country", "その国のすべての派遣期"),
    ("Cohorts it may host", "受け入れられる派遣期"),
    ("Weight of a seat here in the count of filled seats", "充足数における1枠の重み"),
    ("It hosts none or at least as many", "受け入れる場合の人数の下限"),
    ("It hosts at most as many; a bundle has one seat", "受入人数の上限。学校の組の場合は1人"),
    (
      "Words for selectors; `sister:…`, `sister-city:…`, `university:…` are ties",
      "条件指定に使う語。`sister:…`、`sister-city:…`、`university:…`はつながりを表す"
    ),
    (
      "The posts, when the planner gives them. Without the file Musubi forms them (`docs/rules.md`, section Posts).",
      "計画担当者が定める派遣先。このファイルがない場合はMusubiが作る（`docs/rules.md`のPosts）"
    ),
    ("The post's identifier", "派遣先のID"),
    ("Its schools; the partner lives at the first", "派遣先の学校。パートナーズは先頭の学校の地に住む"),
    ("It takes none or at least as many", "派遣する場合の人数の下限"),
    ("It takes at most as many", "派遣人数の上限"),
    (
      "The places in Japan where trainings are held (rule `predeparture`, and `docs/training.md`).",
      "研修を実施する日本国内の施設（規則`predeparture`、`docs/training.md`）"
    ),
    ("The site's identifier", "施設のID"),
    ("beds a night", "床/泊"),
    ("Beds", "宿泊定員"),
    ("rooms a day", "室/日"),
    ("Rooms for language classes", "語学の授業に使える教室"),
    ("Most people in one language class", "語学1クラスの人数の上限"),
    (
      "Rooms for two; their beds count among `beds`, the others are in rooms for one",
      "2人部屋の数。そのベッドは`beds`に含まれ、残りは1人部屋"
    ),
    ("classes at a time", "同時に開けるクラス数"),
    (
      "Classes of each language that lecturers can hold; a language left out has none",
      "言語別に講師が担当できるクラス数。記載のない言語は0"
    ),
    ("Days on which the house is closed", "休館日"),
    ("booking", "予約"),
    ("Beds and classrooms that other courses hold at the sites.", "ほかの研修が施設で使用するベッドと教室"),
    ("First day", "初日"),
    ("Last day; beds are held on every night but this day's", "最終日。この日の夜を除いてベッドを使用する"),
    ("Beds that are held", "使用中のベッド"),
    ("Rooms that are held", "使用中の教室"),
    ("rooms a night", "室/泊"),
    ("Rooms for two that are held; their beds count among `beds`", "使用中の2人部屋。そのベッドは`beds`に含まれる"),
    (
      "The courses in Japan that `docs/training.md` plans sessions of.",
      "`docs/training.md`により研修を計画する、日本でのコース"
    ),
    ("The course's identifier", "コースのID"),
    ("Whom it trains; partners come before they leave", "対象者。partnersは出発前に受講"),
    ("From the first day to the last, both included", "初日から最終日までの日数（両日を含む）"),
    ("every site", "すべての施設"),
    ("Where it may be held", "実施できる施設"),
    ("every country", "すべての国"),
    ("Whose people it takes", "対象とする国"),
    ("Days of the week it may begin on", "開始できる曜日"),
    ("the fiscal year's first; for partners 300 days before", "年度の初日。パートナーズは派遣の300日前"),
    ("First day a session may have, at most a year from the fiscal year", "研修期間の最初の日。年度から1年以内"),
    ("the fiscal year's last", "年度の最終日"),
    ("Last day a session may have, at most a year from the fiscal year", "研修期間の最後の日。年度から1年以内"),
    ("Fewest in a session, leaders included", "1回の最少人数（引率者を含む）"),
    ("Most in a session, leaders included", "1回の最多人数（引率者を含む）"),
    ("Most in the year", "年間の上限"),
    ("Lowest Japanese it takes; not for partners", "対象とする日本語レベルの下限。パートナーズには適用しない"),
    ("Highest Japanese it takes; not for partners", "対象とする日本語レベルの上限。パートナーズには適用しない"),
    ("steps", "段階"),
    (
      "Most from the lowest to the highest level in a session; not for partners",
      "1回の研修でのレベルの幅の上限。パートナーズには適用しない"
    ),
    ("How many come together in a session; not for partners", "1回の研修に参加する国の数。パートナーズには適用しない"),
    ("ja; for partners country", "ja。パートナーズはcountry"),
    (
      "What its lecturers teach, or teach in; country is the language of each person's country",
      "講師が教える言語、または使用する言語。countryは各参加者の国の言語"
    ),
    ("the site's", "施設の値"),
    ("Most people in one class", "1クラスの人数の上限"),
    ("Whether two may share a room for two", "2人部屋を2人で使えるかどうか"),
    ("For whom one leader is enough; 0 asks for none", "引率者1人あたりの人数。0は引率者不要"),
    ("Whether schools in Japan must be in session", "日本の学校の授業期間に限るかどうか"),
    ("For a person and a day", "1人1日あたり"),
    ("For a session", "研修1回あたり"),
    ("calendar entry", "暦の項目"),
    (
      "Days that mean something for travelling or for school visits. Without the file, years with courses or delegations take the entries that come with Musubi for their countries.",
      "移動や学校訪問に関わる日付。このファイルがない場合、コースまたは訪日団のある年度では、Musubiに付属する各国の暦を使用する"
    ),
    ("Whose days they are", "対象の国"),
    ("the whole country", "全国"),
    ("Areas in which they hold, as `schools.csv` names them", "対象の地域。`schools.csv`と同じ地域名"),
    ("What they are", "名称"),
    (
      "What sort of days; school-break is for Japan (rule `japan-schools-open`)",
      "日付の種類。school-breakは日本のみ（規則`japan-schools-open`）"
    ),
    ("Who may not be in Japan then (rule `calendars`)", "その間に訪日できない人（規則`calendars`）"),
    ("Who had rather not be (goal `months`)", "その間の訪日を避けたい人（目標`months`）"),
    ("Where the days are from", "日付の出典"),
  ]
}
