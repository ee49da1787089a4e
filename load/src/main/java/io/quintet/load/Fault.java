package io.quintet.load;

/**
 * How often one kind of thing went wrong.
 *
 * @param kind what went wrong
 * @param count requests lost by it, or connections that were not made; at least 1
 * @param example the first one in words
 */
public record Fault(FaultKind kind, long count, String example) {
    Fault plus(Fault later) {
        return new Fault(kind, count + later.count, example);
    }
}
