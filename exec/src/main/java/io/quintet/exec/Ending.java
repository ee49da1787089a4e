package io.quintet.exec;

import java.util.List;

/**
 * How a process ended.
 *
 * @param how in words: {@code exit status 1}, {@code no answer in 10s}
 * @param answers given in its life
 * @param unanswered requests it had
 */
record Ending(String how, long answers, List<Job> unanswered) {}
