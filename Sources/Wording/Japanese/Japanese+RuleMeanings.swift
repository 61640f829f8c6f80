// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What rules and settings ask.
  static let ruleMeanings: [(english: String, japanese: String)] = [
    ("a unit over", "超過1単位"),
    (
      "A line grows and shrinks by at most ramp_up and ramp_down a year",
      "各事業の年度間の増減は、ramp_upおよびramp_down以内とする"
    ),
    ("each started 10,000 yen over", "超過1万円ごと（端数切上げ）"),
    ("All lines of a year together cost at most its budget", "各年度の全事業の費用の合計は、予算以内とする"),
    ("a day over", "超過1日"),
    (
      "All lines of a year together take at most its days of staff",
      "各年度の全事業に要する職員の業務日数の合計は、上限以内とする"
    ),
    ("a night over", "超過1泊"),
    (
      "All lines of a year together take at most its nights in the houses",
      "各年度の全事業の宿泊数の合計は、施設の上限以内とする"
    ),
    ("each started 1,000 people short", "不足1,000人ごと（端数切上げ）"),
    ("Each year reaches at least its least_reach", "各年度の到達人数は、least_reach以上とする"),
    ("people", "人"),
    ("People to reach over all years, each counted once", "期間全体の到達目標人数（重複を除く）"),
    ("percent", "パーセント"),
    ("What has to be reached of it although one year is lost", "一つの年度を失った場合にも到達すべき割合"),
    ("The sessions of the year cost at most the total", "年間の研修費用は、総額以内とする"),
    ("Budget for all sessions", "すべての研修の予算"),
    ("a group", "1団体"),
    ("Pinned groups join the session they are pinned to", "固定された訪日団・派遣期は、指定の研修に参加する"),
    ("a person; a person too many where some may be moved", "1人。一部の変更を認める場合は、上限を超えた1人"),
    ("Groups join the session announced to them", "訪日団・派遣期は、通知済みの研修に参加する"),
    ("So many may lose the session announced to them", "通知済みの研修を変更してよい人数"),
    ("a person short or over; a session over", "不足または超過の1人、超過の研修1回"),
    (
      "A session has neither few nor many people, and a course at most its sessions",
      "研修の人数は下限と上限の間とし、コースの研修回数は上限以内とする"
    ),
    ("a room over; a person without a bed", "超過1室、ベッドの足りない1人"),
    ("The rooms of the sessions fit into the sites' on each night", "研修の部屋数は、毎晩、施設の部屋数に収める"),
    ("a classroom over", "超過1教室"),
    (
      "The classes of the sessions fit into the sites' classrooms on each morning",
      "研修のクラス数は、毎朝、施設の教室数に収める"
    ),
    ("a class over", "超過1クラス"),
    ("The classes of a language have lecturers at the site", "各言語のクラスには、施設に講師がいるものとする"),
    ("a session", "研修1回"),
    ("No session covers a day on which its site is closed", "研修期間に施設の休館日を含めない"),
    ("a person", "1人"),
    ("Delegations are free on all days of the session", "訪日団は、研修の全期間に参加できるものとする"),
    ("Nobody is in Japan on days that a calendar blocks for them", "暦で訪日できないとされた日に、対象者を日本に滞在させない"),
    (
      "Courses that visit schools in Japan come when these are in session",
      "学校訪問のあるコースは、日本の学校の授業期間に実施する"
    ),
    ("Delegations are of schools that host, or hosted the year before", "訪日団は、今年度または前年度の受入校からとする"),
    ("a partner", "パートナーズ1人"),
    (
      "Partners leave neither too soon nor too late after their session",
      "パートナーズは、研修後、早すぎず遅すぎない時期に出発する"
    ),
    ("days", "日"),
    ("Fewest from the session's last day to the dispatch's first", "研修の最終日から派遣の初日までの最短日数"),
    ("Most", "上限"),
    ("Teachers of host schools are at home when their partner begins", "受入校の教員は、パートナーズの着任時に在校する"),
    ("weeks", "週"),
    ("The first of the dispatch", "派遣開始からの週数"),
    ("The diets of a delegation are kept at the site", "訪日団の食事の制限に、施設で対応できるものとする"),
    ("The levels in a session lie as near as its course asks", "研修参加者のレベルの幅は、コースの定める範囲とする"),
    ("A session has people of as many countries as its course asks", "研修に参加する国の数は、コースの定めるとおりとする"),
    ("a student over", "超過の生徒・学生1人"),
    (
      "A session of students has as many leaders as its course asks",
      "生徒・学生の研修には、コースの定める人数の引率者を付ける"
    ),
    ("a teacher over", "超過の教員1人"),
    (
      "One teacher of a school stays at home, where there are two or more",
      "日本語教員が2人以上いる学校では、1人は学校に残る"
    ),
    (
      "Teachers of host schools meet their partner in Japan, or come amid the dispatch",
      "受入校の教員は、日本でパートナーズと会うか、派遣期間の中ほどに訪日する"
    ),
    ("Fewest that they and the partners are at one site", "同じ施設にともに滞在する最短日数"),
    ("From the dispatch's first day on", "派遣の初日からの週数"),
    ("Before the dispatch's last day", "派遣の最終日までの週数"),
    ("a day short", "不足1日"),
    (
      "Sessions of courses for one country leave its schools time between them",
      "同じ国を対象とするコースの研修の間は、学校のために間隔を空ける"
    ),
    ("Between one session's last day and the next one's first", "研修の最終日から次の研修の初日までの日数"),
    ("a person named twice; a person", "重複して記載された1人、再招へいの1人"),
    ("Nobody is invited twice, nor again so soon", "同じ人を重複して、また短い間隔で再び招へいしない"),
    ("years", "年"),
    ("fiscal years", "年度"),
    ("ever", "期限なし"),
    ("For which an invitation counts", "以前の招へいを考慮する年数"),
    ("a placement over", "超過の配置1件"),
    ("A cohort has at most its places", "派遣期の人数は定員以内とする"),
    ("a placement short or over", "不足または超過の配置1件"),
    ("A country has at least its min and at most its max partners", "各国の派遣人数はmin以上max以下とする"),
    ("a placement short, over, or of a track not taken", "不足、超過、または対象外の応募枠の配置1件"),
    ("The tracks keep their quotas in each cohort", "各派遣期で応募枠ごとの割当を守る"),
    ("a placement", "配置1件"),
    ("Partners are born within the cohort's window", "パートナーズの生年月日は、派遣期の定める範囲とする"),
    ("Nobody goes to a country or cohort they do not accept", "希望しない国や派遣期には配置しない"),
    ("Partners are free for the whole training and dispatch", "パートナーズは、研修と派遣の全期間に参加できるものとする"),
    ("The base's housing takes the partner", "拠点校の住居に、そのパートナーズが入居できるものとする"),
    ("The medical care a partner needs is within reach", "パートナーズに必要な医療が近隣で受けられるものとする"),
    ("The diets a partner keeps can be kept there", "パートナーズの食事の制限に、現地で対応できるものとする"),
    (
      "English or the country's language, the better of them, reaches a level",
      "英語または派遣国の言語の、高い方のレベルを基準以上とする"
    ),
    ("The level", "レベル"),
    ("The level for posts with a remote school", "遠隔地の学校を含む派遣先のレベル"),
    ("an open post", "充足した派遣先1件"),
    (
      "The lessons of Japanese of a post's schools together are neither few nor many",
      "派遣先の学校の日本語授業時間の合計は、下限と上限の間とする"
    ),
    ("hours a week", "時間/週"),
    ("Fewest", "下限"),
    ("The further schools of a bundle lie near to its base", "組のほかの学校は、拠点校の近くとする"),
    ("How near", "近さの上限"),
    ("a pair that is not", "守られない1組"),
    (
      "Those who name each other go to the same city and cohort, or none of them goes",
      "互いに指定した人は、同じ都市・同じ派遣期に配置するか、いずれも配置しない"
    ),
    ("Those who must be apart are not in the same city", "別々の配置を求められた人は、同じ都市に配置しない"),
    ("a bed or a room short at a site's worst", "施設の最も混む日に不足する1床または1室"),
    (
      "The training before departure fits into the sites' beds and classrooms",
      "派遣前研修は、施設の宿泊定員と教室数に収める"
    ),
    (
      "The partners of a country cost at most its budget, and all together the total",
      "各国のパートナーズの費用は国の予算以内、全体の費用は総額以内とする"
    ),
    ("Budget for all partners", "すべてのパートナーズの予算"),
    ("a school that should not host yet", "まだ受け入れるべきでない学校1校"),
    (
      "Schools pause after some years, and renewals come first where the country says so",
      "学校は数年続けて受け入れた後に休み、国が定める場合は継続校を優先する"
    ),
    ("Years after which a school pauses", "休みに入るまでの連続受入年数"),
    (
      "a row that is not met; a person too many where some may be moved",
      "守られない1行。一部の変更を認める場合は、上限を超えた1人"
    ),
    ("Who was told a placement keeps it", "通知済みの人の配置は変えない"),
    ("So many may lose the placement announced to them", "通知済みの配置を変更してよい人数"),
    ("a row that is not met", "守られない1行"),
    ("Pinned applicants are placed there", "固定された応募者は、指定の場所に配置する"),
    ("Nobody is placed where it is forbidden", "除外された場所には配置しない"),
    ("a lonely partner who is guarded", "配慮の必要な、孤立したパートナーズ1人"),
    ("Around each partner there are others of the cohort", "各パートナーズの近くに同期の派遣者がいるようにする"),
    ("partners", "パートナーズ"),
    ("Fewest others", "近くにいる同期の最少人数"),
    ("How near their bases are", "拠点校どうしの距離"),
    ("Guarded from this age on", "この年齢以上の人に配慮"),
    ("Guarded below this level", "このレベル未満の人に配慮"),
    ("For each lonely partner who is not guarded; 0 for none", "配慮の対象でない孤立したパートナーズ1人あたり（0は対象外）"),
    ("Most schools in a bundle", "1組の学校数の上限"),
    (
      "No bundle is wider; the rule `travel` draws its limit inside",
      "組の広がりの上限。規則`travel`の上限はこの範囲で定める"
    ),
    ("a partnership over", "超過の連携1件"),
    (
      "A prefecture's schools do not have too many partnerships in the year",
      "各都道府県の学校の連携数は、年間の上限以内とする"
    ),
    ("partnerships", "連携"),
    ("no limit", "制限なし"),
    ("Most of a prefecture's schools together", "一つの都道府県の学校全体の上限"),
    ("a partnership short", "不足の連携1件"),
    (
      "Every country whose schools wish to exchange has some partnership",
      "交流を希望する学校のある国は、いずれも連携をもつ"
    ),
    ("Fewest of each country", "各国の下限"),
    ("a visit to a prefecture that rests", "休止中の都道府県への訪問1件"),
    (
      "A prefecture that hosted lately does not host before others had a turn",
      "最近受け入れた都道府県は、ほかの都道府県が受け入れるまで休む"
    ),
    (
      "Fiscal years for which a prefecture rests; the goal repeats counts them too",
      "都道府県が休む年度数。目標repeatsもこの年数で数える"
    ),
    ("a partnership", "連携1件"),
    (
      "Primary schools have primary schools as partners, secondary ones secondary ones",
      "小学校は小学校と、中等学校は中等学校と連携する"
    ),
    ("The same people of both schools take part, such as principals", "両校から同じ役割の人（校長など）が参加する"),
    ("Two schools have a language in which both can work", "両校に、ともに使える言語がある"),
    ("Two schools have a subject in common", "両校に共通の教科がある"),
    ("Two schools have a grade in common", "両校に共通の学年がある"),
    ("Neither school is many times as large as the other", "一方の学校の規模は、他方の何倍も大きくならないようにする"),
    ("times", "倍"),
    ("How many times", "倍率の上限"),
    ("a visit", "訪問1件"),
    ("A school hosts no larger group than it can", "受入れの人数は、学校が受け入れられる範囲とする"),
    ("a visit that is not returned", "返礼のない訪問1件"),
    (
      "Who is visited visits, unless that pays back a visit of earlier years",
      "訪問を受けた学校は、以前の年度の返礼でない限り、相手校を訪問する"
    ),
    ("Visits lie between the days that both schools name", "訪問は、両校の指定する期間内とする"),
    (
      "No teacher travels on days that calendars block for teachers of the country",
      "暦でその国の教員が移動できないとされた日に、教員を移動させない"
    ),
    (
      "Nobody visits during exams, closures or holidays of the host's schools",
      "受入校の試験・休校・休暇の期間には訪問しない"
    ),
    ("a pair of visits of one school", "同じ学校の訪問2件の組"),
    (
      "No school has two visits in the same week, whether it sends or hosts",
      "同じ学校の派遣・受入れを同じ週に重ねない"
    ),
    ("a group over in a week", "1週あたりの超過1団"),
    ("A prefecture does not host too many groups at a time", "一つの都道府県が同時に受け入れる訪問団の数は、上限以内とする"),
    ("groups", "団"),
    ("Most in a week", "1週の上限"),
    ("a pair of activities of one person", "一人の活動2件の組"),
    ("Nobody has two activities on the same or on neighbouring days", "一人が同じ日または連日に二つの活動に参加しない"),
    ("Free days between two; 0 forbids the same day only", "活動の間に空ける日数（0は同じ日のみ不可）"),
    ("an activity over", "超過の活動1件"),
    ("Nobody has too many activities in a quarter", "一人の四半期あたりの活動数は、上限以内とする"),
    ("activities", "活動"),
    ("Most for those who name no number", "本人の希望がない場合の上限"),
    (
      "Who was sent by a prefecture helps there before going elsewhere",
      "都道府県の枠で派遣された人は、ほかの地域より先に、その県の活動に参加する"
    ),
    ("All travel of the year costs at most the total", "年間の旅費の合計は、総額以内とする"),
    ("Budget for all travel", "すべての旅費の予算"),
    ("What a kilometre costs where travel.csv says nothing", "travel.csvにない場合の1 kmあたりの費用"),
    ("a participation; one too many where some may be lost", "参加1件。一部の取消しを認める場合は、上限を超えた1件"),
    ("Whoever was told of an activity takes part in it", "活動を通知された人は、その活動に参加する"),
    ("So many that were announced may be lost", "通知済みの参加を取り消してよい件数"),
    ("a person in an activity", "一つの活動の1人"),
    ("Nobody travels farther than they go", "本人の希望より遠くまで移動しない"),
    ("How far, for those who name nothing", "本人の希望がない場合の距離の上限"),
    ("People are free on all days of the activity", "参加者は、活動の全期間に参加できるものとする"),
    ("People have some weeks to themselves after they come back", "帰国後しばらくは活動を求めない"),
    ("From the day of return to the first day of an activity", "帰国日から活動初日までの日数"),
    ("a leader short", "不足のリーダー1人"),
    ("An activity has as many experienced leaders as it asks for", "活動には、求める人数の経験あるリーダーを置く"),
    ("a language that nobody speaks", "話せる人のいない言語1つ"),
    (
      "Each language that an activity asks for is spoken by somebody there",
      "活動が求める言語ごとに、話せる人がいるようにする"
    ),
    ("a skill that nobody has", "持つ人のいない技能1つ"),
    (
      "Each skill that an activity asks for is had by somebody there",
      "活動が求める技能ごとに、その技能を持つ人がいるようにする"
    ),
    ("an activity", "活動1件"),
    (
      "An activity of a standing tie has somebody whom that school hosted",
      "継続的なつながりのある学校の活動には、その学校で活動した人がいるようにする"
    ),
  ]
}
