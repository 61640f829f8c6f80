// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of functions, initializers and cases whose type is `Sentence`, by what is
/// called.
struct SentenceParameters {
  private struct Parameter {
    /// `_` for none.
    var label: String
    var isSentence: Bool
    /// Whether a call may leave it out, also since a closure can stand behind the call.
    var isOptional: Bool
  }

  private struct Declaration {
    var parameters: [Parameter]
    /// The file, or the beginning of the files, that see it.
    var seenIn: String

    /// Whether a call of it has a sentence at a place.
    func takes(_ labels: [String], at position: Int) -> Bool {
      var next = 0
      var isSentence = false
      for parameter in parameters {
        if next < labels.count, labels[next] == parameter.label {
          if next == position { isSentence = parameter.isSentence }
          next += 1
        } else if !parameter.isOptional {
          return false
        }
      }
      return next == labels.count && isSentence
    }
  }

  private var declarations: [String: [Declaration]] = [:]
  /// Members of structures that are sentences, by the structure: its own initializer takes them.
  private var members: [String: Set<String>] = [:]
  /// Names of lists of sentences, by file.
  private var lists: [String: Set<String>] = [:]

  /// All keys of a file, once what it calls is known.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - file: Its path below the sources.
  /// - Returns: The keys; those of arguments last.
  func keys(of source: SwiftSource, in file: String) -> [String] {
    source.keys
      + source.arguments.filter { _, argument in
        takes(argument.position, of: source.calls[argument.call], in: file)
      }.map(\.key)
  }

  /// Whether an argument of a call is a sentence.
  private func takes(_ position: Int, of call: SwiftSource.Call, in file: String) -> Bool {
    if call.name == "append", let receiver = call.receiver {
      return lists[file]?.contains(receiver) ?? false
    }
    return members[call.name]?.contains(call.labels[position]) ?? false
      || declarations[call.name, default: []].contains {
        file.hasPrefix($0.seenIn) && $0.takes(call.labels, at: position)
      }
  }

  /// Takes the declarations of a file.
  ///
  /// - Parameters:
  ///   - code: Its code without literals and comments.
  ///   - file: Its path below the sources, the module first.
  mutating func add(declarationsIn code: String, of file: String) {
    let module = String(file.prefix { $0 != "/" }) + "/"
    lists[file] = Set(
      code.matches(of: /(\w+): (?:inout )?\[Sentence\]/).map { String($0.output.1) })
    var types: [(name: String, kind: String, depth: Int)] = []
    var depth = 0
    var rest = code[...]
    let beginning =
      #/(?<access>private |fileprivate |package |public )?(?:static |mutating |override )*\b(?<kind>struct|class|actor|enum|protocol|extension|func|init|case|let|var)\b[?!]?|[{}]/#
    while let match = rest.firstMatch(of: beginning) {
      rest = rest[match.range.upperBound...]
      let seenIn =
        switch match.output.access {
        case "private ", "fileprivate ": file
        case "package ", "public ": ""
        default: match.output.kind == "case" ? "" : module
        }
      switch match.output.kind {
      case nil:
        depth += match.output.0 == "{" ? 1 : -1
        types.removeAll { $0.depth > depth }
      case "func", "case":
        guard let name = rest.prefixMatch(of: /\s+(\w+)(<[^(]*>)?\(/) else { continue }
        add(rest[name.range.upperBound...], of: String(name.output.1), seenIn)
      case "init":
        guard let opening = rest.prefixMatch(of: /(<[^(]*>)?\(/), let type = types.last
        else { continue }
        add(rest[opening.range.upperBound...], of: type.name, seenIn)
      case "let", "var":
        guard let type = types.last, type.kind == "struct", type.depth == depth,
          let member = rest.prefixMatch(
            of: /\s+(\w+(?:, \w+)*): \[?Sentence\]?\??(?=\s*(=|\n))/)
        else { continue }
        members[type.name, default: []].formUnion(
          member.output.1.split(separator: ", ").map { String($0) })
      case let kind?:
        guard let name = rest.prefixMatch(of: /\s+(?:\w+\.)*(\w+)/) else { continue }
        types.append((String(name.output.1), String(kind), depth + 1))
      }
    }
  }

  /// Takes a list of parameters up to its closing parenthesis.
  private mutating func add(_ list: Substring, of name: String, _ seenIn: String) {
    var texts = [""]
    var depth = 0
    var last: Character = " "
    for character in list {
      switch character {
      case "(", "[", "<": depth += 1
      case ">" where last == "-": break
      case ")", "]", ">": depth -= 1
      default: break
      }
      if depth < 0 { break }
      last = character
      if character == ",", depth == 0 {
        texts.append("")
      } else {
        texts[texts.count - 1].append(character)
      }
    }
    let parameters = texts.map(Self.parameter)
    guard parameters.contains(where: \.isSentence) else { return }
    declarations[name, default: []].append(Declaration(parameters: parameters, seenIn: seenIn))
  }

  private static func parameter(_ text: String) -> Parameter {
    let match = text.wholeMatch(
      of: /(?s)\s*(?:(\w+)(?:\s+\w+)?:\s*)?(.*?)\s*(=.*)?/)
    let type = match?.output.2 ?? ""
    return Parameter(
      label: match?.output.1.map(String.init) ?? "_",
      isSentence: type.wholeMatch(of: /(@autoclosure \(\) -> )?\[?Sentence\]?\??/) != nil,
      isOptional: match?.output.3 != nil || type.contains("->") && !type.contains("@autoclosure"))
  }
}
