// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The help text of one command.
package func helpText(of command: any Command.Type) -> String {
  var lines = wrapped(command.abstract.description)
  lines += ["", localized("Usage: \(usageLine(of: command))"), ""]
  lines += wrapped(command.discussion.description)
  if !command.operands.isEmpty {
    lines += ["", localized("What it takes:")]
    lines += table(command.operands.map { ($0.name, $0.fullHelp.description) })
  }
  lines += ["", localized("Options:")]
  lines += table(
    command.allOptions.map { ($0.synopsis, $0.fullHelp.description) })
  return lines.joined(separator: "\n") + "\n"
}

/// The line that shows how a command is called.
package func usageLine(of command: any Command.Type) -> String {
  (["musubi", command.name] + command.operands.map(\.name)
    + command.required.map { "--\($0.name) \($0.placeholder ?? "")" } + [localized("[options]")])
    .joined(separator: " ")
}

/// What the program is, in a sentence.
let programAbstract: Sentence =
  """
  Musubi plans people-to-people programmes between Japan and ASEAN, and proves how good its \
  plans are.
  """

/// The options of the program without a command.
let programOptions: [(words: String, meaning: Sentence)] = [
  ("-h, --help", "Shows this, or the help of a command."),
  ("--lang en|ja", "The language of words; without it that of the locale."),
  ("--version", "Shows the version and the commit that it was built from."),
]

extension Option {
  /// What it does and what holds without it.
  var fullHelp: Sentence { standard.map { "\(help) Without it: \($0)." } ?? help }
}

extension Operand {
  /// What it is and which words it may be.
  var fullHelp: Sentence {
    guard !choices.isEmpty else { return help }
    let clause = String(help.description.dropLast())
    return "\(clause): \(choices.joined(separator: ", "))."
  }
}

/// The help text of the whole program.
package func programHelp(for commands: [any Command.Type]) -> String {
  var lines = wrapped(programAbstract.description)
  lines += ["", localized("Usage: musubi COMMAND [options]"), "", localized("Commands:")]
  lines += table(commands.map { ($0.name, $0.abstract.description) })
  lines += ["", localized("Options:")]
  lines += table(programOptions.map { ($0.words, $0.meaning.description) })
  lines += ["", localized("Exit codes:")]
  lines += table(
    ExitCode.allCases.map { (String($0.rawValue), $0.meaning.description) })
  lines += ["", localized("\"musubi COMMAND --help\" says more about a command.")]
  return lines.joined(separator: "\n") + "\n"
}
