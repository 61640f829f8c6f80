// SPDX-License-Identifier: GPL-3.0-or-later

// Words chosen, after those of the report's page (Sources/CReportAssets/Page/words.json):
//
// activity 活動 · applicant 応募者 · bound 限界値 · certificate 証明書 · cohort 派遣期 ·
// companions 同期 · country 国・地域 · decade 十年計画 · delegation 訪日団 · dispatch 派遣 ·
// exchange 教員交流 · fault (of data) 誤り · fault of Musubi Musubi の不具合 · folder フォルダー ·
// gap 最適値との差 · goal 目標 · hard rule 必須の規則 · host school 受入校 · line 事業 ·
// notice 注意 · part (of a comparison) 部分結果 · partner 派遣者 · partnership 連携 · place 派遣枠 ·
// placement 配置 · plan 計画 · post 派遣先 · proven 証明済み · reserve 補欠 · returnee 帰国者 ·
// rule 規則 · run 実行 · scenario シナリオ · session 研修 · shard 分担分 · site 施設 ·
// soft rule できるだけ守る規則 · stage 段階 · store 記録ファイル · training 訪日研修 · unit 実施数 ·
// visit 訪問 · wish 希望 · workbook ブック · year 年度
//
// Full sentences to the reader end in です・ます; titles, labels and parts of lists are nouns.
// Names of columns, files, rules, goals and options stay as they are.

