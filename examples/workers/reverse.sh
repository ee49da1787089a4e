#!/bin/sh
# A worker that answers each request with its bytes reversed, in any POSIX shell.
#
#     quintet serve --exec 'sh examples/workers/reverse.sh'
#
# A frame is five digits, the payload's length in bytes, and then the payload. Every byte survives, NUL and line breaks
# too, since no variable ever holds a payload: it goes through a pipe as octal numbers. The price is a handful of
# processes a request; dd reads byte by byte, for whatever reads more than its frame takes bytes from the next one.

trap '' INT # Ctrl-C is the server's: it closes stdin when the last answer is out

take() {
    dd bs=1 count="$1" 2> /dev/null
}

reversed() {
    od -An -v -to1 | awk '{ for (i = 1; i <= NF; i++) byte[n++] = $i } END { while (n) printf "\\%s", byte[--n] }'
}

while header=$(take 5) && [ ${#header} -eq 5 ]; do
    length=$(expr "$header" + 0) # not $((header)): a leading zero would make it octal
    octal=$(take "$length" | reversed)
    printf '%05d' "$length"
    printf "$octal" # as the format, which is what turns \101 into A
done
