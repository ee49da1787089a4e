/*
 * The reference: what one thread can answer on this machine when nothing but the work is done.
 *
 * usage: epoll FILE      listens on a free port of loopback and writes HOST:PORT to FILE
 *
 * Frames have five digits in front; payloads are reversed where they were read, and all answers of a read leave in one
 * send. Level-triggered epoll. A peer owns memory only while it has unsent answers or the beginning of a frame. There are
 * no limits and no clocks, and whatever is wrong closes the connection.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEADER = 5, BUFFER = 256 * 1024, EVENTS = 256 };

struct peer {
    int fd;
    size_t unsent; /* answers, at the beginning of what is held */
    size_t length; /* of all that is held */
    unsigned char *held;
};

static unsigned char buffer[BUFFER];
static int epoll;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void reverse(unsigned char *bytes, size_t length) {
    unsigned char *end = bytes + length;
    uint64_t head, tail;
    for (; end - bytes >= 16; bytes += 8) {
        end -= 8;
        memcpy(&head, bytes, 8);
        memcpy(&tail, end, 8);
        head = __builtin_bswap64(head);
        tail = __builtin_bswap64(tail);
        memcpy(bytes, &tail, 8);
        memcpy(end, &head, 8);
    }
    for (; end - bytes >= 2; bytes++) {
        unsigned char first = *bytes;
        *bytes = *--end;
        *end = first;
    }
}

/* Answers every whole frame in place; how many bytes these are, or -1 for what is no frame. */
static long answer(unsigned char *bytes, size_t length) {
    size_t at = 0;
    while (length - at >= HEADER) {
        size_t payload = 0;
        for (int i = 0; i < HEADER; i++) {
            unsigned digit = bytes[at + i] - '0';
            if (digit > 9) return -1;
            payload = 10 * payload + digit;
        }
        if (length - at - HEADER < payload) break;
        reverse(bytes + at + HEADER, payload);
        at += HEADER + payload;
    }
    return (long) at;
}

static void drop(struct peer *peer) {
    close(peer->fd);
    free(peer->held);
    free(peer);
}

static void wait_for(struct peer *peer, int change, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = peer};
    if (epoll_ctl(epoll, change, peer->fd, &event) < 0) fail("epoll_ctl");
}

/* Keeps what is neither sent nor answered. */
static void hold(struct peer *peer, const unsigned char *bytes, size_t length) {
    unsigned char *kept = length ? malloc(length) : NULL;
    if (length && !kept) fail("malloc");
    if (length) memcpy(kept, bytes, length);
    free(peer->held);
    peer->held = kept;
    peer->length = length;
}

static void receive(struct peer *peer) {
    size_t before = peer->length;
    if (before) memcpy(buffer, peer->held, before);
    ssize_t got = recv(peer->fd, buffer + before, BUFFER - before, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
        drop(peer);
        return;
    }
    size_t length = before + (size_t) got;
    long answered = answer(buffer, length);
    ssize_t sent = answered > 0 ? send(peer->fd, buffer, (size_t) answered, MSG_NOSIGNAL) : 0;
    if (sent < 0 && errno == EAGAIN) sent = 0;
    if (answered < 0 || sent < 0) {
        drop(peer);
        return;
    }
    if (before || (size_t) sent < length) hold(peer, buffer + sent, length - (size_t) sent);
    peer->unsent = (size_t) (answered - sent);
    if (peer->unsent) wait_for(peer, EPOLL_CTL_MOD, EPOLLOUT);
}

static void send_rest(struct peer *peer) {
    ssize_t sent = send(peer->fd, peer->held, peer->unsent, MSG_NOSIGNAL);
    if (sent < 0 && errno == EAGAIN) return;
    if (sent < 0) {
        drop(peer);
        return;
    }
    peer->unsent -= (size_t) sent;
    hold(peer, peer->held + sent, peer->length - (size_t) sent);
    if (!peer->unsent) wait_for(peer, EPOLL_CTL_MOD, EPOLLIN);
}

static void accept_all(int listener) {
    int fd, on = 1;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        struct peer *peer = calloc(1, sizeof *peer);
        if (!peer) fail("calloc");
        peer->fd = fd;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        wait_for(peer, EPOLL_CTL_ADD, EPOLLIN);
    }
}

static void publish(int listener, const char *file) {
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    char temporary[4096];
    getsockname(listener, (struct sockaddr *) &address, &length);
    snprintf(temporary, sizeof temporary, "%s.new", file);
    FILE *out = fopen(temporary, "w");
    if (!out) fail(file);
    fprintf(out, "127.0.0.1:%d\n", ntohs(address.sin_port));
    if (fclose(out) || rename(temporary, file)) fail(file);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: %s FILE\n", arguments[0]);
        return 2;
    }
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *) &any, sizeof any) < 0) fail("bind");
    if (listen(listener, 1024) < 0) fail("listen");
    epoll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    if (epoll < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event) < 0) fail("epoll");
    publish(listener, arguments[1]);
    for (;;) {
        struct epoll_event events[EVENTS];
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            struct peer *peer = events[i].data.ptr;
            if (!peer) {
                accept_all(listener);
            } else if (peer->unsent) {
                send_rest(peer);
            } else {
                receive(peer);
            }
        }
    }
}
