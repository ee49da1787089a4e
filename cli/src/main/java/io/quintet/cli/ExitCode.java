package io.quintet.cli;

/** What the command's end tells a script. */
enum ExitCode {
    OK(0, "done"),
    FAILURE(1, "failed for a reason that has no code of its own"),
    USAGE(2, "the command line cannot be understood"),
    CONFIGURATION(3, "a setting is wrong, or cannot be had on this machine"),
    CANNOT_CONNECT(4, "nobody could be reached"),
    WRONG_ANSWER(5, "the peer broke the protocol or gave another answer than expected"),
    TIMEOUT(6, "no answer in time"),
    ASSERTION(7, "a measured value is not as asserted"),
    LOGIC(8, "a logic does not exist or cannot be had as asked for");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
