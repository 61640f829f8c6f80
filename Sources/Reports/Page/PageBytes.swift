// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Puts a page together: styles, libraries with their licences, scripts, words and data.
///
/// The page's policy lets nothing be loaded from anywhere and only these very scripts run, so
/// that no text in the data can become more than text.
///
/// - Parameters:
///   - title: What the page is about.
///   - language: The language in which it opens.
///   - data: What its scripts show.
/// - Returns: The page as UTF-8.
/// - Complexity: Linear in the data.
func pageBytes(
  title: String, language: Language, data: CanonicalJSON
) -> [UInt8] {
  let style = PageAsset.style.bytes
  let scripts = PageAsset.scripts.map(\.bytes)
  let policy =
    "default-src 'none'; script-src "
    + scripts.map { "'sha256-\(SHA256.base64(of: $0))'" }.joined(separator: " ")
    + "; style-src 'sha256-\(SHA256.base64(of: style))'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"
  var page: [UInt8] = []
  for piece in PageAsset.page.text.split(separator: "{{", omittingEmptySubsequences: false) {
    guard let end = piece.firstRange(of: "}}") else {
      page += piece.utf8
      continue
    }
    switch piece[..<end.lowerBound] {
    case "language": page += language.rawValue.utf8
    case "policy": page += policy.utf8
    case "title": page += escapedForHTML(title).utf8
    case "style": page += element("style", style)
    case "licences":
      for licence in PageAsset.libraries.map(\.licence) {
        page += element("pre", Array(escapedForHTML(licence.text).utf8))
      }
    case "data": page += block("data", data.bytes(.compact))
    case "words": page += block("words", PageAsset.words.bytes)
    case "countries": page += block("countries", PageAsset.countries.bytes)
    case "scripts": for script in scripts { page += element("script", script) }
    case let name: preconditionFailure("A page has no place \(name).")
    }
    page += piece[end.upperBound...].utf8
  }
  return page
}

/// Text that a browser shows as it is, between tags and in quoted attributes.
func escapedForHTML(_ text: String) -> String {
  var escaped = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(character)
    }
  }
  return escaped
}

private func element(_ name: String, _ content: [UInt8]) -> [UInt8] {
  Array("<\(name)>".utf8) + content + Array("</\(name)>\n".utf8)
}

/// JSON that scripts read by its identifier, and that cannot end its element.
private func block(_ identifier: String, _ json: [UInt8]) -> [UInt8] {
  var block = Array("<script type=\"application/json\" id=\"\(identifier)\">".utf8)
  block.reserveCapacity(json.count + json.count / 16)
  // In JSON a less-than sign stands inside texts only.
  for byte in json {
    if byte == UInt8(ascii: "<") { block += "\\u003c".utf8 } else { block.append(byte) }
  }
  return block + "</script>\n".utf8
}
