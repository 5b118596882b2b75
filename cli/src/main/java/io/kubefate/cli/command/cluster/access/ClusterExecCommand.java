package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.ExecRequest;
import io.kubefate.cli.client.PodChannel;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        description = {
            "Runs a command in a container of a cluster; its exit code is the command's.",
            "The service logs who ran what. Kubernetes cannot tell a command that its input has ended: one that reads to the end,",
            "such as cat, goes on until you end it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster exec 27e37a60-fffb-4031-a76f-990b2ff43cf2 python -- ls -l /data/projects",
            "  kubefate cluster exec 27e37a60-fffb-4031-a76f-990b2ff43cf2 python -it -- bash"
        })
final class ClusterExecCommand implements Callable<Integer> {

    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final int END = 3;
    private static final int SIZE = 4;
    private static final int BUFFER = 32 * 1024;

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Parameters(index = "1", paramLabel = "MODULE", description = "A module, a container or a pod.")
    private String module;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments.")
    private List<String> command;

    @Option(
            names = "--pod",
            paramLabel = "POD",
            defaultValue = "",
            description = "Which pod; else the first that runs.")
    private String pod;

    @Option(
            names = "--container",
            paramLabel = "CONTAINER",
            defaultValue = "",
            description = "Which container of the pod; else the one with the module's name, or the first.")
    private String container;

    @Option(
            names = {"-i", "--stdin"},
            description = "Hand on the input.")
    private boolean input;

    @Option(
            names = {"-t", "--tty"},
            description = "Give it your terminal, in its present size.")
    private boolean tty;

    ClusterExecCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        ExecRequest request = new ExecRequest(module, pod, container, input, tty, command);
        if (!tty) {
            return run(request);
        }
        try (RawTerminal terminal = RawTerminal.open()) {
            return run(request);
        }
    }

    private int run(ExecRequest request) {
        try (PodChannel channel = context.client().access().exec(uuid, request)) {
            if (tty) {
                byte[] size = RawTerminal.size().getBytes(StandardCharsets.UTF_8);
                channel.send(SIZE, size, size.length);
            }
            if (input) {
                Thread pump = new Thread(() -> send(channel), "input");
                pump.setDaemon(true);
                pump.start();
            }
            ExecResult end = receive(channel);
            if (!end.failure().isEmpty()) {
                context.err().println(end.failure());
            }
            return end.exitCode();
        }
    }

    private ExecResult receive(PodChannel channel) {
        try {
            for (Optional<PodChannel.Frame> frame = channel.next(); frame.isPresent(); frame = channel.next()) {
                byte[] content = frame.get().content();
                switch (frame.get().stream()) {
                    case OUTPUT -> context.environment().streams().out().write(content);
                    case ERRORS -> context.environment().streams().err().write(content);
                    case END -> {
                        return ExecResult.of(content);
                    }
                    default -> {} // nothing that is known
                }
            }
        } catch (IOException e) {
            throw new CommandException("the output cannot be written: " + e.getMessage(), e);
        }
        String reason = channel.failure().isEmpty() ? "it does not say how the command ended" : channel.failure();
        return new ExecResult(1, "the connection ended: " + reason);
    }

    private void send(PodChannel channel) {
        byte[] buffer = new byte[BUFFER];
        InputStream in = context.environment().streams().in();
        try {
            int count = in.read(buffer);
            while (count >= 0 && channel.send(INPUT, buffer, count)) {
                count = in.read(buffer);
            }
        } catch (IOException e) {
            context.err().println("the input cannot be read: " + e.getMessage());
        }
    }
}
