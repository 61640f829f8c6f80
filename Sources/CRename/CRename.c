// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE
#include "CRename.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#if defined(RENAME_NOREPLACE) && defined(RENAME_EXCHANGE)

int crename_without_replacing(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int crename_exchanging(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

#else

int crename_without_replacing(const char *from, const char *to) {
  (void)from;
  (void)to;
  return ENOSYS;
}

int crename_exchanging(const char *one, const char *other) {
  (void)one;
  (void)other;
  return ENOSYS;
}

#endif
