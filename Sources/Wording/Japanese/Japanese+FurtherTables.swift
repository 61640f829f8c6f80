// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Tables of trainings, exchange and returnees.
  static let furtherTables: [(english: String, japanese: String)] = [
    (
      "People of the host schools who travel to Japan together or not at all.",
      "ともに訪日する（または全員が訪日しない）受入校の人々"
    ),
    ("The delegation's identifier", "訪日団のID"),
    ("Whose people they are", "所属する学校"),
    ("students", "生徒・学生"),
    ("Who they are", "参加者の種類"),
    ("Women among the teachers or students, without leaders", "教員または生徒・学生のうちの女性（引率者を除く）"),
    ("Men among them", "同じく男性"),
    ("Women among the teachers who lead students", "生徒・学生を引率する教員のうちの女性"),
    ("Japanese of the weakest of them", "最も低い人の日本語レベル"),
    ("Whether they have not been to Japan", "初めての訪日かどうか"),
    ("weight", "重み"),
    ("Weight of a person in the count of people trained", "研修参加者数における1人の重み"),
    ("all of their kind", "種類の合うすべてのコース"),
    ("Courses they accept", "希望するコース"),
    ("First day they are free", "参加できる最初の日"),
    ("Last day they are free", "参加できる最後の日"),
    ("Months in which they had rather travel", "訪日を希望する月"),
    ("Diets that must be kept, in the words of the sites' `diets`", "守る必要のある食事の制限。施設の`diets`と同じ語"),
    (
      "Identifiers of those who are in several delegations (rule `invited-once`)",
      "複数の訪日団に加わる人のID（規則`invited-once`）"
    ),
    ("never", "なし"),
    ("fiscal year", "年度"),
    (
      "When one of them was invited last; before the fiscal year that is planned",
      "構成員が最後に招へいされた年度。計画する年度より前"
    ),
    ("Words for selectors", "条件指定に使う語"),
    (
      "Primary and secondary schools in Japan and abroad that wish to exchange teachers (`docs/exchange.md`).",
      "教員交流を希望する日本と海外の初等・中等学校（`docs/exchange.md`）"
    ),
    ("The school's identifier in these tables", "これらの表での学校のID"),
    ("Its country", "所在国"),
    (
      "Its prefecture in Japan, or its area abroad as `schools.csv` and `calendars.csv` name it",
      "日本では都道府県、海外では`schools.csv`・`calendars.csv`と同じ地域名"
    ),
    ("Which schools it is one of (rule `level`)", "学校の種類（規則`level`）"),
    ("grade", "学年"),
    ("First grade that it teaches, counted from primary school on", "最初の学年（小学校から通算）"),
    ("Last grade that it teaches (rule `grades`)", "最後の学年（規則`grades`）"),
    ("What its teachers teach (rule `subject`)", "教員の担当教科（規則`subject`）"),
    (
      "Languages in which it can work, interpreters included (rule `language`)",
      "通訳を含め、使用できる言語（規則`language`）"
    ),
    ("How large it is (rule `size`)", "学校の規模（規則`size`）"),
    ("Who of it takes part (rule `role`)", "参加する人の役割（規則`role`）"),
    ("Most partner schools this year (rule `partners`)", "今年度の連携校の上限（規則`partners`）"),
    ("Teachers in a group that it sends; 0 for a school that only hosts", "派遣する教員の人数。受入れのみの学校は0"),
    (
      "Most teachers in a group that it hosts (rule `group`); 0 for a school that only sends",
      "受け入れる教員の人数の上限（規則`group`）。派遣のみの学校は0"
    ),
    ("any day", "いつでも可"),
    ("First day on which its teachers may be away (rule `windows`)", "教員が不在にできる最初の日（規則`windows`）"),
    ("Last day on which they may be away", "教員が不在にできる最後の日"),
    ("First day on which it may host (rule `windows`)", "受け入れられる最初の日（規則`windows`）"),
    ("Last day on which it may host", "受け入れられる最後の日"),
    ("Days on which it neither sends nor hosts", "派遣も受入れもできない日"),
    ("Schools of the other side that it wishes for, the best first", "相手側の希望校（希望順）"),
    ("Weight of a partnership to it (goal `pairs`)", "この学校にとっての連携の重み（目標`pairs`）"),
    ("When it last hosted a visit (rule `rotation`)", "最後に訪問を受け入れた年度（規則`rotation`）"),
    ("Words for the planner", "計画担当者用の語"),
    ("tie", "つながり"),
    (
      "Schools that know each other, and their visits so far: who owes a visit may pay it back (rule `reciprocity`, goal `debts`). A plan's `ties.csv` is this table after the year.",
      "互いに知り合いの学校と、これまでの訪問。返礼の残る学校は今年度に返すことができる（規則`reciprocity`、目標`debts`）。計画の`ties.csv`は、年度終了後のこの表"
    ),
    ("How close they are (criterion `tie`)", "つながりの強さ（評価項目`tie`）"),
    ("visits", "回"),
    ("Visits so far to the school in Japan", "日本の学校へのこれまでの訪問"),
    ("Visits so far to the school abroad", "海外の学校へのこれまでの訪問"),
    (
      "What happened in years that are over, as `musubi plan` wrote it for the year after (`docs/plan.md`).",
      "終了した年度の記録。`musubi plan`が翌年度のために書き出す（`docs/plan.md`）"
    ),
    ("When it happened; before the fiscal year that is planned", "記録の年度。計画する年度より前"),
    ("What happened", "記録の内容"),
    (
      "The school, applicant, delegation or person, or two schools as `XJ012>XA003`; not only this year's",
      "学校、応募者、訪日団または人のID。2校の場合は`XJ012>XA003`。今年度のもの以外も可"
    ),
    (
      "Partners or teachers whom a school hosted, people of a delegation, or visits of two schools so far",
      "受入校のパートナーズまたは教員の人数、訪日団の人数、または2校間のこれまでの訪問回数"
    ),
    (
      "Partners who are back in Japan and wish to take part in activities there.",
      "日本に帰国し、国内の活動への参加を希望するパートナーズ"
    ),
    ("The person's identifier", "本人のID"),
    ("Their name in reports", "報告書に表示する氏名"),
    ("Where they live, in the words of `activities.csv`", "居住地。`activities.csv`と同じ語"),
    ("degrees north", "北緯（度）"),
    ("Where they live", "居住地"),
    ("degrees east", "東経（度）"),
    ("none of the year's", "今年度の国以外"),
    ("Where they served", "派遣された国"),
    ("Which school hosted them (rule `tie`)", "派遣された受入校（規則`tie`）"),
    ("The day they came back (rule `after-return`)", "帰国日（規則`after-return`）"),
    ("How they had applied (rule `prefecture-first`)", "応募時の枠（規則`prefecture-first`）"),
    ("Languages they can interpret or teach in", "通訳または指導のできる言語"),
    ("What they can show or teach", "紹介または指導のできること"),
    ("Whether they have the experience to lead an activity", "活動のリーダーとなる経験があるかどうか"),
    ("the rule's", "規則の値"),
    ("How far from home they go (rule `distance`)", "自宅からの移動距離の上限（規則`distance`）"),
    ("Days of the week on which they may be free", "参加できる曜日"),
    ("Days on which they are not free", "参加できない日"),
    ("Most activities in a quarter (rule `load`)", "四半期あたりの活動数の上限（規則`load`）"),
    ("Activities in Japan that returned partners take part in.", "帰国者が参加する日本国内の活動"),
    ("The activity's identifier", "活動のID"),
    ("What sort of activity, in your words", "活動の種類（任意の語）"),
    ("Where it takes place, as tracks `prefecture:…` name it", "開催地。応募枠`prefecture:…`と同じ書き方"),
    ("Where it takes place; on line, where it is run from", "開催地。オンラインの場合は運営場所"),
    ("Where it takes place", "開催地"),
    ("Whether people take part from home", "自宅から参加する活動かどうか"),
    ("First day; in the fiscal year", "初日（年度内）"),
    ("Last day", "最終日"),
    ("Fewest without whom it does not take place", "開催に必要な最少人数"),
    ("Most who take part", "参加者の上限"),
    ("Fewest among them who can lead (rule `leaders`)", "リーダーになれる人の最少人数（規則`leaders`）"),
    (
      "Languages, each of which somebody must speak (rule `languages`)",
      "それぞれ話せる人が必要な言語（規則`languages`）"
    ),
    ("Skills, each of which somebody must have (rule `skills`)", "それぞれ持つ人が必要な技能（規則`skills`）"),
    ("People whom it reaches when it takes place", "開催した場合に届く人数"),
    ("Weight of a person whom it reaches", "届く人1人の重み"),
    (
      "The host school with which a school here keeps a standing tie (rule `tie`)",
      "この地の学校が継続的なつながりをもつ受入校（規則`tie`）"
    ),
    ("journey", "移動"),
    (
      "Ways that are longer, shorter or dearer than the great circle and the kilometre say. Pairs without a row go by the great circle.",
      "直線距離と1 kmあたりの費用による値と異なる移動。行のない組は直線距離による"
    ),
    ("Who travels", "移動する人"),
    ("Where to", "目的地"),
    ("One way", "片道"),
    ("by the kilometre", "距離による"),
    ("There and back", "往復"),
  ]
}
