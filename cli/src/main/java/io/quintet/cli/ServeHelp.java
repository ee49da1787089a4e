package io.quintet.cli;

import picocli.CommandLine.Model.UsageMessageSpec;

/** What the help of {@code quintet serve} teaches besides its flags. */
final class ServeHelp {
    private ServeHelp() {}

    static void addTo(UsageMessageSpec usage) {
        usage.description(
                "Answers frames until SIGTERM or SIGINT, which drains: what was received is answered first.",
                "",
                "DURATION is a number with a unit: 500ms, 30s, 10min, 2h; SIZE likewise: 65536, 256KiB, 1MiB.",
                "A setting comes from its flag, else from its variable, else from the file, else from its default:",
                "--idle-timeout 1min, QUINTET_LIMITS_IDLE_TIMEOUT=1min, limits.idle-timeout = 1min.",
                "See quintet settings for all of them, quintet logics for LOGIC, quintet framing explain for FRAMING.");
        HelpText.examples(
                usage,
                "quintet serve",
                "    00003abc in, 00003cba out, on 127.0.0.1:6789",
                "quintet serve --listen 0.0.0.0:7000 --listen '[::]:7000' --logic echo",
                "    every interface, every frame sent back",
                "quintet serve --logic upper --logic reverse",
                "    first upper, then reverse",
                "quintet serve --framing bin:4,max=65536 --idle-timeout 1min",
                "    lengths as four bytes, big-endian",
                "quintet serve --telnet --on-logic-error 'reply:ERR {reason}'",
                "    for a person in telnet",
                "quintet serve --tls-cert server.pem --tls-key server.key",
                "    by TLS; quintet send --tls-ca server.pem reaches it",
                "quintet serve --listen 127.0.0.1:0 --port-file port.txt",
                "    any free port, told to a script");
    }
}
