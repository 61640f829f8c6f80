// SPDX-License-Identifier: GPL-3.0-or-later

/// The literals of a Swift file that are keys of the catalogue.
///
/// A small lexer: it knows comments, literals of all kinds and brackets, and of each literal
/// what it stands in. Keys are literals
///
/// - in the parentheses of a call in ``calls``, but those of calls inside them;
/// - behind a label in ``labels``;
/// - of a declaration whose type is `Sentence`, an optional or a list of it;
/// - as plurals of counts: the third argument of `counted`, and of an interpolation such as
///   `\(n, "row", "rows")`.
struct SwiftSource {
  /// Calls whose literals are sentences, wherever they are made.
  static let calls: Set = ["localized", "Sentence", "RunError", "UsageError"]
  /// Labels behind which a sentence stands.
  static let labels: Set = ["help", "standard", "says", "measure", "remarks"]
  /// Labels of such calls behind which none stands.
  private static let otherLabels: Set = ["said", "near"]
  /// Words before a parenthesis that call nothing.
  private static let keywords: Set = [
    "return", "in", "throw", "case", "if", "let", "try", "switch", "else", "guard", "where",
  ]
  /// Words that begin another statement than a value that is assigned.
  private static let beginnings: Set = [
    "let", "var", "static", "private", "package", "public", "return", "guard", "for", "init",
    "func",
  ]

  private(set) var keys: [String] = []
  /// All literals, as templates, whatever they stand in.
  private(set) var literals: Set<String> = []
  private let text: [Character]
  private let calls: Set<String>

  /// Finds the keys of a file.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - calls: Further calls whose literals are sentences.
  init(_ text: String, calls: Set<String> = []) {
    self.text = Array(text) + [")"]
    self.calls = Self.calls.union(calls)
    _ = scan(from: 0, isInterpolation: false)
  }

  /// What an open bracket is about.
  private struct Bracket {
    var closing: Character
    /// What is called; nothing for brackets of other kinds.
    var call: String?
    /// Whether literals in it are sentences for what they are assigned to or returned as.
    var isSentence = false
    /// The arguments so far: a literal where it is one alone.
    var arguments: [[Part]] = [[]]
  }

  private enum Part: Equatable {
    case literal(String)
    case other
  }

  // MARK: Code

  /// Scans code up to the bracket that closes it.
  ///
  /// - Returns: Where that bracket stands.
  private mutating func scan(from start: Int, isInterpolation: Bool) -> Int {
    var open = [Bracket(closing: ")", call: isInterpolation ? "\\" : nil)]
    let assignedOutside = assigned
    assigned = []
    defer { assigned = assignedOutside }
    var position = start
    var word = ""
    var last: Character = " "
    while position < text.count {
      let character = text[position]
      if matches("//", at: position) {
        while position < text.count, text[position] != "\n" { position += 1 }
      } else if startsLiteral(at: position) {
        let (end, key) = literal(at: position)
        literals.insert(key)
        let isAssigned = assigned.contains(open.count)
        if isAssigned || isKey(at: position, in: open[open.count - 1]), !Self.isOptions(key) {
          keys.append(key)
        }
        open[open.count - 1].arguments[open[open.count - 1].arguments.count - 1].append(
          .literal(key))
        (position, word, last) = (end, "", "\"")
      } else if character.isLetter || character == "_" {
        let end = endOfWord(at: position)
        word = String(text[position..<end])
        if Self.beginnings.contains(word), open[open.count - 1].closing == "}" || open.count == 1 {
          assigned.removeAll { $0 >= open.count }
        }
        add(.other, to: &open)
        (position, last) = (end, text[end - 1])
      } else if "([{".contains(character) {
        open.append(bracket(character, at: position, behind: word, last, in: open))
        (position, word, last) = (position + 1, "", character)
      } else if ")]}".contains(character) {
        let closed = open.removeLast()
        assigned.removeAll { $0 > open.count }
        addCount(of: closed)
        guard !open.isEmpty else { return position }
        add(.other, to: &open)
        (position, word, last) = (position + 1, "", character)
      } else {
        switch character {
        case ",":
          open[open.count - 1].arguments.append([])
        case "=" where last != "=" && !"!<>".contains(last) && text[position + 1] != "=":
          assigned.removeAll { $0 >= open.count }
          if isSentence(declaredBefore: position) { assigned.append(open.count) }
        case _ where !character.isWhitespace: add(.other, to: &open)
        default: break
        }
        if !character.isWhitespace { (word, last) = ("", character) }
        position += 1
      }
    }
    return position
  }

  /// The depths of brackets at which a sentence is assigned.
  private var assigned: [Int] = []

  private func add(_ part: Part, to open: inout [Bracket]) {
    let arguments = open[open.count - 1].arguments.count - 1
    open[open.count - 1].arguments[arguments].append(part)
  }

  private func bracket(
    _ character: Character, at position: Int, behind word: String, _ last: Character,
    in open: [Bracket]
  ) -> Bracket {
    let outer = open[open.count - 1]
    let isSentence = outer.isSentence || assigned.contains(open.count)
    let isBehind = position > 0 && !text[position - 1].isWhitespace
    switch character {
    case "(":
      let isCall = isBehind && !word.isEmpty && !Self.keywords.contains(word)
      return isCall
        ? Bracket(closing: ")", call: word)
        : Bracket(closing: ")", call: outer.call, isSentence: isSentence)
    case "[":
      let isPlace = isBehind && (last.isLetter || last.isNumber || ")]_".contains(last))
      let isLabelled = label(before: position).map(Self.labels.contains) ?? false
      return isPlace
        ? Bracket(closing: "]")
        : Bracket(closing: "]", call: outer.call, isSentence: isSentence || isLabelled)
    default:
      let declared = declaredType(before: position)
      return Bracket(
        closing: "}", isSentence: declared.map(Self.isSentence) ?? isSentence)
    }
  }

