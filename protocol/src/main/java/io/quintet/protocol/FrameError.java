package io.quintet.protocol;

import java.util.Optional;

/**
 * Why a stream of frames ended, and where.
 *
 * @param reason the stable code
 * @param offset the frame's first byte, counted from the connection's first byte
 * @param frame the frame's number, counted from 1
 * @param shownBytesHex the frame's first bytes in hex, as far as they had arrived; may be empty
 * @param detail what was found and what would have been right, such as {@code header byte 2: 0x78 (expected: '0'-'9')}
 * @param diagnosis what the bytes look like, where something fits
 */
public record FrameError(
        CloseReason reason, long offset, long frame, String shownBytesHex, String detail, Optional<String> diagnosis) {

    /** Everything in one line for a log; no byte of the peer is in it but as hex. */
    public String describe() {
        var line = new StringBuilder(detail)
                .append("; frame ")
                .append(frame)
                .append(" at byte ")
                .append(offset);
        if (!shownBytesHex.isEmpty()) {
            line.append(", bytes ").append(shownBytesHex);
        }
        diagnosis.ifPresent(text -> line.append(", ").append(text));
        return line.toString();
    }
}
