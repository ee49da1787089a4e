package io.quintet.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quintet.client.ServerAddress;
import io.quintet.client.TlsConnecting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** All event loops of one load, asked from the thread that runs it. */
final class LoadLoops implements AutoCloseable {
    private static final int SMALLEST_READ = 16 * 1024;
    private static final int LARGEST_READ = 256 * 1024;

    private final Transport transport;
    private final Optional<TlsConnecting> tls;
    private final EventLoopGroup group;
    private final List<LoadLoop> loops = new ArrayList<>();
    private final List<ReadBuffers> buffers = new ArrayList<>();

    LoadLoops(LoadPlan plan) {
        Target target = plan.target();
        tls = target.tls().map(spoken -> TlsConnecting.to(target.address(), spoken, target.timeout()));
        transport = Transport.pick(plan.target().loops().transport());
        int connections = plan.shape().connections();
        int count = Math.min(plan.target().loops().threads(), connections);
        group = new MultiThreadIoEventLoopGroup(
                count, new DefaultThreadFactory("quintet-load", true), transport.ioHandlers());
        Script script = Script.of(plan);
        int first = 0;
        for (int i = 0; i < count; i++) {
            int part = connections / count + (i < connections % count ? 1 : 0);
            loops.add(newLoop(new LoadLoop.Share(first, part, count), plan, script));
            first += part;
        }
    }

    private LoadLoop newLoop(LoadLoop.Share share, LoadPlan plan, Script script) {
        EventLoop loop = group.next();
        var reads = new ReadBuffers(readSize(plan, script));
        buffers.add(reads);
        ServerAddress address = plan.target().address();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(transport.channelTo(address))
                .remoteAddress(transport.socketAddress(address))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(Integer.MAX_VALUE, plan.target().timeout().toMillis()));
        if (address instanceof ServerAddress.Tcp) {
            bootstrap.option(ChannelOption.TCP_NODELAY, true);
        }
        if (tls.isEmpty()) {
            bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, reads.forChannels());
        }
        return new LoadLoop(loop, share, plan, script, new Opening(bootstrap, tls));
    }

    /** Room for all answers that are in flight on a connection, within reason. */
    private static int readSize(LoadPlan plan, Script script) {
        long perFrame = 1L + script.answers().length() / script.answers().count();
        long wished = 2L * perFrame * plan.shape().pipeline();
        return (int) Math.max(SMALLEST_READ, Math.min(LARGEST_READ, wished));
    }

    Transport transport() {
        return transport;
    }

    List<LoadLoop> loops() {
        return loops;
    }

    /** Has each loop do something and waits until all have. */
    void tell(Consumer<LoadLoop> task) {
        ask(loop -> {
            task.accept(loop);
            return loop;
        });
    }

    /** What each loop says. */
    <T> List<T> ask(Function<LoadLoop, T> question) {
        List<CompletableFuture<T>> answers = loops.stream()
                .map(loop -> CompletableFuture.supplyAsync(() -> question.apply(loop), loop.loop()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Waits for something of every loop; false if it took too long. */
    boolean await(Function<LoadLoop, CompletableFuture<Void>> what, long nanos) throws InterruptedException {
        var all = CompletableFuture.allOf(loops.stream().map(what).toArray(CompletableFuture[]::new));
        try {
            all.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of each loop's time so far. */
    List<ThreadTimes> times() {
        return ask(loop -> ThreadTimes.now());
    }

    @Override
    public void close() {
        tell(LoadLoop::close);
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        buffers.forEach(ReadBuffers::release);
    }
}
