package io.quintet.protocol;

import java.util.List;

/**
 * A framing in words: what it accepts, and an example frame taken apart.
 *
 * @param framing what is explained
 * @param sentences what it does, one sentence each
 * @param example the parts of the frame that carries {@code abc}, in the order of their bytes
 */
public record FramingExplanation(Framing framing, List<String> sentences, List<Part> example) {
    /** Copies the lists. */
    public FramingExplanation {
        sentences = List.copyOf(sentences);
        example = List.copyOf(example);
    }

    static FramingExplanation of(Framing framing) {
        return new FramingExplanation(framing, FramingWords.sentences(framing), FramingWords.example(framing));
    }

    /** The bytes of the example frame as escaped text, such as {@code 00003abc}. */
    public String exampleText() {
        return String.join("", example.stream().map(Part::text).toList());
    }

    /**
     * One part of a frame.
     *
     * @param name {@code header}, {@code payload} or {@code trailer}
     * @param offset its first byte, counted from the frame's
     * @param hex its bytes in hex
     * @param text its bytes as escaped text
     * @param meaning what it says
     */
    public record Part(String name, int offset, String hex, String text, String meaning) {}
}
