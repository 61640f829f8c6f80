// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What commands from replan to verify say.
  static let commandsRToV: [(english: String, japanese: String)] = [
    (
      "Plans again with the fewest changes to what was announced.",
      "通知済みの内容からの変更を最も少なくして、計画し直します。"
    ),
    (
      """
      For partners who withdraw, places that close and rules that change after a plan was \
      announced. Announced placements stay wherever they can: no plan changes fewer of \
      them. Reserves step in, and among such plans the goals are as good as they can be. \
      It is shown what more changes would gain, and what each decision costs. What the \
      earlier plan's scenarios say still holds. docs/replan.md has examples. An interrupt \
      (Ctrl-C) ends the search: what was found is still written.
      """,
      """
      計画の通知後に、派遣者の辞退、受入の中止、規則の変更があった場合に使います。通知済みの配置は可能な限り維持し、\
      変更数がこれより少ない計画はありません。補欠を充て、そのような計画の中で目標をできるだけ高めます。\
      変更を増やした場合の効果と、判断ごとの影響も示します。以前の計画のシナリオは引き続き適用されます。例は \
      docs/replan.md にあります。割り込み（Ctrl-C）で探索を終えると、\
      それまでに見つかったものを書き出します。
      """
    ),
    ("The folder of the plan that was announced.", "通知済みの計画のフォルダー。"),
    ("What was announced.", "通知済みの計画の対象。"),
    ("all sessions of the plan", "計画のすべての研修"),
    (
      "Of trainings: only sessions that begin on that day or before were announced.",
      "研修の場合：この日までに始まる研修だけが通知済みです。"
    ),
    (
      """
      An applicant, a delegation or a returnee no longer available; may be given several \
      times.
      """,
      "参加できなくなった応募者、訪日団または帰国者。複数回指定できます。"
    ),
    (
      """
      A school or a post where nobody can go; of trainings a site, for some days as \
      SITE=2026-07-01..2026-07-31; of returnees an activity that is called off; may be \
      given several times.
      """,
      "派遣できなくなった学校または派遣先。研修では施設（期間は SITE=2026-07-01..2026-07-31 の形で指定）、帰国者では中止する活動。複数回指定できます。"
    ),
    (
      "A country where nobody can go; may be given several times; of a dispatch only.",
      "派遣できなくなった国。複数回指定できます。派遣の場合のみ。"
    ),
    ("Who decided what these options say, for the decision log.", "これらの判断をした人。判断の記録に残します。"),
    ("When, such as 2026-04-01, for the decision log.", "判断した日（2026-04-01 の形）。判断の記録に残します。"),
    ("Why, for the decision log.", "判断の理由。判断の記録に残します。"),
    (
      "How many numbers of changes above the fewest are solved to show what they gain.",
      "変更を増やした効果を示すために解く、最少の変更数より上の変更数の個数。"
    ),
    (
      "Leaves out what each decision costs, which takes a plan for each of them.",
      "判断ごとの影響を省きます。影響を求めるには、判断ごとに計画が必要です。"
    ),
    (
      """
      plans/NAME-replan, or NAME-PROBLEM-replan, NAME being the year's folder and what \
      scenarios are called
      """,
      "plans/NAME-replan または NAME-PROBLEM-replan（NAME は年度のフォルダー名とシナリオのファイル名）"
    ),
    (
      "How far from the best possible the points may stay; 0 asks for the best itself.",
      "得点について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    (
      """
      what was announced of an exchange is not kept by itself: write what has changed \
      into a scenario. musubi whatif --problem exchange says which schools change with \
      it, as few as can be, and musubi exchange --scenario FILE makes the plan.
      """,
      """
      教員交流の通知済みの内容は、自動では維持されません。変更をシナリオに書いてください。musubi whatif \
      --problem exchange で、影響を受ける学校（できるだけ少数）が分かり、musubi exchange \
      --scenario FILE で計画を作れます。
      """
    ),
    (
      """
      ten years are planned again by writing down what was: add a row for each line of a \
      year that is over to decade_actuals.csv and run musubi decade; those years then \
      stay as they were.
      docs/decade.md has an example; musubi whatif --problem decade compares scenarios.
      """,
      """
      十年計画は、実績を書き加えて計画し直します。終わった年度の事業ごとに decade_actuals.csv に行を加え、\
      musubi decade を実行してください。その年度は実績のまま保たれます。
      例は docs/decade.md にあります。musubi whatif --problem decade \
      ではシナリオを比較できます。
      """
    ),
    ("Writes a plan as a page for a browser or as a workbook.", "計画を、ブラウザー用のページまたはブックとして書き出します。"),
    (
      """
      The plan is checked first, as by "musubi verify", and the report says what was \
      found and how good the plan is. A page (FILE.html) is one file that opens without a \
      network: key figures, a map, charts and every table to search, sort, filter and \
      print, in English and Japanese; PLAN may be that of one problem or of a whole year. \
      A workbook (FILE.xlsx) has the tables of one problem as sheets, of a dispatch also \
      all people, schools and cohorts; each column is explained where its title is \
      pointed at. A plan that breaks a rule is written too, and says so; the exit code is \
      1 then.
      """,
      """
      まず "musubi verify" と同じ検証を行い、その結果と計画の最適性をレポートに示します。\
      ページ（FILE.html）はネットワークなしで開ける単一のファイルで、主要な数値、地図、グラフと、\
      検索・並べ替え・絞り込み・印刷のできるすべての表を、日本語と英語で収めます。PLAN \
      には一つの計画も年度全体の計画も指定できます。ブック（FILE.xlsx）には一つの計画の表がシートとして入り、\
      派遣の場合は全員、全校、全派遣期の一覧も入ります。見出しにカーソルを合わせると列の説明が表示されます。\
      規則に反する計画も書き出し、その旨を記します。その場合の終了コードは 1 です。
      """
    ),
    ("The page (.html) or workbook (.xlsx) to write.", "書き出すページ（.html）またはブック（.xlsx）。"),
    (
      """
      A comparison of scenarios to show on the page, as musubi whatif --format json \
      printed it; may be given several times.
      """,
      "ページに載せるシナリオの比較（musubi whatif --format json の出力）。複数回指定できます。"
    ),
    (
      """
      Explanations to show with the rows that they are about, as musubi explain --format \
      json printed them; may be given several times.
      """,
      "該当する行に添える説明（musubi explain --format json の出力）。複数回指定できます。"
    ),
    ("that of the locale", "ロケールの言語"),
    (
      """
      The language of words, of a workbook, and that in which a page opens; its reader may \
      change it.
      """,
      "表示、ブック、ページを開いたときの言語。ページの言語は読む人が切り替えられます。"
    ),
    (
      """
      --output is "{1}"; a report is a page and ends in .html, or a workbook and ends in \
      .xlsx
      """,
      "--output の値は「{1}」ですが、レポートはページ（.html）またはブック（.xlsx）として書き出します"
    ),
    ("--whatif is for pages (.html)", "--whatif はページ（.html）で使います"),
    ("--explain is for pages (.html)", "--explain はページ（.html）で使います"),
    (
      "--format json and --output /dev/stdout would be mixed up",
      "--format json と --output /dev/stdout を同時に指定すると、出力が混ざります"
    ),
    ("Wrote the plan into {1}; it is valid.", "計画を{1}に書き出しました。計画は有効です。"),
    (
      "Wrote the plan into {1}; it is not valid, as its first section says.",
      "計画を{1}に書き出しました。計画は有効ではありません。最初の節をご覧ください。"
    ),
    (
      "Wrote the plan into {1}; it is not valid, as its first sheet says.",
      "計画を{1}に書き出しました。計画は有効ではありません。最初のシートをご覧ください。"
    ),
    (
      """
      {1} is the plan of a whole year, which only a page (.html) holds; give the folder \
      of one of its stages, such as {2}/dispatch.
      """,
      "{1}は年度全体の計画で、ページ（.html）としてのみ書き出せます。{2}/dispatch など、段階のフォルダーを指定してください。"
    ),
    ("Decides which returned partner takes part in which activity.", "どの帰国者が、どの活動に参加するかを決めます。"),
    (
      """
      An activity takes place with as many people as it asks for, or not at all. Nobody \
      travels farther than they wish, is asked on days on which they are not free, or has \
      activities on neighbouring days; chances are spread evenly. The plan is verified \
      against the data before it is written. An interrupt (Ctrl-C) ends the search: the \
      best plan so far is still written, with its true gap; a second one ends the program.
      """,
      """
      活動は、必要な人数がそろえば実施し、そろわなければ実施しません。本人の希望より遠くへの移動、都合のつかない日の参加、\
      連日の活動はなく、機会は偏りなく割り振ります。計画は書き出す前にデータと照合して検証します。\
      割り込み（Ctrl-C）で探索を終えると、その時点で最良の計画を、最適値との実際の差とともに書き出します。\
      もう一度割り込むとプログラムを終了します。
      """
    ),
    (
      """
      How far from the best possible reach, seats and travel may stay; 0 asks for the \
      best itself.
      """,
      "到達人数、参加者数、旅費について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    ("returnees", "帰国者"),
    (
      """
      the year has no {1} to plan: {2}.
      docs/files.md has every column of returnees.csv and activities.csv; musubi generate \
      --returnees N --activities M writes a year that has them.
      """,
      """
      この年度には、計画する{1}がありません（{2}）。
      returnees.csv と activities.csv の列の一覧は docs/files.md にあります。\
      musubi generate --returnees N --activities M は、両方を持つ年度を作ります。
      """
    ),
    (
      "Decides who trains in Japan in which session, and who shares rooms.",
      "誰が日本のどの研修に参加し、誰と同室になるかを決めます。"
    ),
    (
      """
      Cohorts train before they leave, teachers and students of host schools come in \
      delegations. With --dispatch the partners of that plan train and its schools host; \
      without it the places of the cohorts stand in. Move groups in delegates.csv by \
      hand, and --pin-from plans the rest around what was edited and around rows that say \
      pinned: yes. The plan is verified against the data before it is written. An \
      interrupt (Ctrl-C) ends the search: the best plan so far is still written, with its \
      true gap; a second one ends the program.
      """,
      """
      派遣者は出発前に派遣期ごとに研修を受け、受入校の教員と生徒は訪日団として参加します。--dispatch を付けると、\
      その計画の派遣者が研修を受け、その受入校が訪日団を迎えます。付けない場合は、派遣期の枠で代用します。\
      delegates.csv で参加先を手で直し、--pin-from を付けると、直した行と pinned: yes \
      の行を固定して残りを計画します。計画は書き出す前にデータと照合して検証します。割り込み（Ctrl-C）で探索を終えると、\
      その時点で最良の計画を、最適値との実際の差とともに書き出します。もう一度割り込むとプログラムを終了します。
      """
    ),
    (
      """
      How far from the best possible people, cost and months may stay; 0 asks for the \
      best itself.
      """,
      "人数、費用、月について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    (
      """
      --pin-from and --output name one folder; verify needs the earlier plan beside the \
      new one
      """,
      "--pin-from と --output が同じフォルダーです。検証には、新しい計画とは別に以前の計画が必要です"
    ),
    (
      "Rules and goals are of the plan as it is now; plan.json is not about it.",
      "規則と目標は現在の計画についてのもので、plan.json の内容とは異なります。"
    ),
    ("{1} is of the plan as it was written and was not checked.", "{1}は最初に書き出した計画のもので、検証していません。"),
    (
      "{1} is not what follows from the stages; it was changed since.",
      "{1}は各段階の結果と一致しません。後から変更されています。"
    ),
    ("Checks a plan's rules and values from the data alone.", "計画の規則と値を、データのみから検証します。"),
    (
      """
      Every rule is looked at and every goal's value is recomputed, by code that shares \
      nothing with the planner's. The prices in certificate.json are added up to a bound \
      that no plan with the same earlier goals exceeds; beyond it a claimed bound rests \
      on the solver's word. Both placements.csv and the claims of plan.json are checked. \
      Of a plan of trainings it checks delegates.csv and rooms.csv night by night; where \
      delegates.csv was edited by hand this is said, and the rules are checked as it \
      stands. Of a plan of returnees it checks participations.csv, of one of exchange \
      partnerships.csv, of ten years units.csv. When the year's files have changed since \
      the plan was made this is said, and the plan is checked against them as they are. \
      The scenarios that the plan was made with are in its folder and are laid on the \
      files again. Of the plan of a whole year every stage is checked, and what one has \
      from another. Exit code 1 means: checked, and not valid.
      """,
      """
      すべての規則を確認し、すべての目標の値を計算し直します。計画に用いたものとは別のプログラムによります。\
      certificate.json の価格を合計し、上位の目標が同じどの計画も超えられない限界値を求めます。\
      それを超える限界値の主張は、ソルバーの報告によるものです。placements.csv と plan.json \
      の主張をともに検証します。研修の計画では delegates.csv と rooms.csv を一泊ごとに検証し、\
      delegates.csv が手で修正されている場合はその旨を示して、現在の内容で規則を確認します。帰国者の計画では \
      participations.csv、教員交流では partnerships.csv、十年計画では units.csv \
      を検証します。計画後に年度のファイルが変わった場合はその旨を示し、現在のファイルと照合します。\
      計画に使ったシナリオは計画のフォルダーにあり、再び適用します。年度全体の計画では、全段階と、\
      段階の間の受け渡しを検証します。終了コード 1 は、検証の結果、有効でないことを示します。
      """
    ),
    (
      "The earlier plan's folder, if a dispatch plan was made with one.",
      "以前の計画をもとに作った派遣計画の場合、その以前の計画のフォルダー。"
    ),
    (
      "The dispatch plan's folder, if a plan of trainings was made with one.",
      "派遣計画をもとに作った研修の計画の場合、その派遣計画のフォルダー。"
    ),
    (
      "The earlier plan's folder, if a plan of trainings was made with one.",
      "以前の計画をもとに作った研修の計画の場合、その以前の計画のフォルダー。"
    ),
    (
      "The folders of plans of years, if a plan of ten years was made with them.",
      "年度の計画をもとに作った十年計画の場合、それらの計画のフォルダー。"
    ),
    ("those that the plan was made with", "計画に使ったもの"),
    (
      "A scenario to lay on the year's files, in place of the plan's own.",
      "計画に使ったものの代わりに、年度のファイルに適用するシナリオ。"
    ),
    ("Checks against the year's files as they are.", "シナリオを適用せず、年度のファイルのまま検証します。"),
    (
      "--scenario and --without-scenarios contradict each other",
      "--scenario と --without-scenarios は同時には指定できません"
    ),
    (
      "--earned is for plans of decade; this is none.",
      "--earned は decade の計画で使います。これは decade の計画ではありません。"
    ),
    (
      "plan.json and placements.csv do not list the same placements.",
      "plan.json と placements.csv の配置が一致しません。"
    ),
    ("The plan was made with {1}.", "計画は{1}を適用して作られています。"),
    ("Checked with {1} laid on the year's files.", "年度のファイルに{1}を適用して検証しました。"),
    ("Checked against the year's files without it.", "シナリオを適用せず、年度のファイルのまま検証しました。"),
    ("--{1} is for plans of {2}; this is none.", "--{1} は {2} の計画で使います。これは {2} の計画ではありません。"),
  ]
}
