package io.quintet.exec;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that one process has and has not answered yet, oldest first. Safe from any thread. */
final class InFlight {
    private final ArrayDeque<Job> jobs = new ArrayDeque<>();
    private boolean ended;
    private long owedSince;

    /** Adds a request that is about to be written; false if the process has ended. */
    synchronized boolean add(Job job) {
        if (ended) {
            return false;
        }
        if (jobs.isEmpty()) {
            owedSince = System.nanoTime();
        }
        jobs.addLast(job);
        return true;
    }

    /** The request that an answer is for. */
    synchronized @Nullable Job next() {
        owedSince = System.nanoTime();
        return jobs.pollFirst();
    }

    /** For how long there has been a request and no answer, in nanoseconds; -1 without a request. */
    synchronized long owedNanos() {
        return jobs.isEmpty() ? -1 : System.nanoTime() - owedSince;
    }

    /** Takes no more; gives back what stays unanswered. */
    synchronized List<Job> end() {
        ended = true;
        List<Job> unanswered = List.copyOf(jobs);
        jobs.clear();
        return unanswered;
    }
}
