// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A place on the globe.
package struct GeoPoint: Hashable, Sendable {
  /// Degrees north, −90 to 90.
  package let latitude: Double
  /// Degrees east, −180 to 180.
  package let longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The great-circle distance in whole metres, on a sphere of 6,371.0088 km.
  ///
  /// Distances are rounded to metres before they are compared with a limit, so
  /// that the last bits of a machine's sine do not decide who may go where.
  package func metres(to other: GeoPoint) -> Int {
    let radians = Double.pi / 180
    let latitudeStep = (other.latitude - latitude) * radians
    let longitudeStep = (other.longitude - longitude) * radians
    let halfLatitude = sin(latitudeStep / 2)
    let halfLongitude = sin(longitudeStep / 2)
    let chord =
      halfLatitude * halfLatitude
      + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
    let angle = 2 * asin(min(1, chord.squareRoot()))
    return Int((angle * 6_371_008.8).rounded())
  }
}
