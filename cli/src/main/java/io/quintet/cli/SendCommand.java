package io.quintet.cli;

import io.quintet.cli.send.AnswerFormat;
import io.quintet.cli.send.SendException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet send [ADDRESS] [PAYLOAD...]}: the framed netcat. */
final class SendCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec();
        SendFlags.addTo(spec);
        spec.usageMessage()
                .description(
                        "Sends payloads in frames and shows the answers.",
                        "",
                        "The first word is the address if it has the form of one, HOST:PORT or unix:PATH; without, it is "
                                + SendFlags.DEFAULT_ADDRESS + ". Without payloads, each line of stdin is one; on a"
                                + " terminal they are typed, with history, until exit, Ctrl-D or an empty line.",
                        "",
                        "Answers go to stdout, one a line; where that is a terminal, bytes that are not printable are"
                                + " escaped, else they are as they came. The command ends with 0 if all went well, 4 if"
                                + " nobody could be reached, 5 for a wrong or broken answer, 6 if none came in time.");
        HelpText.examples(
                spec.usageMessage(),
                "quintet send abc",
                "quintet send 127.0.0.1:6789 abc xyz --expect cba --expect zyx",
                "quintet send --framing bin:2 --hex 'ca fe' --output hex",
                "printf 'abc\\nxyz\\n' | quintet send --half-close",
                "quintet send --raw 00003abc00x --timeout 2s",
                "quintet send localhost:6789 abc --tls-ca ca.pem");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException, InterruptedException {
        SendFlags flags = SendFlags.of(invocation.line(), invocation.terminal());
        try {
            flags.send(invocation.terminal());
            return ExitCode.OK;
        } catch (SendException e) {
            throw new CommandException(codeOf(e.kind()), String.valueOf(e.getMessage()), e);
        }
    }

    private static ExitCode codeOf(SendException.Kind kind) {
        return switch (kind) {
            case CANNOT_CONNECT -> ExitCode.CANNOT_CONNECT;
            case WRONG_ANSWER -> ExitCode.WRONG_ANSWER;
            case TIMEOUT -> ExitCode.TIMEOUT;
            case BAD_PAYLOAD -> ExitCode.USAGE;
            case OTHER -> ExitCode.FAILURE;
        };
    }

    /** The words for the formats, for help. */
    static String formats() {
        return String.join(", ", Words.words(AnswerFormat.class));
    }
}
