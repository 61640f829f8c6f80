// SPDX-License-Identifier: GPL-3.0-or-later

internal import CVersion
internal import ProgrammeFiles
internal import Wording

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
  let language = languageAsked(by: words) ?? console.language
  return language.spoken { runCommand(withoutLeadingLanguage(words), on: console) }
}

/// What is said when the result of a command line got lost on its way out.
package func resultIsLost(_ problem: Int32, _ words: [String], on console: Console) -> String {
  (languageAsked(by: words) ?? console.language).spoken {
    localized(
      "musubi: the result cannot be written to standard output: \(SystemError(problem)).") + "\n"
  }
}

/// The language that a command line asks for, found before anything else of it is looked at, so
/// that errors of the rest are told in it too.
private func languageAsked(by words: [String]) -> Language? {
  let words = words.prefix { $0 != "--" }
  for (word, next) in zip(words, words.dropFirst() + [""]) {
    let value = word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : ""
    if let language = Language(rawValue: value) { return language }
  }
  return nil
}

/// The command line without a language that stands before its command.
private func withoutLeadingLanguage(_ words: [String]) -> [String] {
  guard let first = words.first, languageAsked(by: Array(words.prefix(2))) != nil else {
    return words
  }
  if first == "--lang" { return Array(words.dropFirst(2)) }
  return first.hasPrefix("--lang=") ? Array(words.dropFirst()) : words
}

private func runCommand(_ words: [String], on console: Console) -> ExitCode {
  guard let first = words.first else {
    console.errors.write(programHelp(for: commands))
    return .usage
  }
  if first == "--help" || first == "-h" || first == "help" {
    return showHelp(Array(words.dropFirst()), on: console)
  }
  if first == "--version" {
    let built = commit.map { localized("commit \($0)") } ?? localized("unknown commit")
    console.output.line("musubi \(version) (\(built))")
    return .done
  }
  guard let command = commands.first(where: { $0.name == first }) else {
    return refuse(unknown: first, before: words.dropFirst().first, on: console)
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
    console.errors.line("musubi \(C.name): \(Sentence.verbatim(error.description).ended)")
    console.errors.line(localized("Usage: \(usageLine(of: C.self))"))
    console.errors.line(localized("\"musubi \(C.name) --help\" lists the options."))
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

private func refuse(
  unknown word: String, before next: String? = nil, on console: Console
) -> ExitCode {
  let isOption = word.hasPrefix("-")
  let names = isOption ? ["--help", "--version"] : commands.map { $0.name }
  let near = NearestName(among: names).nearest(to: word)
  let shown = clippedForDisplay(word)
  var error =
    isOption
    ? UsageError("there is no option \(shown)", near: near)
    : UsageError("there is no command \(shown)", near: near)
  if word == "--lang" || word.hasPrefix("--lang=") {
    // Of a language before the command only one that is not spoken comes here.
    do throws(UsageError) {
      _ = try Arguments([word] + (next.map { [$0] } ?? []), operands: [], options: [.language])
    } catch let wrong {
      error = wrong
    }
  }
  let list = commands.map { $0.name }.joined(separator: " ")
  console.errors.line("musubi: \(Sentence.verbatim(error.description).ended)")
  console.errors.line(localized("Usage: musubi COMMAND [options]"))
  console.errors.line(localized("\"musubi --help\" lists the commands: \(list)."))
  return .usage
}
