// SPDX-License-Identifier: GPL-3.0-or-later

/// The help text of one command.
package func helpText(of command: any Command.Type) -> String {
  var lines = [
    command.abstract, "", "Usage: \(usageLine(of: command))", "",
  ]
  lines += wrapped(command.discussion)
  if !command.operands.isEmpty {
    lines += ["", "What it takes:"]
    lines += table(command.operands.map { ($0.name, $0.fullHelp) })
  }
  lines += ["", "Options:"]
  lines += table(
    command.allOptions.map { ($0.synopsis, $0.fullHelp) })
  return lines.joined(separator: "\n") + "\n"
}

/// The line that shows how a command is called.
package func usageLine(of command: any Command.Type) -> String {
  (["musubi", command.name] + command.operands.map(\.name)
    + command.required.map { "--\($0.name) \($0.placeholder ?? "")" } + ["[options]"])
    .joined(separator: " ")
}

/// What the program is, in a sentence.
let programAbstract =
  "Musubi plans people-to-people programmes between Japan and ASEAN, and proves how good its "
  + "plans are."

/// The options of the program without a command.
let programOptions: [(words: String, meaning: String)] = [
  ("-h, --help", "Shows this, or the help of a command."),
  ("--version", "Shows the version and the commit that it was built from."),
]

extension Option {
  /// What it does and what holds without it.
  var fullHelp: String { help + (standard.map { " Without it: \($0)." } ?? "") }
}

extension Operand {
  /// What it is and which words it may be.
  var fullHelp: String {
    choices.isEmpty ? help : "\(help.dropLast()): \(choices.joined(separator: ", "))."
  }
}

/// The help text of the whole program.
package func programHelp(for commands: [any Command.Type]) -> String {
  var lines = wrapped(programAbstract) + ["", "Usage: musubi COMMAND [options]", "", "Commands:"]
  lines += table(commands.map { ($0.name, $0.abstract) })
  lines += ["", "Options:"]
  lines += table(programOptions.map { ($0.words, $0.meaning) })
  lines += ["", "Exit codes:"]
  lines += table(
    ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
  lines += ["", "\"musubi COMMAND --help\" says more about a command."]
  return lines.joined(separator: "\n") + "\n"
}

/// Two columns: terms, and what they mean beside them.
private func table(_ rows: [(term: String, meaning: String)]) -> [String] {
  let width = min(rows.map(\.term.count).max() ?? 0, 24)
  var lines: [String] = []
  for row in rows {
    let meaning = wrapped(row.meaning, width: 76 - width)
    let indent = String(repeating: " ", count: width + 4)
    let padding = String(repeating: " ", count: max(0, width - row.term.count))
    if row.term.count > width {
      lines.append("  " + row.term)
      lines += meaning.map { indent + $0 }
    } else {
      lines.append("  \(row.term)\(padding)  \(meaning.first ?? "")")
      lines += meaning.dropFirst().map { indent + $0 }
    }
  }
  return lines
}

/// A text broken at spaces into lines of a width.
private func wrapped(_ text: String, width: Int = 80) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
  }
  return lines
}
