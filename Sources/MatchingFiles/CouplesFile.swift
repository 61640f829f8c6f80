// SPDX-License-Identifier: GPL-3.0-or-later
public import MatchingCore
internal import Wording

/// A market of persons, couples and places in the line format of the Stable
/// Matching Suite (Bacchus, Drummond, Perrault), with ties.
///
/// ```text
/// # a comment
/// r 0 10 11        person 0 likes place 10 best, then 11
/// c 0 1 2 10 11 11 11   couple 0 of persons 1 and 2: (10, 11), then (11, 11)
/// p 10 1 2 0       place 10 has one seat and likes person 2 best
/// p 11 2 (0 1) 2   place 11 has two seats and likes 0 and 1 equally
/// ```
///
/// Each line says one thing; its first letter tells what. Numbers are
/// identifiers, from 0, in no particular order. Persons in a couple have no
/// `r` line. Beyond the Suite's format, round brackets hold equally good
/// entries, and −1 in a couple's pair is nowhere. Whoever is missing from a
/// list is not acceptable; lists need not agree.
///
/// Persons, couples and places are numbered by ascending identifiers, so that
/// ties are broken by them.
public struct CouplesFile: Sendable {
  /// The market, couples included.
  public let market: CouplesMarket
  /// The same market if there are no couples, for deferred acceptance.
  public let plain: StableMarket?
  /// The identifier of each person.
  public let personIDs: [Int]
  /// The identifier of each place.
  public let placeIDs: [Int]

  /// Reads a file.
  ///
  /// - Parameter bytes: All that it holds.
  /// - Throws: The first fault.
  /// - Complexity: O(*b* log *b*) for *b* bytes.
  public init(reading bytes: [UInt8]) throws(FileFault) {
    let lines = try CouplesLines(bytes)
    let numbering = try Numbering(lines)
    personIDs = numbering.personIDs
    placeIDs = numbering.placeIDs
    var persons = PreferenceLists()
    for line in numbering.lineOfPerson {
      if line >= 0 {
        try lines.add(
          line, to: &persons, numbers: numbering.places, "the number of a place that has a line")
      }
      persons.closeList()
    }
    var places = PreferenceLists()
    var quotas: [Int] = []
    for line in numbering.lineOfPlace {
      quotas.append(lines.lines[line].quota)
      try lines.add(
        line, to: &places, numbers: numbering.persons, "the number of a person that has a line")
      places.closeList()
    }
    var couples: [CouplePreferences] = []
    for line in numbering.coupleLines {
      couples.append(try lines.couple(line, numbering))
    }
    do throws(InvalidMarket) {
      market = try CouplesMarket(
        checking: persons, couples: couples, places: places, quotas: quotas)
      plain =
        couples.isEmpty
        ? try StableMarket(checking: persons, places: places, quotas: quotas) : nil
    } catch {
      throw FileFault(line: nil, token: nil, expected: "a market; \(error)")
    }
  }

  /// Writes a matching in the Suite's format: `m 1` for a stable one, `m 0`
  /// for another, then a line `r PERSON PLACE` for each person with a place.
  ///
  /// - Parameters:
  ///   - placeOfPerson: The place of each person; −1 is nowhere.
  ///   - isStable: Whether the matching is called stable.
  ///   - comment: Said on the first line.
  /// - Returns: The whole file.
  public func solution(
    _ placeOfPerson: [Int32], isStable: Bool, comment: String
  ) -> String {
    var text = "# \(comment)\nm \(isStable ? 1 : 0)\n"
    for (person, place) in placeOfPerson.enumerated() where place >= 0 {
      text += "r \(personIDs[person]) \(placeIDs[Int(place)])\n"
    }
    return text
  }
}

/// The lines of a file, with numbers as they stand there.
struct CouplesLines {
  struct Line {
    var letter: UInt8
    /// Where it stands in the file.
    var number: Int
    var id: Int
    /// Of a place.
    var quota = 0
    /// Of a couple.
    var members = (0, 0)
    /// Its list, in `values` and `isTied`.
    var list: Range<Int>
  }

  private(set) var lines: [Line] = []
  private(set) var values: [Int] = []
  /// Whether the value is as good as the one before it in the list.
  private(set) var isTied: [Bool] = []

  static let ids = 0...Int(Int32.max)

  init(_ bytes: [UInt8]) throws(FileFault) {
    var scanner = WordScanner(bytes, layout: .lines)
    while scanner.nextLine() {
      let word = try scanner.word("r, c, p or #")
      if word.hasPrefix("#") { continue }
      guard ["r", "c", "p"].contains(word), let letter = word.utf8.first else {
        throw FileFault(line: scanner.line, token: word, expected: "r, c, p or #")
      }
      var line = Line(letter: letter, number: scanner.line, id: 0, list: 0..<0)
      switch word {
      case "r":
        line.id = try scanner.wholeNumber(in: Self.ids, "the number of a person")
      case "c":
        line.id = try scanner.wholeNumber(in: Self.ids, "the number of a couple")
        line.members.0 = try scanner.wholeNumber(in: Self.ids, "the number of a person")
        line.members.1 = try scanner.wholeNumber(in: Self.ids, "the number of a person")
      default:
        line.id = try scanner.wholeNumber(in: Self.ids, "the number of a place")
        line.quota = try scanner.wholeNumber(in: Self.ids, "a number of seats")
      }
      line.list = try readList(&scanner, ofCouple: word == "c")
      lines.append(line)
    }
  }

