// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of a workbook's cell styles show a number as a day.
final class CellStyles: XMLHandler {
  /// For each style, whether it shows days or times.
  private(set) var isDate: [Bool] = []
  private var codes: [Int: String] = [:]
  private var isInCells = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let number = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[number] = attributes["formatCode"]
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      isDate.append(codes[number].map(Self.showsDays) ?? Self.dateFormats.contains(number))
    default: break
    }
  }

  override func end(_ name: String) {
    if name == "cellXfs" { isInCells = false }
  }

  /// Formats that need no code, those of Japanese Excel included (ECMA-376, part 1,
  /// 18.8.30).
  private static let dateFormats = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// Whether a format's code has a year, month, day, hour or second in it.
  static func showsDays(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for letter in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = letter != "\""
      } else if isBracketed {
        isBracketed = letter != "]"
      } else {
        switch letter {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case "y", "m", "d", "h", "s": return true
        // Only the first part is for numbers above zero.
        case ";": return false
        default: break
        }
      }
    }
    return false
  }
}
