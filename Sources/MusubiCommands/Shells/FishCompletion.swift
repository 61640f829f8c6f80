// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The script by which fish completes command lines, from the declarations of commands.
func fishCompletion(of commands: [any Command.Type]) -> String {
  var lines = [
    "# fish completion of musubi; made by \"musubi completions fish\".",
    "complete -c musubi -f",
  ]
  for command in commands {
    lines.append(
      "complete -c musubi -n __fish_use_subcommand -a \(command.name) -d "
        + quoted(firstSentence(of: command.abstract.description)))
  }
  lines += [
    "complete -c musubi -n __fish_use_subcommand -a help -d "
      + quoted(localized("Shows the help of a command.")),
    "complete -c musubi -n '__fish_seen_subcommand_from help' -a "
      + quoted(commands.map { $0.name }.joined(separator: " ")),
    "complete -c musubi -n __fish_use_subcommand -s h -l help -d "
      + quoted(localized("Shows the help.")),
    "complete -c musubi -n __fish_use_subcommand -l version -d "
      + quoted(localized("Shows the version.")),
  ]
  for command in commands {
    let isCommand = "complete -c musubi -n '__fish_seen_subcommand_from \(command.name)'"
    for option in command.allOptions {
      let letter = option.letter.map { " -s \($0)" } ?? ""
      let value: String
      switch option.completion {
      case _ where option.kind == .flag: value = ""
      case .paths: value = " -r -F"
      case .words(let words): value = " -x -a \(quoted(words.joined(separator: " ")))"
      case .nothing: value = " -x"
      }
      lines.append(
        "\(isCommand)\(letter) -l \(option.name)\(value) -d \(quoted(firstSentence(of: option.help.description)))"
      )
    }
    if command.operands.contains(where: { $0.completion == .paths }) {
      lines.append("\(isCommand) -F")
    }
    for case .words(let words) in command.operands.map(\.completion) {
      lines.append("\(isCommand) -a \(quoted(words.joined(separator: " ")))")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Text as one word of fish.
private func quoted(_ text: String) -> String {
  "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
}
