// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A value of a JSON5 document that knows where it stands.
package struct JSON5Value: Sendable {
  /// What a value may be.
  package enum Content: Sendable {
    /// Nothing.
    case null
    /// True or false.
    case boolean(Bool)
    /// A finite number.
    case number(JSON5Number)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSON5Value])
    /// Named values in the order of the document.
    case object(JSON5Object)
  }

  /// What the value is.
  package let content: Content
  /// Where it begins.
  package let position: TextPosition
  let step: JSON5Step

  init(_ content: Content, at position: TextPosition, step: JSON5Step) {
    self.content = content
    self.position = position
    self.step = step
  }

  /// The way to the value from the top, such as `rules[2].rule`.
  ///
  /// The document itself has an empty path.
  package var path: String { step.path }

  /// The name of the file it stands in.
  ///
  /// A document may hold values of several files when it was put together.
  package var file: String { step.file }
}

/// A place in a text, both parts counted from 1.
package struct TextPosition: Equatable, Sendable {
  /// The line.
  package let line: Int
  /// The character within the line.
  package let character: Int
}

/// A finite number and how it was written.
package struct JSON5Number: Equatable, Sendable {
  /// The number as it stands in the document.
  package let text: String
  /// The nearest floating-point number.
  package let double: Double
  /// The number itself, if it is whole and fits; `1.0` and `1e3` are whole.
  package let integer: Int64?
}

/// The named values of an object, each name once.
package struct JSON5Object: Sendable {
  /// A name and its value.
  package struct Member: Sendable {
    /// The name.
    package let key: String
    /// Where the name stands.
    package let keyPosition: TextPosition
    /// The value.
    package let value: JSON5Value
  }

  /// The members in the order of the document.
  package let members: [Member]
  let indices: [String: Int]

  init(_ members: [Member], indices: [String: Int]) {
    self.members = members
    self.indices = indices
  }

  /// The value with a name, or `nil`.
  package subscript(key: String) -> JSON5Value? {
    indices[key].map { members[$0].value }
  }
}

extension JSON5Value {
  /// Whether it is null.
  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The text, if it is text.
  package var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The truth value, if it is one.
  package var boolean: Bool? {
    if case .boolean(let value) = content { value } else { nil }
  }

  /// The number, if it is one.
  package var number: JSON5Number? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The values, if it is an array.
  package var array: [JSON5Value]? {
    if case .array(let values) = content { values } else { nil }
  }

  /// The members, if it is an object.
  package var object: JSON5Object? {
    if case .object(let object) = content { object } else { nil }
  }

  /// What it is, in words for a message.
  package var kindForDisplay: Sentence {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// A short form of the value for a message.
  package var valueForDisplay: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let values): values.isEmpty ? "[]" : "[…]"
    case .object(let object): object.members.isEmpty ? "{}" : "{…}"
    }
  }

  /// A fault about this value.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - problem: The rest of a sentence that begins with the value.
  ///   - expected: What should stand there.
  ///   - hint: What may help.
  ///   - severity: Whether planning can go on.
  /// - Returns: The fault, with this value's line and path.
  package func fault(
    in file: String, problem: Sentence, expected: Sentence? = nil, hint: Fault.Hint? = nil,
    severity: Fault.Severity = .error
  ) -> Fault {
    Fault(
      file: file, line: position.line, place: path.isEmpty ? nil : .path(path),
      value: valueForDisplay, problem: problem, expected: expected, hint: hint,
      severity: severity)
  }
}

/// One step on the way to a value; steps are joined to a path when asked.
///
/// Values of one container share its place, so that a long list does not
/// hold as many paths.
struct JSON5Step: Sendable {
  /// The container's own step.
  final class Container: Sendable {
    let step: JSON5Step
    init(_ step: JSON5Step) { self.step = step }
  }

  enum Name: Sendable {
    case document(String)
    case key(String)
    case index(Int)
  }

  let container: Container?
  let name: Name

  static func document(of file: String) -> JSON5Step {
    JSON5Step(container: nil, name: .document(file))
  }

  var file: String {
    var step: JSON5Step? = self
    while let here = step {
      if case .document(let file) = here.name { return file }
      step = here.container?.step
    }
    return ""
  }

  var path: String {
    var names: [Name] = []
    var step: JSON5Step? = self
    while let here = step {
      names.append(here.name)
      step = here.container?.step
    }
    return names.reversed().reduce(into: "") { path, name in
      switch name {
      case .document: break
      case .index(let index): path += "[\(index)]"
      case .key(let key) where isPlain(key): path += path.isEmpty ? key : ".\(key)"
      case .key(let key): path += "[\"\(clippedForDisplay(key))\"]"
      }
    }
  }

  private func isPlain(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 80
      && key.unicodeScalars.allSatisfy { $0.properties.isIDContinue || $0 == "$" || $0 == "-" }
  }
}
