// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A subcommand: parses, checks, runs.
///
/// It never prints and never exits: it writes to the console it is given and
/// returns an exit code, so that tests run it in process.
package protocol Command: SendableMetatype {
  /// The word that calls it.
  static var name: String { get }
  /// One sentence for the list of commands.
  static var abstract: Sentence { get }
  /// What a planner needs to know beyond the options.
  static var discussion: Sentence { get }
  static var operands: [Operand] { get }
  static var options: [Option] { get }
  /// Names of options without which the command cannot run.
  static var requiredOptions: [String] { get }
  /// Whether its runs may be kept in a store, as `--store` asks.
  static var keepsRuns: Bool { get }

  init(_ arguments: Arguments) throws(UsageError)

  /// Does the work.
  ///
  /// - Throws: `RunError` when the work cannot be done; its message has not
  ///   been written.
  func run(on console: Console) throws(RunError) -> ExitCode
}

extension Command {
  package static var requiredOptions: [String] { [] }
  package static var keepsRuns: Bool { false }

  /// The options without which it cannot run.
  static var required: [Option] { options.filter { requiredOptions.contains($0.name) } }

  /// The declared options, those of keeping runs, and `--help`.
  static var allOptions: [Option] {
    let declared = Set(options.map(\.name))
    let keeping = keepsRuns ? KeptRun.options.filter { !declared.contains($0.name) } : []
    return options + keeping + [Option("help", letter: "h", .flag, help: "Shows this help.")]
  }
}

/// Why a command could not do its work: what to say and how to exit.
package struct RunError: Error, Hashable, Sendable {
  package let code: ExitCode
  /// Whole sentences, one a line.
  package let message: String

  /// Says whole sentences, in the language spoken now.
  package init(_ code: ExitCode, _ message: Sentence) {
    self.init(code, said: message.description)
  }

  /// Says a sentence that lacks its full stop yet, and what was probably meant.
  init(_ code: ExitCode, _ sentence: Sentence, near: String?) {
    self.init(code, sentence.asking(near).ended)
  }

  /// Says what is in words already.
  package init(_ code: ExitCode, said message: String) {
    self.code = code
    self.message = message
  }
}