extension Catalogue {
  /// What commands from check to dispatch say.
  static let commandsAToD: [(english: String, japanese: String)] = [
    ("Finds every fault in the files of a programme year.", "年度データの誤りをすべて見つけます。"),
    (
      """
      Each fault is told with its file, line, column, value, what is expected there, and \
      a hint where there is one. Notices are told too; they do not stand in the way of \
      planning. With --scenario the files are checked as the scenarios change them; the \
      files stay as they are.
      """,
      """
      誤りごとに、ファイル、行、列、値、期待される内容と、分かる場合は手がかりを示します。注意も示しますが、\
      注意があっても計画はできます。--scenario を付けると、シナリオで変更した状態を点検します。\
      元のファイルは変わりません。
      """
    ),
    ("No faults", "誤りはありません"),
    ("{1} notices", "注意{1}件"),
    ("Prints what a shell needs to complete command lines.", "コマンド行の補完に必要な設定をシェル用に出力します。"),
    (
      """
      For bash, put "source <(musubi completions bash)" into ~/.bashrc. For zsh, write \
      the output into a file called _musubi in a folder of $fpath. For fish, write it \
      into ~/.config/fish/completions/musubi.fish. "make install" and the Debian package \
      put all three where shells look for them.
      """,
      """
      bash では ~/.bashrc に "source <(musubi completions bash)" \
      と書きます。zsh では、出力を $fpath のフォルダーに _musubi という名前で保存します。fish では \
      ~/.config/fish/completions/musubi.fish に保存します。"make \
      install" と Debian パッケージは、三つとも所定の場所に置きます。
      """
    ),
    ("The shell.", "シェルの名前。"),
    (
      "Turns a year's folder into a workbook, or a workbook into a folder.",
      "年度のフォルダーをブックに、またはブックをフォルダーに変換します。"
    ),
    (
      """
      A workbook (.xlsx) has a sheet for each table and one for the settings; each column \
      is explained where its title is pointed at. Text, unknown columns too, stays as it \
      is in both directions, so that a plan of one is a plan of the other. Every command \
      also takes the workbook instead of the folder.
      """,
      """
      ブック（.xlsx）には表ごとのシートと設定のシートがあり、見出しにカーソルを合わせると列の説明が表示されます。\
      未知の列を含め、文字はどちらの向きでもそのまま保たれるので、一方の計画は他方の計画としても使えます。\
      どのコマンドもフォルダーの代わりにブックを受け付けます。
      """
    ),
    ("The folder or the workbook of a year.", "年度のフォルダーまたはブック。"),
    ("The workbook or the folder to write.", "書き出すブックまたはフォルダー。"),
    ("nothing was read.", "何も読み込めませんでした。"),
    ("Notice: {1} is no table and stays behind.", "注意：{1}は表ではないため、変換しませんでした。"),
    ("Wrote {1} of {2} into {3}.", "{2}の{1}を{3}に書き出しました。"),
    ("Next: {1}", "次のコマンド：{1}"),
    ("{1} files", "{1}ファイル"),
    (
      "Decides how much of each programme line in each of ten years.",
      "十年間の各年度に各事業をどれだけ実施するかを決めます。"
    ),
    (
      """
      Lines such as partners to a country, trainings or events have costs, people that \
      they reach and aims that they serve (decade_lines.csv); years have budgets \
      (decade_years.csv). The plan reaches as many people as it can up to the target, \
      keeps a stated share of it even if any one year is lost, serves the aims evenly, \
      and then costs least. When the target is out of reach, the least extra budget that \
      reaches it is told year by year. What years that are over have earned \
      (decade_actuals.csv, or --earned with the plans of those years) takes the place of \
      estimates. The plan is verified against the data before it is written.
      """,
      """
      国への派遣、研修、催しなどの事業には、費用、届く人数、貢献する目的があり（decade_lines.csv）、\
      年度には予算があります（decade_years.csv）。計画は、目標人数までできるだけ多くの人に届き、\
      どの一年度が失われても定めた割合を保ち、五つの目的に偏りなく貢献し、そのうえで費用を最も少なくします。\
      目標に届かない場合は、届くために必要な最少の追加予算を年度別に示します。\
      終わった年度の実績（decade_actuals.csv、または --earned \
      で指定する年度の計画）は推計に代わります。計画は書き出す前にデータと照合して検証します。
      """
    ),
    (
      "How far from the best possible people and cost may stay; 0 asks for the best itself.",
      "人数と費用について、最適値との差として許す割合。0 なら最適値そのものを求めます。"
    ),
    ("stopped before there was a plan; nothing was written.", "計画が得られる前に終了しました。何も書き出していません。"),
    (
      """
      the folder has no ten years to plan: {1} is missing or has no rows.
      Add decade_lines.csv with a row for each line of the programme and decade_years.csv \
      with a row for each year.
      docs/files.md has every column; datasets/call-2026 has an example.
      """,
      """
      十年計画に必要なデータがありません。{1} がないか、行がありません。
      事業ごとに一行の decade_lines.csv と、年度ごとに一行の decade_years.csv \
      を加えてください。
      列の一覧は docs/files.md に、例は datasets/call-2026 にあります。
      """
    ),
    (
      "Says why no plan keeps all rules, and which changes would give one.",
      "すべての規則を満たす計画がない理由と、どう変えれば計画できるかを示します。"
    ),
    (
      """
      Names rules and data that cannot be kept together, with their files and lines; each \
      of them is needed for that: without any one of them the others can be kept. Then it \
      names the smallest sets of changes with which there is a plan, and what they cost \
      by the relax_cost of the rules; each is tried on the year before it is shown. What \
      programme.json5 calls law is never changed. Of returnees there is always a plan: \
      there it is said what keeps activities from taking place together; of exchange it \
      is said what keeps countries, or the schools named with --hold, from having \
      partners. With --output each set is written as a scenario for --scenario. \
      docs/diagnose.md describes the output.
      """,
      """
      同時に満たせない規則とデータを、ファイルと行とともに示します。示すものはいずれも必要最小限で、\
      どれか一つを除けば残りは同時に満たせます。次に、計画が可能になる最小の変更の組と、規則の relax_cost \
      によるその負担を示します。いずれも実際に年度に当てはめて確かめたものです。programme.json5 で law \
      とされたものは変えません。帰国者の計画は必ず存在するため、活動が同時に実施できない理由を示します。教員交流では、国や \
      --hold で指定した学校が連携校を持てない理由を示します。--output を付けると、変更の組をそれぞれ \
      --scenario 用のシナリオとして書き出します。出力の説明は docs/diagnose.md にあります。
      """
    ),
    ("What has no plan.", "計画のできない対象。"),
    ("all activities, no school", "すべての活動（学校は指定なし）"),
    (
      """
      An activity of returnees that has to take place, or a school of exchange that has \
      to have a partner; may be given several times.
      """,
      "必ず実施する帰国者の活動、または必ず連携校を持つ教員交流の学校。複数回指定できます。"
    ),
    ("How many ways out are shown at most.", "示す解決策の最大数。"),
    (
      "A folder for diagnosis.json, diagnosis.txt and a scenario for each way out.",
      "diagnosis.json、diagnosis.txt と、解決策ごとのシナリオを置くフォルダー。"
    ),
    ("Stops after so many seconds; nothing is said then.", "指定した秒数で終了します。その場合、結果は示しません。"),
    ("--hold: this year has no {1} {2}", "--hold：この年度に{1}「{2}」はありません"),
    (
      "a fault of Musubi: a way out lacks what was asked for.",
      "Musubi の不具合です。解決策に、指定された内容が含まれていません。"
    ),
    (
      "a fault of Musubi: a way out that was found cannot be read.",
      "Musubi の不具合です。見つけた解決策を読み込めません。"
    ),
    (
      "Decides who becomes a partner at which post in which cohort.",
      "誰を、どの派遣先に、どの派遣期で派遣するかを決めます。"
    ),
    (
      """
      The plan is verified against the data before it is written. An interrupt (Ctrl-C) \
      ends the search: the best plan so far is still written, with its true gap; a second \
      one ends the program.
      """,
      """
      計画は書き出す前にデータと照合して検証します。割り込み（Ctrl-C）で探索を終えると、その時点で最良の計画を、\
      最適値との実際の差とともに書き出します。もう一度割り込むとプログラムを終了します。
      """
    ),
    (
      "plans/NAME-dispatch, NAME being the year's folder and what scenarios are called",
      "plans/NAME-dispatch（NAME は年度のフォルダー名とシナリオのファイル名）"
    ),
    ("The plan's folder.", "計画のフォルダー。"),
    (
      """
      Puts first that as few applicants and places as can be would both rather have each \
      other.
      """,
      "互いに現在の配置より望ましいと考える応募者と派遣先の組を、最優先で少なくします。"
    ),
    (
      "Writes K further plans beside it that differ as much as may be, into DIR-2, DIR-3 …",
      "できるだけ異なる別案を K 件、DIR-2、DIR-3 … に書き出します。"
    ),
    (
      "What the points of a further plan may lose; goals before them lose nothing.",
      "別案で許す得点の低下。より上位の目標は下げません。"
    ),
    (
      "Lists for each partner the R people who would step in best, in reserves.csv.",
      "派遣者ごとに、補欠としてふさわしい R 人を reserves.csv に示します。"
    ),
    (
      "--within says what further plans may lose; ask for some by --alternatives",
      "--within は別案で許す低下を定めます。--alternatives で別案を求めてください"
    ),
    (
      "--stable asks for one plan; give it or --alternatives, not both",
      "--stable が求める計画は一つです。--alternatives と同時には指定できません"
    ),
    (
      """
      a stable plan needs every pair of an applicant and a post: {1} applicants and {2} \
      posts are more than the {3} pairs that can be kept.
      """,
      "安定な計画を求めるには、応募者と派遣先のすべての組が必要です。応募者{1}人と派遣先{2}か所では、保持できる{3}組を超えます。"
    ),
    (
      """
      further plans need every pair of an applicant and a post: {1} applicants and {2} \
      posts are more than the {3} pairs that can be kept.
      """,
      "別案を求めるには、応募者と派遣先のすべての組が必要です。応募者{1}人と派遣先{2}か所では、保持できる{3}組を超えます。"
    ),
    (
      """
      reserves need every pair of an applicant and a post: {1} applicants and {2} posts \
      are more than the {3} pairs that can be kept.
      """,
      "補欠を求めるには、応募者と派遣先のすべての組が必要です。応募者{1}人と派遣先{2}か所では、保持できる{3}組を超えます。"
    ),
    (
      "--output is missing: no plan can be named after \"{1}\"",
      "--output がありません。「{1}」からは計画の名前を付けられません"
    ),
  ]
}
