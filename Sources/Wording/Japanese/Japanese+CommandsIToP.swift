// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What commands from init to plan say.
  static let commandsIToP: [(english: String, japanese: String)] = [
    ("the name of a workbook ends in .xlsx, unlike {1}", "ブックの名前は「.xlsx」で終わる必要がありますが、{1}が指定されました"),
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
  ]
}
