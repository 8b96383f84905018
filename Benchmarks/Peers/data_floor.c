/* The lower bound for the data of a build context: reads the files below a folder into memory, hashes them with
 * Nettle, or writes them to a new folder. data_floor read|hash|write FOLDER COPY prints {"count": 1, "seconds": ...}:
 * the time of that part alone. */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct file {
    unsigned char *bytes;
    size_t size;
} *files;
static size_t count, capacity;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int read_file(const char *path, const struct stat *status, int type, struct FTW *place) {
    (void)place;
    if (type != FTW_F) return 0;
    if (count == capacity) {
        capacity = 2 * capacity + 64;
        if (!(files = realloc(files, capacity * sizeof *files))) return 1;
    }
    struct file *file = &files[count++];
    file->size = (size_t)status->st_size;
    file->bytes = malloc(file->size + 1);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (!file->bytes || descriptor < 0) return 1;
    for (size_t position = 0; position < file->size;) {
        ssize_t read_count = read(descriptor, file->bytes + position, file->size - position);
        if (read_count <= 0) return 1;
        position += (size_t)read_count;
    }
    return close(descriptor) != 0;
}

static int hash(void) {
    struct sha256_ctx context;
    sha256_init(&context);
    for (size_t index = 0; index < count; index++) sha256_update(&context, files[index].size, files[index].bytes);
    return 0;
}

static int write_files(const char *folder) {
    char path[4096];
    if (mkdir(folder, 0777) != 0) return 1;
    for (size_t index = 0; index < count; index++) {
        snprintf(path, sizeof path, "%s/%zu", folder, index);
        int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (file < 0) return 1;
        for (size_t position = 0; position < files[index].size;) {
            ssize_t written = write(file, files[index].bytes + position, files[index].size - position);
            if (written < 0) return 1;
            position += (size_t)written;
        }
        if (close(file) != 0) return 1;
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: data_floor read|hash|write FOLDER COPY\n");
        return 2;
    }
    double start = now();
    int failure = nftw(argv[2], read_file, 64, FTW_PHYS);
    if (strcmp(argv[1], "read") != 0) {
        start = now();
        failure = failure || (strcmp(argv[1], "hash") == 0 ? hash() : write_files(argv[3]));
    }
    double seconds = now() - start;
    if (failure) {
        perror(argv[2]);
        return 1;
    }
    printf("{\"count\": 1, \"seconds\": %f}\n", seconds);
    return 0;
}
