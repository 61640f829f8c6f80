// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// A value of a document, taken apart with a fault for whatever is missing.
struct DocumentMember {
  let value: JSON5Value
  private let file: String

  init(_ value: JSON5Value, of file: String) {
    self.value = value
    self.file = file
  }

  func fault(_ problem: Sentence, expected: Sentence) -> Fault {
    value.fault(in: file, problem: problem, expected: expected)
  }

  func has(_ name: String) -> Bool { value.object?[name] != nil }

  subscript(name: String) -> DocumentMember {
    get throws(Fault) {
      guard let member = value.object?[name] else {
        throw fault("has no member \(name)", expected: "an object with \(name)")
      }
      return DocumentMember(member, of: file)
    }
  }

  func members() throws(Fault) -> [DocumentMember] {
    guard let values = value.array else { throw fault("is no list", expected: "a list") }
    return values.map { DocumentMember($0, of: file) }
  }

  func text() throws(Fault) -> String {
    guard let text = value.string else { throw fault("is no text", expected: "a text") }
    return text
  }

  func integer() throws(Fault) -> Int64 {
    guard let integer = value.number?.integer else {
      throw fault("is no whole number", expected: "a whole number")
    }
    return integer
  }

  func boolean() throws(Fault) -> Bool {
    guard let boolean = value.boolean else {
      throw fault("is neither true nor false", expected: "true or false")
    }
    return boolean
  }

  /// A whole number from 0.
  func count() throws(Fault) -> Int {
    guard let count = Int(exactly: try integer()), count >= 0 else {
      throw fault("is below 0", expected: "a whole number from 0")
    }
    return count
  }
}
