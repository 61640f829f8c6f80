// SPDX-License-Identifier: GPL-3.0-or-later

/// What a shell may offer in the place of a value.
enum Completion: Equatable {
  /// Files and folders.
  case paths
  /// Some words.
  case words([String])
  /// Nothing: a number, a name, a text.
  case nothing

  /// What placeholders stand for files and folders.
  private static let wordsOfPaths: Set = [
    "DIR", "FILE", "FILE.xlsx", "FROM", "PATH", "PLAN", "SCENARIO...", "STORE",
  ]

  /// What may stand for a placeholder.
  init(of placeholder: String?) {
    switch placeholder {
    case "COMMAND..."?: self = .words(commands.map { $0.name })
    case let word? where Self.wordsOfPaths.contains(word): self = .paths
    default: self = .nothing
    }
  }
}

extension Option {
  /// What may be offered for its value.
  var completion: Completion {
    switch kind {
    case .choice(let words): .words(words)
    case .flag, .text, .texts, .integer, .number, .share: Completion(of: placeholder)
    }
  }

  /// How it is written: with its letter, if it has one, and with its name.
  var spellings: [String] { (letter.map { ["-\($0)"] } ?? []) + ["--\(name)"] }
}

extension Operand {
  /// What may be offered in its place.
  var completion: Completion {
    choices.isEmpty ? Completion(of: name) : .words(choices)
  }
}
