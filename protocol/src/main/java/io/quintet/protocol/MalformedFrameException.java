package io.quintet.protocol;

import io.netty.handler.codec.DecoderException;

/** The peer's bytes are no frame, or ended inside one; thrown by {@link FrameDecoder}. */
public final class MalformedFrameException extends DecoderException {
    private static final long serialVersionUID = 1L;

    private final transient FrameError error;

    /** An exception whose message is the error's detail. */
    public MalformedFrameException(FrameError error) {
        super(error.detail());
        this.error = error;
    }

    /** What is wrong, and where. */
    public FrameError error() {
        return error;
    }
}
