// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing
import Wording

@testable import MusubiCommands

/// Completions and manual pages say what the commands declare.
@Suite struct ShellsTests {
  @Test("every option of every command is completed", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) {
    let run = run("completions", shell)
    #expect(run.code == .done)
    #expect(run.errors == "")
    for command in commands {
      #expect(run.output.contains(command.name))
      for option in command.allOptions {
        #expect(
          run.output.contains(shell == "fish" ? "-l \(option.name)" : "--\(option.name)"),
          "\(command.name) --\(option.name)")
      }
    }
  }

  @Test("bash completes commands, options, words and paths where they belong")
  func bash() throws {
    let scratch = try Scratch()
    try scratch.write(run("completions", "bash").output, to: "musubi.bash")
    try scratch.write("", to: "a plan.txt")
    for (line, expected) in [
      (["musubi", "wha"], ["whatif"]),
      (["musubi", "help", "dis"], ["dispatch"]),
      (["musubi", "dispatch", "--st"], ["--stable", "--store"]),
      (["musubi", "dispatch", "year", "--format", ""], ["text", "json"]),
      (["musubi", "dispatch", "--format", "=", "j"], ["json"]),
      (["musubi", "dispatch", "--format", "="], ["text", "json"]),
      (["musubi", "dispatch", "--gap", ""], []),
      (["musubi", "dispatch", "--gap", "0", "a"], ["a plan.txt"]),
      (["musubi", "dispatch", "year", "-o", "a"], ["a plan.txt"]),
      (["musubi", "history", "re"], ["restore"]),
      (["musubi", "history", "show", "a"], ["a plan.txt"]),
      (["musubi", "completions", ""], ["bash", "zsh", "fish"]),
    ] {
      #expect(try completed(line, in: scratch) == expected, "\(line)")
    }
  }

  /// What bash offers for a command line that was split into words.
  private func completed(_ words: [String], in scratch: Scratch) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    process.arguments =
      [
        "--norc", "--noprofile", "-c",
        """
        source ./musubi.bash
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _musubi
        for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
        """, "bash",
      ] + words
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }

  @Test("pages of the manual tell every option with its help")
  func manual() throws {
    for command in commands {
      let run = run("man", command.name)
      #expect(run.code == .done)
      let plain = run.output.replacing("\\-", with: "-").replacing("\\fB", with: "")
        .replacing("\\fI", with: "").replacing("\\fR", with: "")
      #expect(plain.hasPrefix(".TH MUSUBI-\(command.name.uppercased()) 1 "))
      for option in command.allOptions {
        #expect(plain.contains("--\(option.name)"))
        #expect(plain.contains(option.fullHelp.description), "\(command.name) --\(option.name)")
      }
      for paragraph in command.discussion.description.split(separator: "\n") {
        #expect(plain.contains(paragraph))
      }
    }
    let page = run("man").output
    for command in commands {
      #expect(page.contains(command.abstract.description.replacing("-", with: "\\-")))
    }
  }

  @Test("all pages are written at once, and only over older ones by force")
  func allPages() throws {
    let scratch = try Scratch()
    #expect(run("man", "-o", scratch.path).code == .done)
    let names = ["musubi.1"] + commands.map { "musubi-\($0.name).1" }
    #expect(try scratch.names() == names.sorted())
    #expect(try scratch.text(of: "musubi-plan.1") == run("man", "plan").output)
    #expect(run("man", "-o", scratch.path).code == .cannotWrite)
    #expect(run("man", "-o", scratch.path, "--force").code == .done)
    #expect(run("man", "dispach").errors.contains("did you mean dispatch?"))
    #expect(run("man", "plan", "-o", scratch.path).code == .usage)
    #expect(run("completions", "csh").errors.contains("it must be bash or zsh or fish"))
  }
}
