// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Reads a document by recursive descent.
///
/// The text is well-formed UTF-8; places between characters are kept all the
/// way, so that every slice of it is text too.
struct JSON5Parser {
  /// As deep as anybody nests by hand, and safe for any stack.
  static let deepestNesting = 128

  let file: String
  let bytes: [UInt8]
  let limits: TextLimits
  var offset = 0
  var line = 1
  var lineStart = 0
  /// Where characters were last counted from, and how many came before.
  var counted = (offset: 0, characters: 0)
  private var depth = 0
  private var valueCount = 0

  init(text: DecodedText, limits: TextLimits) {
    file = text.file
    bytes = text.bytes
    self.limits = limits
  }

  mutating func parseDocument() throws(Fault) -> JSON5Value {
    let document = JSON5Step.document(of: file)
    try skipSpace(in: document)
    let value = try parseValue(document)
    try skipSpace(in: document)
    guard offset == bytes.count else {
      throw fault(document, "stands behind the end of the document", expected: "nothing")
    }
    return value
  }

  private mutating func parseValue(_ step: JSON5Step) throws(Fault) -> JSON5Value {
    let start = position()
    valueCount += 1
    guard valueCount <= limits.values else {
      throw fault(step, "is one value too many", expected: "at most \(grouped(limits.values))")
    }
    switch byte() {
    case UInt8(ascii: "{"):
      return JSON5Value(.object(try parseObject(step)), at: start, step: step)
    case UInt8(ascii: "["):
      return JSON5Value(.array(try parseArray(step)), at: start, step: step)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return JSON5Value(.string(try parseString(step)), at: start, step: step)
    case let first? where isNumberStart(first):
      return JSON5Value(.number(try parseNumber(step)), at: start, step: step)
    default:
      return JSON5Value(try parseWord(step), at: start, step: step)
    }
  }

  private mutating func parseWord(_ step: JSON5Step) throws(Fault) -> JSON5Value.Content {
    let word = wordAhead()
    let content: JSON5Value.Content
    switch word {
    case "null": content = .null
    case "true": content = .boolean(true)
    case "false": content = .boolean(false)
    case "Infinity", "NaN":
      throw fault(step, "is not a finite number", expected: "a number")
    case "":
      throw fault(step, "stands where a value should", expected: "a value")
    default:
      throw fault(
        step, "is not a value", expected: "a value",
        hint: NearestName(among: ["true", "false", "null"]).hint(for: word)
          ?? .advice("Text has to stand in quotes."))
    }
    offset += word.utf8.count
    return content
  }

  private mutating func parseArray(_ step: JSON5Step) throws(Fault) -> [JSON5Value] {
    let container = JSON5Step.Container(step)
    try enter(step)
    var values: [JSON5Value] = []
    try skipSpace(in: step)
    while byte() != UInt8(ascii: "]") {
      values.append(
        try parseValue(JSON5Step(container: container, name: .index(values.count))))
      try skipSpace(in: step)
      guard byte() != UInt8(ascii: "]") else { break }
      guard byte() == UInt8(ascii: ",") else {
        throw fault(step, "stands inside a list", expected: "a comma or ]")
      }
      offset += 1
      try skipSpace(in: step)
    }
    leave()
    return values
  }

  private mutating func parseObject(_ step: JSON5Step) throws(Fault) -> JSON5Object {
    let container = JSON5Step.Container(step)
    try enter(step)
    var members: [JSON5Object.Member] = []
    var indices: [String: Int] = [:]
    try skipSpace(in: step)
    while byte() != UInt8(ascii: "}") {
      let keyPosition = position()
      let key = try parseKey(step)
      let place = JSON5Step(container: container, name: .key(key))
      if let first = indices[key] {
        throw Fault(
          file: file, line: keyPosition.line, place: .path(place.path), value: key,
          problem: "is given twice, first on line \(members[first].keyPosition.line)",
          expected: "each name once", kind: "repeated name")
      }
      try skipSpace(in: place)
      guard byte() == UInt8(ascii: ":") else {
        throw fault(place, "stands behind a name", expected: "a colon")
      }
      offset += 1
      try skipSpace(in: place)
      indices[key] = members.count
      members.append(.init(key: key, keyPosition: keyPosition, value: try parseValue(place)))
      try skipSpace(in: step)
      guard byte() != UInt8(ascii: "}") else { break }
      guard byte() == UInt8(ascii: ",") else {
        throw fault(step, "stands inside an object", expected: "a comma or }")
      }
      offset += 1
      try skipSpace(in: step)
    }
    leave()
    return JSON5Object(members, indices: indices)
  }

  private mutating func parseKey(_ step: JSON5Step) throws(Fault) -> String {
    if byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'") { return try parseString(step) }
    let word = wordAhead()
    guard let first = word.unicodeScalars.first,
      first.properties.isIDStart || first == "$" || first == "_"
    else {
      throw fault(
        step, "stands where a name should", expected: "a name or }",
        hint: word.isEmpty
          ? nil : .advice("A name that does not begin with a letter has to stand in quotes."))
    }
    offset += word.utf8.count
    return word
  }

  private mutating func enter(_ step: JSON5Step) throws(Fault) {
    depth += 1
    guard depth <= Self.deepestNesting else {
      throw fault(
        step, "is nested too deeply", expected: "at most \(Self.deepestNesting) levels")
    }
    offset += 1
  }

  private mutating func leave() {
    depth -= 1
    offset += 1
  }
}
