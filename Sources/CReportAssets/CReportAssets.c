// SPDX-License-Identifier: GPL-3.0-or-later
#include "CReportAssets.h"

// The files become part of the program, so that a report needs nothing beside it. Clang
// reads them at once, where a list of numbers would take it long.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define FILE(variable) static const unsigned char variable[] =

FILE(jquery) {
#embed "Vendored/jquery.min.js"
};
FILE(datatables) {
#embed "Vendored/jquery.dataTables.min.js"
};
FILE(d3) {
#embed "Vendored/d3.min.js"
};
FILE(countries) {
#embed "Vendored/countries.json"
};
FILE(jquery_licence) {
#embed "Vendored/libjs-jquery.copyright"
};
FILE(datatables_licence) {
#embed "Vendored/libjs-jquery-datatables.copyright"
};
FILE(d3_licence) {
#embed "Vendored/node-d3.copyright"
};
FILE(page) {
#embed "Page/page.html"
};
FILE(style) {
#embed "Page/style.css"
};
FILE(words) {
#embed "Page/words.json"
};
FILE(words_script) {
#embed "Page/words.js"
};
FILE(charts_script) {
#embed "Page/charts.js"
};
FILE(map_script) {
#embed "Page/map.js"
};
FILE(tables_script) {
#embed "Page/tables.js"
};
FILE(details_script) {
#embed "Page/details.js"
};
FILE(stages_script) {
#embed "Page/stages.js"
};
FILE(sections_script) {
#embed "Page/sections.js"
};

static const struct creport_asset assets[] = {
    {"jquery.min.js", jquery, sizeof jquery},
    {"jquery.dataTables.min.js", datatables, sizeof datatables},
    {"d3.min.js", d3, sizeof d3},
    {"countries.json", countries, sizeof countries},
    {"libjs-jquery.copyright", jquery_licence, sizeof jquery_licence},
    {"libjs-jquery-datatables.copyright", datatables_licence, sizeof datatables_licence},
    {"node-d3.copyright", d3_licence, sizeof d3_licence},
    {"page.html", page, sizeof page},
    {"style.css", style, sizeof style},
    {"words.json", words, sizeof words},
    {"words.js", words_script, sizeof words_script},
    {"charts.js", charts_script, sizeof charts_script},
    {"map.js", map_script, sizeof map_script},
    {"tables.js", tables_script, sizeof tables_script},
    {"details.js", details_script, sizeof details_script},
    {"stages.js", stages_script, sizeof stages_script},
    {"sections.js", sections_script, sizeof sections_script},
};

size_t creport_asset_count(void) { return sizeof assets / sizeof assets[0]; }

struct creport_asset creport_asset_at(size_t position) { return assets[position]; }
