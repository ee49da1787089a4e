package io.quintet.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Any number of ranges of addresses. */
public record AddressRanges(List<AddressRange> ranges) {
    /** No address at all. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    /** Keeps a copy. */
    public AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads ranges with commas between them.
     *
     * @throws IllegalArgumentException with what would have been right
     */
    public static AddressRanges parse(String text) {
        return new AddressRanges(Arrays.stream(text.split(",", -1))
                .map(word -> AddressRange.parse(word.strip()))
                .toList());
    }

    static AddressRanges joined(List<AddressRanges> parts) {
        return new AddressRanges(
                parts.stream().flatMap(part -> part.ranges.stream()).toList());
    }

    /** Whether there is no range. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether {@code address} is in any of them. */
    public boolean contains(InetAddress address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(","));
    }
}
