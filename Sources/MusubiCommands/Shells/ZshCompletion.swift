// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The script by which zsh completes command lines, from the declarations of commands.
func zshCompletion(of commands: [any Command.Type]) -> String {
  let list = commands.map { command in
    "    " + shellQuoted("\(command.name):\(described(command.abstract.description))")
  }
  var cases: [String] = []
  for command in commands {
    var words = command.allOptions.map(optionWord)
    for (index, operand) in command.operands.enumerated() {
      words.append(
        shellQuoted(
          "\(operand.isRepeated ? "*" : "\(index + 1)"):\(described(operand.name)):"
            + action(operand.completion)))
    }
    cases.append(
      (["        \(command.name))", "          _arguments -s -S \\"]
        + words.dropLast().map { "            \($0) \\" }
        + words.suffix(1).map { "            \($0)" }
        + ["          ;;"]).joined(separator: "\n"))
  }
  return """
    #compdef musubi
    # zsh completion of musubi; made by "musubi completions zsh".
    _musubi() {
      local curcontext="$curcontext" state line
      local -a commands
      commands=(
    \(list.joined(separator: "\n"))
      )
      _arguments -C \\
        '(-h --help)'{-h,--help}'[\(localized("Shows this, or the help of a command."))]' \\
        '--version[\(localized("Shows the version."))]' \\
        '1: :->command' \\
        '*:: :->rest'
      case $state in
        command) _describe -t commands '\(localized("command of musubi"))' commands ;;
        rest)
          curcontext="${curcontext%:*:*}:musubi-$words[1]:"
          case $words[1] in
            help) _arguments '1: :('\(shellQuoted(commands.map { $0.name }.joined(separator: " ")))')' ;;
    \(cases.joined(separator: "\n"))
          esac
          ;;
      esac
    }

    if [ "$funcstack[1]" = "_musubi" ]; then
      _musubi "$@"
    else
      compdef _musubi musubi
    fi

    """
}

private func optionWord(_ option: Option) -> String {
  var spec = "[\(described(option.help.description))]"
  if let placeholder = option.placeholder {
    spec += ":\(described(placeholder)):\(action(option.completion))"
  }
  // An option that may be given several times excludes nothing, not even itself.
  if case .texts = option.kind { return shellQuoted("*--\(option.name)\(spec)") }
  guard let letter = option.letter else { return shellQuoted("--\(option.name)\(spec)") }
  return "'(-\(letter) --\(option.name))'{-\(letter),--\(option.name)}" + shellQuoted(spec)
}

private func action(_ completion: Completion) -> String {
  switch completion {
  case .paths: "_files"
  case .words(let words): "(\(words.joined(separator: " ")))"
  case .nothing: " "
  }
}

/// The first sentence, with what means something to _arguments and _describe escaped.
private func described(_ text: String) -> String {
  var escaped = ""
  for character in firstSentence(of: text) {
    if "[]:\\".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
  return escaped
}

/// A text up to its first full stop.
func firstSentence(of text: String) -> String {
  if let end = text.firstIndex(of: "。") { return String(text[...end]) }
  guard let end = text.firstRange(of: ". ") else { return text }
  return String(text[..<end.lowerBound]) + "."
}
