package io.quintet.client;

/** Takes the frames that the server sends by itself: those that arrive while no request waits for an answer. */
@FunctionalInterface
public interface PushListener {
    /**
     * Called on the client's event loop, in order of arrival; it must not block.
     *
     * @param payload the frame's payload, the listener's to keep
     */
    void pushed(byte[] payload);
}
