// SPDX-License-Identifier: GPL-3.0-or-later

extension Atlas {
  static let thailand = CountryProfile(
    id: "THA", english: "Thailand", japanese: "タイ", language: "th",
    regions: [
      Region(
        name: "Northern Thailand", weight: 20,
        towns: [
          Town("Chiang Mai", 18788, 98985, tier: 5), Town("Lampang", 18289, 99493, tier: 3),
          Town("Chiang Rai", 19910, 99840, closed: [.north]), Town("Phitsanulok", 16822, 100265),
          Town("Nakhon Sawan", 15700, 100137, tier: 3),
          Town("Nan", 18783, 100778, closed: [.east], tier: 2, remote: true),
        ]),
      Region(
        name: "Northeastern Thailand", weight: 22,
        towns: [
          Town("Khon Kaen", 16442, 102836, tier: 5), Town("Udon Thani", 17414, 102787),
          Town("Nakhon Ratchasima", 14980, 102098), Town("Ubon Ratchathani", 15245, 104847),
          Town("Surin", 14883, 103494, tier: 3),
          Town("Loei", 17486, 101722, closed: [.north], tier: 2, remote: true),
        ]),
      Region(
        name: "Bangkok", weight: 14,
        towns: [Town("Bangkok", 13756, 100502, closed: [.south], tier: 5)]),
      Region(
        name: "Central Thailand", weight: 18,
        towns: [
          Town("Ayutthaya", 14353, 100568), Town("Nakhon Pathom", 13820, 100044),
          Town("Lopburi", 14799, 100654, tier: 3), Town("Suphan Buri", 14474, 100122, tier: 3),
          Town("Kanchanaburi", 14023, 99533, closed: [.west], tier: 2, remote: true),
        ]),
      Region(
        name: "Southern Thailand", weight: 16,
        towns: [
          Town("Hat Yai", 7009, 100477, tier: 5),
          Town("Surat Thani", 9138, 99322, closed: [.north]),
          Town("Nakhon Si Thammarat", 8433, 99963, closed: [.east], tier: 3),
          Town("Trang", 7556, 99611, closed: [.west], tier: 2, remote: true),
        ]),
      Region(
        name: "Eastern Thailand", weight: 10,
        towns: [
          Town("Chonburi", 13361, 100985, closed: [.west], tier: 5),
          Town("Rayong", 12681, 101282, closed: [.south]),
          Town("Chanthaburi", 12611, 102104, closed: [.south], tier: 3),
        ]),
    ],
    halal: 40, vegetarian: 85, dispatchMonths: 5...14, trainingStart: (3, 23),
    renewalsFirst: true, weight: 75)

  static let cambodia = CountryProfile(
    id: "KHM", english: "Cambodia", japanese: "カンボジア", language: "km",
    regions: [
      Region(name: "Phnom Penh", weight: 6, towns: [Town("Phnom Penh", 11556, 104928)]),
      Region(
        name: "Northwestern Cambodia", weight: 4,
        towns: [
          Town("Siem Reap", 13362, 103860, closed: [.south], tier: 3),
          Town("Battambang", 13096, 103202, tier: 2, remote: true),
        ]),
    ],
    halal: 15, vegetarian: 70, dispatchMonths: 1...9, trainingStart: (-1, 15), weight: 8)

  static let laos = CountryProfile(
    id: "LAO", english: "Laos", japanese: "ラオス", language: "lo",
    regions: [
      Region(
        name: "Vientiane", weight: 6,
        towns: [Town("Vientiane", 17975, 102633, closed: [.south, .west], tier: 3)]),
      Region(
        name: "Luang Prabang", weight: 3,
        towns: [Town("Luang Prabang", 19886, 102135, tier: 2, remote: true)]),
      Region(
        name: "Southern Laos", weight: 3,
        towns: [
          Town("Savannakhet", 16557, 104753, closed: [.west], tier: 2),
          Town("Pakse", 15120, 105799, tier: 2, remote: true),
        ]),
    ],
    halal: 5, vegetarian: 70, dispatchMonths: 8...17, trainingStart: (3, 23), weight: 6)

  static let myanmar = CountryProfile(
    id: "MMR", english: "Myanmar", japanese: "ミャンマー", language: "my",
    regions: [
      Region(
        name: "Yangon", weight: 6,
        towns: [Town("Yangon", 16841, 96174, closed: [.south], tier: 4)]),
      Region(name: "Mandalay", weight: 4, towns: [Town("Mandalay", 21959, 96089, tier: 3)]),
    ],
    halal: 15, vegetarian: 70, dispatchMonths: 8...15, trainingStart: (6, 1), weight: 0)
}
