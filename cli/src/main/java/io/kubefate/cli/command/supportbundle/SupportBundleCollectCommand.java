package io.kubefate.cli.command.supportbundle;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.supportbundle.BundleContent;
import io.kubefate.cli.supportbundle.BundleFile;
import io.kubefate.cli.supportbundle.BundleScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = {
            "Collects what helps to find a fault into one zip: versions, plugins, and of clusters description, cluster.yaml,"
                    + " revisions, differences, jobs, events, logs and a plan.",
            "All of it comes from the service, which hides passwords. What cannot be read is noted in index.txt."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate supportbundle collect",
            "  kubefate supportbundle collect --cluster 27e37a60-fffb-4031-a76f-990b2ff43cf2 --tail 1000 --since 2h",
            "  kubefate supportbundle collect --yes --output /tmp/fault.zip"
        })
final class SupportBundleCollectCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final CommandContext context;
    private final String version;

    @Option(
            names = "--cluster",
            paramLabel = "UUID",
            converter = UuidConverter.class,
            description = "A cluster's id; may be repeated. Default all clusters.")
    private List<UUID> clusters = List.of();

    @Option(names = "--all", description = "All clusters, deleted ones too: of those their jobs.")
    private boolean all;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The zip; default kubefate-supportbundle-<UTC time>.zip. One that exists is not overwritten.")
    private Path output;

    @Option(
            names = {"-t", "--tail"},
            paramLabel = "LINES",
            description = "How many lines of each log at most, -1 for all; default ${DEFAULT-VALUE}.")
    private int tail = 200;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How far back logs go, for example 2h; default 24h.")
    private Duration since = Duration.ofHours(24);

    @Option(
            names = {"-y", "--yes"},
            description = "Write it without asking. Nothing is asked when input or output is no terminal.")
    private boolean yes;

    @Option(names = "--packDir", paramLabel = "DIR", description = "The folder of the zip, if --output is not given.")
    private Path packDir;

    @Option(
            names = {"-c", "--kubeconfig"},
            paramLabel = "FILE",
            description = "Not needed: the service asks Kubernetes.")
    private Path kubeconfig;

    @Option(names = "--collectDir", paramLabel = "DIR", description = "Not needed: the zip is written at once.")
    private Path collectDir;

    SupportBundleCollectCommand(CommandContext context, String version) {
        this.context = requireNonNull(context, "context is null");
        this.version = requireNonNull(version, "version is null");
    }

    @Override
    public Integer call() {
        noteWhatIsNotNeeded();
        String service = context.client().version();
        Path file = file();
        context.out().println(contents(file));
        context.out().flush();
        if (!consented()) {
            context.err().println("nothing was written");
            return 1;
        }
        try (BundleFile bundle = new BundleFile(file, progress())) {
            new BundleContent(context.client(), bundle, scope()).collect(version, service);
            int missing = bundle.finish(introduction());
            clearProgress();
            String rest = missing == 0 ? "" : "; " + missing + " parts are not in it, index.txt says why";
            context.out().println("wrote " + file + rest);
        }
        return 0;
    }

    private BundleScope scope() {
        return new BundleScope(clusters.stream().map(UUID::toString).collect(Collectors.toSet()), all, tail, since);
    }

    private Path file() {
        String usual = "kubefate-supportbundle-" + STAMP.format(context.clock().instant()) + ".zip";
        Path folder = packDir == null ? Path.of("") : packDir;
        return context.environment()
                .workingDirectory()
                .resolve(output == null ? folder.resolve(usual) : output)
                .normalize();
    }

    private String contents(Path file) {
        String which = clusters.isEmpty()
                ? all ? "all clusters, deleted ones too" : "all clusters"
                : clusters.size() + " clusters";
        String lines = tail < 0 ? "all lines" : "the last " + tail + " lines";
        return "The bundle " + file + " will have, of " + which + ":\n"
                + "  description, cluster.yaml, revisions with their Kubernetes objects and differences, jobs, events,\n"
                + "  a plan, and of each container's log " + lines + " since " + since.toHours() + " h "
                + since.toMinutesPart() + " min ago;\n"
                + "  besides versions and plugins.\n"
                + "Passwords that the service knows are hidden, in logs too. Names, addresses and whatever else FATE writes"
                + " into its logs are not:\nlook through it before you pass it on.";
    }

    private boolean consented() {
        if (yes || !context.terminal().interactive()) {
            return true;
        }
        context.out().print("Write it? [y/N] ");
        context.out().flush();
        try {
            String answer = context.environment().in().readLine();
            return answer != null && answer.strip().matches("(?i)y|yes");
        } catch (IOException e) {
            throw new CommandException("the answer cannot be read; --yes asks nothing", e);
        }
    }

    private String introduction() {
        return "KubeFATE support bundle of " + context.clock().instant().truncatedTo(ChronoUnit.SECONDS) + "\n"
                + "Made by kubefate " + version
                + " through the service's API. Passwords that the service knows are hidden.\n"
                + "plan.yaml shows what a rollback to the cluster's own revision would change: where it differs from it.\n";
    }

    private void noteWhatIsNotNeeded() {
        if (kubeconfig != null) {
            context.err().println("--kubeconfig is not needed: the service asks Kubernetes");
        }
        if (collectDir != null) {
            context.err().println("--collectDir is not needed: the zip is written at once");
        }
    }

    /** {@return what shows on a terminal where the collecting is; its width is asked for once, because that takes a process} */
    private Consumer<String> progress() {
        if (!context.terminal().interactive()) {
            return name -> {};
        }
        int width = Math.max(1, context.terminal().columns().getAsInt() - 1);
        return name -> {
            String line = "reading " + name;
            context.out().print(CLEAR_LINE + line.substring(0, Math.min(width, line.length())));
            context.out().flush();
        };
    }

    private void clearProgress() {
        if (context.terminal().interactive()) {
            context.out().print(CLEAR_LINE);
        }
    }
}
