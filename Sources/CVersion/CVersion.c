/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "CVersion.h"

/* scripts/write-commit makes Commit.h before each build of the Makefile. */
#if __has_include("Commit.h")
#include "Commit.h"
#else
#define MUSUBI_COMMIT ""
#endif

const char *cversion_commit(void) { return MUSUBI_COMMIT; }
