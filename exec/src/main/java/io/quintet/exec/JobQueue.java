package io.quintet.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/** The requests that wait for a worker, up to a limit. Safe from any thread. */
final class JobQueue {
    private final LinkedBlockingDeque<Job> jobs;
    private final int most;

    JobQueue(int most) {
        this.jobs = new LinkedBlockingDeque<>(most);
        this.most = most;
    }

    /** Adds a job, or fails it at once where too many wait. */
    void put(Job job) {
        if (!jobs.offerLast(job)) {
            refuse(job);
        }
    }

    /** Adds a job that a worker took and did not begin. */
    void putBack(Job job) {
        if (!jobs.offerFirst(job)) {
            refuse(job);
        }
    }

    private void refuse(Job job) {
        job.fail("exec.queue: " + most + " requests wait for a worker (expected: room for one more)");
    }

    /** The oldest job that is still wanted; waits for one. */
    Job take() throws InterruptedException {
        Job job = jobs.takeFirst();
        while (job.isGivenUp()) {
            job = jobs.takeFirst();
        }
        return job;
    }

    /** The oldest job that is still wanted, if there is one now. */
    @Nullable
    Job poll() {
        Job job = jobs.pollFirst();
        while (job != null && job.isGivenUp()) {
            job = jobs.pollFirst();
        }
        return job;
    }

    /** Fails whatever waits. */
    void failAll(String why) {
        List<Job> waiting = new ArrayList<>();
        jobs.drainTo(waiting);
        waiting.forEach(job -> job.fail(why));
    }
}
