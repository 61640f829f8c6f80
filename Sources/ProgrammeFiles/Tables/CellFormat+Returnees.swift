// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension CellFormat where Value == [String] {
  /// Codes of languages.
  static let languageCodes = CellFormat(
    type: "list of language codes", range: "ISO 639, separated by `;`",
    expected: "codes of ISO 639 such as th;en",
    parse: { (text, names) throws(CellProblem) in
      var codes: [String] = []
      for member in try members(of: text) {
        do throws(CellProblem) {
          codes.append(try CellFormat<String>.languageCode.parse(member, names))
        } catch {
          throw CellProblem(error.problem, part: member, hint: error.hint)
        }
      }
      return codes
    }, write: { codes, _ in codes.joined(separator: ";") })
}

extension CellFormat where Value == Int {
  /// A distance, in kilometres in the file and metres in the year.
  static func kilometres(to most: Int) -> CellFormat {
    let number = CellFormat<Double>.decimal(in: 0...Double(most))
    return CellFormat(
      type: number.type, range: "0 to \(grouped(most))",
      expected: "a number of kilometres from 0 to \(grouped(most))",
      parse: { (text, names) throws(CellProblem) in
        Int((try number.parse(text, names) * 1_000).rounded())
      }, write: { metres, _ in ProgrammeFiles.kilometres(metres) })
  }
}
