package io.quintet.client;

import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a client is told before it connects; made by {@link QuintetClient#to}. Not safe from several threads. */
public final class ClientBuilder {
    private final ServerAddress address;
    private Framing framing = Framing.DEFAULT;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Backoff backoff = Backoff.DEFAULT;
    private boolean failFast;
    private Reconnect reconnect = Reconnect.UNSENT;
    private Optional<ClientTls> tls = Optional.empty();
    private Duration timeout = Duration.ofSeconds(30);
    private AfterTimeout afterTimeout = AfterTimeout.CLOSE;
    private int maxInFlight = 64;
    private WhenFull whenFull = WhenFull.WAIT;
    private Optional<PushListener> pushes = Optional.empty();
    private ClientHooks hooks = ClientHooks.NONE;
    private Optional<ClientTransport> transport = Optional.empty();

    ClientBuilder(ServerAddress address) {
        this.address = address;
    }

    /** The framing of both directions; {@code ascii:5} unless told. Answers of length zero are always accepted. */
    public ClientBuilder framing(Framing value) {
        framing = value;
        return this;
    }

    /** The framing that an expression such as {@code bin:2,le} names. */
    public ClientBuilder framing(String expression) {
        return framing(Framing.parse(expression));
    }

    /** The longest that one attempt to connect takes, TLS included; 10 s unless told. */
    public ClientBuilder connectTimeout(Duration value) {
        connectTimeout = value;
        return this;
    }

    /** How often and at which intervals to try; {@link Backoff#DEFAULT} unless told. */
    public ClientBuilder backoff(Backoff value) {
        backoff = value;
        return this;
    }

    /** Makes one attempt at the first connection, whatever the back-off for those that replace it. */
    public ClientBuilder failFast() {
        failFast = true;
        return this;
    }

    /** What happens after a loss; {@link Reconnect#UNSENT} unless told. */
    public ClientBuilder reconnect(Reconnect value) {
        reconnect = value;
        return this;
    }

    /** Speaks TLS; plain text unless told. */
    public ClientBuilder tls(ClientTls value) {
        tls = Optional.of(value);
        return this;
    }

    /** The longest from a call to its answer, waiting and connecting included; 30 s unless told, zero waits for ever. */
    public ClientBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** What happens to the connection then; {@link AfterTimeout#CLOSE} unless told. */
    public ClientBuilder afterTimeout(AfterTimeout value) {
        afterTimeout = value;
        return this;
    }

    /** Most requests in flight or waiting for a connection, which bounds the client's memory; 64 unless told. */
    public ClientBuilder maxInFlight(int value) {
        maxInFlight = value;
        return this;
    }

    /** What a call beyond that does; {@link WhenFull#WAIT} unless told. */
    public ClientBuilder whenFull(WhenFull value) {
        whenFull = value;
        return this;
    }

    /**
     * Takes frames that no request waits for, and keeps the client connected for them. Without a listener such a frame
     * closes the connection with {@link ClientError#UNEXPECTED_ANSWER}.
     */
    public ClientBuilder onPush(PushListener listener) {
        pushes = Optional.of(listener);
        return this;
    }

    /** Is told what happens. */
    public ClientBuilder hooks(ClientHooks value) {
        hooks = value;
        return this;
    }

    /** The event loops and sockets to use; the client's own, one NIO thread, unless told. */
    public ClientBuilder transport(ClientTransport value) {
        transport = Optional.of(value);
        return this;
    }

    /**
     * Connects, trying again as {@link #backoff} says.
     *
     * @throws ClientException if that failed
     * @throws IllegalArgumentException if what the client was told makes no sense
     */
    public QuintetClient connect() {
        return QuintetClient.await(connectAsync());
    }

    /** Connects in the background; the stage fails with a {@link ClientException}. */
    public CompletionStage<QuintetClient> connectAsync() {
        return QuintetClient.start(settings(), transport);
    }

    private ClientSettings settings() {
        var connecting = new ClientSettings.Connecting(connectTimeout, backoff, reconnect, tls, failFast);
        var limits = new ClientSettings.CallLimits(timeout, afterTimeout, maxInFlight, whenFull);
        return new ClientSettings(address, framing, connecting, limits, new ClientSettings.Callbacks(pushes, hooks));
    }
}
