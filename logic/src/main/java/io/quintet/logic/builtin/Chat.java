package io.quintet.logic.builtin;

import io.quintet.logic.Answer;
import io.quintet.logic.Arguments;
import io.quintet.logic.Connection;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** {@code chat}: what one peer sends, all others get. */
public final class Chat implements LogicProvider {
    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String description() {
        return "sends each payload (bytes) to all other peers as \"ID: PAYLOAD\", and who joins and leaves; gives no answer";
    }

    @Override
    public Logic create(Arguments arguments) {
        return new Room();
    }

    /** Keeps nothing: the room is the server's connections. A peer that does not read misses what is refused. */
    private static final class Room implements InlineLogic {
        @Override
        public void connected(Connection connection) {
            int others = pushToOthers(connection, ascii("* " + connection.id() + " joined"));
            connection.push(ascii("* you are " + connection.id() + ", others here: " + others));
        }

        @Override
        public void answer(Request request, Answer answer) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(request.length() + 24);
            line.writeBytes(ascii(request.connection().id() + ": "));
            line.writeBytes(request.payload().toBytes());
            pushToOthers(request.connection(), line.toByteArray());
            answer.none();
        }

        @Override
        public void disconnected(Connection connection, String reason) {
            pushToOthers(connection, ascii("* " + connection.id() + " left (" + reason + ")"));
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static int pushToOthers(Connection from, byte[] payload) {
            int[] others = {0};
            from.all().forEach(connection -> {
                if (connection.id() != from.id()) {
                    connection.push(payload);
                    others[0]++;
                }
            });
            return others[0];
        }
    }
}
