package io.quintet.protocol;

import java.util.Optional;

/** What a peer seems to speak, from the bytes where a header should be. */
final class HeaderDiagnosis {
    HeaderDiagnosis(FrameScanner scanner, byte[] bytes, int readable) {}

    Optional<String> of(CloseReason reason) {
        return Optional.empty();
    }
}
