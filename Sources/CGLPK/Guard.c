// SPDX-License-Identifier: GPL-3.0-or-later
#include "Guard.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

_Thread_local musubi_here musubi_glp_here;

// MARK: Threads

static atomic_uint_fast64_t threads;
static pthread_key_t departure;
static pthread_once_t departure_once = PTHREAD_ONCE_INIT;

// Frees what a thread leaves behind in GLPK, whoever still holds problems.
static void depart(void *unused) {
  (void)unused;
  if (!musubi_glp_here.inside) glp_free_env();
}

static void make_departure(void) { pthread_key_create(&departure, depart); }

// Gives the thread its number, which is never given again.
static void arrive(void) {
  musubi_glp_here.thread = atomic_fetch_add(&threads, 1) + 1;
  musubi_glp_here.generation = 1;
  pthread_once(&departure_once, make_departure);
  pthread_setspecific(departure, &musubi_glp_here);
}

// MARK: Hooks

// Keeps the latest text GLPK would have printed.
static int keep(void *unused, const char *text) {
  (void)unused;
  musubi_here *here = &musubi_glp_here;
  size_t length = strlen(text);
  size_t most = sizeof here->message - 1;
  if (length > most) {
    text += length - most;
    length = most;
  }
  if (here->length + length > most) here->length = 0;
  memcpy(here->message + here->length, text, length);
  here->length += (unsigned)length;
  here->message[here->length] = 0;
  return 1;
}

// Leaves GLPK. Only frames of GLPK and of this guard lie between here and the
// jump point: a watch function has always returned before GLPK goes on.
static void escape(void *unused) {
  (void)unused;
  if (musubi_glp_here.inside) longjmp(musubi_glp_here.jump, 1);
}

// MARK: Calls

int musubi_glp_check(const musubi_glp *problem) {
  musubi_here *here = &musubi_glp_here;
  if (!problem) return MUSUBI_GLP_DEAD;
  if (problem->thread != here->thread) return MUSUBI_GLP_WRONG_THREAD;
  if (problem->generation != here->generation) return MUSUBI_GLP_DEAD;
  return here->inside ? MUSUBI_GLP_NESTED : MUSUBI_GLP_OK;
}

// Readies the thread for a call that needs no problem.
static int begin_alone(void) {
  musubi_here *here = &musubi_glp_here;
  if (here->inside) return MUSUBI_GLP_NESTED;
  if (!here->thread) arrive();
  if (!here->hooked) {
    glp_term_hook(keep, NULL);
    glp_error_hook(escape, NULL);
    here->hooked = 1;
  }
  here->length = 0;
  here->message[0] = 0;
  here->inside = 1;
  return MUSUBI_GLP_OK;
}

int musubi_glp_begin(const musubi_glp *problem) {
  int refused = musubi_glp_check(problem);
  return refused ? refused : begin_alone();
}

int musubi_glp_end(int status) {
  musubi_glp_here.inside = 0;
  return status;
}

// Ends the environment and every problem in it.
static void end_environment(void) {
  musubi_here *here = &musubi_glp_here;
  glp_free_env();
  here->hooked = 0;
  here->live = 0;
  here->generation += 1;
}

int musubi_glp_crashed(void) {
  end_environment();
  return musubi_glp_end(MUSUBI_GLP_CRASHED);
}

int musubi_glp_refuse(const char *format, ...) {
  musubi_here *here = &musubi_glp_here;
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(here->message, sizeof here->message, format, arguments);
  va_end(arguments);
  here->length = length < 0 ? 0 : (unsigned)strlen(here->message);
  return musubi_glp_end(MUSUBI_GLP_BAD_ARGUMENT);
}

const char *musubi_glp_message(void) { return musubi_glp_here.message; }

double musubi_glp_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

// MARK: Life

