/* The lower bound for reading: libyaml's own event loop over the same bytes, which discards the events.
 * libyaml_floor load CORPUS prints {"count": ..., "seconds": ...}. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

struct file {
    unsigned char *bytes;
    size_t count;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void parse(const struct file *file) {
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type;
    if (!yaml_parser_initialize(&parser)) exit(1);
    yaml_parser_set_input_string(&parser, file->bytes, file->count);
    do {
        if (!yaml_parser_parse(&parser, &event)) exit(1);
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
}

static int ends_with(const char *name, const char *end) {
    size_t length = strlen(name), end_length = strlen(end);
    return length >= end_length && strcmp(name + length - end_length, end) == 0;
}

static int is_yaml(const struct dirent *entry) {
    return ends_with(entry->d_name, ".yml") || ends_with(entry->d_name, ".yaml");
}

int main(int argc, char **argv) {
    if (argc != 3 || strcmp(argv[1], "load") != 0) {
        fprintf(stderr, "usage: libyaml_floor load CORPUS\n");
        return 2;
    }
    struct dirent **entries;
    int count = scandir(argv[2], &entries, is_yaml, alphasort);
    if (count < 1) {
        fprintf(stderr, "'%s' contains no .yml or .yaml files\n", argv[2]);
        return 2;
    }
    struct file *files = calloc(count, sizeof *files);
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", argv[2], entries[i]->d_name);
        FILE *stream = fopen(path, "rb");
        if (!stream || fseek(stream, 0, SEEK_END)) return 1;
        files[i].count = ftell(stream);
        files[i].bytes = malloc(files[i].count);
        rewind(stream);
        if (fread(files[i].bytes, 1, files[i].count, stream) != files[i].count) return 1;
        fclose(stream);
    }
    double start = now(), elapsed;
    long done = 0;
    do {
        for (int i = 0; i < count; i++) parse(&files[i]);
        done += count;
        elapsed = now() - start;
    } while (elapsed < 1);
    printf("{\"count\": %ld, \"seconds\": %.6f}\n", done, elapsed);
    return 0;
}
