package io.kubefate.e2e;

import io.kubefate.e2e.Fault.Need;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Lets things go wrong while users work, checks what has become of it, and prints a table: see {@link FaultOptions#USAGE}. */
public final class FaultCampaign {

    private static final int USERS = 3;

    private final FaultOptions options;
    private final Path folder;
    private final Random random;
    private final Instant end;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FaultCampaign(FaultOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
        this.random = new Random(options.seed());
        this.end = Instant.now().plus(options.duration());
    }

    /** Exits with 1 if an invariant is violated, and with 2 if an option is wrong. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(FaultOptions.USAGE);
            return;
        }
        FaultOptions options;
        try {
            options = FaultOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(FaultOptions.USAGE);
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(FaultCampaign::endProcesses));
        // Threads of the proxies would keep the process alive after a failure.
        System.exit(hold(options) ? 0 : 1);
    }

    /** Also after Ctrl-C, nothing that was started stays. */
    private static void endProcesses() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean hold(FaultOptions options) {
        try {
            return new FaultCampaign(options, Files.createTempDirectory("kubefate-faults")).run();
        } catch (Exception | AssertionError e) {
            System.err.println(e);
            Arrays.stream(e.getStackTrace()).forEach(System.err::println);
            return false;
        }
    }

    private boolean run() throws Exception {
        System.out.printf("seed %d, data and logs in %s%n%n", options.seed(), folder);
        printRow("fault", "rounds", "jobs accepted", "ended once", "inventories equal", "orphans", "slowest recovery");
        printRow("---", "---:", "---:", "---:", "---:", "---:", "---:");
        List<String> violations = new ArrayList<>();
        for (Need need : Need.values()) {
            violations.addAll(run(
                    need,
                    Faults.all().stream()
                            .filter(options::includes)
                            .filter(fault -> fault.need() == need)
                            .toList()));
        }
        return violations.isEmpty();
    }

    private List<String> run(Need need, List<Fault> faults) throws Exception {
        List<String> violations = new ArrayList<>();
        if (faults.isEmpty() || !isTimeLeft()) {
            return violations;
        }
        if (!FaultSite.canProvide(need, folder)) {
            faults.forEach(fault -> printRow(fault.name(), "skipped", "", "", "", "", ""));
            return violations;
        }
        Path home = Files.createDirectories(folder.resolve(need.name().toLowerCase(Locale.ROOT)));
        try (FaultSite site = new FaultSite(home, Set.of(need))) {
            for (Fault fault : faults) {
                if (isTimeLeft()) {
                    violations.addAll(run(fault, site));
                }
            }
        }
        return violations;
    }

    private boolean isTimeLeft() {
        return Instant.now().isBefore(end);
    }

    private List<String> run(Fault fault, FaultSite site) throws Exception {
        AtomicBoolean working = new AtomicBoolean(true);
        List<FaultUser> users = users(fault, site);
        List<CompletableFuture<Void>> work = users.stream()
                .map(user -> CompletableFuture.runAsync(() -> user.work(working::get), threads))
                .toList();
        FaultRecovery recovery = new FaultRecovery(site::database);
        BooleanSupplier failed =
                () -> users.stream().anyMatch(user -> !user.failures().isEmpty());
        int rounds = 0;
        do {
            recovery.awaitJob(failed);
            fault.round().run(site, random, options.outage());
            recovery.faultEnded();
            rounds++;
        } while (rounds < options.rounds(fault) && isTimeLeft() && !failed.getAsBoolean());
        working.set(false);
        work.forEach(CompletableFuture::join);
        site.awaitReady();
        FaultCheck.Findings found = new FaultCheck(site, folder, users).findings();
        print(fault, rounds, found, recovery.slowest());
        users.forEach(user -> new Kubectl(user.namespace()).deleteNamespace());
        found.violations().forEach(System.out::println);
        return found.violations();
    }

    private List<FaultUser> users(Fault fault, FaultSite site) {
        return IntStream.range(0, USERS)
                .mapToObj(number -> new FaultUser(
                        site.address(),
                        folder,
                        "faults-%d-%s-%d".formatted(options.seed(), fault.name(), number),
                        new Random(random.nextLong())))
                .toList();
    }

    private static void print(Fault fault, int rounds, FaultCheck.Findings found, Duration slowest) {
        printRow(
                fault.name(),
                String.valueOf(rounds),
                String.valueOf(found.accepted()),
                String.valueOf(found.endedOnce()),
                found.equalInventories() + " of " + found.inventories(),
                String.valueOf(found.orphans()),
                "%.1f s".formatted(slowest.toMillis() / 1_000.0));
    }

    private static void printRow(Object... cells) {
        System.out.printf("| %-18s | %7s | %13s | %10s | %17s | %7s | %16s |%n", cells);
    }
}
