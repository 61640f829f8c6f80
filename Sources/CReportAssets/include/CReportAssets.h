// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CREPORTASSETS_H
#define CREPORTASSETS_H

#include <stddef.h>

/// A file that is part of the program.
struct creport_asset {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// How many files there are.
size_t creport_asset_count(void);

/// A file by its position, from 0.
struct creport_asset creport_asset_at(size_t position);

#endif
