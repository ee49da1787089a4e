package io.quintet.logic.plugin;

import io.quintet.logic.LogicProvider;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one plugin: its own first, then the JDK's; of the host it sees the extension point alone, so that its
 * libraries may be of any version. Has nothing to close; collected with the last object of its classes.
 */
final class PluginClassLoader extends ClassLoader {
    private static final String SHARED_PACKAGE = LogicProvider.class.getPackageName();

    static {
        registerAsParallelCapable();
    }

    private final JarContent jar;
    private final MemoryUrls urls;
    private final ProtectionDomain domain;

    PluginClassLoader(String name, URL location, JarContent jar) {
        super(name, ClassLoader.getPlatformClassLoader());
        this.jar = jar;
        this.urls = new MemoryUrls(name, jar);
        // Without this loader: threads hold the domains of who started them, and a thread of the JDK's pools lives on.
        this.domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED_PACKAGE) && name.lastIndexOf('.') == SHARED_PACKAGE.length()) {
            return Class.forName(name, false, LogicProvider.class.getClassLoader());
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && !name.startsWith("java.")) {
                loaded = ownClass(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    private @Nullable Class<?> ownClass(String name) {
        return jar.entry(name.replace('.', '/') + ".class")
                .<Class<?>>map(bytes -> defineClass(name, bytes, 0, bytes.length, domain))
                .orElse(null);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>();
        urls.of(name).ifPresent(all::add);
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return urls.of(name).orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(urls.of(name).stream().toList());
    }
}
