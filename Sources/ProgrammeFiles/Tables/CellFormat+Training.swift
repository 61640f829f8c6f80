// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension CellFormat where Value == [LecturerCount] {
  /// Languages with the classes that can be held in each at a time.
  static let lecturers = CellFormat(
    type: "list of languages", range: "`code:classes` separated by `;`; 0 to 1,000 classes",
    expected: "languages with their classes such as ja:6;id:2",
    parse: { (text, _) throws(CellProblem) in
      var counts: [LecturerCount] = []
      for member in try members(of: text) {
        let parts = member.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
        guard parts.count == 2, isLanguageCode(parts[0]) else {
          throw CellProblem("is not a language with its classes", part: member)
        }
        guard !counts.contains(where: { $0.language == parts[0] }) else {
          throw CellProblem("is named twice", expected: "each language once", part: parts[0])
        }
        guard let classes = Int(halfWidth(parts[1])), (0...1_000).contains(classes) else {
          throw CellProblem("has no number of classes from 0 to 1,000", part: member)
        }
        counts.append(LecturerCount(language: parts[0], classes: classes))
      }
      return counts
    },
    write: { counts, _ in
      counts.map { "\($0.language):\($0.classes)" }.joined(separator: ";")
    })
}

extension CellFormat where Value == [ClosedRange<Day>] {
  /// Single days and ranges of days, ends included.
  static let dayRanges = CellFormat(
    type: "list of days", range: "`day` or `first..last`, separated by `;`",
    expected: "days such as 2026-08-15;2026-12-26..2027-01-05",
    parse: { (text, names) throws(CellProblem) in
      var ranges: [ClosedRange<Day>] = []
      for member in try members(of: text) {
        ranges.append(try dayRange(member, names))
      }
      return ranges
    },
    write: { ranges, _ in
      ranges.map { range in
        range.lowerBound == range.upperBound
          ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
      }.joined(separator: ";")
    })
}

private func dayRange(_ text: String, _ names: YearNames) throws(CellProblem) -> ClosedRange<Day> {
  let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(trimmed)
  guard parts.count <= 2, !parts.contains("") else {
    throw CellProblem("is no range of days", part: text)
  }
  var days: [Day] = []
  for part in parts {
    do throws(CellProblem) {
      days.append(try CellFormat<Day>.day.parse(part, names))
    } catch {
      throw CellProblem(
        error.problem, expected: error.expected ?? CellFormat<Day>.day.expected, part: part,
        hint: error.hint)
    }
  }
  guard days[0] <= days[days.count - 1] else {
    throw CellProblem(
      "ends before it begins", expected: "the earlier day first", part: text,
      hint: .didYouMean("\(days[1])..\(days[0])"))
  }
  return days[0]...days[days.count - 1]
}

extension CellFormat where Value == Fares {
  /// The usual fare, and those of single months.
  static let fares = CellFormat(
    type: "fares", range: "`usual;month=yen;…`; 0 to 100,000,000 yen",
    expected: "the usual fare and then those of months, such as 90000;8=120000;12=130000",
    parse: { (text, _) throws(CellProblem) in
      func yen(_ text: String, of member: String) throws(CellProblem) -> Int64 {
        do throws(CellProblem) {
          return try CellFormat<Int64>.integer(in: 0...100_000_000).parse(text, .none)
        } catch {
          throw CellProblem(
            error.problem, expected: "a whole number of yen from 0 to 100,000,000", part: member,
            hint: error.hint)
        }
      }
      let listed = try members(of: text)
      guard !listed[0].contains("=") else {
        throw CellProblem(
          "has no usual fare", hint: .advice("The fare of the other months comes first."))
      }
      var fares = Fares(usual: try yen(listed[0], of: listed[0]))
      for member in listed.dropFirst() {
        let parts = member.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
        guard parts.count == 2, let month = Int(halfWidth(parts[0])), (1...12).contains(month)
        else { throw CellProblem("is not the fare of a month from 1 to 12", part: member) }
        guard fares.ofMonth[month] == nil else {
          throw CellProblem("is named twice", expected: "each month once", part: parts[0])
        }
        fares.ofMonth[month] = try yen(parts[1], of: parts[1])
      }
      return fares
    },
    write: { fares, _ in
      let months = fares.ofMonth.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return ([String(fares.usual)] + months).joined(separator: ";")
    })
}

extension CellFormat where Value == [Int] {
  /// Months.
  static let months = CellFormat(
    type: "list of months", range: "1 to 12, separated by `;`",
    expected: "months from 1 to 12 separated by ;",
    parse: { (text, _) throws(CellProblem) in
      var months: [Int] = []
      for member in try members(of: text) {
        guard let month = Int(halfWidth(member)), (1...12).contains(month) else {
          throw CellProblem("is no month", part: member)
        }
        guard !months.contains(month) else {
          throw CellProblem("is named twice", expected: "each month once", part: member)
        }
        months.append(month)
      }
      return months
    },
    write: { months, _ in months.map(String.init).joined(separator: ";") })
}

extension CellFormat where Value == CountryMix {
  /// How many countries come together.
  static let mix = CellFormat(
    type: "countries", range: "`any`, `1`, or `2+` to `100+`",
    expected: "any, 1, or at least so many such as 2+",
    parse: { (text, _) throws(CellProblem) in
      let plain = halfWidth(text)
      if plain == "any" { return .any }
      if plain == "1" { return .one }
      let digits = plain.hasSuffix("+") ? String(plain.dropLast()) : plain
      guard let number = Int(digits), number >= 0, !digits.hasPrefix("+") else {
        throw CellProblem("is no number of countries")
      }
      guard (2...100).contains(number) else {
        throw CellProblem(
          "is no number of countries", hint: number == 1 ? .didYouMean("any") : nil)
      }
      guard plain.hasSuffix("+") else {
        throw CellProblem("has no + behind it", hint: .didYouMean("\(number)+"))
      }
      return .atLeast(number)
    },
    write: { mix, _ in
      switch mix {
      case .any: "any"
      case .one: "1"
      case .atLeast(let number): "\(number)+"
      }
    })
}

extension CellFormat where Value == String {
  /// The language of a course: a code, or the word `country`, which is written
  /// for no code and means the language of each person's country.
  static let courseLanguage = CellFormat(
    type: "language code", range: "\(languageCode.range); or country",
    expected: "\(languageCode.expected), or the word country",
    parse: { (text, names) throws(CellProblem) in
      text == "country" ? "" : try languageCode.parse(text, names)
    },
    write: { language, _ in language.isEmpty ? "country" : language })

  /// A country of the year, or Japan.
  static let countryOrJapan = CellFormat(
    type: "country code", range: "an identifier of a country, or \(CalendarEntry.japan)",
    expected: "an identifier of countries.csv, or \(CalendarEntry.japan)",
    parse: { (text, names) throws(CellProblem) in
      if text == CalendarEntry.japan || names.countries[text] != nil { return text }
      guard names.countries.isReadable else { throw .unreadableTable }
      throw CellProblem("names no country", nearestIn: \YearNames.countries)
    }, write: { text, _ in text })
}
