// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says, in the reader's language, and small things every part of it needs.
"use strict";

/** Reads a block of JSON and takes it out of the page. */
function takeBlock(identifier) {
  const block = document.getElementById(identifier);
  const value = JSON.parse(block.textContent);
  block.remove();
  return value;
}

const report = takeBlock("data");
const dictionary = takeBlock("words");
let language = report.language;

/** Whether the catalogue has a text. */
function hasWords(key) {
  return Object.prototype.hasOwnProperty.call(dictionary, key);
}

/** A text of the catalogue with its places filled in: {name} by values.name. */
function say(key, values = {}) {
  if (!hasWords(key)) return key;
  const text = dictionary[key][language === "ja" ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Text of the plan in the reader's language: itself, or an array of a pattern's number and
 * what stands at its places.
 */
function phrase(text) {
  if (!Array.isArray(text)) return text;
  const [number, ...values] = text;
  return report.phrases[number][language === "ja" ? 1 : 0].replace(/\{(\d+)\}/g, (place, which) =>
    which >= 1 && which <= values.length ? phrase(values[which - 1]) : place);
}

/** A name with how it is read, in Japanese. */
function nameWithReading(name, reading) {
  return language === "ja" && name && reading ? `${name}（${reading}）` : name;
}

/**
 * What a reading is ordered by: without voicing marks and with small letters as large ones, as
 * dictionaries have it, and the reading itself where two are the same but for that.
 */
function readingOrder(reading) {
  const small = "ァィゥェォッャュョヮヵヶ";
  const large = "アイウエオツヤユヨワカケ";
  const plain = reading.normalize("NFD").replace(/[\u3099\u309a]/g, "")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (letter) => large[small.indexOf(letter)]);
  return `${plain}\u0000${reading}`;
}

/** The word for an identifier such as a rule's or a column's; itself where there is none. */
function named(kind, identifier) {
  return hasWords(`${kind}.${identifier}`) ? say(`${kind}.${identifier}`) : identifier;
}

/** A number with separators. */
function numeral(value, digits = 0) {
  return value.toLocaleString(language === "ja" ? "ja-JP" : "en-GB", {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
}

/** A number with its sign. */
function signed(value, digits = 0) {
  return (value < 0 ? "−" : "+") + numeral(Math.abs(value), digits);
}

/** A share, 0 to 1, in a hundred. */
function percent(share, digits = 0) {
  return numeral(share * 100, digits) + (language === "ja" ? "%" : " %");
}

/** A day such as 2026-04-01 as people write it. */
function dayInWords(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return text;
  const [year, month, day] = parts.slice(1).map(Number);
  if (language === "ja") return `${year}年${month}月${day}日`;
  return `${day} ${say(`month.${month}`)} ${year}`;
}

/** A country's name by its code. */
function countryName(code) {
  const names = report.countries[code];
  const name = names && names[language === "ja" ? 1 : 0];
  return name || named("country", code);
}

/**
 * Makes an element.
 *
 * Attributes that are functions are listeners; children that are texts stay texts, whatever
 * stands in them.
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A plain table: titles, rows of cells, and which columns are numbers. */
function plainTable(caption, titles, rows, numbers = []) {
  const isNumber = (index) => (numbers.includes(index) ? "number" : null);
  return make(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    make(
      "table",
      {},
      make("caption", { class: "unseen" }, caption),
      make(
        "thead",
        {},
        make("tr", {}, titles.map((title, index) => make("th", { scope: "col", class: isNumber(index) }, title)))
      ),
      make(
        "tbody",
        {},
        rows.map((row) =>
          make(
            "tr",
            {},
            row.map((cell, index) =>
              index === 0
                ? make("th", { scope: "row" }, cell)
                : make("td", { class: isNumber(index) }, cell)
            )
          )
        )
      )
    )
  );
}

/** The columns of a plan's table by name. */
function columnsOf(table) {
  return Object.fromEntries(table.columns.map((column, index) => [column.name, index]));
}

/** A plan's table by name; none where the plan has no such table. */
function tableOf(stage, name) {
  return stage && stage.tables.find((table) => table.name === name);
}

/** The rows of a plan's table as objects by the columns' names. */
function recordsOf(stage, name) {
  const table = tableOf(stage, name);
  if (!table) return [];
  const columns = columnsOf(table);
  return table.rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([key, index]) => [key, row[index]]))
  );
}
