/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CVERSION_H
#define CVERSION_H

/* The commit that the program was built from; empty where it is not known. */
const char *cversion_commit(void);

#endif
