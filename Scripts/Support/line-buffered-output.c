#include <stdio.h>

/* Linked into every script, so that output to a pipe or a file is not lost when an error ends the script. */
__attribute__((constructor)) static void use_line_buffered_output(void) { setvbuf(stdout, NULL, _IOLBF, 0); }
