// A worker that answers each request with its bytes reversed.
//
//     quintet serve --exec 'node examples/workers/reverse.js'
//
// A frame is five digits, the payload's length in bytes, and then the payload. A chunk of stdin may hold several frames
// or a part of one. What goes to stderr (console.error) appears in the server's log; stdout is for answers alone.
'use strict';

const HEADER = 5;

function answer(request) {
  return Buffer.from(request).reverse();
}

function frame(payload) {
  return Buffer.concat([Buffer.from(String(payload.length).padStart(HEADER, '0')), payload]);
}

let received = Buffer.alloc(0);

process.stdin.on('data', (chunk) => {
  received = Buffer.concat([received, chunk]);
  while (received.length >= HEADER) {
    const end = HEADER + Number(received.toString('latin1', 0, HEADER));
    if (received.length < end) break;
    process.stdout.write(frame(answer(received.subarray(HEADER, end)))); // leaves at once: node does not hold it back
    received = received.subarray(end);
  }
});

process.on('SIGINT', () => {}); // Ctrl-C is the server's: it closes stdin when the last answer is out
