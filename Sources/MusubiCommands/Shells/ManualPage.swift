// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// A page of the manual in roff, with the macros of man(7), made from the declarations that
/// help texts are made from.
struct ManualPage {
  /// The file's name.
  let file: String
  /// The page.
  let text: String

  /// The page about a command.
  init(of command: any Command.Type, among commands: [any Command.Type]) {
    let name = "musubi-\(command.name)"
    var page = Roff(name, about: command.abstract.description)
    page.section(localized("SYNOPSIS"))
    page.synopsis(
      ["musubi", command.name],
      command.operands.map { operand in
        operand.isRepeated
          ? "[\\fI\(Roff.escaped(String(operand.name.dropLast(3))))\\fR ...]"
          : "\\fI\(Roff.escaped(operand.name))\\fR"
      }
        + command.required.map { option in
          "\\fB\(Roff.escaped("--\(option.name)"))\\fR \(Self.value(of: option) ?? "")"
        } + [Self.options])
    page.section(localized("DESCRIPTION"))
    page.paragraphs(command.discussion.description)
    if !command.operands.isEmpty {
      page.section(localized("OPERANDS"))
      for operand in command.operands {
        page.term("\\fI\(Roff.escaped(operand.name))\\fR", operand.fullHelp.description)
      }
    }
    page.section(localized("OPTIONS"))
    for option in command.allOptions {
      let names = [option.letter.map { "-\($0)" }, "--\(option.name)"].compactMap { $0 }
      page.term(
        names.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: ", ")
          + (Self.value(of: option).map { " \($0)" } ?? ""), option.fullHelp.description)
    }
    page.exitCodes()
    page.section(localized("SEE ALSO"))
    page.references(["musubi"] + commands.map { "musubi-\($0.name)" }.filter { $0 != name })
    (file, text) = ("\(name).1", page.text)
  }

  /// The page about the whole program.
  init(of commands: [any Command.Type]) {
    var page = Roff("musubi", about: programAbstract.description)
    page.section(localized("SYNOPSIS"))
    page.synopsis(["musubi"], ["\\fICOMMAND\\fR", Self.options])
    page.section(localized("DESCRIPTION"))
    page.paragraphs(programAbstract.description)
    page.section(localized("COMMANDS"))
    for command in commands {
      page.term("\\fBmusubi\\-\(Roff.escaped(command.name))\\fR(1)", command.abstract.description)
    }
    page.section(localized("OPTIONS"))
    for (words, meaning) in programOptions {
      page.term("\\fB\(Roff.escaped(words))\\fR", meaning.description)
    }
    page.exitCodes()
    page.section(localized("SEE ALSO"))
    page.references(commands.map { "musubi-\($0.name)" })
    (file, text) = ("musubi.1", page.text)
  }

  /// All pages.
  static func all(of commands: [any Command.Type]) -> [ManualPage] {
    [ManualPage(of: commands)] + commands.map { ManualPage(of: $0, among: commands) }
  }

  /// What stands for options in a synopsis.
  private static var options: String { "[\\fI\(localized("options"))\\fR]" }

  /// What stands for an option's value.
  private static func value(of option: Option) -> String? {
    guard let placeholder = option.placeholder else { return nil }
    if case .choice(let words) = option.kind {
      return words.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: "|")
    }
    return "\\fI\(Roff.escaped(placeholder))\\fR"
  }
}

/// Text in roff that grows.
private struct Roff {
  private var lines: [String]

  init(_ name: String, about abstract: String) {
    // Neither a day nor a commit: equal programs give equal pages.
    lines = [
      ".TH \(name.uppercased()) 1 \"\" \"Musubi \(version)\" \"Musubi\"", ".nh", ".ad l",
    ]
    section(localized("NAME"))
    lines.append(
      "\(Self.escaped(name)) \\- \(Self.escaped(abstract.hasSuffix(".") || abstract.hasSuffix("。") ? String(abstract.dropLast()) : abstract))"
    )
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func section(_ title: String) { lines.append(".SH \(title)") }

  mutating func synopsis(_ words: [String], _ rest: [String]) {
    lines.append(
      (words.map { "\\fB\(Self.escaped($0))\\fR" } + rest).joined(separator: " "))
  }

  mutating func paragraphs(_ text: String) {
    for (index, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: true)
      .enumerated()
    {
      if index > 0 { lines.append(".PP") }
      lines.append(Self.line(String(paragraph)))
    }
  }

  /// A term that is marked up already, and what it means.
  mutating func term(_ term: String, _ meaning: String) {
    lines += [".TP", term, Self.line(meaning)]
  }

  mutating func exitCodes() {
    section(localized("EXIT STATUS"))
    for code in ExitCode.allCases { term("\\fB\(code.rawValue)\\fR", code.meaning.description) }
  }

  mutating func references(_ names: [String]) {
    lines.append(
      names.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ",\n"))
  }

  /// Text of which no character means anything to roff.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  /// A line of text; one that begins with a point or a quotation mark would be a request.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
