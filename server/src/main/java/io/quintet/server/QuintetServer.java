package io.quintet.server;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Connections;
import io.quintet.logic.Logic;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A server for length-prefixed frames, answering with a logic. Safe from any thread.
 *
 * <pre>{@code
 * try (QuintetServer server = QuintetServer.start(ServerSettings.defaults(), List.of(logic))) {
 *     System.out.println(server.addresses());
 *     ...
 * }
 * }</pre>
 */
public final class QuintetServer implements AutoCloseable {
    private final ChosenTransport transport;
    private final Service service;
    private final AcceptGate gate;
    private final Listeners listeners;
    private final Optional<Tls> tls;
    private final ConnectionPipeline pipeline;
    private final MultiThreadIoEventLoopGroup loops;
    private final Ending ending;

    private QuintetServer(ServerSettings settings, List<Logic> chain) {
        this.transport = ChosenTransport.pick(settings.eventLoops().transport());
        this.tls = settings.tls()
                .map(spoken -> Tls.start(spoken, settings.eventLoops().threads()));
        this.service = new Service(settings, new Chain(chain));
        this.gate = new AcceptGate(service);
        this.listeners = new Listeners(settings, transport.transport());
        this.pipeline = new ConnectionPipeline(service, transport.transport(), gate, tls);
        this.loops = new MultiThreadIoEventLoopGroup(
                settings.eventLoops().threads(),
                new DefaultThreadFactory("quintet-loop"),
                transport.transport().ioHandlers(settings.eventLoops().busyPoll()));
        this.ending = new Ending(service, gate, listeners, loops, this::release);
    }

    /**
     * Starts a server; when this returns, it accepts connections.
     *
     * @param chain what each request goes through, in order; closed with the server
     * @throws ServerStartException in one line for the user: a busy address, a transport this machine does not have
     */
    public static QuintetServer start(ServerSettings settings, List<Logic> chain) {
        QuintetServer server = new QuintetServer(settings, chain);
        try {
            server.listeners.bind(server.loops, server.gate, server.pipeline);
            server.loops.forEach(loop -> loop.terminationFuture().addListener(ended -> server.ending.lost()));
            return server;
        } catch (RuntimeException failure) {
            server.stopNow().toCompletableFuture().join();
            throw failure;
        }
    }

    /**
     * Loads the transport that {@code auto} stands for, with its native library and most of Netty. Never needed; a program that
     * has other things to do before it starts a server may do them meanwhile.
     */
    public static void preload() {
        ChosenTransport.pick(TransportChoice.AUTO);
    }

    /** What it was told, last by {@link #reload}. */
    public ServerSettings settings() {
        return service.settings();
    }

    /**
     * Takes up the limits, clocks, turnover and access of {@code newer}, for new connections and open ones; no connection is
     * dropped for it. What else it says cannot change while the server runs, and is left out.
     */
    public synchronized void reload(ServerSettings newer) {
        service.change(newer);
        gate.refresh();
        pipeline.refresh();
        service.each(PeerConnection.REFRESH);
    }

    /** The bound addresses with their real ports, in the order of the settings. */
    public List<SocketAddress> addresses() {
        return listeners.addresses();
    }

    /** The name of the transport in use. */
    public String transport() {
        return transport.transport().toString();
    }

    /** Why this transport is in use. */
    public String transportReason() {
        return transport.reason();
    }

    /** The open connections. */
    public Connections connections() {
        return service.registry();
    }

    /**
     * Has new requests answered by {@code chain}, on open connections too. Requests in flight finish on the logics until
     * now, which are then closed. No connection sees {@link Logic#connected} or {@link Logic#disconnected} for it.
     *
     * @return done when the logics until now are closed
     */
    public CompletionStage<Void> replaceLogic(List<Logic> chain) {
        Chain older = service.replaceChain(new Chain(chain));
        service.each(PeerConnection.REFRESH);
        return older.retire();
    }

    /** What it has done so far, and has at the moment. */
    public ServerStatistics statistics() {
        return new ServerStatistics(
                isReady(),
                service.counts().connections(gate.open(), gate.accepted()),
                service.counts().requests(),
                service.memory().statistics(),
                tls.map(Tls::certificateEnd));
    }

    /** Reads certificates and keys again, as it does by itself when they change; connections stay as they are. */
    public void reloadTls() {
        tls.ifPresent(Tls::reload);
    }

    /** Done when the server has ended: as {@link #drain} says, or exceptionally where it failed as a whole. */
    public CompletionStage<DrainReport> ended() {
        return ending.report();
    }

    /**
     * Whether new connections are welcome: until it is asked to end, even if it still accepts them for
     * {@code limits.drain-delay}. What a load balancer should be told.
     */
    public boolean isReady() {
        return !ending.isAskedFor();
    }

    /**
     * Ends the server gracefully: accepts for {@code limits.drain-delay} as before, then no more, answers every request
     * that was sent before, and closes. What is still open {@code limits.drain-timeout} after the delay is cut.
     *
     * @return done when everything is closed; the same one each time
     */
    public CompletionStage<DrainReport> drain() {
        return ending.ask();
    }

    /** Ends the server at once; requests in flight stay unanswered. */
    public CompletionStage<DrainReport> stopNow() {
        return ending.atOnce();
    }

    private void release() {
        pipeline.close();
        tls.ifPresent(Tls::close);
        service.close();
    }

    /** Drains and waits for the end; not to be called from a logic. */
    @Override
    public void close() {
        drain().toCompletableFuture().join();
    }
}
