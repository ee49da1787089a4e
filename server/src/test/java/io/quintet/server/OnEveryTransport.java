package io.quintet.server;

import io.quintet.config.TransportChoice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a test class once for each transport, which its constructor is given as a {@link TransportChoice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TransportChoice.class,
        names = {"NIO", "EPOLL", "IO_URING"})
@interface OnEveryTransport {}
