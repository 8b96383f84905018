/* The lower bound for a build context: reads every file below a folder and writes their bytes one after another.
 * context_floor FOLDER ARCHIVE prints {"count": ..., "seconds": ...}. */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static FILE *archive;
static long count;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int copy(const char *path, const struct stat *status, int type, struct FTW *place) {
    static char bytes[1 << 20];
    (void)status, (void)place;
    if (type != FTW_F) return 0;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 1;
    ssize_t read_count;
    while ((read_count = read(file, bytes, sizeof bytes)) > 0) {
        if (fwrite(bytes, 1, (size_t)read_count, archive) != (size_t)read_count) return 1;
    }
    count++;
    return close(file) != 0 || read_count < 0;
}

int main(int argc, char **argv) {
    if (argc != 3 || !(archive = fopen(argv[2], "w"))) {
        fprintf(stderr, "usage: context_floor FOLDER ARCHIVE\n");
        return 2;
    }
    double start = now();
    if (nftw(argv[1], copy, 64, FTW_PHYS) != 0 || fclose(archive) != 0) {
        perror(argv[1]);
        return 1;
    }
    printf("{\"count\": %ld, \"seconds\": %f}\n", count, now() - start);
    return 0;
}
