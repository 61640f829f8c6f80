// SPDX-License-Identifier: GPL-3.0-or-later

extension Atlas {
  /// The areas and their weights are those of the 118 partners of 2025/26.
  static let indonesia = CountryProfile(
    id: "IDN", english: "Indonesia", japanese: "インドネシア", language: "id",
    regions: [
      Region(
        name: "West Java", weight: 22,
        towns: [
          Town("Bandung", -6917, 107619, tier: 5),
          Town("Cirebon", -6732, 108552, closed: [.east, .north]),
          Town("Tasikmalaya", -7327, 108220, tier: 3),
          Town("Sukabumi", -6928, 106930, tier: 2, remote: true),
        ]),
      Region(
        name: "Jabodetabek", weight: 21,
        towns: [
          Town("Jakarta", -6200, 106817, closed: [.north], tier: 5),
          Town("Bogor", -6595, 106799), Town("Bekasi", -6238, 106976, closed: [.north]),
          Town("Tangerang", -6178, 106630, closed: [.north]),
        ]),
      Region(
        name: "East Java", weight: 21,
        towns: [
          Town("Surabaya", -7257, 112752, closed: [.north, .east], tier: 5),
          Town("Malang", -7967, 112633), Town("Kediri", -7817, 112018, tier: 3),
          Town("Jember", -8172, 113700, tier: 2, remote: true),
        ]),
      Region(
        name: "Central Java", weight: 12,
        towns: [
          Town("Semarang", -6993, 110420, closed: [.north]), Town("Surakarta", -7566, 110825),
          Town("Purwokerto", -7424, 109239, tier: 3),
        ]),
      Region(
        name: "Bali", weight: 8,
        towns: [
          Town("Denpasar", -8600, 115213, closed: [.south, .east]),
          Town("Negara", -8330, 114650, closed: [.south, .west], tier: 2, remote: true),
        ]),
      Region(
        name: "North Sumatra", weight: 7,
        towns: [
          Town("Medan", 3595, 98672, closed: [.east, .north]),
          Town("Pematangsiantar", 2960, 99068, tier: 3),
        ]),
      Region(
        name: "West Sumatra", weight: 7,
        towns: [
          Town("Padang", -947, 100417, closed: [.west, .south]),
          Town("Bukittinggi", -305, 100369, tier: 3),
        ]),
      Region(
        name: "North Sulawesi", weight: 6,
        towns: [Town("Manado", 1440, 124860, closed: [.north, .west], tier: 3)]),
      Region(
        name: "Yogyakarta", weight: 4,
        towns: [Town("Yogyakarta", -7795, 110369, closed: [.south])]),
      Region(
        name: "South Sulawesi", weight: 4,
        towns: [Town("Makassar", -5148, 119450, closed: [.west])]),
      Region(
        name: "Lampung", weight: 3,
        towns: [Town("Bandar Lampung", -5380, 105267, closed: [.south], tier: 3)]),
      Region(
        name: "West Nusa Tenggara", weight: 3,
        towns: [Town("Mataram", -8583, 116130, closed: [.west], tier: 2, remote: true)]),
    ],
    halal: 95, vegetarian: 65, dispatchMonths: 8...15, trainingStart: (2, 3), weight: 120)

  static let timorLeste = CountryProfile(
    id: "TLS", english: "Timor-Leste", japanese: "東ティモール", language: "pt",
    regions: [
      Region(
        name: "Dili", weight: 1,
        towns: [Town("Dili", -8570, 125579, closed: [.north], tier: 2, remote: true)])
    ],
    halal: 10, vegetarian: 60, dispatchMonths: 7...15, trainingStart: (5, 18), weight: 6)
}
