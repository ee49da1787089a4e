package io.quintet.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import io.quintet.client.ClientTransport;
import io.quintet.client.QuintetClient;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.LogicCatalog;
import io.quintet.server.QuintetServer;
import io.quintet.testing.Machine;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client library on native transports, as its documentation says it can be. */
class NativeClientTest {
    @TempDir
    private Path directory;

    @Test
    void epollServesAClient() {
        Machine.has(Epoll.isAvailable(), "epoll: not available here");
        try (var transport = new ClientTransport(
                new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()),
                EpollSocketChannel.class,
                EpollDomainSocketChannel.class,
                path -> new DomainSocketAddress(path.toFile()))) {
            askOn(transport);
        }
    }

    @Test
    void ioUringServesAClient() {
        Machine.has(IoUring.isAvailable(), "io_uring: not available here");
        try (var transport = new ClientTransport(
                new MultiThreadIoEventLoopGroup(1, IoUringIoHandler.newFactory()),
                IoUringSocketChannel.class,
                IoUringDomainSocketChannel.class,
                path -> new DomainSocketAddress(path.toFile()))) {
            askOn(transport);
        }
    }

    private void askOn(ClientTransport transport) {
        var addresses = List.<ListenAddress>of(
                new ListenAddress.Tcp("127.0.0.1", 0), new ListenAddress.Unix(directory.resolve("s")));
        var settings =
                ServerSettings.defaults().withListening(new Listening(addresses, Listening.DEFAULT.backlog(), false));
        var reverse = LogicCatalog.ofClassPath().create("reverse");
        try (QuintetServer server = QuintetServer.start(settings, List.of(reverse))) {
            var tcp = (InetSocketAddress) server.addresses().get(0);
            ask(transport, "127.0.0.1:" + tcp.getPort());
            ask(transport, "unix:" + directory.resolve("s"));
        }
    }

    private static void ask(ClientTransport transport, String address) {
        try (QuintetClient client =
                QuintetClient.to(address).transport(transport).connect()) {
            var answer = client.call("abc".getBytes(US_ASCII)).toCompletableFuture();
            client.finish().toCompletableFuture().join();

            assertThat(answer).isCompletedWithValueMatching(it -> new String(it, US_ASCII).equals("cba"));
        }
    }
}
