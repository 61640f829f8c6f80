// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// A command line taken apart by a command's declarations.
///
/// Options may stand before, between and behind the operands; `--` ends them.
/// A value follows its option or an equals sign.
package struct Arguments: Sendable {
  /// One for each operand declared; of a repeated one any number.
  package private(set) var operands: [String] = []
  /// What was given by place and by name, as it was written: operands first, then options in
  /// the order in which help texts list them.
  package var given: [(name: String, value: String)] {
    let places = operands.enumerated().map { index, operand in
      (names[min(index, names.count - 1)], operand)
    }
    let options = order.flatMap { name in
      (written[name] ?? []).map { ("--\(name)", $0) }
    }
    return places + options
  }
  private var values: [String: Value] = [:]
  /// Values of options as they were written; empty ones of flags.
  private var written: [String: [String]] = [:]
  /// Names of operands and of options as they are declared.
  private let names: [String]
  private let order: [String]
  private let declared: [String: Option]

  private enum Value: Sendable {
    case flag
    case text(String)
    case texts([String])
    case integer(Int)
    case number(Double)
  }

  /// Takes words apart and checks every value.
  ///
  /// - Parameters:
  ///   - words: What stands behind the command's name.
  ///   - operands: What must be given by place.
  ///   - options: What may be given by name.
  /// - Throws: `UsageError` for the first word that fits no declaration.
  package init(
    _ words: [String], operands: [Operand], options: [Option]
  ) throws(UsageError) {
    names = operands.map(\.name)
    order = options.map(\.name)
    declared = Dictionary(uniqueKeysWithValues: options.map { ($0.name, $0) })
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        self.operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        self.operands.append(word)
        continue
      }
      let (option, inline) = try find(word, among: options)
      try store(option, inline: inline, rest: &rest)
    }
    let isOpen = operands.last?.isRepeated ?? false
    if self.operands.count < operands.count - (isOpen ? 1 : 0) {
      let missing = operands[self.operands.count]
      let help = String(missing.help.description.dropLast())
      throw UsageError("\(missing.name) is missing. \(help)")
    }
    if self.operands.count > operands.count, !isOpen {
      throw UsageError(
        "there is nothing to do with \"\(clippedForDisplay(self.operands[operands.count]))\"")
    }
    if let index = self.operands.firstIndex(of: "") {
      throw UsageError("\(operands[min(index, operands.count - 1)].name) is empty")
    }
    for (operand, word) in zip(operands, self.operands)
    where !operand.choices.isEmpty && !operand.choices.contains(word) {
      let near = NearestName(among: operand.choices).nearest(to: word)
      throw UsageError(
        """
        \(operand.name) is "\(clippedForDisplay(word))"; it must be \(Listing(operand.choices, .orEach))
        """, near: near)
    }
  }

  /// The option a word names, and the value behind its equals sign.
  private func find(
    _ word: String, among options: [Option]
  ) throws(UsageError) -> (Option, inline: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let inline = parts.count == 2 ? String(parts[1]) : nil
    let found =
      name.hasPrefix("--")
      ? declared[String(name.dropFirst(2))]
      : options.first { $0.letter.map { "-\($0)" } == name }
    if let found { return (found, inline) }
    let near = NearestName(among: options.map { "--" + $0.name }).nearest(to: name)
    throw UsageError("there is no option \(clippedForDisplay(name))", near: near)
  }

  private mutating func store(
    _ option: Option, inline: String?, rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let name = "--" + option.name
    let earlier = texts(option.name)
    guard values[option.name] == nil || !earlier.isEmpty else {
      throw UsageError("\(name) is given twice")
    }
    if option.kind == .flag {
      guard inline == nil else { throw UsageError("\(name) takes no value") }
      values[option.name] = .flag
      written[option.name] = [""]
      return
    }
    let text: String
    if let inline {
      text = inline
    } else if let next = rest.first, !next.hasPrefix("--") {
      text = next
      rest.removeFirst()
    } else {
      throw UsageError("\(name) needs a value: \(option.synopsis)")
    }
    let value = try Self.value(text, of: option)
    written[option.name, default: []].append(text)
    if case .texts(let texts) = value {
      values[option.name] = .texts(earlier + texts)
    } else {
      values[option.name] = value
    }
  }

  private static func value(_ text: String, of option: Option) throws(UsageError) -> Value {
    func refused(_ expected: Sentence, near: String? = nil) -> UsageError {
      UsageError(
        "--\(option.name) is \"\(clippedForDisplay(text))\"; it must be \(expected)", near: near)
    }
    switch option.kind {
    case .flag: return .flag
    case .text:
      guard !text.isEmpty else { throw UsageError("--\(option.name) is empty") }
      return .text(text)
    case .texts:
      guard !text.isEmpty else { throw UsageError("--\(option.name) is empty") }
      return .texts([text])
    case .choice(let words):
      guard words.contains(text) else {
        let near = NearestName(among: words).nearest(to: text)
        throw refused(.verbatim(Listing(words, .orEach).description), near: near)
      }
      return .text(text)
    case .integer(_, let range):
      guard let number = Int(text), range.contains(number) else {
        throw refused("a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .integer(number)
    case .number:
      guard let number = Double(text), number.isFinite, number >= 0 else {
        throw refused("a number from 0")
      }
      return .number(number)
    case .share:
      let isPercent = text.hasSuffix("%")
      guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite
      else { throw refused("a share such as 0, 0.001 or 0.1%") }
      let share = isPercent ? number / 100 : number
      guard share >= 0, share < 1 else {
        throw refused("a share from 0 to less than 1, or from 0% to less than 100%")
      }
      return .number(share)
    }
  }
}

// MARK: What was given

extension Arguments {
  /// Whether a flag or an option was given.
  ///
  /// - Precondition: The option is declared.
  package func has(_ name: String) -> Bool {
    precondition(declared[name] != nil, "The option \(name) is not declared.")
    return values[name] != nil
  }

  /// The text or word of an option.
  package func text(_ name: String) -> String? {
    guard has(name), case .text(let text) = values[name] else { return nil }
    return text
  }

  /// The texts of an option that may be given several times, in order.
  package func texts(_ name: String) -> [String] {
    guard has(name), case .texts(let texts) = values[name] else { return [] }
    return texts
  }

  /// The whole number of an option.
  package func integer(_ name: String) -> Int? {
    guard has(name), case .integer(let number) = values[name] else { return nil }
    return number
  }

  /// The number or share of an option.
  package func number(_ name: String) -> Double? {
    guard has(name), case .number(let number) = values[name] else { return nil }
    return number
  }
}
