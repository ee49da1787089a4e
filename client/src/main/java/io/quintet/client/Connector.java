package io.quintet.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings about connections, one at a time, with back-off between the attempts. On the event loop only. */
final class Connector {
    private final ClientSettings settings;
    private final Bootstrap bootstrap;
    private final EventLoop loop;
    private final Failures failures;
    private final Notices notices;
    private final Consumer<ClientException> gaveUp;

    private boolean running;
    private int failed;
    /** Connections in a row that were lost before they brought a frame: without it they would follow without a pause. */
    private int fruitless;

    private boolean fruitful;
    private boolean connectedOnce;
    private @Nullable Channel attempt;

    Connector(Parts parts, ServerConnection.Owner owner, Consumer<ClientException> gaveUp) {
        this.settings = parts.settings();
        this.loop = parts.loop();
        this.failures = parts.failures();
        this.notices = parts.notices();
        this.gaveUp = gaveUp;
        this.bootstrap = bootstrap(parts.transport(), new Opening(parts, owner));
    }

    /** What every part of a client is made from. */
    record Parts(
            ClientSettings settings, ClientTransport transport, EventLoop loop, Failures failures, Notices notices) {}

    /** Starts trying, unless it is at it. */
    void start() {
        if (!running) {
            running = true;
            failed = 0;
            if (fruitless == 0) {
                connect();
            } else {
                connectAfter(delay());
            }
        }
    }

    void stop() {
        running = false;
        if (attempt != null) {
            attempt.close();
        }
    }

    boolean running() {
        return running;
    }

    void succeeded() {
        running = false;
        connectedOnce = true;
        attempt = null;
        fruitful = false;
    }

    /** The connection brought a frame: the server works. */
    void proven() {
        fruitful = true;
        fruitless = 0;
    }

    void lost() {
        if (!fruitful) {
            fruitless++;
        }
    }

    /** The attempt came to nothing: another one, or none. */
    void failed(ClientException why) {
        if (!running) {
            return;
        }
        failed++;
        if (failed >= attempts() || Failures.isFinal(why)) {
            running = false;
            gaveUp.accept(why);
        } else {
            Duration delay = delay();
            notices.retrying(why, delay);
            connectAfter(delay);
        }
    }

    private int attempts() {
        boolean once = settings.connecting().failFast() && !connectedOnce;
        return once ? 1 : settings.connecting().backoff().attempts();
    }

    private Duration delay() {
        return settings.connecting().backoff().delayAfter(failed + fruitless, ThreadLocalRandom.current());
    }

    private void connectAfter(Duration delay) {
        loop.schedule(this::connect, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void connect() {
        if (running) {
            ChannelFuture connecting = bootstrap.connect();
            attempt = connecting.channel();
            connecting.addListener(done -> {
                if (!done.isSuccess()) {
                    failed(failures.cannotConnect(done.cause()));
                }
            });
        }
    }

    private Bootstrap bootstrap(ClientTransport transport, ChannelInitializer<Channel> opening) {
        Bootstrap made = new Bootstrap()
                .group(loop)
                .channel(transport.channelTo(settings.address()))
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        millis(settings.connecting().timeout()))
                // A write that fails must not throw away answers that have arrived: reading finds out by itself.
                .option(ChannelOption.AUTO_CLOSE, false)
                .remoteAddress(transport.socketAddress(settings.address()))
                .handler(opening);
        return settings.address() instanceof ServerAddress.Tcp ? made.option(ChannelOption.TCP_NODELAY, true) : made;
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    /** A connection's pipeline: TLS if asked for, then the frames. */
    private static final class Opening extends ChannelInitializer<Channel> {
        private final Parts parts;
        private final ServerConnection.Owner owner;
        private final Framing answers;
        private final Optional<TlsConnecting> tls;

        Opening(Parts parts, ServerConnection.Owner owner) {
            this.parts = parts;
            this.owner = owner;
            this.answers = AnswerFraming.of(parts.settings().framing());
            ClientSettings.Connecting connecting = parts.settings().connecting();
            this.tls = connecting
                    .tls()
                    .map(spoken -> TlsConnecting.to(parts.settings().address(), spoken, connecting.timeout()));
        }

        @Override
        protected void initChannel(Channel channel) {
            tls.ifPresent(spoken -> channel.pipeline().addLast(spoken.newHandler(channel)));
            channel.pipeline()
                    .addLast(new ServerConnection(owner, answers.newScanner(), answers.writer(), parts.failures()));
        }
    }
}
