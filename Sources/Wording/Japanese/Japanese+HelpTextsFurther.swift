// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What help says of commands from I on.
  static let commandsFromInit: [(english: String, japanese: String)] = [
    ("Writes a small programme year to start from.", "手始めの小さな年度データを作ります。"),
    (
      """
      The folder shows every file and every setting, filled with a few invented schools \
      and applicants. Replace them with your own; "musubi check" tells what is still \
      amiss. With --xlsx it is a workbook with a sheet for each file, in which columns \
      are explained and words can be chosen from lists.
      """,
      """
      フォルダーにはすべてのファイルと設定があり、架空の学校と応募者が少し入っています。実際のデータに置き換え、\
      "musubi check" で残る誤りを確かめてください。--xlsx を付けると、\
      ファイルごとのシートを持つブックになり、列の説明が表示され、語は一覧から選べます。
      """
    ),
    (
      "The folder, or the workbook, to write; it must not exist.",
      "書き出すフォルダーまたはブック。まだ存在しないものを指定します。"
    ),
    ("Writes a workbook (.xlsx) instead of a folder.", "フォルダーの代わりにブック（.xlsx）を書き出します。"),
    ("Wrote a programme year into {1}.", "年度データを{1}に書き出しました。"),
    ("Prints a page of the manual, or writes all pages.", "マニュアルの一項目を表示するか、全項目を書き出します。"),
    (
      """
      Pages are in roff; "musubi man dispatch | man -l -" shows one. They say what --help \
      says. "make install" and the Debian package put them where man looks for them.
      """,
      """
      マニュアルは roff 形式で、"musubi man dispatch | man -l -" で読めます。内容は \
      --help と同じです。"make install" と Debian パッケージは、man が探す場所に置きます。
      """
    ),
    (
      "The command that the page is about; without one, the whole program.",
      "項目が扱うコマンド。指定しない場合はプログラム全体。"
    ),
    (
      "Writes every page as a file into this folder, which must exist.",
      "全項目を、このフォルダーにファイルとして書き出します。フォルダーは既にあるものを指定します。"
    ),
    (
      "one command at a time has a page; --output DIR writes all pages",
      "一度に表示できるのは一つのコマンドの項目です。--output DIR は全項目を書き出します"
    ),
    ("--output writes all pages; leave the command out", "--output は全項目を書き出します。コマンドは指定しないでください"),
    ("--force is for --output", "--force は --output とともに使います"),
    ("there is no command {1}", "コマンド「{1}」はありません"),
    (
      "Solves a file of a public format with the matching core.",
      "公開されている形式のファイルの問題を、マッチングの中核部分で解きます。"
    ),
    (
      """
      Formats:
      {1}
      A file with several problems has each of them solved; the exit code is that of the \
      worst. Where no stable matching exists this is said, and the matching with the \
      fewest blocking pairs is found.
      """,
      """
      形式：
      {1}
      複数の問題を含むファイルでは、すべて解きます。終了コードは最も悪い結果のものです。\
      安定なマッチングが存在しない場合はその旨を示し、ブロッキングペアの最も少ないマッチングを求めます。
      """
    ),
    ("The file; /dev/stdin is one.", "読み込むファイル。/dev/stdin も指定できます。"),
    ("The format of the file, one of those above.", "ファイルの形式。上の一覧から選びます。"),
    (
      "Writes the solution there, in the format's own way where it has one.",
      "解をこのファイルに書き出します。形式に解の書き方がある場合はそれに従います。"
    ),
    ("Looks for the greatest value instead of the least.", "最小値ではなく最大値を求めます。"),
    (
      """
      When a couple that wants one place for both blocks: if the place would rather have \
      the two (MM-stability), or would choose both (BIS-stability).
      """,
      "同じ場所を二人で希望するカップルがブロックする条件：その場所が二人の方を望ましいと考える場合（MM 安定性）、または二人をともに選ぶ場合（BIS 安定性）。"
    ),
    ("there is no input format \"{1}\"; there are {2}", "入力形式「{1}」はありません。あるのは {2} です"),
    ("there is no input format \"{1}\"", "入力形式「{1}」はありません"),
    ("Wrote the solution into {1}.", "解を{1}に書き出しました。"),
    ("nothing was done.", "何も行いませんでした。"),
    ("problem {1}: {2}", "問題{1}：{2}"),
    (
      "Plans a whole year, stage by stage, each fed by the ones before.",
      "年度全体を段階ごとに、前の段階の結果を受け継ぎながら計画します。"
    ),
    (
      """
      The stages are those of the single commands, in this order: {1}. Each has a folder \
      inside the plan's; one whose tables are not there is left out. Every plan is \
      verified before the next stage begins. Called again, a stage of which nothing that \
      it reads has changed is not planned again, so that a run goes on where an earlier \
      one ended, however that ended; ledger.csv tells the next year who hosted, was \
      invited and waited. A stage without a plan leaves the others whole, and those that \
      it feeds are not begun. Exit code 3 means that rules of a stage collide, 5 that a \
      stage was stopped before it had a plan or was not begun, 4 that all have plans and \
      some was stopped before it was proven; of several the first in the order 3, 5, 4 \
      counts.
      """,
      """
      段階は個別のコマンドと同じで、{1} の順に行います。段階ごとに、計画のフォルダーの中にフォルダーができます。\
      必要な表がない段階は対象外とします。どの計画も、次の段階に進む前に検証します。もう一度実行すると、\
      読み込む内容に変わりのない段階は計画し直さないので、以前の実行がどのように終わっていても、続きから行えます。\
      ledger.csv は、受入校、派遣者、招へいした訪日団と、選に漏れたものを翌年度に伝えます。\
      ある段階に計画がなくてもほかの段階は損なわれず、その結果を必要とする段階だけが未着手になります。終了コードは、3 \
      がいずれかの段階で規則が両立しない、5 が計画の得られる前に終了したか未着手の段階がある、4 \
      がすべてに計画があるものの証明前に終了した段階がある、という意味です。複数当てはまる場合は 3、5、4 \
      の順に優先します。
      """
    ),
    (
      "plans/NAME, NAME being the year's folder and what scenarios are called",
      "plans/NAME（NAME は年度のフォルダー名とシナリオのファイル名）"
    ),
    (
      "Plans every stage anew, in place of what an earlier run wrote, edited by hand or not.",
      "以前の実行の結果を、手で修正されていても置き換え、全段階を計画し直します。"
    ),
    (
      "The folder of an earlier year's plan, for the ten years; given once for each year.",
      "十年計画に使う過年度の計画のフォルダー。年度ごとに一回指定します。"
    ),
    ("that of each stage's own command", "各段階のコマンドの既定値"),
    (
      "How far from the best possible every stage may stay; 0 asks for the best itself.",
      "各段階について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    (
      "Stops after so many seconds; each stage has a share of what is left.",
      "指定した秒数で終了します。各段階には残り時間を割り振ります。"
    ),
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
      The language of words, and that in which a page opens; its reader may change it. \
      Workbooks are in English.
      """,
      "表示とページを開いたときの言語。ページの言語は読む人が切り替えられます。ブックは英語です。"
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
    ("activities", "活動"),
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
    ("Compares a plan with what it would be with scenarios.", "計画を、シナリオを適用した場合と比較します。"),
    (
      """
      Plans the year as it is, then the year with each scenario by itself, on all cores, \
      and prints a row for each: goals, people, cost, the difference to the year as it \
      is, and who moves. Of equally good plans with a scenario one is taken that moves \
      fewest people. It is about the dispatch unless --problem says otherwise; of \
      trainings it also says why a group moves, and of ten years how many units change. \
      docs/scenarios.md says what a scenario file holds. A sweep is a scenario for each \
      value, such as countries.THA.max=20:60:10 or rules.companions.within_km=20,50; \
      several sweeps give every combination. Without scenarios --prices and --fragility \
      speak of the year as it is. An interrupt ends the search: what is planned so far is \
      shown.

      Many scenarios can be shared between machines: --shard 2/4 plans the second of four \
      equal shares and writes it to --output as a part, and musubi whatif --merge PART... \
      makes of all parts what one run would have made. docs/many-machines.md has recipes \
      for GNU parallel and Slurm. An interrupted shard writes nothing; run it again.
      """,
      """
      現状の年度を計画し、次にシナリオを一つずつ適用した年度を全コアで計画して、それぞれ一行に目標、人数、費用、現状との差、\
      移動する人を示します。同じ良さの計画が複数ある場合は、移動が最も少ないものを採ります。--problem \
      を指定しない場合の対象は派遣です。研修では団が移動する理由も、十年計画では変わる実施数も示します。シナリオの書き方は \
      docs/scenarios.md にあります。スイープは countries.THA.max=20:60:10 や \
      rules.companions.within_km=20,50 のように、値ごとに一つのシナリオを作ります。\
      複数のスイープはすべての組合せになります。シナリオのない場合、--prices と --fragility \
      は現状について示します。割り込みで探索を終えると、それまでに計画したものを示します。

      多数のシナリオは複数の計算機で分担できます。--shard 2/4 は四等分の二番目を計画し、部分結果として \
      --output に書き出します。musubi whatif --merge PART... は、すべての部分結果から、\
      一度に実行した場合と同じ結果を作ります。GNU parallel と Slurm での手順は \
      docs/many-machines.md にあります。分担分が中断された場合は何も書き出されないので、\
      実行し直してください。
      """
    ),
    ("planned", "新たに計画"),
    (
      "The plan of the year as it is, as musubi training wrote it; of trainings only.",
      "現状の計画（musubi training が書き出したもの）。研修の場合のみ。"
    ),
    (
      "Scenarios that set a value: FROM:TO:STEP, or values with commas.",
      "値を設定するシナリオ。FROM:TO:STEP、またはコンマ区切りの値。"
    ),
    (
      "Says what it is worth to widen each limit that the plan reaches, and how far.",
      "計画が達している制限ごとに、緩める価値と、どこまで緩めるとよいかを示します。"
    ),
    (
      "Says how often each placement survives N random draws of withdrawals and scores.",
      "辞退と得点を無作為に変えた N 回の試行のうち、各配置が何回保たれるかを示します。"
    ),
    ("Another seed draws others.", "値を変えると試行の内容が変わります。"),
    (
      "Per cent of applicants who withdraw in a draw, each by chance.",
      "一回の試行で応募者がそれぞれ辞退する確率（%）。"
    ),
    ("Points by which interview scores are off at most in a draw.", "一回の試行で面接の得点がずれる最大の点数。"),
    (
      """
      A folder for the comparison: whatif.json, scenarios.csv, moves.csv, prices.csv and \
      fragility.csv if asked for; or a workbook (.xlsx) with all of them but the first; \
      with --shard a folder for the part: {1}.
      """,
      """
      比較を書き出すフォルダー（whatif.json、scenarios.csv、moves.csv、求めた場合は \
      prices.csv と fragility.csv）、または whatif.json \
      以外をすべて収めたブック（.xlsx）。--shard では部分結果（{1}）のフォルダー。
      """
    ),
    (
      "Plans only the I-th of N equal shares of the scenarios; needs --output.",
      "シナリオを N 等分した I 番目だけを計画します。--output が必要です。"
    ),
    (
      """
      Puts parts together: DIR and SCENARIO... are then the folders that all shards have \
      written.
      """,
      "部分結果をまとめます。DIR と SCENARIO... には、全分担分が書き出したフォルダーを指定します。"
    ),
    ("0.01%, of ten years 0.1%", "0.01%（十年計画は 0.1%）"),
    (
      "How far from the best possible goals that are sums may stay; 0 asks for the best itself.",
      "合計で表す目標について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    (
      "Stops each plan after so many seconds with the best found.",
      "計画ごとに指定した秒数で終了し、その時点で最良の計画を採ります。"
    ),
    (
      "--{1} is for planning; --merge puts together what was planned already",
      "--{1} は計画するときに使います。--merge は計画済みのものをまとめます"
    ),
    ("--sweep: {1}", "--sweep：{1}"),
    (
      """
      there is nothing to compare with; name scenario files, or give --sweep, --prices or \
      --fragility
      """,
      "比較する対象がありません。シナリオのファイル、--sweep、--prices、--fragility のいずれかを指定してください"
    ),
    (
      """
      --shard is "{1}"; it must be one of some equal shares, such as 2/4 for the second \
      of four
      """,
      "--shard の値は「{1}」ですが、四等分の二番目なら 2/4 のように指定してください"
    ),
    (
      "--shard needs --output, a folder for the part",
      "--shard には、部分結果を置くフォルダーを --output で指定してください"
    ),
    (
      "--{1} says how draws are made; give --fragility N too",
      "--{1} は試行の作り方を定めます。--fragility N も指定してください"
    ),
    (
      """
      the rule forbid is not hard, so that nobody can be held back: --fragility withdraws \
      people by it.
      """,
      "規則 forbid が必須ではないため、候補から外すことができません。--fragility はこの規則によって辞退を表します。"
    ),
    ("plans of {1} are not compared.", "{1} の計画は比較できません。"),
    (
      "interrupted; the part was not written. Run the shard again.",
      "中断されたため、部分結果は書き出していません。もう一度実行してください。"
    ),
    ("{1} in {2} and the scenarios; nothing was done.", "{2}とシナリオに{1}があります。何も行いませんでした。"),
  ]
}
