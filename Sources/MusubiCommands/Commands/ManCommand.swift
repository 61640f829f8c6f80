// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Writes pages of the manual.
struct ManCommand: Command {
  static let name = "man"
  static let abstract: Sentence = "Prints a page of the manual, or writes all pages."
  static let discussion: Sentence = """
    Pages are in roff; "musubi man dispatch | man -l -" shows one. They say what --help says. \
    "make install" and the Debian package put them where man looks for them.
    """
  static let operands = [
    Operand(
      "COMMAND...", isRepeated: true,
      help: "The command that the page is about; without one, the whole program.")
  ]
  static let options = [
    Option.output(
      "DIR", standard: nil, help: "Writes every page as a file into this folder, which must exist."),
    .language, .force,
  ]

  private let page: ManualPage
  private let output: String?
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    output = arguments.text("output")
    isForced = arguments.has("force")
    guard arguments.operands.count <= 1 else {
      throw UsageError("one command at a time has a page; --output DIR writes all pages")
    }
    guard output == nil || arguments.operands.isEmpty else {
      throw UsageError("--output writes all pages; leave the command out")
    }
    guard output != nil || !isForced else {
      throw UsageError("--force is for --output")
    }
    guard let name = arguments.operands.first else {
      page = ManualPage(of: commands)
      return
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      let near = NearestName(among: commands.map { $0.name }).nearest(to: name)
      throw UsageError("there is no command \(clippedForDisplay(name))", near: near)
    }
    page = ManualPage(of: command, among: commands)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    guard let output else {
      console.output.write(page.text)
      return .done
    }
    let pages = ManualPage.all(of: commands).map { page in
      (OutputFile("\(output)/\(page.file)", isForced: isForced), page)
    }
    for (target, _) in pages { try target.check() }
    for (target, page) in pages { try target.write(Array(page.text.utf8)) }
    return .done
  }
}
