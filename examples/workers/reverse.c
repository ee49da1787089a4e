/*
 * A worker that answers each request with its bytes reversed.
 *
 *     cc -O2 -o reverse examples/workers/reverse.c
 *     quintet serve --exec ./reverse
 *
 * A frame is five digits, the payload's length in bytes, and then the payload. What is written to stderr appears in the
 * server's log; stdout is for answers alone.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

enum { HEADER = 5, MOST = 99999 };

static char payload[MOST];

static void reverse(char *bytes, size_t length) {
    for (size_t i = 0, j = length; i + 1 < j; i++) {
        char last = bytes[--j];
        bytes[j] = bytes[i];
        bytes[i] = last;
    }
}

int main(void) {
    char header[HEADER + 1] = "";

    signal(SIGINT, SIG_IGN); /* Ctrl-C is the server's: it closes stdin when the last answer is out */
    while (fread(header, 1, HEADER, stdin) == HEADER) {
        size_t length = strtoul(header, NULL, 10);
        if (fread(payload, 1, length, stdin) != length) {
            return EXIT_FAILURE;
        }
        reverse(payload, length);
        printf("%05zu", length);
        fwrite(payload, 1, length, stdout);
        fflush(stdout); /* or the answer stays in this process and the server waits for it */
    }
    return EXIT_SUCCESS;
}
