package io.quintet.server.events;

import io.quintet.logic.Reply;
import io.quintet.protocol.CloseReason;
import io.quintet.server.events.EventSource.Entry;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The events between the event loops and the program's thread.
 *
 * <p>It holds at most {@code capacity} connected and received events. Disconnected ones always fit, since each belongs to
 * a connection that was reported. Safe from any thread; the lock is held for a few steps only, never while waiting.
 */
final class EventQueue {
    private final int capacity;
    private final Overflow overflow;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, EventSource> sources = new HashMap<>();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final ArrayDeque<EventSource> waiting = new ArrayDeque<>();
    private Optional<EventSource> inHand = Optional.empty();
    private int taken;
    private boolean ended;
    private final AtomicLong lastId = new AtomicLong();
    private final LongAdder overflows = new LongAdder();

    EventQueue(int capacity, Overflow overflow) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " (expected: at least 1)");
        }
        this.capacity = capacity;
        this.overflow = overflow;
    }

    /** Whether the connection may stay. */
    boolean connected(long id, SocketAddress remoteAddress) {
        lock.lock();
        try {
            lastId.accumulateAndGet(id, Math::max);
            EventSource source = new EventSource();
            boolean fits = fits(source);
            if (!fits && overflow == Overflow.DISCONNECT) {
                return false;
            }
            sources.put(id, source);
            place(source.entry(new Event.Connected(id, remoteAddress)), fits);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a request; completes without an answer, once the connection may go on or end. */
    CompletionStage<Reply> received(long id, byte[] payload) {
        lock.lock();
        try {
            EventSource source = sources.get(id);
            if (source == null || source.isEnding()) {
                return CompletableFuture.completedFuture(Reply.none());
            }
            boolean fits = fits(source);
            if (!fits && overflow == Overflow.DISCONNECT) {
                source.end();
                return CompletableFuture.completedFuture(Reply.close());
            }
            Entry entry = source.received(new Event.Received(id, payload), fits);
            place(entry, fits);
            return entry.request();
        } finally {
            lock.unlock();
        }
    }

    /** What of it still waits outside comes in first: a frame that was received is not lost. */
    void disconnected(long id, CloseReason reason) {
        lock.lock();
        try {
            EventSource source = sources.remove(id);
            if (source == null) {
                return;
            }
            waiting.remove(source);
            if (source.isReported()) {
                source.outside().forEach(entry -> place(entry, true));
                entries.add(source.entry(new Event.Disconnected(id, reason)));
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(EventSource source) {
        boolean fits = taken < capacity && source.outside().isEmpty();
        if (!fits) {
            overflows.increment();
        }
        return fits;
    }

    /** Puts an event into the queue, or with those that wait for room. */
    private void place(Entry entry, boolean inside) {
        EventSource source = entry.source();
        if (inside) {
            taken++;
            source.admitted(entry);
            entries.add(entry);
            changed.signal();
        } else {
            source.outside().add(entry);
            if (source.outside().size() == 1) {
                waiting.add(source);
            }
        }
    }

    /** The next event, if there is one; the one before counts as handled. */
    Optional<Event> poll() {
        List<CompletableFuture<Reply>> answered = new ArrayList<>(2);
        lock.lock();
        try {
            inHand.ifPresent(source -> answered.addAll(source.handled()));
            return take(answered);
        } finally {
            lock.unlock();
            answer(answered);
        }
    }

    /** The next event, waited for; the one before counts as handled at once. */
    Optional<Event> poll(Duration timeout) throws InterruptedException {
        Optional<Event> first = poll();
        if (first.isPresent()) {
            return first;
        }
        List<CompletableFuture<Reply>> answered = new ArrayList<>(2);
        long nanos = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lockInterruptibly();
        try {
            while (entries.isEmpty() && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return take(answered);
        } finally {
            lock.unlock();
            answer(answered);
        }
    }

    private Optional<Event> take(List<CompletableFuture<Reply>> answered) {
        inHand = Optional.empty();
        Entry entry = entries.poll();
        if (entry == null) {
            return Optional.empty();
        }
        Event event = entry.event();
        if (event instanceof Event.Received) {
            inHand = Optional.of(entry.source());
        }
        if (!(event instanceof Event.Disconnected)) {
            taken--;
            admitWaiting(answered);
        }
        return Optional.of(event);
    }

    /** One of each connection in turn. */
    private void admitWaiting(List<CompletableFuture<Reply>> answered) {
        while (taken < capacity && !waiting.isEmpty()) {
            EventSource source = waiting.remove();
            Entry entry = source.outside().remove();
            answered.addAll(source.admitted(entry));
            taken++;
            entries.add(entry);
            if (!source.outside().isEmpty()) {
                waiting.add(source);
            }
        }
    }

    /** Not under the lock: what depends on a request is not ours. */
    private static void answer(List<CompletableFuture<Reply>> requests) {
        requests.forEach(request -> request.complete(Reply.none()));
    }

    /** The connection ends by the program's will: takes nothing more from it, and holds it open no longer. */
    void end(long id) {
        List<CompletableFuture<Reply>> answered = new ArrayList<>();
        lock.lock();
        try {
            EventSource source = sources.get(id);
            if (source != null) {
                answered.addAll(source.end());
            }
        } finally {
            lock.unlock();
        }
        answer(answered);
    }

    /** No more events will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more events will come and all were polled. */
    boolean isFinished() {
        lock.lock();
        try {
            return ended && entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a connection has had this id. */
    boolean knows(long id) {
        return id >= 1 && id <= lastId.get();
    }

    /** How many events did not fit when they came. */
    long overflows() {
        return overflows.sum();
    }
}
