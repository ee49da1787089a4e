package io.quintet.cli;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals such as SIGTERM, told to someone instead of ending the process. A shutdown hook would not do: it is told once, and
 * the exit code stays the signal's. The JDK has no other way than {@code sun.misc}, which is looked up by name since
 * compilers warn of it; on a JDK without it signals do what they do everywhere.
 */
final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.serve");

    private final Map<String, Object> before = new LinkedHashMap<>();

    private Signals() {}

    /** Tells {@code listener} the name of each one of these that comes, each on a thread of its own. */
    static Signals to(Consumer<String> listener, String... names) {
        Signals signals = new Signals();
        List.of(names).forEach(name -> signals.take(name, listener));
        return signals;
    }

    private void take(String name, Consumer<String> listener) {
        try {
            before.put(name, handle(name, handler("SIG" + name, listener)));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("SIG{} does what it does everywhere: this system keeps it for itself ({})", name, e.toString());
        }
    }

    private static Object handler(String signal, Consumer<String> listener) throws ClassNotFoundException {
        Class<?>[] types = {Class.forName("sun.misc.SignalHandler")};
        return Proxy.newProxyInstance(Signals.class.getClassLoader(), types, (proxy, method, arguments) -> {
            return switch (method.getName()) {
                case "handle" -> {
                    listener.accept(signal);
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "handler of " + signal;
            };
        });
    }

    /** Gives the signals back. */
    @Override
    public void close() {
        before.forEach((name, handler) -> {
            try {
                handle(name, handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("signal " + name + " could be taken and not given back", e);
            }
        });
    }

    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        return signalType
                .getMethod("handle", signalType, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal, handler);
    }
}
