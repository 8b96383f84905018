/* Preloaded into a program, measures its time in fsync and writes it to $FSYNC_RECORD when the program ends. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double seconds;
static long count;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int fsync(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    double start = now();
    int result = real(file);
    seconds += now() - start;
    count++;
    return result;
}

__attribute__((destructor)) static void record(void) {
    const char *path = getenv("FSYNC_RECORD");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "{\"count\": %ld, \"seconds\": %f}\n", count, seconds);
    fclose(file);
}
