package io.quintet.load;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What went wrong on one event loop, or on all. Confined to a thread. */
final class Faults {
    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);

    void add(FaultKind kind, long count, String example) {
        add(new Fault(kind, Math.max(1, count), example));
    }

    void addAll(Collection<Fault> others) {
        others.forEach(this::add);
    }

    private void add(Fault fault) {
        faults.merge(fault.kind(), fault, Fault::plus);
    }

    long count() {
        return faults.values().stream().mapToLong(Fault::count).sum();
    }

    List<Fault> list() {
        return List.copyOf(faults.values());
    }

    /** All so far; they are forgotten here. */
    List<Fault> take() {
        List<Fault> taken = list();
        faults.clear();
        return taken;
    }
}
