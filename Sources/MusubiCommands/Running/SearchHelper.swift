// SPDX-License-Identifier: GPL-3.0-or-later

package import GLPKBackend

/// The program's other use: it answers one search that a run asks of it.
package enum SearchHelper {
  /// The only argument by which the program knows that it is meant; no command is called
  /// that.
  private static let word = "answer-search"

  /// This program, asked for that.
  package static var command: SearchCommand {
    SearchCommand(path: "/proc/self/exe", arguments: [word])
  }

  /// Whether a command line asks for that.
  ///
  /// - Parameter words: The command line without the program's name.
  /// - Returns: Whether `run` is to be called instead of a command.
  package static func isMeant(by words: [String]) -> Bool { words == [word] }

  /// Answers the search on standard input.
  ///
  /// - Returns: What to tell whoever waits for the process.
  package static func run() -> ExitCode { answerSearch(on: 0) ? .done : .ourFault }
}
