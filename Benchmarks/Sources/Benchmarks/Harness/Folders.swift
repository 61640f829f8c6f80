// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Where the benchmarks find and put things, seen from the package's folder.
enum Folders {
  /// The folder `Benchmarks`; the program is started there or in the checkout.
  static var package: URL {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    return here.lastPathComponent == "Benchmarks" ? here : here.appending(path: "Benchmarks")
  }

  /// Sources of the peers' drivers.
  static var peers: URL { package.appending(path: "Peers") }

  /// What `scripts/install-peers` builds, and instance files.
  static var build: URL { package.appending(path: "../.build/peers").standardizedFileURL }

  /// The program itself, as `make build` leaves it.
  static var musubi: URL {
    package.appending(path: "../.build/release/musubi").standardizedFileURL
  }

  /// The Python that has the peers' packages.
  static var python: URL { build.appending(path: "bin/python") }

  /// Instance files of this run.
  static var instances: URL { build.appending(path: "instances") }
}
