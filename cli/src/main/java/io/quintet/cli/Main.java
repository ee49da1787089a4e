package io.quintet.cli;

/** The entry point of the {@code quintet} command. */
public final class Main {
    private Main() {}

    /**
     * Runs the command.
     *
     * @param args its words, without the command's own name
     */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("quintet " + (version == null ? "unpackaged" : version));
    }
}
