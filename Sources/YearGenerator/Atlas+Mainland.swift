// SPDX-License-Identifier: GPL-3.0-or-later

extension Atlas {
  static let vietnam = CountryProfile(
    id: "VNM", english: "Vietnam", japanese: "ベトナム", language: "vi",
    regions: [
      Region(
        name: "Northern Vietnam", weight: 12,
        towns: [
          Town("Hanoi", 21028, 105834, tier: 5),
          Town("Hai Phong", 20845, 106640, closed: [.east], tier: 4),
          Town("Thai Nguyen", 21594, 105848, tier: 2, remote: true),
        ]),
      Region(
        name: "Southern Vietnam", weight: 12,
        towns: [
          Town("Ho Chi Minh City", 10790, 106690, tier: 5), Town("Can Tho", 10045, 105747),
          Town("Vung Tau", 10420, 107130, closed: [.south, .west], tier: 3),
        ]),
      Region(
        name: "Central Vietnam", weight: 8,
        towns: [
          Town("Da Nang", 16040, 108180, closed: [.east, .north]),
          Town("Hue", 16450, 107570, closed: [.north, .east], tier: 3),
          Town("Quy Nhon", 13800, 109180, closed: [.east], tier: 2, remote: true),
        ]),
    ],
    halal: 15, vegetarian: 80, dispatchMonths: 8...18, trainingStart: (5, 18), weight: 45)

  static let india = CountryProfile(
    id: "IND", english: "India", japanese: "インド", language: "hi",
    regions: [
      Region(name: "Delhi", weight: 5, towns: [Town("Delhi", 28614, 77209, tier: 5)]),
      Region(name: "Maharashtra", weight: 3, towns: [Town("Pune", 18520, 73857)]),
      Region(name: "Karnataka", weight: 2, towns: [Town("Bengaluru", 12972, 77594)]),
    ],
    halal: 35, vegetarian: 100, dispatchMonths: 7...15, trainingStart: (5, 18), weight: 6)

  static let taiwan = CountryProfile(
    id: "TWN", english: "Taiwan", japanese: "台湾", language: "zh",
    regions: [
      Region(
        name: "Northern Taiwan", weight: 5,
        towns: [
          Town("Taipei", 25000, 121520, closed: [.north], tier: 5),
          Town("Hsinchu", 24790, 121000, closed: [.west]),
        ]),
      Region(name: "Central Taiwan", weight: 4, towns: [Town("Taichung", 24148, 120690)]),
      Region(
        name: "Southern Taiwan", weight: 4,
        towns: [
          Town("Kaohsiung", 22650, 120350, closed: [.west], tier: 5),
          Town("Tainan", 23020, 120260, closed: [.west]),
        ]),
      Region(
        name: "Eastern Taiwan", weight: 2,
        towns: [Town("Hualien", 23940, 121560, closed: [.east], tier: 3, remote: true)]),
    ],
    halal: 15, vegetarian: 95, dispatchMonths: 9...18, trainingStart: (5, 18), weight: 40)

  static let china = CountryProfile(
    id: "CHN", english: "China", japanese: "中国", language: "zh",
    regions: [
      Region(name: "Beijing", weight: 4, towns: [Town("Beijing", 39904, 116407, tier: 5)]),
      Region(
        name: "Liaoning", weight: 3,
        towns: [Town("Dalian", 39000, 121650, closed: [.south, .east])]),
      Region(name: "Sichuan", weight: 3, towns: [Town("Chengdu", 30573, 104066)]),
    ],
    halal: 40, vegetarian: 70, dispatchMonths: 9...15, trainingStart: (6, 29), weight: 0)
}
