package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** What a telnet program says by itself, without its user having typed it (RFC 854): options it would like, interrupts. */
final class TelnetCommand {
    /** The byte that every command begins with: interpret as command. */
    static final byte IAC = (byte) 0xff;

    /** Lengths of what is no whole command. */
    static final int INCOMPLETE = 0;

    static final int NONE = -1;

    /** NOP, the first of the commands of two bytes, which go up to GA, 249. */
    private static final int FIRST_OF_TWO = 241;

    /** SB, which begins a text of any length: nobody says it whose options were never agreed to. */
    private static final int SUBNEGOTIATION = 250;

    private TelnetCommand() {}

    /** The length of the command that begins with the IAC at the reader index. */
    static int length(ByteBuf in) {
        if (in.readableBytes() == 1) {
            return INCOMPLETE;
        }
        int command = in.getUnsignedByte(in.readerIndex() + 1);
        if (command < FIRST_OF_TWO || command == SUBNEGOTIATION || command == (IAC & 0xff)) {
            return NONE;
        }
        int length = command < SUBNEGOTIATION ? 2 : 3;
        return length <= in.readableBytes() ? length : INCOMPLETE;
    }

    /** Whether the reader index is at a command of which something is still to come. */
    static boolean isIncomplete(ByteBuf in) {
        return in.getByte(in.readerIndex()) == IAC && length(in) == INCOMPLETE;
    }

    /** Whether the reader index is at an IAC that begins no command. */
    static boolean isNone(ByteBuf in) {
        return in.getByte(in.readerIndex()) == IAC && length(in) == NONE;
    }
}
