// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension SettingsReader {
  /// A selector: attributes, each with a value, a list, a comparison or `not`.
  mutating func selector(_ value: JSON5Value) -> Selector {
    var selector = Selector(conditions: [])
    guard let object = object(value, keys: Attribute.allCases.map(\.rawValue)) else {
      return selector
    }
    for member in object.members {
      guard let attribute = Attribute(rawValue: member.key),
        let test = test(member.value, of: attribute)
      else { continue }
      selector.conditions.append(Selector.Condition(attribute, test))
    }
    return selector
  }

  private mutating func test(_ value: JSON5Value, of attribute: Attribute) -> Selector.Test? {
    guard let object = value.object else { return values(value, of: attribute).map { .among($0) } }
    let comparisons = ["lt", "le", "gt", "ge"]
    guard self.object(value, keys: ["in", "not"] + comparisons) != nil else { return nil }
    let used = object.members.map(\.key).filter { (["in", "not"] + comparisons).contains($0) }
    guard let first = used.first else {
      report(value, "tests nothing", expected: "in, not, lt, le, gt or ge")
      return nil
    }
    if first == "in" || first == "not" || used.contains("in") || used.contains("not") {
      guard used.count == 1, let member = object[first] else {
        report(value, "tests several things", expected: "in or not, alone")
        return nil
      }
      return values(member, of: attribute).map { first == "in" ? .among($0) : .noneAmong($0) }
    }
    guard attribute.kind == .number else {
      report(
        value, "compares what is not a number", expected: "a value, a list, or not",
        hint: nil)
      return nil
    }
    return range(value, object)
  }

  private mutating func range(_ value: JSON5Value, _ object: JSON5Object) -> Selector.Test? {
    func isTwice(_ one: String, _ other: String) -> Bool {
      object[one] != nil && object[other] != nil
    }
    guard !isTwice("lt", "le"), !isTwice("gt", "ge") else {
      report(value, "says one end twice", expected: "lt or le, and gt or ge")
      return nil
    }
    let bounds: ClosedRange<Int64> = -1_000_000_000...1_000_000_000
    let upper =
      object["le"].flatMap { integer($0, in: bounds) }
      ?? object["lt"].flatMap { integer($0, in: bounds) }.map { $0 - 1 }
    let lower =
      object["ge"].flatMap { integer($0, in: bounds) }
      ?? object["gt"].flatMap { integer($0, in: bounds) }.map { $0 + 1 }
    if let lower, let upper, lower > upper {
      report(value, "lets no number through", expected: "a lower end below the upper one")
      return nil
    }
    return .range(lower, upper)
  }

  /// One value or a list of them, as words.
  private mutating func values(_ value: JSON5Value, of attribute: Attribute) -> [String]? {
    guard let list = value.array else { return word(value, of: attribute).map { [$0] } }
    guard !list.isEmpty else {
      report(value, "names nothing", expected: "at least one value")
      return nil
    }
    var words: [String] = []
    for value in list {
      if let word = word(value, of: attribute) { words.append(word) }
    }
    return words.count == list.count ? words : nil
  }

  private mutating func word(_ value: JSON5Value, of attribute: Attribute) -> String? {
    switch attribute.kind {
    case .number:
      return integer(value, in: -1_000_000_000...1_000_000_000).map(String.init)
    case .yesNo:
      if let boolean = value.boolean { return boolean ? "yes" : "no" }
      if let word = value.string, word == "yes" || word == "no" { return word }
      report(value, "is \(value.kindForDisplay)", expected: "true or false")
      return nil
    case .word, .list:
      guard let word = text(value) else { return nil }
      check(word, value, attribute)
      return word
    }
  }

  /// Reports words that the attribute can never be.
  private mutating func check(_ word: String, _ value: JSON5Value, _ attribute: Attribute) {
    let index: NameIndex
    switch attribute {
    case .applicantId: index = names.applicants
    case .postSchools: index = names.schools
    case .postCountry, .cohortCountry: index = names.countries
    case .cohortId: index = names.cohorts
    case .postId:
      guard let postNames else { return }
      index = postNames
    case .applicantSex: index = Self.words("sex", Sex.self)
    case .postHousing: index = Self.words("kind of housing", Housing.self)
    case .postTeacherLevel: index = Self.words("teacher level", TeacherLevel.self)
    default: return
    }
    guard index.isReadable, index[word] == nil else { return }
    report(
      value, "names no \(index.noun)",
      expected: index.file.isEmpty
        ? index.names.joined(separator: ", ") : "an identifier of \(index.file)",
      hint: index.hint(for: word))
  }

  private static func words<Word>(_ noun: String, _: Word.Type) -> NameIndex
  where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
    NameIndex(noun, in: "", names: Word.allCases.map(\.rawValue))
  }
}
