package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code time}: what time it is. */
public final class Time implements LogicProvider {
    private static final Parameter<Form> FORM = Parameters.oneOf(
                    "form", Form.class, "iso is ISO 8601 to the millisecond, the others count since 1970")
            .withDefault("iso");
    private static final Parameter<ZoneId> ZONE = new Parameter<>(
                    "zone", "a time zone such as UTC, +08:00 or Asia/Shanghai", "of the form iso", ZoneId::of)
            .withDefault("UTC");

    private final Clock clock;

    /** By the system's clock. */
    public Time() {
        this(Clock.systemUTC());
    }

    Time(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public String description() {
        return "answers the server's time, in ASCII";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FORM, ZONE);
    }

    @Override
    public Logic create(Arguments arguments) {
        Form form = arguments.get(FORM);
        Clock local = clock.withZone(arguments.get(ZONE));
        return (InlineLogic) (request, answer) -> answer.append(form.now(local));
    }

    /** How the time is written. */
    private enum Form {
        /** {@code 2026-01-31T23:59:59.123Z}. */
        ISO,
        /** Whole seconds since 1970. */
        SECONDS,
        /** Milliseconds since 1970. */
        MILLIS;

        String now(Clock clock) {
            return switch (this) {
                case ISO ->
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
                case SECONDS -> Long.toString(clock.instant().getEpochSecond());
                case MILLIS -> Long.toString(clock.millis());
            };
        }
    }
}
