// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What is wrong with files of public matching formats.
  static let matchingFiles: [(english: String, japanese: String)] = [
    ("line {1}: \"{2}\" is there; expected {3}.", "{1}行目：「{2}」は正しくありません。正しい書き方：{3}。"),
    ("line {1}: expected {2}.", "{1}行目：必要な内容がありません。正しい書き方：{2}。"),
    ("\"{1}\" is there; expected {2}.", "「{1}」は正しくありません。正しい書き方：{2}。"),
    ("expected {1}.", "内容が正しくありません。正しい書き方：{1}。"),
    ("{1} from {2} to {3}", "{1}（{2}から{3}まで）"),

    // MARK: Assignment
    ("the number of rows,", "行数"),
    ("the cost of row {1}, column {2},", "{1}行{2}列の費用"),
    (
      "the end of the file after {1} × {2} costs",
      "{1} × {2} 個の費用の後でファイルを終える"
    ),
    ("a row", "行の番号"),
    ("a column", "列の番号"),
    ("a cost", "費用"),
    ("no cells among no rows", "行数が 0 のときはセルを置かない"),
    ("c, p, n or a at the start of a line", "行の先頭に c、p、n、a のいずれか"),
    ("c, p, n or a at the start of the line", "行の先頭に c、p、n、a のいずれか"),
    ("only one p line", "p の行は一つだけ"),
    ("the number of nodes,", "ノードの数"),
    ("the number of arcs,", "アークの数"),
    ("a p line before n lines", "n の行より前に p の行"),
    ("n lines before a lines", "n の行は a の行より前"),
    ("a node", "ノードの番号"),
    ("a p line before a lines", "a の行より前に p の行"),
    ("the tail of an arc, a node", "アークの始点となるノードの番号"),
    ("a tail that an n line names", "n の行にある始点"),
    ("the head of an arc, a node", "アークの終点となるノードの番号"),
    ("a head that no n line names", "n の行にない終点"),
    ("the cost of an arc", "アークの費用"),
    ("a line \"p asn nodes arcs\"", "「p asn ノード数 アーク数」の行"),
    ("{1} a lines; there are {2}", "a の行を{1}行（現在は{2}行）"),

    // MARK: Flow
    ("a node that has no n line yet", "n の行がまだないノードの番号"),
    ("a supply", "供給量"),
    ("no arcs among no nodes", "ノード数が 0 のときはアークを置かない"),
    ("a lower bound", "流量の下限"),
    ("a capacity", "容量"),
    ("a capacity of at least {1}", "{1}以上の容量"),
    ("a line \"p min nodes arcs\"", "「p min ノード数 アーク数」の行"),
    (
      "costs and amounts whose sums keep to 2⁶⁰; found {1}",
      "合計が 2⁶⁰ 以下となる費用と量（現在の内容：{1}）"
    ),

    // MARK: Generalized assignment
    ("the number of problems, or of agents", "問題数または担当者数"),
    ("the number of agents of problem {1}", "問題{1}の担当者数"),
    ("the number of agents, or of tasks", "担当者数または作業数"),
    ("the number of tasks of problem {1}", "問題{1}の作業数"),
    ("the end of the file after {1} problems", "{1}問の後でファイルを終える"),
    ("the cost of agent {1} for task {2} of problem {3}", "問題{3}で担当者{1}が作業{2}を行う費用"),
    ("the weight of agent {1} for task {2} of problem {3}", "問題{3}で担当者{1}が作業{2}に要する量"),
    ("the capacity of agent {1} of problem {2}", "問題{2}の担当者{1}の容量"),
    ("at most {1} cells in problem {2}", "問題{2}のセルは{1}個以下"),
    ("an assignment problem; {1}", "割当問題として成り立つ内容（{1}）"),

    // MARK: Couples
    ("r, c, p or #", "r、c、p、# のいずれか"),
    ("the number of a person", "人の番号"),
    ("the number of a couple", "カップルの番号"),
    ("the number of a place", "受入先の番号"),
    ("a number of seats", "定員"),
    ("a number, or a bracket that closes", "番号、または閉じ括弧"),
    ("a number, or a bracket that opens", "番号、または開き括弧"),
    ("the number of a place, or -1", "受入先の番号、または -1"),
    ("a bracket that closes", "閉じ括弧"),
    ("pairs of places, an even count of numbers", "受入先の組（番号は偶数個）"),
    ("the number of a place that has a line", "行のある受入先の番号"),
    ("the number of a person that has a line", "行のある人の番号"),
    ("each number once in a list", "一つのリストで同じ番号は一度だけ"),
    ("a place for one of the two", "少なくとも一人には受入先"),
    ("a bracket around whole pairs", "組の全体を囲む括弧"),
    ("each pair once in a list", "一つのリストで同じ組は一度だけ"),
    ("each person in one line", "各人は一つの行だけ"),
    ("each place in one line", "各受入先は一つの行だけ"),
    ("each couple in one line", "各カップルは一つの行だけ"),
    ("a market; {1}", "マッチング市場として成り立つ内容（{1}）"),
  ]
}
