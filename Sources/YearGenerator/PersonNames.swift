// SPDX-License-Identifier: GPL-3.0-or-later

/// Common Japanese names, drawn independently of each other: no person is meant.
enum PersonNames {
  struct Name {
    var kanji: String
    var kana: String
    init(_ kanji: String, _ kana: String) {
      self.kanji = kanji
      self.kana = kana
    }
  }

  static let surnames: [Name] = [
    Name("佐藤", "サトウ"), Name("鈴木", "スズキ"), Name("高橋", "タカハシ"), Name("田中", "タナカ"),
    Name("伊藤", "イトウ"), Name("渡辺", "ワタナベ"), Name("山本", "ヤマモト"), Name("中村", "ナカムラ"),
    Name("小林", "コバヤシ"), Name("加藤", "カトウ"), Name("吉田", "ヨシダ"), Name("山田", "ヤマダ"),
    Name("佐々木", "ササキ"), Name("山口", "ヤマグチ"), Name("松本", "マツモト"), Name("井上", "イノウエ"),
    Name("木村", "キムラ"), Name("林", "ハヤシ"), Name("斎藤", "サイトウ"), Name("清水", "シミズ"),
    Name("山崎", "ヤマザキ"), Name("森", "モリ"), Name("池田", "イケダ"), Name("橋本", "ハシモト"),
    Name("阿部", "アベ"), Name("石川", "イシカワ"), Name("山下", "ヤマシタ"), Name("中島", "ナカジマ"),
    Name("石井", "イシイ"), Name("小川", "オガワ"), Name("前田", "マエダ"), Name("岡田", "オカダ"),
    Name("長谷川", "ハセガワ"), Name("藤田", "フジタ"), Name("後藤", "ゴトウ"), Name("近藤", "コンドウ"),
    Name("村上", "ムラカミ"), Name("遠藤", "エンドウ"), Name("青木", "アオキ"), Name("坂本", "サカモト"),
    Name("福田", "フクダ"), Name("太田", "オオタ"), Name("西村", "ニシムラ"), Name("藤井", "フジイ"),
    Name("金子", "カネコ"), Name("岡本", "オカモト"), Name("藤原", "フジワラ"), Name("三浦", "ミウラ"),
    Name("中野", "ナカノ"), Name("原田", "ハラダ"), Name("松田", "マツダ"), Name("竹内", "タケウチ"),
    Name("小野", "オノ"), Name("田村", "タムラ"), Name("中山", "ナカヤマ"), Name("和田", "ワダ"),
    Name("石田", "イシダ"), Name("上田", "ウエダ"), Name("柴田", "シバタ"), Name("酒井", "サカイ"),
    Name("宮崎", "ミヤザキ"), Name("横山", "ヨコヤマ"), Name("内田", "ウチダ"), Name("高木", "タカギ"),
  ]

  static let women: [Name] = [
    Name("陽子", "ヨウコ"), Name("恵子", "ケイコ"), Name("由美子", "ユミコ"), Name("久美子", "クミコ"),
    Name("智子", "トモコ"), Name("裕子", "ユウコ"), Name("真由美", "マユミ"), Name("直美", "ナオミ"),
    Name("愛", "アイ"), Name("恵", "メグミ"), Name("美咲", "ミサキ"), Name("彩", "アヤ"),
    Name("舞", "マイ"), Name("葵", "アオイ"), Name("遥", "ハルカ"), Name("七海", "ナナミ"),
    Name("結衣", "ユイ"), Name("さくら", "サクラ"), Name("千尋", "チヒロ"), Name("楓", "カエデ"),
    Name("奈々", "ナナ"), Name("麻衣", "マイ"), Name("詩織", "シオリ"), Name("綾香", "アヤカ"),
    Name("和子", "カズコ"), Name("京子", "キョウコ"), Name("洋子", "ヨウコ"), Name("明美", "アケミ"),
    Name("沙織", "サオリ"), Name("優子", "ユウコ"), Name("瞳", "ヒトミ"), Name("香織", "カオリ"),
  ]

  static let men: [Name] = [
    Name("浩", "ヒロシ"), Name("誠", "マコト"), Name("健一", "ケンイチ"), Name("哲也", "テツヤ"),
    Name("直樹", "ナオキ"), Name("大輔", "ダイスケ"), Name("健太", "ケンタ"), Name("翔太", "ショウタ"),
    Name("拓也", "タクヤ"), Name("大樹", "ダイキ"), Name("蓮", "レン"), Name("悠斗", "ユウト"),
    Name("亮", "リョウ"), Name("学", "マナブ"), Name("隆", "タカシ"), Name("修", "オサム"),
    Name("和夫", "カズオ"), Name("茂", "シゲル"), Name("清", "キヨシ"), Name("洋平", "ヨウヘイ"),
    Name("翼", "ツバサ"), Name("駿", "シュン"), Name("陸", "リク"), Name("樹", "イツキ"),
    Name("雄太", "ユウタ"), Name("純", "ジュン"), Name("豊", "ユタカ"), Name("聡", "サトシ"),
  ]
}
