package io.quintet.testing;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class after which a reference-counted object was collected unreleased. JUnit finds it by itself in
 * every module that tests with this one.
 */
public final class LeakGuard implements AfterAllCallback {
    private static final int ROUNDS = 2;
    private static final long ROUND_MILLIS = 5_000;

    /** JUnit's constructor. */
    public LeakGuard() {}

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        boolean nested =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (nested) {
            return;
        }
        List<String> leaks = collectLeaks();
        if (!leaks.isEmpty()) {
            throw new AssertionError("LEAK: " + leaks.size() + " in or before " + context.getDisplayName() + "\n"
                    + String.join("\n", leaks));
        }
    }

    /** Two rounds: what the first one frees may be all that held the next. */
    static List<String> collectLeaks() throws InterruptedException {
        List<String> leaks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            collectGarbage();
            leaks.addAll(LeakRecorder.takeLeaks());
        }
        return leaks;
    }

    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        WeakReference<Object> sentinel = new WeakReference<>(new Object(), collected);
        System.gc();
        if (collected.remove(ROUND_MILLIS) != sentinel) {
            throw new IllegalStateException("garbage collection: none within " + ROUND_MILLIS + " ms");
        }
    }
}
