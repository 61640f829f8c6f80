// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int spawn(const char *path, char *const *arguments, int connection, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  error = posix_spawnattr_init(&attributes);
  if (error) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  error = posix_spawn_file_actions_adddup2(&actions, connection, STDIN_FILENO);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, connection, STDOUT_FILENO);
  if (!error)
    error =
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (!error) error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  if (!error) error = posix_spawnattr_setpgroup(&attributes, 0);
  if (!error) error = posix_spawn(process, path, &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int cprocess_start(const char *path, const char *const *arguments, cprocess *started) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  pid_t process;
  int error = spawn(path, (char *const *)arguments, ends[1], &process);
  close(ends[1]);
  if (error) {
    close(ends[0]);
    return error;
  }
  started->process = process;
  started->connection = ends[0];
  return 0;
}

// Waits until something can be done; 0 when it cannot within the time.
static int wait_for(int connection, short events, int milliseconds) {
  struct pollfd entry = {.fd = connection, .events = events};
  int ready = poll(&entry, 1, milliseconds);
  return ready < 0 && errno != EINTR ? -errno : ready > 0;
}

long cprocess_send(int connection, const void *bytes, size_t count, int milliseconds) {
  int ready = wait_for(connection, POLLOUT, milliseconds);
  if (ready <= 0) return ready;
  ssize_t sent = send(connection, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent >= 0) return sent;
  return errno == EINTR || errno == EAGAIN ? 0 : -errno;
}

long cprocess_receive(int connection, void *bytes, size_t count, int milliseconds) {
  int ready = wait_for(connection, POLLIN, milliseconds);
  if (ready < 0) return ready;
  if (ready == 0) return CPROCESS_NOT_YET;
  ssize_t received = recv(connection, bytes, count, MSG_DONTWAIT);
  if (received >= 0) return received;
  return errno == EINTR || errno == EAGAIN ? CPROCESS_NOT_YET : -errno;
}

int cprocess_is_left(int connection) {
  struct pollfd entry = {.fd = connection, .events = POLLIN};
  return poll(&entry, 1, 0) > 0;
}

void cprocess_leave(int connection) { shutdown(connection, SHUT_WR); }

int cprocess_end(cprocess *started) {
  close(started->connection);
  kill(started->process, SIGKILL);
  int status = 0;
  while (waitpid(started->process, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}
