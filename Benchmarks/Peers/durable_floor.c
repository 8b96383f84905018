/* The lower bound for a registration: writes the same files, with the same fsyncs and renames, and nothing else.
 * durable_floor COUNT FOLDER prints {"count": ..., "seconds": ..., "fsyncs": ..., "renames": ...}. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static long fsyncs, renames;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void require(int succeeded, const char *what) {
    if (succeeded) return;
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static int folder(int parent, const char *name) {
    int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    require(descriptor >= 0, name);
    return descriptor;
}

static void synchronize(int descriptor) {
    require(fsync(descriptor) == 0, "fsync");
    fsyncs++;
}

static void move(int from, const char *name, int to, const char *new_name) {
    require(renameat(from, name, to, new_name) == 0, "rename");
    renames++;
}

static void write_file(int parent, const char *name, size_t count, int is_durable) {
    static const char bytes[4096];
    int file = openat(parent, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    require(file >= 0, name);
    require(write(file, bytes, count) == (ssize_t)count, "write");
    if (is_durable) synchronize(file);
    close(file);
}

int main(int argc, char **argv) {
    long count = argc == 3 ? atol(argv[1]) : 0;
    if (count < 1) {
        fprintf(stderr, "usage: durable_floor COUNT FOLDER\n");
        return 2;
    }
    int root = folder(AT_FDCWD, argv[2]);
    require(mkdirat(root, "versions", 0777) == 0 && mkdirat(root, "local", 0777) == 0, argv[2]);
    int versions = folder(root, "versions"), local = folder(root, "local");
    double start = now();
    for (long number = 1; number <= count; number++) {
        char version[32];
        snprintf(version, sizeof version, "%ld", number);
        require(mkdirat(local, "new", 0777) == 0, "mkdir");
        int draft = folder(local, "new");
        /* The sizes of the files that this SDK writes for the environments in the same comparison. */
        write_file(draft, "azureml_environment.json", 1293, 1);
        write_file(draft, "conda_dependencies.yml", 624, 1);
        write_file(draft, "original_conda_dependencies.yml", 603, 1);
        write_file(draft, "registration.json", 518, 1);
        synchronize(draft);
        close(draft);
        move(local, "new", versions, version);
        synchronize(versions);
        write_file(local, "hint", 187, 0);
        move(local, "hint", local, "latest.json");
    }
    printf("{\"count\": %ld, \"seconds\": %f, \"fsyncs\": %ld, \"renames\": %ld}\n", count, now() - start, fsyncs, renames);
    return 0;
}
