// SPDX-License-Identifier: GPL-3.0-or-later

/// The literals of a Swift file that are keys of the catalogue.
///
/// A small lexer: it knows comments, literals of all kinds and brackets, and of each literal
/// what it stands in. Keys are literals
///
/// - in the parentheses of `localized` and `Sentence`, but not in those of calls inside them;
/// - of a declaration whose type is `Sentence`, an optional or a list of it;
/// - as arguments for which a function, an initializer or a case of an enumeration takes a
///   sentence, and appended to lists of sentences; ``SentenceParameters`` knows which;
/// - as plurals of counts: the third argument of `counted`, and of an interpolation such as
///   `\(n, "row", "rows")`.
struct SwiftSource {
  /// Calls whose literals are sentences, wherever they are made.
  private static let sentenceCalls: Set = ["localized", "Sentence"]
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
  /// Literals that are arguments of calls, alone or in parentheses, lists and conditions: keys
  /// where the parameter is a sentence.
  private(set) var arguments: [(key: String, argument: Argument)] = []
  /// The calls of `arguments`, with the labels of what they are given.
  private(set) var calls: [Call] = []
  /// All literals, as templates, whatever they stand in.
  private(set) var literals: Set<String> = []
  private let text: [Character]
  /// Where comments and literals stand.
  private var hidden: [Range<Int>] = []

  /// Takes a file's text apart.
  init(_ text: String) {
    self.text = Array(text) + [")"]
    _ = scan(from: 0, isInterpolation: false)
  }

  /// A place in a call: the call's number, and the argument's, both from 0.
  struct Argument: Hashable {
    var call: Int
    var position: Int
  }

  /// What is called, and the label of each argument; `_` for none.
  struct Call {
    var name: String
    /// What stands before the point, where that is a name.
    var receiver: String?
    var labels: [String] = []
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
    /// The labels of the arguments so far; `_` for none.
    var labels = ["_"]
    /// The number of the call.
    var number: Int?
    /// The argument of a call outside that all of this is.
    var outer: Argument?

    /// What a literal here is an argument of.
    var argument: Argument? {
      outer ?? number.map { Argument(call: $0, position: arguments.count - 1) }
    }
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
        let start = position
        while position < text.count, text[position] != "\n" { position += 1 }
        hidden.append(start..<position)
      } else if startsLiteral(at: position) {
        let (end, key) = literal(at: position)
        literals.insert(key)
        hidden.append(position..<end)
        let isAssigned = assigned.contains(open.count)
        if Self.isOptions(key) {
          // Written the same in all languages.
        } else if isAssigned || isKey(in: open[open.count - 1]) {
          keys.append(key)
        } else if let argument = open[open.count - 1].argument {
          arguments.append((key, argument))
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
        if let number = closed.number { calls[number].labels = closed.labels }
        guard !open.isEmpty else { return position }
        add(.other, to: &open)
        (position, word, last) = (position + 1, "", character)
      } else {
        switch character {
        case ",":
          open[open.count - 1].arguments.append([])
          open[open.count - 1].labels.append("_")
        case ":" where open[open.count - 1].arguments.last == [.other] && !word.isEmpty:
          open[open.count - 1].labels[open[open.count - 1].labels.count - 1] = word
          add(.other, to: &open)
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

  private mutating func bracket(
    _ character: Character, at position: Int, behind word: String, _ last: Character,
    in open: [Bracket]
  ) -> Bracket {
    let outer = open[open.count - 1]
    let isSentence = outer.isSentence || assigned.contains(open.count)
    let isBehind = position > 0 && !text[position - 1].isWhitespace
    switch character {
    case "(":
      let isCall = isBehind && !word.isEmpty && !Self.keywords.contains(word)
      guard isCall else {
        return Bracket(
          closing: ")", call: outer.call, isSentence: isSentence, outer: outer.argument)
      }
      calls.append(Call(name: word, receiver: receiver(before: position - word.count)))
      return Bracket(closing: ")", call: word, number: calls.count - 1)
    case "[":
      let isPlace = isBehind && (last.isLetter || last.isNumber || ")]_".contains(last))
      return isPlace
        ? Bracket(closing: "]")
        : Bracket(
          closing: "]", call: outer.call, isSentence: isSentence,
          outer: outer.argument)
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

  private func isKey(in bracket: Bracket) -> Bool {
    if let call = bracket.call, bracket.closing != "}", Self.sentenceCalls.contains(call) {
      return true
    }
    return bracket.isSentence && (bracket.call == nil || bracket.closing != ")")
  }

  /// Whether a text is how options are written, such as `-h, --help`.
  private static func isOptions(_ text: String) -> Bool {
    text.wholeMatch(of: /--?[\w-]+(, --?[\w-]+)*( [a-z]+(\|[a-z]+)+)?/) != nil
  }

  /// The code with blanks in place of comments and literals.
  var code: String {
    var code = text
    for range in hidden {
      for place in range where code[place] != "\n" { code[place] = " " }
    }
    return String(code.dropLast())
  }

  // MARK: What stands before

  /// The text of the lines before a place, as far as types and labels reach.
  private func before(_ position: Int, most: Int = 160) -> String {
    String(text[max(0, position - most)..<position])
  }

  /// The name whose member a word is, if a name and a point stand before it.
  private func receiver(before start: Int) -> String? {
    guard start > 0, text[start - 1] == "." else { return nil }
    var first = start - 1
    while first > 0, text[first - 1].isLetter || text[first - 1].isNumber { first -= 1 }
    return first < start - 1 ? String(text[first..<start - 1]) : nil
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
