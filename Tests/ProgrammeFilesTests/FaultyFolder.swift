// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import ProgrammeFiles

/// The folder `Tests/FaultyFolders/base`, perhaps with another laid over it, with
/// something altered, and every line that reading it should give.
struct FaultyFolder: Sendable, CustomTestStringConvertible {
  enum Edit: Sendable {
    case replace(file: String, old: [UInt8], new: [UInt8])
    case append(file: String, [UInt8])
    case write(file: String, [UInt8])
    case remove(file: String)
  }

  var name: String
  /// Folders beside `base` whose files stand in place of its.
  var layers: [String] = []
  var edits: [Edit] = []
  var expected: [String] = []

  var testDescription: String { name }
}

struct Mistake: Error {
  var line: String
}

extension FaultyFolder {
  /// Where the base and the lists lie.
  static let home =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/FaultyFolders/"

  /// The cases of a list; those of `training.txt` have the folder `training` over
  /// the base.
  static func cases(in list: String) -> [FaultyFolder] {
    var cases: [FaultyFolder] = []
    for line in (contents(home + list) ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        cases.append(
          FaultyFolder(
            name: String(line.dropFirst(3)), layers: list == "training.txt" ? ["training"] : []))
      } else if line.hasPrefix("> ") {
        cases[cases.count - 1].expected.append(String(line.dropFirst(2)))
      } else if let edit = Edit(line) {
        cases[cases.count - 1].edits.append(edit)
      } else {
        cases[cases.count - 1].expected.append("A line that is no edit: \(line)")
      }
    }
    return cases
  }

  /// The base's files with the edits made.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for layer in ["base"] + layers {
      for name in namesInFolder(Self.home + layer) {
        var faults = FaultList()
        files[name] = readBytes(at: Self.home + layer + "/" + name, named: name, faults: &faults)
      }
    }
    for edit in edits {
      switch edit {
      case .remove(let file): files[file] = nil
      case .write(let file, let bytes): files[file] = bytes
      case .append(let file, let bytes): files[file, default: []] += bytes
      case .replace(let file, let old, let new):
        guard let bytes = files[file], let range = bytes.firstRange(of: old) else {
          throw Mistake(line: "\(file) holds no \(String(decoding: old, as: UTF8.self))")
        }
        files[file] = bytes.replacing(old, with: new, subrange: range)
      }
    }
    return files
  }
}

extension [UInt8] {
  fileprivate func replacing(_: [UInt8], with new: [UInt8], subrange: Range<Int>) -> [UInt8] {
    self[..<subrange.lowerBound] + new + self[subrange.upperBound...]
  }
}

extension FaultyFolder.Edit {
  /// Reads an edit such as `replace cohorts.csv | 2027 | 2028`.
  fileprivate init?(_ line: Substring) {
    let line = line.hasSuffix(" |") ? line + " " : line
    let parts = String(line).split(separator: " | ", omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ")
    guard words.count == 2 else { return nil }
    let file = String(words[1])
    switch (words[0], parts.count) {
    case ("remove", 1): self = .remove(file: file)
    case ("write", 2): self = .write(file: file, unescaped(parts[1]))
    case ("append", 2): self = .append(file: file, unescaped(parts[1]))
    case ("replace", 3):
      self = .replace(file: file, old: unescaped(parts[1]), new: unescaped(parts[2]))
    default: return nil
    }
  }
}

/// The bytes of a text in which `\n`, `\r`, `\t`, `\\` and `\xHH` stand for one.
private func unescaped(_ text: Substring) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let mark = rest.popFirst() else {
      bytes.append(byte)
      continue
    }
    switch mark {
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "x"):
      bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    default: bytes.append(mark)
    }
  }
  return bytes
}
