// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import MusubiCommands
internal import Wording

/// The program: file handles, signals, exit code.
@main
enum Main {
  static func main() {
    // A reader that went away is no reason to lose a plan.
    signal(SIGPIPE, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    if SearchHelper.isMeant(by: words) { exit(SearchHelper.run().rawValue) }
    let output = FileHandle(descriptor: STDOUT_FILENO)
    let errors = FileHandle(descriptor: STDERR_FILENO)
    let console = Console(
      output: OutputChannel { output.write($0) },
      errors: OutputChannel { errors.write($0) },
      rewritesLines: isatty(STDERR_FILENO) == 1,
      catchInterrupts: Interrupts.catchAll,
      isInterrupted: { Interrupts.isNoted },
      searchCommand: SearchHelper.command, language: Language(locale: locale))
    let code = runProgram(words, on: console)
    if let problem = output.problem {
      errors.write(resultIsLost(problem, words, on: console))
      exit(ExitCode.cannotWrite.rawValue)
    }
    exit(code.rawValue)
  }

  /// The variables of the environment that say which language is spoken.
  private static var locale: [String: String] {
    var variables: [String: String] = [:]
    for name in Language.localeVariables {
      guard let value = unsafe getenv(name) else { continue }
      variables[name] = unsafe String(cString: value)
    }
    return variables
  }
}
