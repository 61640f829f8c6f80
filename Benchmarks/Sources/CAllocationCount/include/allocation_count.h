/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/* How many blocks of memory this process has asked for so far. */
long allocation_count(void);

#endif