  private mutating func addCount(of closed: Bracket) {
    guard closed.call == "counted" || closed.call == "\\" && closed.closing == ")",
      closed.arguments.count == 3, case .literal(let many)? = closed.arguments[2].first,
      closed.arguments[2].count == 1,
      closed.call == "counted" || closed.arguments[1].first != .other
    else { return }
    keys.append("{1} \(many)")
    literals.insert("{1} \(many)")
  }

  private func isKey(at position: Int, in bracket: Bracket) -> Bool {
    let label = label(before: position)
    if let label, Self.labels.contains(label) { return true }
    if let call = bracket.call, bracket.closing != "}", calls.contains(call) {
      return !(label.map(Self.otherLabels.contains) ?? false)
    }
    if bracket.isSentence { return bracket.call == nil || bracket.closing != ")" }
    return false
  }

  /// Whether a text is how options are written, such as `-h, --help`.
  private static func isOptions(_ text: String) -> Bool {
    text.wholeMatch(of: /--?[\w-]+(, --?[\w-]+)*( [a-z]+(\|[a-z]+)+)?/) != nil
  }

  // MARK: What stands before

  /// The text of the lines before a place, as far as types and labels reach.
  private func before(_ position: Int, most: Int = 160) -> String {
    String(text[max(0, position - most)..<position])
  }

  private func label(before position: Int) -> String? {
    before(position, most: 60).firstMatch(of: /([A-Za-z_]+):\s*$/).map { String($0.1) }
  }

  /// Whether a declaration before an equals sign is of a sentence.
  private func isSentence(declaredBefore position: Int) -> Bool {
    before(position).contains(
      /:\s*(\[?Sentence\]?\??|\[\([^=()]*Sentence\)\])\s*$/)
  }

  /// The type of what a brace gives a body: a value's or a function's.
  private func declaredType(before position: Int) -> String? {
    before(position, most: 400).firstMatch(
      of: /\b(?:var|func|subscript|init)\b[^{}]*?(?:->|:)\s*([^:{}>]+?)\s*$/
    ).map { String($0.1) }
  }

  private static func isSentence(_ type: String) -> Bool {
    type.wholeMatch(of: /\[?Sentence\]?\??|.*\bSentence\)\??/) != nil
  }

  // MARK: Literals

  private func matches(_ word: String, at position: Int) -> Bool {
    position + word.count <= text.count
      && text[position..<position + word.count].elementsEqual(word)
  }

  private func endOfWord(at position: Int) -> Int {
    var end = position
    while end < text.count, text[end].isLetter || text[end].isNumber || text[end] == "_" {
      end += 1
    }
    return end
  }

  private func startsLiteral(at position: Int) -> Bool {
    var place = position
    while place < text.count, text[place] == "#" { place += 1 }
    return place < text.count && text[place] == "\""
  }

  /// Reads a literal.
  ///
  /// - Returns: Where it ends, and its text with `{1}`, `{2}`, … for interpolations.
  private mutating func literal(at start: Int) -> (end: Int, key: String) {
    var position = start
    while text[position] == "#" { position += 1 }
    let hashes = String(repeating: "#", count: position - start)
    let isLong = matches("\"\"\"", at: position)
    let closing = (isLong ? "\"\"\"" : "\"") + hashes
    position += isLong ? 4 : 1
    var lines: [(text: String, isContinued: Bool)] = [("", false)]
    var values = 0
    while !matches(closing, at: position) {
      let character = text[position]
      if matches("\\" + hashes, at: position) {
        position += 1 + hashes.count
        switch text[position] {
        case "(":
          position = scan(from: position + 1, isInterpolation: true) + 1
          values += 1
          lines[lines.count - 1].text += "{\(values)}"
        case "u":
          let end = text[position...].firstIndex(of: "}") ?? position
          let number = UInt32(String(text[position + 2..<end]), radix: 16) ?? 0
          lines[lines.count - 1].text += Unicode.Scalar(number).map { String($0) } ?? ""
          position = end + 1
        case "\n":
          lines[lines.count - 1].isContinued = true
          lines.append(("", false))
          position += 1
        case let escaped:
          let meanings: [Character: String] = ["n": "\n", "t": "\t", "r": "\r", "0": "\0"]
          lines[lines.count - 1].text += meanings[escaped] ?? String(escaped)
          position += 1
        }
      } else if isLong, character == "\n" {
        lines.append(("", false))
        position += 1
      } else {
        lines[lines.count - 1].text.append(character)
        position += 1
      }
    }
    return (position + closing.count, isLong ? Self.joined(lines) : lines[0].text)
  }

  /// The lines of a long literal without their indentation, which the last line shows.
  private static func joined(_ lines: [(text: String, isContinued: Bool)]) -> String {
    let indentation = lines.last?.text ?? ""
    var joined = ""
    for (index, line) in lines.dropLast().enumerated() {
      joined += line.text.hasPrefix(indentation) ? line.text.dropFirst(indentation.count) : ""
      if !line.isContinued, index < lines.count - 2 { joined += "\n" }
    }
    return joined
  }
}
