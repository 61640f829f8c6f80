// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles

/// Writes a small programme year to begin with.
struct InitCommand: Command {
  static let name = "init"
  static let abstract = "Writes a small programme year to start from."
  static let discussion = """
    The folder shows every file and every setting, filled with a few invented schools and \
    applicants. Replace them with your own; "musubi check" tells what is still amiss.
    """
  static let operands = [Operand("DIR", help: "The folder to write; it must not exist.")]
  static let options = [Option.language, .quiet, .force]

  private let folder: String
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let target = OutputFolder(folder, holds: .year, isForced: isForced)
    try target.check()
    try target.write(programmeFiles(of: starterYear()))
    if !isQuiet {
      console.output.write(
        """
        Wrote a programme year into \(folder).
        Next: musubi check \(folder)

        """)
    }
    return .done
  }
}
