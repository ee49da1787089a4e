package io.quintet.exec;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What all workers of one logic share.
 *
 * @param settings how each is run
 * @param queue where requests wait for any of them
 * @param timer one thread for restarts and time limits
 */
record Workshop(WorkerSettings settings, JobQueue queue, ScheduledExecutorService timer) {}
