// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>

#define CPROCESS_NOT_YET (-10000)

/// A program that was started, and the way to talk to it.
typedef struct {
  int process;
  int connection;
} cprocess;

/// Starts a program with a connection as its standard input and output; what it says of
/// its errors is lost.
///
/// It is in a process group of its own, so that keys pressed in a terminal do not reach
/// it. Returns 0 or an errno.
int cprocess_start(const char *path, const char *const *arguments, cprocess *started);

/// Sends some bytes, as far as that is possible within some milliseconds.
///
/// Returns how many, or minus an errno.
long cprocess_send(int connection, const void *bytes, size_t count, int milliseconds);

/// Receives some bytes, as soon as there are any, within some milliseconds.
///
/// Returns how many; 0 when the other side has ended, minus an errno, or
/// CPROCESS_NOT_YET when there were none in time.
long cprocess_receive(int connection, void *bytes, size_t count, int milliseconds);

/// Whether the other side has said that it wants no answer, or has ended.
int cprocess_is_left(int connection);

/// Tells the other side that nothing more will come.
void cprocess_leave(int connection);

/// Ends a program if it runs, and closes the connection.
///
/// Returns its exit code, or minus the signal that ended it.
int cprocess_end(cprocess *started);

#endif
