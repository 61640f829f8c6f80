// SPDX-License-Identifier: GPL-3.0-or-later

internal import CVersion
internal import ProgrammeFiles

/// The version that `--version` shows.
package let version = "0.1.0-dev"

/// The commit that the program was built from, with `+changes` behind it when files had been
/// changed since; nothing when it was built without `make`, or outside a repository.
///
/// No plan holds it: equal versions make equal plans, whatever they were built from.
package let commit: String? = {
  let text = unsafe String(cString: cversion_commit())
  return text.isEmpty ? nil : text
}()

/// The subcommands, in the order in which a planner meets them.
package let commands: [any Command.Type] = [
  InitCommand.self, ConvertCommand.self, CheckCommand.self, GenerateCommand.self,
  DispatchCommand.self, TrainingCommand.self, ReturneesCommand.self, ExchangeCommand.self,
  DecadeCommand.self, PlanCommand.self, WhatIfCommand.self, DiagnoseCommand.self,
  ReplanCommand.self, VerifyCommand.self, ReportCommand.self, ExplainCommand.self,
  ExportCommand.self, MatchCommand.self, HistoryCommand.self, CompletionsCommand.self,
  ManCommand.self,
]

/// Runs one command line.
///
/// - Parameters:
///   - words: The command line without the program's name.
///   - console: Where to write, and whether to stop.
/// - Returns: What to tell the shell.
package func runProgram(_ words: [String], on console: Console) -> ExitCode {
  guard let first = words.first else {
    console.errors.write(programHelp(for: commands))
    return .usage
  }
  if first == "--help" || first == "-h" || first == "help" {
    return showHelp(Array(words.dropFirst()), on: console)
  }
  if first == "--version" {
    console.output.line("musubi \(version) (\(commit.map { "commit \($0)" } ?? "unknown commit"))")
    return .done
  }
  guard let command = commands.first(where: { $0.name == first }) else {
    return refuse(unknown: first, on: console)
  }
  let rest = Array(words.dropFirst())
  if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
    console.output.write(helpText(of: command))
    return .done
  }
  return run(command, rest, on: console)
}

private func run<C: Command>(
  _ type: C.Type, _ words: [String], on console: Console
) -> ExitCode {
  let command: C
  let keeping: KeptRun?
  do throws(UsageError) {
    let arguments = try Arguments(words, operands: C.operands, options: C.allOptions)
    for name in C.requiredOptions where !arguments.has(name) {
      throw UsageError("--\(name) is missing")
    }
    command = try C(arguments)
    keeping = C.keepsRuns ? try KeptRun(arguments, of: C.name) : nil
  } catch {
    console.errors.write(
      """
      musubi \(C.name): \(error)\(error.description.hasSuffix("?") ? "" : ".")
      Usage: \(usageLine(of: C.self))
      "musubi \(C.name) --help" lists the options.

      """)
    return .usage
  }
  do throws(RunError) {
    guard let keeping else { return try command.run(on: console) }
    return try keeping.keep(on: console) { (console) throws(RunError) in
      try command.run(on: console)
    }
  } catch {
    for line in error.message.split(separator: "\n") {
      console.errors.line("musubi \(C.name): \(line)")
    }
    return error.code
  }
}

private func showHelp(_ words: [String], on console: Console) -> ExitCode {
  guard let name = words.first, !name.hasPrefix("-") else {
    console.output.write(programHelp(for: commands))
    return .done
  }
  guard let command = commands.first(where: { $0.name == name }) else {
    return refuse(unknown: name, on: console)
  }
  console.output.write(helpText(of: command))
  return .done
}

private func refuse(unknown word: String, on console: Console) -> ExitCode {
  let isOption = word.hasPrefix("-")
  let names = isOption ? ["--help", "--version"] : commands.map { $0.name }
  let near = NearestName(among: names).nearest(to: word)
  console.errors.write(
    """
    musubi: there is no \(isOption ? "option" : "command") \(clippedForDisplay(word))\
    \(near.map { "; did you mean \($0)?" } ?? ".")
    Usage: musubi COMMAND [options]
    "musubi --help" lists the commands: \(commands.map { $0.name }.joined(separator: " ")).

    """)
  return .usage
}
