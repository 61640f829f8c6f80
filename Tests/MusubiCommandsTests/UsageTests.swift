// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import MusubiCommands

@Suite struct UsageTests {
  @Test("the program's help is on standard output")
  func help() {
    for words in ["--help", "-h", "help"] {
      let run = run(words)
      #expect(run.code == .done)
      #expect(run.errors == "")
      #expect(run.output == programHelp)
    }
  }

  @Test("without a command the help is an error")
  func nothing() {
    let run = run()
    #expect(run.code == .usage)
    #expect(run.output == "")
    #expect(run.errors == programHelp)
  }

  @Test("a command's help is reached in two ways")
  func commandHelp() {
    for run in [run("dispatch", "--help"), run("help", "dispatch"), run("dispatch", "x", "-h")] {
      #expect(run.code == .done)
      #expect(run.output == dispatchHelp)
    }
  }

  @Test("the version is one line")
  func showsVersion() {
    let known = commit.map { "commit \($0)" } ?? "unknown commit"
    #expect(run("--version").output == "musubi \(version) (\(known))\n")
  }

  @Test("what is unknown is named, with what was probably meant")
  func unknown() {
    let command = run("dispach", "x")
    #expect(command.code == .usage)
    #expect(command.output == "")
    #expect(
      command.errors == """
        musubi: there is no command dispach; did you mean dispatch?
        Usage: musubi COMMAND [options]
        "musubi --help" lists the commands: \(commands.map { $0.name }.joined(separator: " ")).

        """)
    let option = run("--verson")
    #expect(option.code == .usage)
    #expect(option.errors.hasPrefix("musubi: there is no option --verson; did you mean --version?"))
  }

  @Test("a usage error shows the command's usage")
  func usageError() {
    let run = run("generate", "--applicants", "3", "x")
    #expect(run.code == .usage)
    #expect(run.output == "")
    #expect(
      run.errors == """
        musubi generate: --schools is missing.
        Usage: musubi generate DIR --applicants N --schools M [options]
        "musubi generate --help" lists the options.

        """)
  }

  @Test("a language that is not spoken is refused, not ignored")
  func language() {
    let run = run("check", "x", "--lang", "fr")
    #expect(run.code == .usage)
    #expect(run.errors.hasPrefix("musubi check: --lang is \"fr\"; it must be en or ja."))
  }

  @Test("every command has a help text of lines that fit", arguments: commands.map { $0.name })
  func widths(name: String) {
    let help = run(name, "--help").output
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}

private let programHelp = """
  Musubi plans people-to-people programmes between Japan and ASEAN, and proves how
  good its plans are.

  Usage: musubi COMMAND [options]

  Commands:
    init         Writes a small programme year to start from.
    convert      Turns a year's folder into a workbook, or a workbook into a
                 folder.
    check        Finds every fault in the files of a programme year.
    generate     Writes a synthetic programme year of any size.
    dispatch     Decides who becomes a partner at which post in which cohort.
    training     Decides who trains in Japan in which session, and who shares
                 rooms.
    returnees    Decides which returned partner takes part in which activity.
    exchange     Decides which schools in Japan and abroad exchange teachers, and
                 when.
    decade       Decides how much of each programme line in each of ten years.
    plan         Plans a whole year, stage by stage, each fed by the ones before.
    whatif       Compares a plan with what it would be with scenarios.
    diagnose     Says why no plan keeps all rules, and which changes would give
                 one.
    replan       Plans again with the fewest changes to what was announced.
    verify       Checks a plan's rules and values from the data alone.
    report       Writes a plan as a page for a browser or as a workbook.
    explain      Says why somebody is placed there and what another place would
                 cost.
    export       Writes the integer program of one goal as it is solved.
    match        Solves a file of a public format with the matching core.
    history      Lists, compares and restores runs that --store has kept.
    completions  Prints what a shell needs to complete command lines.
    man          Prints a page of the manual, or writes all pages.

  Options:
    -h, --help    Shows this, or the help of a command.
    --lang en|ja  The language of words; without it that of the locale.
    --version     Shows the version and the commit that it was built from.

  Exit codes:
    0   Done; a plan is proven to the asked gap.
    1   A plan was checked and is not valid.
    3   No plan keeps the hard rules.
    4   Stopped at a limit or by an interrupt; the plan shows its true gap.
    5   Stopped before there was a plan.
    64  The command line does not say what to do.
    65  The data have faults.
    66  A file or folder is missing.
    70  A fault of Musubi; nothing was written.
    73  The result cannot be written.

  "musubi COMMAND --help" says more about a command.

  """

private let dispatchHelp = """
  Decides who becomes a partner at which post in which cohort.

  Usage: musubi dispatch DIR [options]

  The plan is verified against the data before it is written. An interrupt
  (Ctrl-C) ends the search: the best plan so far is still written, with its true
  gap; a second one ends the program.

  What it takes:
    DIR  The folder or workbook of a programme year.

  Options:
    -o, --output DIR    The plan's folder. Without it: plans/NAME-dispatch, NAME
                        being the year's folder and what scenarios are called.
    --stable            Puts first that as few applicants and places as can be
                        would both rather have each other.
    --alternatives K    Writes K further plans beside it that differ as much as
                        may be, into DIR-2, DIR-3 …
    --within SHARE      What the points of a further plan may lose; goals before
                        them lose nothing. Without it: 1%.
    --reserves R        Lists for each partner the R people who would step in
                        best, in reserves.csv.
    --gap G             How far from the best possible the points may stay; 0 asks
                        for the best itself. Without it: 0.01%.
    --time-limit S      Stops after so many seconds with the best plan found.
                        Without it: none.
    --work-limit N      Stops after so many steps of calculation with the best
                        plan found. Unlike after so many seconds, that is the same
                        plan on every machine. Without it: none.
    --threads N         How many threads may work; the plan does not depend on it.
                        Without it: one for each core.
    --baseline PLAN     An earlier plan's folder, to stay near to.
    --scenario FILE     A patch of the year's files, as docs/scenarios.md has it;
                        given several times, each is laid on what the ones before
                        have made.
    --format text|json  Prints words for people or one JSON object for programs.
                        Without it: text.
    --lang en|ja        The language of words; files of plans and of data are the
                        same in every language. Without it: that of the locale.
    --quiet             Leaves out progress and notices.
    --force             Replaces what an earlier run wrote there.
    --store FILE        Keeps the run with its plan in this file, made where there
                        is none; musubi history looks into it.
    --by NAME           Who runs it, for the store. Without it: the name by which
                        you are logged in.
    --note TEXT         A note on the run, for the store.
    -h, --help          Shows this help.

  """
