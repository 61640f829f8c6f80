// SPDX-License-Identifier: GPL-3.0-or-later

/// The script by which bash completes command lines, from the declarations of commands.
func bashCompletion(of commands: [any Command.Type]) -> String {
  func words(_ words: [String]) -> String {
    "mapfile -t COMPREPLY < <(compgen -W \(shellQuoted(words.joined(separator: " "))) -- \"$word\")"
  }
  var cases: [String] = []
  for command in commands {
    var lines = ["    \(command.name))", "      case $previous in"]
    for option in command.allOptions where option.kind != .flag {
      let names = option.spellings.joined(separator: " | ")
      switch option.completion {
      case .paths: lines.append("        \(names)) _musubi_paths; return ;;")
      case .words(let choices): lines.append("        \(names)) \(words(choices)); return ;;")
      case .nothing: lines.append("        \(names)) return ;;")
      }
    }
    lines += [
      "      esac", "      case $word in",
      "        -*) \(words(command.allOptions.flatMap(\.spellings))); return ;;", "      esac",
      "      case $place in",
    ]
    for (index, operand) in command.operands.enumerated() {
      let place = operand.isRepeated ? "*" : "\(index)"
      switch operand.completion {
      case .paths: lines.append("        \(place)) _musubi_paths ;;")
      case .words(let choices): lines.append("        \(place)) \(words(choices)) ;;")
      case .nothing: lines.append("        \(place)) ;;")
      }
    }
    lines += ["      esac", "      ;;"]
    cases.append(lines.joined(separator: "\n"))
  }
  let withValue = Set(
    commands.flatMap { $0.allOptions }.filter { $0.kind != .flag }.flatMap(\.spellings)
  ).sorted()
  return """
    # bash completion of musubi; made by "musubi completions bash".
    _musubi_paths() {
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
    }

    _musubi() {
      local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local command= place=0 index skips=
      COMPREPLY=()
      # Bash takes an equals sign for a word of its own.
      if [[ $word == "=" ]]; then
        word=
      elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((index = 1; index < COMP_CWORD; index++)); do
        if [[ -n $skips ]]; then
          [[ ${COMP_WORDS[index]} == "=" ]] || skips=
          continue
        fi
        case ${COMP_WORDS[index]} in
          \(withValue.joined(separator: " | "))) skips=yes ;;
          -*) ;;
          *) if [[ -z $command ]]; then command=${COMP_WORDS[index]}; else ((place++)); fi ;;
        esac
      done
      case $command in
        "") \(words(commands.map { $0.name } + ["help"] + programOptions.flatMap { $0.words.split(separator: ", ").map(String.init) })) ;;
        help) [[ $place == 0 ]] && \(words(commands.map { $0.name })) ;;
    \(cases.joined(separator: "\n"))
      esac
    }

    complete -F _musubi musubi

    """
}

/// Text as one word of a shell.
func shellQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
