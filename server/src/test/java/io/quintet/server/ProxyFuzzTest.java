package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.server.ProxyScanner.Found;
import io.quintet.testing.FuzzInput;
import io.quintet.testing.PlainFuzzing;
import org.junit.jupiter.api.Test;

/** The beginning of a load balancer's connection, in any segments, judged against {@link PlainProxy}. */
class ProxyFuzzTest {
    @FuzzTest(maxDuration = "")
    void stream(byte[] input) {
        FuzzInput chosen = new FuzzInput(input);

        assertThat(PlainProxy.read(chosen.stream())).isIn(scan(chosen.stream(), chosen.cuts()), PlainProxy.EITHER);
    }

    @Test
    void streamIsReadAsThePlainReaderDoes() {
        PlainFuzzing.run(ProxyFuzzTest.class, "stream", this::stream);
    }

    private static String scan(byte[] stream, int... cuts) {
        ProxyScanner scanner = new ProxyScanner();
        for (int cut : cuts) {
            String found = scan(scanner, Unpooled.wrappedBuffer(stream, 0, cut));
            if (!found.equals("waits")) {
                return found;
            }
        }
        return scan(scanner, Unpooled.wrappedBuffer(stream));
    }

    private static String scan(ProxyScanner scanner, ByteBuf in) {
        try {
            Found found = scanner.next(in);
            assertThat(in.readerIndex() > 0).isEqualTo(found == Found.HEADER);
            return switch (found) {
                case NONE -> "none";
                case PERHAPS, INCOMPLETE -> "waits";
                case HEADER -> text(scanner.header()) + " in " + in.readerIndex();
            };
        } catch (ProxyHeader.Malformed malformed) {
            assertThat(malformed.line()).isPrintable().contains(" (expected: ");
            return "malformed";
        }
    }

    private static String text(ProxyHeader header) {
        return header.local()
                ? "local"
                : header.source()
                        .map(source -> source.getAddress() + ":" + source.getPort())
                        .orElse("unknown");
    }
}
