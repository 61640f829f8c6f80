// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension Village {
  static let applicants: [Applicant] = [
    // A couple for Chiang Mai; only one row says so.
    person(1, "佐藤 遥", "サトウ ハルカ", .female, 1999, "Tokyo", accepts: [[1]], english: 3) {
      $0.togetherWith = [1]
      $0.interviewScore = 82
      $0.skills = ["calligraphy", "dance"]
    },
    person(2, "佐藤 翔太", "サトウ ショウタ", .male, 1997, "Tokyo", accepts: [[1]], english: 2) {
      $0.interviewScore = 61
      $0.teachingYears = 2
    },
    // Two for one place of a prefecture.
    person(3, "高橋 亮", "タカハシ リョウ", .male, 1990, "Fukuoka", accepts: [[1]], english: 4) {
      $0.track = "prefecture:Fukuoka"
      $0.interviewScore = 75
      $0.diet = ["vegetarian"]
    },
    person(4, "伊藤 舞", "イトウ マイ", .female, 1988, "Fukuoka", accepts: [[1]], english: 4) {
      $0.track = "prefecture:Fukuoka"
      $0.interviewScore = 90
      $0.teachingYears = 6
    },
    // Two who must not meet in Hanoi.
    person(
      5, "渡辺 葵", "ワタナベ アオイ", .female, 2001, "Osaka", accepts: [[2], [0]], english: 3
    ) {
      $0.apartFrom = [5]
      $0.interviewScore = 70
      $0.tags = [Applicant.firstAbroadTag, Vocabulary.syntheticTag]
    },
    person(
      6, "山本 直樹", "ヤマモト ナオキ", .male, 1985, "Osaka", accepts: [[2]], english: 3
    ) {
      $0.interviewScore = 66
      $0.languages.append(LanguageSkill(code: "vi", level: 2))
      $0.skills = ["kendo"]
    },
    // Lives where the housing is for anybody.
    person(
      7, "中村 樹", "ナカムラ イツキ", .unspecified, 1993, "Aichi", accepts: [[0, 2]],
      english: 2
    ) { $0.interviewScore = 58 },
    person(
      8, "小林 七海", "コバヤシ ナナミ", .female, 2004, "Tokyo", accepts: [], english: 4
    ) {
      $0.track = "university:Hosei"
      $0.interviewScore = 77
      $0.tags = [Vocabulary.syntheticTag, "university:Hosei"]
    },
    // Too old for Vietnam by weeks; the other countries take him.
    person(9, "加藤 茂", "カトウ シゲル", .male, 1956, "Kyoto", accepts: [[2], [0, 1]], english: 2) {
      $0.birthDate = Day.on(1956, 9, 10)
      $0.interviewScore = 64
      $0.teachingYears = 30
      $0.earlierDispatches = 1
    },
    // The interview is too weak for Vietnam.
    person(10, "吉田 愛", "ヨシダ アイ", .female, 1978, "Hyogo", accepts: [[0], [2]], english: 2) {
      $0.diet = ["halal"]
      $0.interviewScore = 49
    },
    person(11, "山田 隆", "ヤマダ タカシ", .male, 1962, "Oita", accepts: [[1, 2]], english: 2) {
      $0.birthDate = Day.on(1962, 3, 3)
      $0.medicalTier = 5
      $0.interviewScore = 88
      $0.teachingYears = 12
    },
    // Little English, and home before Laos and Vietnam end.
    person(12, "佐々木 恵", "ササキ メグミ", .female, 1995, "Saitama", accepts: [], english: 1) {
      $0.interviewScore = 55
      $0.apartFrom = [3]
      $0.availableTo = Day.end(2027, 3)
      $0.availableFrom = Day.on(2026, 1, 1)
      $0.cohorts = [0, 1, 2]
    },
  ]

  private static func person(
    _ number: Int, _ name: String, _ kana: String, _ sex: Sex, _ born: Int, _ prefecture: String,
    accepts: [[Int]], english: Int, _ change: (inout Applicant) -> Void
  ) -> Applicant {
    var person = Applicant(
      id: "A" + padded(number, to: 2), name: name, kana: kana, sex: sex,
      birthDate: Day.on(born, 6, 15), prefecture: prefecture, countryRanks: accepts,
      languages: [LanguageSkill(code: "en", level: english)], tags: [Vocabulary.syntheticTag])
    change(&person)
    return person
  }
}