  /// Takes the words to the end of the line.
  private mutating func readList(
    _ scanner: inout WordScanner, ofCouple isCouple: Bool
  ) throws(FileFault) -> Range<Int> {
    let start = values.count
    var isOpen = false
    var isFirstOfTie = false
    while scanner.hasWord() {
      let word = try scanner.word("a number")
      var digits = word[...]
      func fault(_ expected: Sentence) -> FileFault {
        FileFault(line: scanner.line, token: word, expected: expected)
      }
      if digits.hasPrefix("(") {
        guard !isOpen else { throw fault("a number, or a bracket that closes") }
        isOpen = true
        isFirstOfTie = true
        digits.removeFirst()
      }
      let closes = digits.hasSuffix(")")
      if closes {
        guard isOpen else { throw fault("a number, or a bracket that opens") }
        digits.removeLast()
      }
      if !digits.isEmpty {
        guard let value = Int(digits), value >= (isCouple ? -1 : 0), value <= Int(Int32.max) else {
          throw fault(isCouple ? "the number of a place, or -1" : "a number from 0")
        }
        values.append(value)
        isTied.append(isOpen && !isFirstOfTie)
        isFirstOfTie = false
      }
      if closes { isOpen = false }
    }
    guard !isOpen else { throw scanner.missing("a bracket that closes") }
    guard !isCouple || (values.count - start).isMultiple(of: 2) else {
      throw scanner.missing("pairs of places, an even count of numbers")
    }
    return start..<values.count
  }
}

extension CouplesLines {
  /// Adds a line's list with identifiers replaced by numbers.
  func add(
    _ index: Int, to lists: inout PreferenceLists, numbers: [Int: Int], _ expected: Sentence
  ) throws(FileFault) {
    let line = lines[index]
    var seen: Set<Int> = []
    seen.reserveCapacity(line.list.count)
    for position in line.list {
      let id = values[position]
      guard let number = numbers[id] else {
        throw FileFault(
          line: line.number, token: String(id), expected: expected)
      }
      guard seen.insert(id).inserted else {
        throw FileFault(
          line: line.number, token: String(id), expected: "each number once in a list")
      }
      lists.add(number, isTied: isTied[position])
    }
  }

  /// A couple's line with identifiers replaced by numbers.
  fileprivate func couple(
    _ index: Int, _ numbering: Numbering
  ) throws(FileFault) -> CouplePreferences {
    let line = lines[index]
    func place(_ id: Int) throws(FileFault) -> Int? {
      if id < 0 { return nil }
      guard let number = numbering.places[id] else {
        throw FileFault(
          line: line.number, token: String(id), expected: "the number of a place that has a line")
      }
      return number
    }
    var groups: [[CouplePreferences.Pair]] = []
    var seen: Set<CouplePreferences.Pair> = []
    for position in stride(from: line.list.lowerBound, to: line.list.upperBound, by: 2) {
      // A bracket holds whole pairs: the second place of a pair is tied
      // exactly when the bracket was open at the first already.
      let pair = CouplePreferences.Pair(
        try place(values[position]), try place(values[position + 1]))
      let text = "\(values[position]) \(values[position + 1])"
      guard pair.first != nil || pair.second != nil else {
        throw FileFault(line: line.number, token: text, expected: "a place for one of the two")
      }
      guard !isTied[position] || isTied[position + 1] else {
        throw FileFault(
          line: line.number, token: text, expected: "a bracket around whole pairs")
      }
      guard seen.insert(pair).inserted else {
        throw FileFault(line: line.number, token: text, expected: "each pair once in a list")
      }
      if isTied[position], !groups.isEmpty {
        groups[groups.count - 1].append(pair)
      } else {
        groups.append([pair])
      }
    }
    return CouplePreferences(
      first: numbering.persons[line.members.0] ?? -1,
      second: numbering.persons[line.members.1] ?? -1, groups: groups)
  }
}

/// Numbers for identifiers, ascending.
private struct Numbering {
  var personIDs: [Int] = []
  var placeIDs: [Int] = []
  var persons: [Int: Int] = [:]
  var places: [Int: Int] = [:]
  /// The `r` line of each person; −1 for members of couples.
  var lineOfPerson: [Int] = []
  var lineOfPlace: [Int] = []
  /// The `c` lines by ascending identifiers.
  var coupleLines: [Int] = []

  init(_ file: CouplesLines) throws(FileFault) {
    var personLines: [Int: Int] = [:]
    var placeLines: [Int: Int] = [:]
    var coupleOfID: [Int: Int] = [:]
    func claim(
      _ id: Int, _ index: Int, in table: inout [Int: Int], _ expected: Sentence
    ) throws(FileFault) {
      guard table.updateValue(index, forKey: id) == nil else {
        throw FileFault(line: file.lines[index].number, token: String(id), expected: expected)
      }
    }
    for (index, line) in file.lines.enumerated() {
      switch line.letter {
      case UInt8(ascii: "r"):
        try claim(line.id, index, in: &personLines, "each person in one line")
      case UInt8(ascii: "p"):
        try claim(line.id, index, in: &placeLines, "each place in one line")
      default:
        try claim(line.id, index, in: &coupleOfID, "each couple in one line")
        try claim(line.members.0, index, in: &personLines, "each person in one line")
        try claim(line.members.1, index, in: &personLines, "each person in one line")
      }
    }
    personIDs = personLines.keys.sorted()
    placeIDs = placeLines.keys.sorted()
    coupleLines = coupleOfID.sorted { $0.key < $1.key }.map(\.value)
    for (number, id) in personIDs.enumerated() {
      persons[id] = number
      let index = personLines[id] ?? -1
      lineOfPerson.append(file.lines[index].letter == UInt8(ascii: "r") ? index : -1)
    }
    for (number, id) in placeIDs.enumerated() {
      places[id] = number
      lineOfPlace.append(placeLines[id] ?? -1)
    }
  }
}
