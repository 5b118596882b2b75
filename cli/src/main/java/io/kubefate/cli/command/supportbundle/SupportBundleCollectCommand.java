package io.kubefate.cli.command.supportbundle;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.follow.StatusLine;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import io.kubefate.cli.supportbundle.BundleContent;
import io.kubefate.cli.supportbundle.BundleFile;
import io.kubefate.cli.supportbundle.BundleScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = {
            "Collects data for troubleshooting into a zip: versions, plugins, and of each cluster its description,"
                    + " cluster.yaml, revisions, differences, jobs, events, logs and a plan.",
            "All data come from the service, which masks passwords. index.txt lists what cannot be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate supportbundle collect",
            "  kubefate supportbundle collect --cluster fate-9999 --tail 1000 --since 2h",
            "  kubefate supportbundle collect --yes --output /tmp/bundle.zip"
        })
final class SupportBundleCollectCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CommandContext context;

    @Option(
            names = "--cluster",
            paramLabel = "CLUSTER",
            description = "A cluster: a name, namespace/name or UUID; repeatable. Default: all clusters.")
    private List<Reference> clusters = List.of();

    @Option(names = "--all", description = "Include deleted clusters, of which only the jobs exist.")
    private boolean all;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The zip, which must not exist. Default: kubefate-supportbundle-<UTC time>.zip.")
    private Optional<Path> output;

    @Option(
            names = {"-t", "--tail"},
            paramLabel = "LINES",
            description = "The number of last lines of each log; -1 for all. Default: ${DEFAULT-VALUE}.")
    private int tail = 200;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "The maximum age of log lines, for example 2h. Default: 24h.")
    private Duration since = Duration.ofHours(24);

    @Mixin
    private Confirmation confirmation;

    @Option(names = "--packDir", paramLabel = "DIR", description = "The folder of the zip, if --output is not set.")
    private Path packDir = Path.of("");

    @Option(
            names = {"-c", "--kubeconfig"},
            paramLabel = "FILE",
            description = "Not used: the service connects to Kubernetes.")
    private Optional<Path> kubeconfig;

    @Option(names = "--collectDir", paramLabel = "DIR", description = "Not used: the zip is written directly.")
    private Optional<Path> collectDir;

    SupportBundleCollectCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        warnAboutUnusedOptions();
        String serviceVersion = context.client().version().version();
        BundleScope scope = scope();
        List<String> unknown = BundleContent.unknown(context.client(), scope);
        if (!unknown.isEmpty()) {
            throw new CommandException("no such cluster: " + String.join(", ", unknown) + "; nothing is written");
        }
        Path file = file();
        context.print(contents(file) + System.lineSeparator());
        if (!confirmation.isGiven(context, () -> "Write it?")) {
            return 1;
        }
        write(file, scope, serviceVersion);
        return 0;
    }

    private void write(Path file, BundleScope scope, String serviceVersion) {
        try (StatusLine progress = new StatusLine(context.out(), context.terminal());
                BundleFile bundle = new BundleFile(file, name -> progress.show("reading " + name))) {
            new BundleContent(context.client(), bundle, scope).collect(context.version(), serviceVersion);
            int missing = bundle.finish(introduction());
            progress.clear();
            String rest = missing == 0 ? "" : "; " + missing + " parts are missing, see index.txt";
            context.out().println("wrote " + file + rest);
        }
    }

    private BundleScope scope() {
        Resolver resolver = new Resolver(context.client());
        Set<String> uuids = clusters.stream()
                .map(cluster -> resolver.cluster(cluster, Optional.empty()).toString())
                .collect(Collectors.toSet());
        return new BundleScope(uuids, all, tail, since);
    }

    private Path file() {
        String name = "kubefate-supportbundle-"
                + TIMESTAMP.format(context.environment().clock().instant()) + ".zip";
        return context.resolve(output.orElseGet(() -> packDir.resolve(name))).normalize();
    }

    private String contents(Path file) {
        String lines = tail < 0 ? "all lines" : "the last " + tail + " lines";
        return "The bundle " + file + " will contain, of " + clusterText() + ":\n"
                + "  the description, cluster.yaml,"
                + " revisions with their Kubernetes objects"
                + " and differences, jobs, events,\n"
                + "  a plan,"
                + " and of"
                + " each"
                + " log " + lines + " of the last " + since.toHours() + " h "
                + since.toMinutesPart()
                + " min;\n"
                + "  also versions and plugins.\n"
                + "The service masks the passwords that it knows, in logs too. Names, addresses and other contents of"
                + " FATE's logs are not masked:\n"
                + "review the bundle before you pass it on.";
    }

    private String clusterText() {
        if (!clusters.isEmpty()) {
            return clusters.size() + " clusters";
        }
        return all ? "all clusters including deleted ones" : "all clusters";
    }

    private String introduction() {
        return "KubeFATE support bundle of "
                + context.environment().clock().instant().truncatedTo(ChronoUnit.SECONDS) + "\n"
                + "Written by kubefate " + context.version()
                + " through the API of the service. The service masks the passwords that it knows.\n"
                + "plan.yaml is the plan of a rollback to the cluster's current revision: it shows the drift.\n";
    }

    private void warnAboutUnusedOptions() {
        if (kubeconfig.isPresent()) {
            context.err().println("--kubeconfig is not used: the service connects to Kubernetes");
        }
        if (collectDir.isPresent()) {
            context.err().println("--collectDir is not used: the zip is written directly");
        }
    }
}
