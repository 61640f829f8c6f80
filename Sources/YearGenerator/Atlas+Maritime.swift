// SPDX-License-Identifier: GPL-3.0-or-later

extension Atlas {
  static let malaysia = CountryProfile(
    id: "MYS", english: "Malaysia", japanese: "マレーシア", language: "ms",
    regions: [
      Region(
        name: "Selangor and Kuala Lumpur", weight: 5,
        towns: [Town("Kuala Lumpur", 3139, 101687, tier: 5)]),
      Region(
        name: "Johor", weight: 4,
        towns: [Town("Johor Bahru", 1520, 103741, closed: [.south], tier: 5)]),
      Region(
        name: "Penang and Kedah", weight: 4,
        towns: [
          Town("Butterworth", 5400, 100400, closed: [.west]),
          Town("Alor Setar", 6121, 100400, closed: [.west], tier: 3),
        ]),
      Region(name: "Perak", weight: 4, towns: [Town("Ipoh", 4597, 101090)]),
      Region(
        name: "Sarawak", weight: 4,
        towns: [Town("Kuching", 1520, 110359, closed: [.north], tier: 3)]),
      Region(
        name: "Sabah", weight: 4,
        towns: [
          Town("Kota Kinabalu", 5960, 116120, closed: [.west], tier: 3, remote: true)
        ]),
      Region(
        name: "Malacca and Negeri Sembilan", weight: 4,
        towns: [
          Town("Seremban", 2726, 101938), Town("Melaka", 2230, 102250, closed: [.south, .west]),
        ]),
      Region(
        name: "Kelantan and Terengganu", weight: 4,
        towns: [
          Town("Kota Bharu", 6080, 102238, closed: [.north, .east], tier: 3, remote: true),
          Town("Kuala Terengganu", 5300, 103100, closed: [.north, .east], tier: 2, remote: true),
        ]),
      Region(
        name: "Pahang", weight: 3,
        towns: [Town("Kuantan", 3808, 103300, closed: [.east], tier: 3)]),
    ],
    halal: 100, vegetarian: 80, dispatchMonths: 2...9, trainingStart: (-1, 15), weight: 34)

  static let brunei = CountryProfile(
    id: "BRN", english: "Brunei", japanese: "ブルネイ", language: "ms",
    regions: [
      Region(
        name: "Brunei-Muara", weight: 1,
        towns: [Town("Bandar Seri Begawan", 4880, 114920, closed: [.north, .east], tier: 4)])
    ],
    halal: 100, vegetarian: 60, dispatchMonths: 2...12, trainingStart: (-1, 15), weight: 5)

  static let singapore = CountryProfile(
    id: "SGP", english: "Singapore", japanese: "シンガポール", language: "en",
    regions: [
      Region(
        name: "Singapore", weight: 1,
        towns: [Town("Singapore", 1360, 103820, closed: [.south, .north], tier: 5)])
    ],
    halal: 90, vegetarian: 90, dispatchMonths: 8...15, trainingStart: (6, 1), weight: 0)

  static let philippines = CountryProfile(
    id: "PHL", english: "Philippines", japanese: "フィリピン", language: "tl",
    regions: [
      Region(
        name: "Metro Manila", weight: 5,
        towns: [Town("Manila", 14600, 121020, closed: [.west], tier: 5)]),
      Region(
        name: "Central Visayas", weight: 4,
        towns: [Town("Cebu City", 10316, 123886, closed: [.east])]),
      Region(
        name: "Davao", weight: 4,
        towns: [Town("Davao City", 7190, 125455, closed: [.east, .south])]),
      Region(
        name: "Central Luzon", weight: 4, towns: [Town("San Fernando", 15028, 120689)]),
      Region(
        name: "Calabarzon", weight: 4,
        towns: [Town("Batangas", 13800, 121058, closed: [.south, .west], tier: 3)]),
      Region(
        name: "Western Visayas", weight: 3,
        towns: [Town("Iloilo City", 10750, 122562, closed: [.south, .east], tier: 3)]),
      Region(
        name: "Northern Mindanao", weight: 3,
        towns: [Town("Cagayan de Oro", 8430, 124632, closed: [.north], tier: 3)]),
      Region(
        name: "Cordillera", weight: 3,
        towns: [Town("Baguio", 16402, 120596, closed: [.west], tier: 2, remote: true)]),
      Region(
        name: "Ilocos", weight: 3,
        towns: [Town("Laoag", 18180, 120620, closed: [.west], tier: 2, remote: true)]),
    ],
    halal: 20, vegetarian: 65, dispatchMonths: 8...15, trainingStart: (5, 18), weight: 20)
}
