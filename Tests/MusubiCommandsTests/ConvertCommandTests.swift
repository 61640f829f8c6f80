// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct ConvertCommandTests {
  @Test("a folder becomes a workbook and a folder again, byte for byte")
  func roundTrip() throws {
    let scratch = try Scratch()
    _ = run("init", scratch("year"))
    try scratch.write("notes", to: "year/notes.txt")
    let there = run("convert", scratch("year"), "-o", scratch("year.xlsx"))
    #expect(there.code == .done)
    #expect(there.errors == "Notice: notes.txt is no table and stays behind.\n")
    #expect(there.output.hasSuffix("Next: musubi check \(scratch("year.xlsx"))\n"))
    let back = run("convert", scratch("year.xlsx"), "-o", scratch("again"), "--quiet")
    #expect(back.code == .done && back.output.isEmpty && back.errors.isEmpty)
    let names = try scratch.names(in: "again")
    #expect(
      names + ["notes.txt"] == (try scratch.names(in: "year")).filter { $0 != "notes.txt" } + [
        "notes.txt"
      ])
    for name in names {
      #expect(try scratch.text(of: "again/" + name) == scratch.text(of: "year/" + name), "\(name)")
    }
    #expect(run("convert", scratch("year"), "-o", scratch("year.xlsx")).code == .cannotWrite)
    #expect(run("convert", scratch("year.xlsx"), "-o", scratch("again")).code == .cannotWrite)
    #expect(run("convert", scratch("none"), "-o", scratch("x")).code == .inputMissing)
    #expect(run("convert", scratch("year")).code == .usage)
    #expect(try !scratch.names().contains("x"))
  }

  @Test("a plan of the workbook is a plan of the folder")
  func plans() throws {
    let scratch = try Scratch()
    let unnamed = run("init", "--xlsx", scratch("year"))
    #expect(unnamed.code == .usage)
    #expect(unnamed.errors.contains("ends in .xlsx, unlike "))
    #expect(unnamed.errors.contains("year.xlsx?"))
    #expect(run("init", "--xlsx", scratch("year.xlsx")).code == .done)
    #expect(run("check", scratch("year.xlsx")).output == "No faults.\n")
    #expect(run("dispatch", scratch("year.xlsx"), "-o", scratch("plan"), "--quiet").code == .done)
    _ = run("convert", scratch("year.xlsx"), "-o", scratch("year"))
    #expect(run("verify", scratch("year"), scratch("plan")).code == .done)
    #expect(run("init", "--xlsx", scratch("year.xlsx")).code == .cannotWrite)
  }

  @Test("what is no workbook is told, and nothing is written")
  func refused() throws {
    let scratch = try Scratch()
    try scratch.write("a,b\n1,2\n", to: "year.csv")
    let checked = run("check", scratch("year.csv"))
    #expect(checked.code == .badData)
    #expect(
      checked.output.hasPrefix(
        "\(scratch("year.csv")): the file is no workbook, or not the whole of one; expected a "
          + "workbook (.xlsx)."))
    #expect(run("convert", scratch("year.csv"), "-o", scratch("x")).code == .badData)
    #expect(try scratch.names() == ["year.csv"])
  }
}
