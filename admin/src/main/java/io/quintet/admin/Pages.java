package io.quintet.admin;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that the admin listener answers, by path. Safe from any thread. */
final class Pages implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int NO_BODY = -1;

    private final MetricsPage metrics;
    private final BooleanSupplier ready;

    Pages(MetricsPage metrics, BooleanSupplier ready) {
        this.metrics = metrics;
        this.ready = ready;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, pageFor(exchange));
        }
    }

    private Page pageFor(HttpExchange exchange) {
        try {
            if (!METHODS.contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                return Page.line(405, "method (expected: GET or HEAD)");
            }
            if (hasBody(exchange.getRequestHeaders())) {
                exchange.getResponseHeaders().set("Connection", "close");
                return Page.line(413, "body (expected: none)");
            }
            return pageAt(String.valueOf(exchange.getRequestURI().getPath()), exchange.getRequestHeaders());
        } catch (RuntimeException | IOException failure) {
            LOG.error("admin listener failed", failure);
            return Page.line(500, "failed; see the log");
        }
    }

    private static boolean hasBody(Headers headers) {
        String length = headers.getFirst("Content-Length");
        return headers.containsKey("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    private Page pageAt(String path, Headers headers) throws IOException {
        return switch (path) {
            case "/metrics" -> metrics.page(headers.getFirst("Accept"));
            case "/ready" -> ready.getAsBoolean() ? Page.line(200, "ready") : Page.line(503, "draining");
            case "/live" -> Page.line(200, "live");
            default -> Page.line(404, "path (expected: /metrics, /ready or /live)");
        };
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(page.status(), NO_BODY);
        } else {
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
