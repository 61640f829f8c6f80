// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts that the cells of a workbook share.
final class SharedStrings: XMLHandler {
  /// The texts, in the order in which cells count them.
  private(set) var texts: [String] = []
  private var run = TextRun()

  override func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { run = TextRun() }
    run.start(name)
  }

  override func text(_ bytes: Span<UInt8>) { run.add(bytes) }

  override func end(_ name: String) {
    run.end(name)
    if name == "si" { texts.append(run.string) }
  }
}

/// The text of a cell that may be parted into pieces of different fonts.
///
/// How it is read aloud, which Japanese spreadsheets keep beside it, is no part of it.
struct TextRun {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isReading = false

  /// An element begins.
  mutating func start(_ name: String) {
    if name == "rPh" { isReading = true }
    if name == "t" { isText = !isReading }
  }

  /// An element ends.
  mutating func end(_ name: String) {
    if name == "rPh" { isReading = false }
    if name == "t" { isText = false }
  }

  /// Text inside of whatever element.
  mutating func add(_ more: Span<UInt8>) {
    guard isText else { return }
    for index in more.indices { bytes.append(more[index]) }
  }

  /// The text, characters written as `_x000D_` put in their places (ECMA-376,
  /// part 1, 22.4.2.4).
  var string: String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("_x") else { return text }
    return text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init)
        ?? String(match.output.0)
    }
  }
}
