package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.ExecRequest;
import io.kubefate.cli.client.PodChannel;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.StandardStreams;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        description = {
            "Runs a command in a container of a cluster. The exit code is that of the command.",
            "The service logs the user and the command. Kubernetes does not pass on the end of the input: a command that"
                    + " reads to the end, such as cat, runs until you stop it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster exec fate-9999 python -- ls -l /data/projects",
            "  kubefate cluster exec fate-9999 python -it -- bash"
        })
final class ClusterExecCommand implements Callable<Integer> {

    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERROR_OUTPUT = 2;
    private static final int STATUS = 3;
    private static final int RESIZE = 4;

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(index = "1", paramLabel = "MODULE", description = "A module, container or pod.")
    private String module;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments.")
    private List<String> command;

    @Option(
            names = "--pod",
            paramLabel = "POD",
            defaultValue = "",
            description = "The pod. Default: the first running one.")
    private String pod;

    @Option(
            names = "--container",
            paramLabel = "CONTAINER",
            defaultValue = "",
            description = "The container of the pod. Default: the one with the module's name, or the first.")
    private String container;

    @Option(
            names = {"-i", "--stdin"},
            description = "Pass the input to the command.")
    private boolean stdin;

    @Option(
            names = {"-t", "--tty"},
            description = "Run the command in a terminal of the same size as yours.")
    private boolean tty;

    ClusterExecCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ExecRequest request = ExecRequest.of(new ExecRequest.Target(module, pod, container), command)
                .withStdin(stdin)
                .withTty(tty);
        UUID uuid = cluster.uuid(context);
        if (!tty) {
            return run(uuid, request);
        }
        try (RawTerminal terminal = RawTerminal.open()) {
            return run(uuid, request);
        }
    }

    private int run(UUID uuid, ExecRequest request) {
        try (PodChannel channel = context.client().pods().exec(uuid, request)) {
            if (tty) {
                byte[] size = RawTerminal.size().getBytes(StandardCharsets.UTF_8);
                channel.send(RESIZE, size, size.length);
            }
            if (stdin) {
                Thread sender = new Thread(() -> send(channel), "stdin");
                sender.setDaemon(true);
                sender.start();
            }
            ExecResult result = receive(channel);
            if (!result.failure().isEmpty()) {
                context.err().println(result.failure());
            }
            return result.exitCode();
        }
    }

    private ExecResult receive(PodChannel channel) {
        StandardStreams.Bytes streams = context.environment().streams().bytes();
        try {
            for (Optional<PodChannel.Frame> frame = channel.next(); frame.isPresent(); frame = channel.next()) {
                byte[] content = frame.get().content();
                switch (frame.get().stream()) {
                    case OUTPUT -> streams.out().write(content);
                    case ERROR_OUTPUT -> streams.err().write(content);
                    case STATUS -> {
                        return ExecResult.of(content);
                    }
                    default -> {} // a stream of a newer protocol
                }
            }
        } catch (IOException e) {
            throw new CommandException("cannot write the output: " + e.getMessage(), e);
        }
        String reason = channel.failure().isEmpty() ? "no exit status" : channel.failure();
        return new ExecResult(1, "connection lost: " + reason);
    }

    private void send(PodChannel channel) {
        try {
            channel.sendAll(INPUT, context.environment().streams().bytes().in());
        } catch (IOException e) {
            context.err().println("cannot read the input: " + e.getMessage());
        }
    }
}
