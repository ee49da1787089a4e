#!/usr/bin/env python3
"""A worker that answers each request with its bytes reversed.

    quintet serve --exec 'python3 examples/workers/reverse.py'

A frame is five digits, the payload's length in bytes, and then the payload. What is written to stderr appears in the
server's log; stdout is for answers alone.
"""

import signal
import sys


def answer(request: bytes) -> bytes:
    return request[::-1]


signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's: it closes stdin when the last answer is out
requests, answers = sys.stdin.buffer, sys.stdout.buffer

while header := requests.read(5):
    payload = answer(requests.read(int(header)))
    answers.write(b"%05d%b" % (len(payload), payload))
    answers.flush()  # or the answer stays in this process and the server waits for it
