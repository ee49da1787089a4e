package io.quintet.logic.builtin;

import io.quintet.logic.AddressText;
import io.quintet.logic.Arguments;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Payload;
import java.nio.charset.Charset;
import java.util.List;

/** {@code greet}: a frame for each who connects. */
public final class Greet implements LogicProvider {
    private static final Parameter<String> TEXT = Parameters.text(
            "text",
            "sent to whoever connects; {id}, {remote} and {local} stand for the connection's number and addresses");
    private static final Parameter<Then> THEN = Parameters.oneOf(
                    "then", Then.class, "close hangs up after the greeting")
            .withDefault("stay");
    private static final Parameter<Charset> CHARSET =
            Parameters.charset("charset", "of the text on the wire").withDefault("UTF-8");

    @Override
    public String name() {
        return "greet";
    }

    @Override
    public String description() {
        return "sends a text when a peer connects; answers requests as they are (bytes), so that a chain can go on";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TEXT, THEN, CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        return new Greeting(arguments.get(TEXT), arguments.get(THEN), arguments.get(CHARSET));
    }

    /** What follows the greeting. */
    private enum Then {
        STAY,
        CLOSE
    }

    private record Greeting(String text, Then then, Charset charset) implements InPlaceLogic {
        @Override
        public void connected(Connection connection) {
            connection.push(text.replace("{id}", Long.toString(connection.id()))
                    .replace("{remote}", AddressText.of(connection.remoteAddress()))
                    .replace("{local}", AddressText.of(connection.localAddress()))
                    .getBytes(charset));
            if (then == Then.CLOSE) {
                connection.close();
            }
        }

        @Override
        public void apply(Payload payload) {}
    }
}
