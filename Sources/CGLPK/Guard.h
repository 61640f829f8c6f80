// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef MUSUBI_GUARD_H
#define MUSUBI_GUARD_H

#include <glpk.h>
#include <setjmp.h>
#include <stdint.h>

#include "CGLPK.h"

struct musubi_glp {
  glp_prob *lp;
  uint64_t thread;      // the thread whose environment holds `lp`
  uint64_t generation;  // the environment of that thread
  int rows;
  int columns;
  // Room for one sparse vector in GLPK's one-based form, kept between calls
  // and owned here so that a crash does not leak it.
  int room;
  int *indices;
  double *values;
  // Last position at which a row or column was named, to find duplicates.
  int stamps_room;
  int64_t *stamps;
  int64_t stamp;
};

// What the guard knows about the current thread.
typedef struct {
  jmp_buf jump;
  uint64_t thread;      // 0 until the thread first calls
  uint64_t generation;  // counts the environments this thread has had
  int live;             // problems in the present environment
  int inside;           // a call is under way
  int hooked;           // the present environment has our hooks
  unsigned length;
  char message[1024];
} musubi_here;

extern _Thread_local musubi_here musubi_glp_here;

// Checks that calls on the problem are accepted here and now.
int musubi_glp_begin(const musubi_glp *problem);
// Gives up the environment after GLPK jumped out of a call.
int musubi_glp_crashed(void);
// Ends a call.
int musubi_glp_end(int status);
// Ends a call that was refused, with a reason.
int musubi_glp_refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));
// Makes room for a sparse vector of `count` entries and for `count` stamps.
int musubi_glp_make_room(musubi_glp *problem, int entries, int stamps);
// Monotonic seconds.
double musubi_glp_now(void);

// Opens a guarded call. The jump point has to lie in the calling function
// itself; nothing that is changed after it is read again when it is jumped to.
#define ENTER(problem)                              \
  do {                                              \
    int refused = musubi_glp_begin(problem);        \
    if (refused) return refused;                    \
    if (_setjmp(musubi_glp_here.jump)) return musubi_glp_crashed(); \
  } while (0)

#endif
