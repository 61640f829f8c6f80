// SPDX-License-Identifier: GPL-3.0-or-later

package import GLPKBackend
package import Wording

/// What a command may know of the world it runs in.
package struct Console: Sendable {
  /// Results.
  package let output: OutputChannel
  /// Everything else.
  package let errors: OutputChannel
  /// Whether `errors` is a terminal, where a line can be rewritten.
  package let rewritesLines: Bool
  /// From now on an interrupt is noted instead of ending the program.
  package let catchInterrupts: @Sendable () -> Void
  /// Whether an interrupt was noted.
  package let isInterrupted: @Sendable () -> Bool
  /// How long searches are run in a process of their own; none where that is not to be.
  package let searchCommand: SearchCommand?
  /// The language of words where the command line does not say one.
  package let language: Language
  /// What is to be kept of the run; nothing where it is not kept.
  var notes: RunNotes?

  package init(
    output: OutputChannel, errors: OutputChannel, rewritesLines: Bool = false,
    catchInterrupts: @escaping @Sendable () -> Void = {},
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    searchCommand: SearchCommand? = nil, language: Language = .english
  ) {
    self.output = output
    self.errors = errors
    self.rewritesLines = rewritesLines
    self.catchInterrupts = catchInterrupts
    self.isInterrupted = isInterrupted
    self.searchCommand = searchCommand
    self.language = language
  }
}
