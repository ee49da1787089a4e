package io.quintet.cli;

import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.util.Map;

/** Plugins whose logic {@code stamp} answers the request with its first byte replaced by their version, a letter. */
final class StampJar {
    private StampJar() {}

    /** One that answers in the request's own buffer. */
    static byte[] inPlace(char version) throws IOException {
        return jar(version, "(InPlaceLogic) payload -> payload.setByte(0, (byte) '" + version + "')");
    }

    /** One that answers from another thread. */
    static byte[] async(char version) throws IOException {
        return jar(version, """
                (AsyncLogic) (request, connection) -> CompletableFuture.supplyAsync(() -> {
                    request[0] = (byte) '%s';
                    return Reply.of(request);
                })""".formatted(version));
    }

    /** One whose logic cannot be made. */
    static byte[] failing(char version) throws IOException {
        return jar(version, "fail()");
    }

    private static byte[] jar(char version, String logic) throws IOException {
        String source = """
                package stranger;

                import io.quintet.logic.*;
                import java.util.concurrent.CompletableFuture;

                public final class Stamp implements LogicProvider {
                    public String name() {
                        return "stamp";
                    }

                    public String description() {
                        return "answers with a letter in front";
                    }

                    public Logic create(Arguments arguments) {
                        return %s;
                    }

                    private static Logic fail() {
                        throw new IllegalStateException("no data base");
                    }
                }
                """.formatted(logic);
        return new PluginJar()
                .manifest("Implementation-Title: stamp", "Implementation-Version: " + version)
                .sources(Map.of("stranger.Stamp", source))
                .providers("stranger.Stamp")
                .bytes();
    }
}
