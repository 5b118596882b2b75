package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Checks in an order in which each needs the ones before it: after a failure, the rest is skipped. */
public final class Checkup {

    private final List<Check> checks = new ArrayList<>();
    private final Consumer<Check> report;
    private Optional<String> failed = Optional.empty();

    /**
     * A checkup.
     *
     * @param report receives each result at once, because some checks take seconds
     */
    public Checkup(Consumer<Check> report) {
        this.report = requireNonNull(report, "report is null");
    }

    /** Runs a check that the later ones need. */
    public void require(String name, Supplier<Check> check) {
        Check result = run(name, check);
        if (result.status() == Check.Status.FAILED) {
            failed = failed.or(() -> Optional.of(name));
        }
    }

    /** Runs a check, unless one that it needs has failed. */
    public Check run(String name, Supplier<Check> check) {
        Check result =
                failed.map(cause -> Check.skipped(name, cause + " failed")).orElseGet(check);
        add(result);
        return result;
    }

    /** Adds a result. */
    public void add(Check check) {
        checks.add(check);
        report.accept(check);
    }

    /** {@return whether a check that the others need has failed} */
    public boolean isStopped() {
        return failed.isPresent();
    }

    /** {@return the results so far} */
    public List<Check> checks() {
        return List.copyOf(checks);
    }
}