int musubi_glp_create(int maximizing, musubi_glp **problem) {
  *problem = NULL;
  int refused = begin_alone();
  if (refused) return refused;
  musubi_here *here = &musubi_glp_here;
  musubi_glp *made = calloc(1, sizeof *made);
  if (!made) return musubi_glp_end(MUSUBI_GLP_NO_MEMORY);
  *problem = made;
  if (_setjmp(here->jump)) {
    free(*problem);
    *problem = NULL;
    return musubi_glp_crashed();
  }
  made->lp = glp_create_prob();
  glp_set_obj_dir(made->lp, maximizing ? GLP_MAX : GLP_MIN);
  made->thread = here->thread;
  made->generation = here->generation;
  here->live += 1;
  return musubi_glp_end(MUSUBI_GLP_OK);
}

// Deletes the problem inside GLPK, and with the last one the environment.
static int delete_inside(musubi_glp *problem) {
  ENTER(problem);
  glp_delete_prob(problem->lp);
  musubi_glp_here.live -= 1;
  if (musubi_glp_here.live == 0) end_environment();
  return musubi_glp_end(MUSUBI_GLP_OK);
}

void musubi_glp_release(musubi_glp *problem) {
  if (!problem) return;
  delete_inside(problem);
  free(problem->indices);
  free(problem->values);
  free(problem->stamps);
  free(problem);
}

int musubi_glp_forget(void) {
  int refused = begin_alone();
  if (refused) return refused;
  end_environment();
  return musubi_glp_end(MUSUBI_GLP_OK);
}

int musubi_glp_make_room(musubi_glp *problem, int entries, int stamps) {
  if (entries >= problem->room) {
    size_t room = (size_t)entries + (size_t)entries / 2 + 16;
    int *indices = realloc(problem->indices, room * sizeof *indices);
    if (!indices) return MUSUBI_GLP_NO_MEMORY;
    problem->indices = indices;
    double *values = realloc(problem->values, room * sizeof *values);
    if (!values) return MUSUBI_GLP_NO_MEMORY;
    problem->values = values;
    problem->room = room > INT32_MAX ? INT32_MAX : (int)room;
  }
  if (stamps > problem->stamps_room) {
    size_t room = (size_t)stamps + (size_t)stamps / 2 + 16;
    int64_t *made = realloc(problem->stamps, room * sizeof *made);
    if (!made) return MUSUBI_GLP_NO_MEMORY;
    memset(made + problem->stamps_room, 0, (room - (size_t)problem->stamps_room) * sizeof *made);
    problem->stamps = made;
    problem->stamps_room = room > INT32_MAX ? INT32_MAX : (int)room;
  }
  return MUSUBI_GLP_OK;
}

int musubi_glp_provoke(musubi_glp *problem, int kind) {
  ENTER(problem);
  glp_prob *lp = problem->lp;
  switch (kind) {
    case 0:
      glp_add_rows(lp, 0);
      break;
    case 1: {
      char name[300];
      memset(name, 'x', sizeof name - 1);
      name[sizeof name - 1] = 0;
      glp_add_rows(lp, 1);
      glp_set_row_name(lp, glp_get_num_rows(lp), name);
      break;
    }
    case 2: {
      glp_prob *other = glp_create_prob();
      glp_delete_prob(other);
      glp_delete_prob(other);
      break;
    }
    case 3: {
      int ones[3] = {0, 1, 1};
      double values[3] = {0, 1, 1};
      glp_add_rows(lp, 1);
      glp_add_cols(lp, 1);
      glp_load_matrix(lp, 2, ones, ones, values);
      break;
    }
    case 4:
      glp_get_col_prim(lp, glp_get_num_cols(lp) + 1);
      break;
    case 5: {
      glp_smcp options;
      glp_init_smcp(&options);
      options.meth = 77;
      glp_simplex(lp, &options);
      break;
    }
    default:
      return musubi_glp_refuse("there is no fault numbered %d", kind);
  }
  // Whatever did not abort has left the counts behind.
  return musubi_glp_crashed();
}
