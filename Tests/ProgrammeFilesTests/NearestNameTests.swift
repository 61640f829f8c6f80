// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ProgrammeFiles

@Suite struct NearestNameTests {
  @Test(
    "finds what was meant",
    arguments: [
      ("birthdate", "birth_date"), ("brith_date", "birth_date"), ("BIRTH_DATE", "birth_date"),
      ("ｂｉｒｔｈ＿ｄａｔｅ", "birth_date"), ("ﾊﾞﾝｺｸ", "バンコク"), ("バンコック", "バンコク"),
      ("Ha\u{300} Nội", "Hà Nội"),
      ("Hà Noi", "Hà Nội"), ("TH", "THA"), ("JP", nil), ("xyz", nil), ("", nil),
      ("country_of_origin", nil),
    ] as [(String, String?)])
  func nearest(unknown: String, meant: String?) {
    let names = NearestName(among: ["applicant", "birth_date", "country", "バンコク", "Hà Nội", "THA"])
    #expect(names.nearest(to: unknown) == meant)
  }

  @Test("says nothing about running numbers, all of which are near")
  func runningNumbers() {
    let names = NearestName(among: (100...999).map { "A0\($0)" })
    #expect(names.nearest(to: "A0099") == nil)
    #expect(names.nearest(to: "a0123") == "A0123")
  }

  @Test("takes the first of equally near names")
  func ties() {
    #expect(NearestName(among: ["cart", "card"]).nearest(to: "carx") == "cart")
    #expect(NearestName(among: ["card", "cart"]).hint(for: "carx") == .didYouMean("card"))
    #expect(NearestName(among: [String]()).nearest(to: "carx") == nil)
  }

  @Test("agrees with the full table on random words", arguments: [1, 2, 3] as [UInt64])
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      func word() -> String {
        String(
          (0..<Int.random(in: 0...9, using: &random)).map { _ in
            "abc".randomElement(using: &random) ?? "a"
          })
      }
      let names = [word(), word(), word()]
      let query = word()
      let distances = names.map { name in
        let distance = fullDistance(Array(name), Array(query))
        return distance <= max(name.count, query.count) / 3 ? distance : Int.max
      }
      let best = distances.min() ?? Int.max
      let expected = best == Int.max ? nil : distances.firstIndex(of: best).map { names[$0] }
      #expect(NearestName(among: names).nearest(to: query) == expected, "\(names) \(query)")
    }
  }

  @Test("searches 100,000 names without delay")
  func large() {
    var random = SplitMix64(seed: 7)
    let names = (0..<100_000).map { _ in
      String(
        (0..<10).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a" })
    }
    let search = NearestName(among: names)
    var wrong = names[50_000]
    wrong.removeLast()
    #expect(search.nearest(to: wrong) == names[50_000])
  }

  private func fullDistance(_ one: [Character], _ other: [Character]) -> Int {
    var table = [[Int]](repeating: Array(0...other.count), count: one.count + 1)
    for row in 0...one.count { table[row][0] = row }
    for row in 0..<one.count {
      for column in 0..<other.count {
        var best = table[row][column] + (one[row] == other[column] ? 0 : 1)
        best = min(best, table[row][column + 1] + 1, table[row + 1][column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = best
      }
    }
    return table[one.count][other.count]
  }
}
