// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension SettingsReader {
  /// A selector of placements; every placement where there is no value.
  mutating func selector(_ value: JSON5Value?) -> Selector {
    Selector(
      conditions: conditions(value).map { Selector.Condition($0.attribute, $0.test) })
  }

  /// A selector's conditions: attributes, each with a value, a list, a comparison
  /// or `not`.
  mutating func conditions<Attribute: SelectorAttribute>(
    _ value: JSON5Value?
  ) -> [(attribute: Attribute, test: Selector.Test)] {
    guard let value, let object = object(value, keys: Attribute.allCases.map(\.rawValue)) else {
      return []
    }
    var conditions: [(attribute: Attribute, test: Selector.Test)] = []
    for member in object.members {
      guard let attribute = Attribute(rawValue: member.key),
        let test = test(member.value, of: attribute)
      else { continue }
      conditions.append((attribute, test))
    }
    return conditions
  }

  private mutating func test(
    _ value: JSON5Value, of attribute: some SelectorAttribute
  ) -> Selector.Test? {
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
  private mutating func values(
    _ value: JSON5Value, of attribute: some SelectorAttribute
  ) -> [String]? {
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

  private mutating func word(
    _ value: JSON5Value, of attribute: some SelectorAttribute
  ) -> String? {
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
  private mutating func check(
    _ word: String, _ value: JSON5Value, _ attribute: some SelectorAttribute
  ) {
    guard let index = attribute.words(names: names, postNames: postNames), index.isReadable,
      index[word] == nil
    else { return }
    report(
      value, "names no \(index.noun)",
      expected: index.file.isEmpty
        ? "\(index.names.joined(separator: ", "))" : "an identifier of \(index.file)",
      hint: index.hint(for: word))
  }
}

/// What selectors of one problem may name.
protocol SelectorAttribute: RawRepresentable<String>, CaseIterable, Sendable {
  var kind: Attribute.Kind { get }
  /// The words that it can be; nothing when it can be any.
  ///
  /// - Parameters:
  ///   - names: The identifiers of the year's tables.
  ///   - postNames: The identifiers of `posts.csv`, if it is there.
  /// - Returns: The words.
  func words(names: YearNames, postNames: NameIndex?) -> NameIndex?
}

extension Attribute: SelectorAttribute {
  func words(names: YearNames, postNames: NameIndex?) -> NameIndex? {
    switch self {
    case .applicantId: names.applicants
    case .postSchools: names.schools
    case .postCountry, .cohortCountry: names.countries
    case .cohortId: names.cohorts
    case .postId: postNames
    case .applicantSex: NameIndex("sex", among: Sex.allCases)
    case .postHousing: NameIndex("kind of housing", among: Housing.allCases)
    case .postTeacherLevel: NameIndex("teacher level", among: TeacherLevel.allCases)
    default: nil
    }
  }
}

extension NameIndex {
  /// The words of a type.
  convenience init(_ noun: Sentence, among words: [some RawRepresentable<String>]) {
    self.init(noun, in: "", names: words.map(\.rawValue))
  }
}
