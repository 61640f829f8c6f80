// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What commands from exchange to history say.
  static let commandsEToH: [(english: String, japanese: String)] = [
    (
      "Decides which schools in Japan and abroad exchange teachers, and when.",
      "日本と海外のどの学校が、いつ教員を相互に派遣するかを決めます。"
    ),
    (
      """
      Each partnership is of a school in Japan and one abroad. Teachers visit both ways, \
      in weeks that suit both schools and the calendars of both countries, unless a \
      school only sends or hosts or a visit of earlier years is paid back. Every country \
      has its part, and a prefecture does not host more groups at a time than it can. The \
      plan is verified against the data before it is written. An interrupt (Ctrl-C) ends \
      the search: the best plan so far is still written, with its true gap; a second one \
      ends the program.
      """,
      """
      連携は、日本の学校と海外の学校との一対一の関係です。教員は、両校の都合と両国の暦に合う週に、相互に訪問します。ただし、\
      派遣のみ・受入のみの学校や、過年度の返礼訪問の場合は片方向になります。どの対象国にも割り当てがあり、\
      都道府県が同時に受け入れる団の数には上限があります。計画は書き出す前にデータと照合して検証します。\
      割り込み（Ctrl-C）で探索を終えると、その時点で最良の計画を、最適値との実際の差とともに書き出します。\
      もう一度割り込むとプログラムを終了します。
      """
    ),
    (
      """
      How far from the best possible goals other than fairness may stay; 0 asks for the \
      best itself.
      """,
      "公平性以外の目標について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    (
      "Puts first that as few schools as can be would both rather have each other.",
      "互いに現在の連携校より望ましいと考える学校の組を、最優先で少なくします。"
    ),
    ("{1} is missing", "{1}がありません"),
    ("{1} has no rows", "{1}に行がありません"),
    (
      """
      the year has no schools that exchange teachers: {1}.
      docs/files.md has every column; musubi generate --exchange-schools N writes a year \
      that has N schools in Japan and as many abroad.
      """,
      """
      この年度には、教員交流を行う学校がありません（{1}）。
      列の一覧は docs/files.md にあります。musubi generate \
      --exchange-schools N は、日本の N 校と同数の海外校を持つ年度を作ります。
      """
    ),
    (
      "Says why somebody is placed there and what another place would cost.",
      "配置の理由と、別の配置にした場合の影響を示します。"
    ),
    (
      """
      The year is planned again, so that each loss is that of the whole programme: the \
      values of the best plan in which the alternative is forced, beside those of the \
      plan. It is said who would move. Where nobody is placed it is said which rules \
      exclude, and which single change would help; nothing is said that was not solved. \
      Other people are identifiers only, unless --internal is given. Of a plan of \
      trainings delegations, cohorts and sessions are explained (a session is named \
      COURSE/SITE/START), of one of returnees returnees and activities, of an exchange \
      its schools, of ten years lines and years. Of the plan of a whole year the first \
      stage that knows KIND is explained; another one by its folder, such as PLAN/exchange.
      """,
      """
      年度を計画し直すので、示す損失は事業全体の損失です。別の配置を強制した場合の最良の計画の値を、元の計画の値と並べ、\
      誰が移動するかも示します。配置のない場合は、どの規則に当てはまらないかと、どの一つの変更があればよいかを示します。\
      実際に解いて確かめていないことは示しません。--internal を付けない限り、ほかの人は ID のみで示します。\
      研修の計画では訪日団、派遣期、研修（COURSE/SITE/START の形で指定）、帰国者の計画では帰国者と活動、\
      教員交流では学校、十年計画では事業と年度について説明します。年度全体の計画では、KIND に当てはまる最初の段階を\
      説明します。ほかの段階は PLAN/exchange のようにフォルダーで指定します。
      """
    ),
    (
      """
      What is asked about: {1}; of trainings {2}; of returnees {3}; of exchange {4}; of \
      decade {5}.
      """,
      "説明する対象の種類：派遣では {1}、研修では {2}、returnees では {3}、exchange では {4}、decade では {5}。"
    ),
    (
      "Its identifier. Of several each is explained; the year is planned once for all.",
      "対象の ID。複数指定するとそれぞれ説明します。年度の計画は一度だけ行います。"
    ),
    (
      "Shows names and points of everybody; not for applicants.",
      "全員の氏名と得点を表示します。応募者には見せないでください。"
    ),
    ("{1} of a dispatch, else {2}", "派遣は{1}、ほかは{2}"),
    ("How many alternatives are solved at most.", "解いてみる別の可能性の最大数。"),
    (
      "The earlier plan's folder, if the plan was made with one.",
      "以前の計画をもとに作った計画の場合、その以前の計画のフォルダー。"
    ),
    ("Stops after so many seconds with what is solved by then.", "指定した秒数で終了し、それまでに解いたものを示します。"),
    ("KIND is \"{1}\"; it must be {2}", "KIND の値は「{1}」ですが、{2}を指定してください"),
    ("ID is missing. The identifier of what is asked about", "ID がありません。説明する対象の ID を指定してください"),
    (
      """
      plan.json and placements.csv do not list the same placements; placements.csv is \
      explained.
      """,
      "plan.json と placements.csv の配置が一致しません。placements.csv について説明します。"
    ),
    (
      """
      The year's files are not those the plan was made from; it is explained against the \
      files as they are.
      """,
      "年度のファイルは、この計画を作ったときのものと異なります。現在のファイルに基づいて説明します。"
    ),
    (
      "--{1} says nothing of this plan: it was made without such a one.",
      "--{1} はこの計画には関係しません。計画はそれなしで作られています。"
    ),
    ("this year has no {1} {2}", "この年度に{1}「{2}」はありません"),
    (
      "{1} is a plan of {2}, which has no {3}; ask for {4}.",
      "{1}は{2}の計画で、{3}はありません。{4}を指定してください。"
    ),
    (
      "the year has no goals; objective in programme.json5 is empty.",
      "この年度には目標がありません。programme.json5 の objective が空です。"
    ),
    ("this year has no tier {1}; it has {2}.", "この年度に目標「{1}」はありません。あるのは {2} です。"),
    (
      "the plan was made from other data; its values do not hold here.",
      "計画は別のデータから作られたもので、その値はここでは使えません。"
    ),
    (
      "the plan was made with {1}; its values hold only with the same --scenario.",
      "計画は{1}を適用して作られています。その値は、同じ --scenario を指定した場合だけ使えます。"
    ),
    ("no plan keeps the hard rules.", "必須の規則を満たす計画はありません。"),
    ("stopped before every goal was proven.", "すべての目標が証明される前に終了しました。"),
    ("Writes the integer program of one goal as it is solved.", "一つの目標の整数計画問題を、解くときの形のまま書き出します。"),
    (
      """
      The goals before it are held at the values that the plan given with --plan has \
      reached; without it Musubi plans first. A fairness goal is solved level by level; \
      NAME:2 names its second level. GLPK, CBC, HiGHS and others read the file.
      """,
      """
      上位の目標は、--plan で指定した計画が達した値に固定します。指定しない場合は、先に計画を行います。\
      公平性の目標は段階ごとに解くもので、NAME:2 はその第二段階を指します。ファイルは GLPK、CBC、HiGHS \
      などで読み込めます。
      """
    ),
    ("The file to write; /dev/stdout is one.", "書き出すファイル。/dev/stdout も指定できます。"),
    ("What is decided.", "計画の対象。"),
    ("The format of the file.", "ファイルの形式。"),
    ("the last one", "最後の目標"),
    (
      "The goal, such as filled, fairness-areas:2 or points.",
      "filled、fairness-areas:2、points などの目標。"
    ),
    ("The folder of a plan of this very year.", "この年度の計画のフォルダー。"),
    (
      """
      How closely trainings are looked at: every session by itself, or those of a month \
      at a site, of a month, or of the year as one, which bounds the closer looks.
      """,
      "研修をどこまで細かく扱うか。研修を一つずつ扱うか、同じ月・同じ施設、同じ月、または年度全体をまとめて扱います。粗い扱いは、細かい扱いの限界値を与えます。"
    ),
    ("--{1} does not go with --problem {2}", "--{1} は --problem {2} と同時には指定できません"),
    ("--tier is \"{1}\"; a level is a number from 1", "--tier の値は「{1}」ですが、段階は 1 以上の数です"),
    ("Wrote {1} rows and {2} columns into {3}.", "{1}行{2}列の問題を{3}に書き出しました。"),
    ("Writes a synthetic programme year of any size.", "任意の規模の架空の年度データを作ります。"),
    (
      """
      Countries, towns and calendars are as published; persons and schools are invented \
      and labelled so. A plan that keeps every hard rule exists. Equal arguments give \
      equal bytes.
      """,
      "国、都市、暦は公表されているもので、人物と学校は架空であり、その旨を記しています。すべての必須の規則を満たす計画が必ず存在します。同じ指定からは同じファイルができます。"
    ),
    ("The folder to write; it must not exist.", "書き出すフォルダー。まだ存在しないものを指定します。"),
    ("How many applicants.", "応募者の数。"),
    ("How many schools.", "学校の数。"),
    ("Another seed gives another year.", "値を変えると別の年度ができます。"),
    (
      """
      popular: everybody wants the same countries and schools. tight: all limits leave \
      next to no room beside one plan.
      """,
      "popular：全員が同じ国と学校を希望します。tight：どの制限にも、一つの計画を除いてほとんど余裕がありません。"
    ),
    (
      """
      How many delegations ask to train in Japan, with houses and courses to match; \
      without it as many as is usual for the schools.
      """,
      "訪日研修を希望する訪日団の数。施設とコースも合わせて作ります。指定しない場合は、学校数に応じた通常の数です。"
    ),
    ("How many partners are back in Japan.", "日本に帰国した派遣者の数。"),
    ("How many activities they may take part in.", "帰国者が参加できる活動の数。"),
    (
      "How many schools in Japan exchange teachers with as many abroad.",
      "同数の海外校と教員交流を行う日本の学校の数。"
    ),
    (
      "Wrote a programme year of {1} applicants, {2} schools and {3} places into {4}.",
      "応募者{1}人、学校{2}校、派遣枠{3}人分の年度データを{4}に書き出しました。"
    ),
    (
      "Lists, compares and restores runs that --store has kept.",
      "--store で保存した実行の記録を一覧、比較、復元します。"
    ),
    (
      """
      Every planning command keeps its run in a file with --store: what it read and was \
      asked, its goals with their bounds, the plan's files, who ran it and when. "list" \
      tells the newest runs; "show" all that is kept of one, but for what stands in its \
      files; "diff" what two runs read and were asked differently, and who is elsewhere \
      by the second; "restore" writes a run's plan again, byte for byte; "note" adds \
      --note to a run. Runs are numbered from 1 and never changed or deleted.
      """,
      """
      どの計画コマンドも、--store を付けると実行の記録をファイルに保存します。読み込んだもの、指定、目標と限界値、\
      計画のファイル、実行者、日時です。list は新しい順の一覧、show は一件の記録（ファイルの中身を除く）、diff \
      は二件の実行の入力と指定の違いと二件目で配置が変わった人を示し、restore は計画を元どおりに書き出し、note \
      は --note の内容を書き加えます。実行には 1 からの番号が付き、変更も削除もされません。
      """
    ),
    ("What to do.", "行う操作。"),
    ("The file that --store names.", "--store で指定したファイル。"),
    ("Numbers of runs: two for diff, none for list.", "実行の番号。diff では二つ、list では不要です。"),
    ("How many runs list tells at most.", "list で示す実行の最大数。"),
    (
      "The folder that restore writes; further plans of the run go into DIR-2, DIR-3 …",
      "restore で書き出すフォルダー。別案は DIR-2、DIR-3 … に書き出します。"
    ),
    ("What note adds.", "note で書き加える内容。"),
    ("the name by which you are logged in", "ログイン中の利用者名"),
    ("Who notes it.", "書き加える人の名前。"),
    ("no run", "何も"),
    ("the numbers of two runs", "二つの実行の番号"),
    ("the number of a run", "実行の番号を一つ"),
    ("\"{1}\" is no run; runs have numbers from 1", "「{1}」は実行の番号ではありません。番号は 1 から始まります"),
    ("{1} takes {2} behind STORE", "{1} では、STORE の後に{2}を指定してください"),
    ("--{1} goes with {2}, not with {3}", "--{1} は {2} で使うもので、{3} では使えません"),
    ("{1} needs --{2}", "{1} には --{2} が必要です"),
    ("Noted on run {1}.", "実行{1}に書き加えました。"),
    ("it holds no run yet", "記録された実行はまだありません"),
    ("it holds one run, with the number 1", "記録されている実行は 1 だけです"),
    ("it holds the runs 1 to {1}", "記録されている実行は 1 から {1} までです"),
    ("there is no run {1} in {2}; {3}.", "{2}に実行{1}はありません。{3}。"),
    ("run {1} has no plan to restore: {2}.", "実行{1}には復元できる計画がありません（{2}）。"),
    ("Restored run {1} into {2}.", "実行{1}を{2}に復元しました。"),
  ]
}
