// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What checking a plan of trainings finds, and why a delegation waits.
  static let trainingVerification: [(english: String, japanese: String)] = [
    ("{1} other nights", "ほか{1}泊"),
    ("{1} room {2} at {3}", "{3}の{1} {2}号室"),
    ("Somebody of no group", "所属のない人"),
    ("{1} number {2}", "{1}の{2}番"),
    ("There is no {1}; it has 1 {2} room.", "{1}はありません。{2}は1室です。"),
    ("There is no {1}; it has {2} {3} rooms.", "{1}はありません。{3}は{2}室です。"),
    ("{1} are in {2} on the night of {3}, which has {4}.", "{3}の夜、{2}に{1}がいますが、{4}しかありません。"),
    ("{1} and {2} may not share {3} on the night of {4}: {5}.", "{1}と{2}は、{4}の夜、{3}を一緒に使えません：{5}。"),
    ("they are not in one session", "同じ研修の参加者ではありません"),
    ("the course has rooms for one", "このコースは1人部屋です"),
    ("they are not two women or two men", "女性2人でも男性2人でもありません"),
    ("one of them leads", "一方が引率者です"),
    (
      "{1} has {2} on the nights of {3}; the plan has nobody like that there then.",
      "{1}は{3}の夜に{2}となっていますが、計画ではその時そこにそのような人はいません。"
    ),
    ("{1} has no bed at {2} on the night of {3}.", "{1}には、{3}の夜、{2}にベッドがありません。"),
    ("{1} has two beds at {2} on the night of {3}.", "{1}には、{3}の夜、{2}にベッドが2つあります。"),
    ("{1} was told of {2}; in the plan: {3}.", "{1}は{2}を通知されていますが、計画では{3}です。"),
    (
      "{1} are not in the session announced to them; {2} may be moved.",
      "通知された研修に参加しない人が{1}います（上限{2}人）。"
    ),
    ("its days are {1}, the delegation is free{2}", "日程は{1}ですが、訪日団が参加できるのは{2}です"),
    ("its days are {1}, {2} blocks {3}", "日程は{1}ですが、{2}により{3}は訪日できません"),
    ("a break", "休暇"),
    ("it visits schools in Japan on {1}, which are closed for {2}", "{1}に日本の学校を訪問しますが、{2}のため休みです"),
    ("{1} cannot keep {2}", "{1}では{2}に対応できません"),
    ("{1} rooms", "{1}室"),
    (
      "{1} needs {2} for one beside {3} for two; it holds {4}.",
      "{1}には、2人部屋{3}のほかに1人部屋{2}が必要ですが、確保は{4}室です。"
    ),
    ("{1} needs {2} for one; it holds {3}.", "{1}には1人部屋{2}が必要ですが、確保は{3}室です。"),
    ("{1} for one", "1人部屋{1}"),
    ("{1} for two", "2人部屋{1}"),
    ("the night of {1}", "{1}の夜"),
    ("the nights of {1}", "{1}の夜"),
    ("the morning of {1}", "{1}の午前"),
    ("the mornings of {1}", "{1}の午前"),
    ("{1} classes", "{1}クラス"),
    ("no known language", "言語不明"),
    (
      "{1} needs lecturers for {2} of {3} on the morning of {4}; it has them for {5}.",
      "{4}の午前、{1}で{3}の{2}に講師が必要ですが、担当できるのは{5}クラスです。"
    ),
    (
      "{1} needs lecturers for {2} of {3} on the mornings of {4}; it has them for {5}.",
      "{4}の午前、{1}で{3}の{2}に講師が必要ですが、担当できるのは{5}クラスです。"
    ),
    ("{1} steps", "{1}段階"),
    ("{1} countries", "{1}か国"),
    ("{1} students", "生徒・学生{1}人"),
    (
      "{1} has levels from {2} to {3}, {4} apart; {5} is the most.",
      "{1}のレベルは{2}から{3}までで、幅は{4}です（上限{5}段階）。"
    ),
    ("{1} has groups of {2} ({3}); the course has {4}.", "{1}の参加国は{2}（{3}）です（コースの定め：{4}）。"),
    (
      "{1} ends on {2}, and {3} follows for {4} of {5}; it may begin on {6} at the earliest.",
      "{1}は{2}に終わり、{5}の{4}向けの{3}が続きます。次の研修は{6}以後でなければなりません。"
    ),
    ("{1} was invited in {2}; {3} must lie between.", "{1}は{2}年度に招へい済みで、{3}空ける必要があります。"),
    ("{1} was invited in {2}; an invitation is for once.", "{1}は{2}年度に招へい済みで、招へいは1回限りです。"),
    ("{1} is in {2}, which train.", "{1}は、研修を受ける{2}の両方に含まれています。"),
    ("{1} sessions", "研修{1}回"),
    ("{1} joins {2} ({3}); one is the most.", "{1}は{2}（{3}）に参加します。上限は1回です。"),
    (
      "{1} joins no session; its {2} must train before departure.",
      "{1}はどの研修にも参加しませんが、{2}は派遣前に研修を受ける必要があります。"
    ),
    ("{1} joins {2}, but has no days before departure.", "{1}は{2}に参加しますが、派遣前研修の期間が定められていません。"),
    ("{1} joins {2}, but has no partners.", "{1}は{2}に参加しますが、パートナーズがいません。"),
    ("the course begins on {1}, not {2}", "コースの開始は{1}で、{2}ではありません"),
    ("its days are {1}, the course's lie between {2} and {3}", "日程は{1}ですが、コースの期間は{2}から{3}までです"),
    ("the course is not held there", "この施設ではコースを実施しません"),
    ("the course is for {1}, not {2}", "このコースは{1}向けで、{2}向けではありません"),
    ("the course does not take {1}", "このコースは{1}を対象としていません"),
    ("the delegation does not accept the course", "訪日団はこのコースを希望していません"),
    ("its level is {1}, the course takes {2} to {3}", "レベルは{1}ですが、コースの対象は{2}～{3}です"),
    ("its days are {1}, the cohort trains within {2}", "日程は{1}ですが、派遣期の研修期間は{2}です"),
    ("the cohort trains at {1}", "派遣期の研修場所は{1}です"),
    ("{1} weeks", "{1}週間"),
    ("{1} hosts nobody and did not in {2}", "{1}は今年度も{2}年度も受け入れていません"),
    (
      "it ends on {1}, {2} days before the dispatch; these must be {3} to {4}",
      "終了日は{1}で派遣の{2}日前ですが、{3}～{4}日前でなければなりません"
    ),
    (
      "its days are {1}; {2} hosts {3} from {4} and its teachers stay there for {5}",
      "日程は{1}ですが、{2}は{4}から{3}を受け入れ、教員は{5}在校することとなっています"
    ),
    (
      "its days are {1}; {2} hosts {3}, whose partners it neither meets for {4} of their training nor from {5} after they arrive to {6} before they leave",
      "日程は{1}ですが、{2}の受け入れる{3}のパートナーズと研修で{4}以上会わず、着任の{5}後から離任の{6}前までの間でもありません"
    ),
    (
      "{1} of {2} is away on {3}; of its {4} at most {5} may be.",
      "{3}に{2}の{1}が不在となります。{4}人のうち不在にできるのは{5}人までです。"
    ),
    (
      "{1} of {2} are away on {3}; of its {4} at most {5} may be.",
      "{3}に{2}の{1}が不在となります。{4}人のうち不在にできるのは{5}人までです。"
    ),
    ("{1} has {2}; it takes {3} to {4}.", "{1}の参加者は{2}です（{3}～{4}人の範囲）。"),
    ("{1} has {2}; {3} is the most.", "{1}は{2}です（上限{3}回）。"),
    ("{1} lasts to {2}; {3} is closed {4}.", "{1}は{2}まで続きますが、{3}は{4}に休館です。"),
    ("All sessions together cost {1}.", "研修全体の費用は{1}。"),
    (" from {1}", "{1}以後"),
    (" to {1}", "{1}以前"),
    (" from {1} to {2}", "{1}から{2}まで"),
    (
      "The plan has a session of a course or at a site that the year has not.",
      "計画に、今年度にないコースまたは施設の研修があります。"
    ),
    ("{1} is in the plan twice.", "{1}が計画に2回あります。"),
    ("The plan has a group that the year has not.", "計画に、今年度にない訪日団または派遣期があります。"),
    (
      "The plan has a group in a session that is not in the plan.",
      "計画に、計画にない研修に参加する訪日団または派遣期があります。"
    ),
    ("{1} other courses", "ほかの{1}コース"),
    ("There is no course for {1} that it accepts.", "{1}向けで、この訪日団が希望するコースはありません。"),
    ("{1} has no possible session.", "{1}には実施できる研修がありません。"),
    ("{1} does not take it: {2}.", "{1}の対象ではありません：{2}。"),
    (
      "None of the {1} possible sessions is left; excluded by {2}.",
      "実施できる研修{1}回のうち、残るものがありません。除外の内訳：{2}。"
    ),
    ("the one possible session", "実施できる唯一の研修"),
    ("all {1} possible sessions", "実施できる研修{1}回すべて"),
    ("{1} excludes {2}: {3}.", "規則{1}により、{2}に参加できません：{3}。"),
    ("{1} excludes {2}.", "規則{1}により、{2}に参加できません。"),
    ("it has {1}", "人数は{1}です"),
    ("it is free{1}", "参加できるのは{1}です"),
    ("{1} would be away from {2}, at most {3} may be", "{1}が{2}から不在となりますが、不在にできるのは{3}人までです"),
    ("it was invited in {1}", "{1}年度に招へい済みです"),
    ("no site of them keeps {1}", "{1}に対応できる施設がありません"),
    ("it is pinned to none of them", "そのいずれにも固定されていません"),
    ("No rule keeps it out of {1}, only the order of goals.", "{1}への参加を妨げる規則はなく、目標の優先順位によるものです。"),
    ("The plan has no session of a course that it accepts", "計画には、この訪日団が希望するコースの研修がありません"),
    ("No session of the plan takes it ({1})", "計画のどの研修にも参加できません（{1}）"),
    (
      "{1}, but {2} could open as far as people, dates and room go.",
      "{1}が、人数・日程・部屋の点では{2}を実施できます。"
    ),
    ("{1} cannot open one", "{1}の研修は実施できません"),
    ("{1} cannot open another", "{1}の研修をもう1回実施することはできません"),
    ("neither {1} nor {2} can open one", "{1}も{2}も研修を実施できません"),
    ("neither {1} nor {2} can open another", "{1}も{2}も研修をもう1回実施することはできません"),
    ("{1}, and {2}: {3}.", "{1}。また、{2}：{3}。"),
    (
      "invited-once keeps it out while {1} trains: {2} is in both.",
      "{1}が研修を受けるため、規則invited-onceにより参加できません（{2}が両方に含まれています）。"
    ),
    (
      "{1} of {2} waits, {3} are needed (session-size)",
      "参加を待つのは{1}（国：{2}）で、{3}人必要です（session-size）"
    ),
    (
      "{1} of {2} wait, {3} are needed (session-size)",
      "参加を待つのは{1}（国：{2}）で、{3}人必要です（session-size）"
    ),
    (
      "at most {1} of {2} can come on a date that is left, {3} are needed (session-size)",
      "残る日程に参加できるのは最大{1}（国：{2}）で、{3}人必要です（session-size）"
    ),
    ("{1} at its level ({2})", "{1}（レベル{2}）"),
    ("{1} near its level ({2})", "{1}（レベル{2}前後）"),
    ("{1} of {2} at its level ({3})", "{1}（国：{2}（レベル{3}））"),
    ("{1} of {2} near its level ({3})", "{1}（国：{2}（レベル{3}前後））"),
    ("it has its most sessions ({1}, session-size)", "研修回数が上限に達しています（{1}回、session-size）"),
    ("the plan has each that is left to it", "残る可能性はすべて計画に入っています"),
    ("{1} waits, {2} are needed (session-size)", "参加を待つのは{1}で、{2}人必要です（session-size）"),
    ("{1} wait, {2} are needed (session-size)", "参加を待つのは{1}で、{2}人必要です（session-size）"),
    ("people of {1} wait, {2} are needed (mix)", "参加を待つのは{1}の人々で、{2}か国必要です（mix）"),
    ("{1} leaves no date beside the sessions of the plan", "規則{1}により、計画の研修のほかに実施できる日程がありません"),
    (
      "at most {1} can come on a date that is left, {2} are needed (session-size)",
      "残る日程に参加できるのは最大{1}で、{2}人必要です（session-size）"
    ),
    ("no site has room for {1} on a date that is left ({2})", "残る日程に{1}を受け入れられる施設がありません（{2}）"),
    ("{1} possible sessions", "{1}回"),
    (
      "{1} finds no session: there is no possible session of a course for {2}.",
      "{1}が参加できる研修がありません：{2}向けコースに実施できる研修がありません。"
    ),
    ("{1} excludes {2}", "規則{1}により{2}回を除外"),
    (
      "{1} finds no session; of {2} of courses for {3},",
      "{1}が参加できる研修がありません。{3}向けコースの実施可能な研修{2}のうち、"
    ),
    ("{1} none is left.", "{1}残るものはありません。"),
    (
      "{1} 1 is left, but with the others there is no room in it (beds, classrooms, lecturers or other rules about whole sessions).",
      "{1}1回が残りますが、ほかの訪日団・派遣期とあわせると余裕がありません（ベッド、教室、講師、または研修全体に関する規則）。"
    ),
    (
      "{1} {2} are left, but with the others there is no room in them (beds, classrooms, lecturers or other rules about whole sessions).",
      "{1}{2}回が残りますが、ほかの訪日団・派遣期とあわせると余裕がありません（ベッド、教室、講師、または研修全体に関する規則）。"
    ),
    ("{1} is no goal of this year that a certificate can bound", "{1}は、証明書で限界値を示せる今年度の目標ではありません"),
    ("{1} at {2} from {3}", "{1}（{2}、{3}開始）"),
  ]
}
