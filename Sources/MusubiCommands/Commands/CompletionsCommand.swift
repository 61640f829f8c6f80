// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Prints the script by which a shell completes command lines.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let abstract: Sentence = "Prints what a shell needs to complete command lines."
  static let discussion: Sentence = """
    For bash, put "source <(musubi completions bash)" into ~/.bashrc. For zsh, write the output \
    into a file called _musubi in a folder of $fpath. For fish, write it into \
    ~/.config/fish/completions/musubi.fish. "make install" and the Debian package put all three \
    where shells look for them.
    """
  static let operands = [
    Operand("SHELL", choices: Shell.allCases.map(\.rawValue), help: "The shell.")
  ]
  static let options = [Option.language]

  /// A shell that completes command lines.
  private enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  private let shell: Shell

  init(_ arguments: Arguments) throws(UsageError) {
    shell = Shell(rawValue: arguments.operands[0]) ?? .bash
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    switch shell {
    case .bash: console.output.write(bashCompletion(of: commands))
    case .zsh: console.output.write(zshCompletion(of: commands))
    case .fish: console.output.write(fishCompletion(of: commands))
    }
    return .done
  }
}
