package io.quintet.logic.plugin;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Optional;

/** URLs of the entries of a jar in memory: {@code plugin:/upside.jar!/names.txt}. */
final class MemoryUrls extends URLStreamHandler {
    private final String prefix;
    private final JarContent jar;

    MemoryUrls(String jarName, JarContent jar) {
        this.prefix = "/" + jarName + "!/";
        this.jar = jar;
    }

    Optional<URL> of(String entry) {
        return jar.entry(entry).map(bytes -> url(entry));
    }

    private URL url(String entry) {
        try {
            return new URL(null, new URI("plugin", null, prefix + entry, null).toASCIIString(), this);
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("a path is quoted where it has to be", e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        String path = URI.create(url.toExternalForm()).getPath();
        return jar.entry(path.startsWith(prefix) ? path.substring(prefix.length()) : path)
                .map(bytes -> new MemoryConnection(url, bytes))
                .orElseThrow(() -> new FileNotFoundException(url.toString()));
    }

    private static final class MemoryConnection extends URLConnection {
        private final byte[] bytes;

        MemoryConnection(URL url, byte[] bytes) {
            super(url);
            this.bytes = bytes;
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long getContentLengthLong() {
            return bytes.length;
        }
    }
}
