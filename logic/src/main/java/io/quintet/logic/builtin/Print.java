package io.quintet.logic.builtin;

import io.quintet.logic.AddressText;
import io.quintet.logic.Answer;
import io.quintet.logic.Arguments;
import io.quintet.logic.Connection;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Printable;
import io.quintet.logic.Request;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** {@code print}: each request in the log. */
public final class Print implements LogicProvider {
    private static final Parameter<Form> FORM =
            Parameters.oneOf("form", Form.class, "how payloads are shown").withDefault("text");
    private static final Parameter<Charset> CHARSET =
            Parameters.charset("charset", "of payloads shown as text").withDefault("UTF-8");

    private final Supplier<Logger> logger;

    /** To the log of {@code io.quintet.logic.print}, which is asked for when it is needed: that starts a logging backend. */
    public Print() {
        this(() -> System.getLogger("io.quintet.logic.print"));
    }

    Print(Supplier<Logger> logger) {
        this.logger = logger;
    }

    @Override
    public String name() {
        return "print";
    }

    @Override
    public String description() {
        return "logs each payload escaped, its first 1024 bytes, and who comes and goes; gives no answer";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FORM, CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        return new Printing(logger.get(), arguments.get(FORM), arguments.get(CHARSET));
    }

    private record Printing(Logger logger, Form form, Charset charset) implements InlineLogic {
        private static final int MOST_BYTES = 1024;

        @Override
        public void connected(Connection connection) {
            log(connection, "connected");
        }

        @Override
        public void answer(Request request, Answer answer) {
            String more = request.length() > MOST_BYTES ? " ..." : "";
            log(request.connection(), request.length() + " bytes: " + shown(request) + more);
            answer.none();
        }

        @Override
        public void disconnected(Connection connection, String reason) {
            log(connection, "disconnected (" + reason + ")");
        }

        private void log(Connection connection, String event) {
            String from = "connection " + connection.id() + " " + AddressText.of(connection.remoteAddress());
            logger.log(Level.INFO, from + ": " + event);
        }

        private String shown(Request request) {
            ByteBuffer payload = request.payload().asByteBuffer();
            byte[] bytes = new byte[Math.min(payload.remaining(), MOST_BYTES)];
            payload.get(bytes);
            return form == Form.HEX ? HexFormat.of().formatHex(bytes) : Printable.text(new String(bytes, charset));
        }
    }
}
