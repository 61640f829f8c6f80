// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What the command whatif says.
  static let whatIfCommand: [(english: String, japanese: String)] = [
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
    ("What is planned.", "計画の対象。"),
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
    ("--sweep: {1}", "--sweep の指定：{1}"),
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
