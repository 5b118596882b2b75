package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.api.Cluster;
import io.kubefate.api.Job;
import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.client.ListQuery;
import io.kubefate.cli.error.CommandException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds what references mean. A complete UUID needs no request. */
public final class Resolver {

    private final KubefateClient client;

    public Resolver(KubefateClient client) {
        this.client = requireNonNull(client, "client is null");
    }

    /**
     * Finds a cluster that is not deleted.
     *
     * @param reference a UUID, the beginning of one, a name, or {@code namespace/name}
     * @param namespace the namespace to search, unless the reference names one; empty for all
     * @throws CommandException if there is none or several; the message lists what the user may mean
     */
    public UUID cluster(Reference reference, Optional<String> namespace) {
        Optional<String> scope = reference.namespace().isPresent() ? Optional.empty() : namespace;
        Map<String, String> selected = reference
                .namespace()
                .map(name -> Map.of("namespace", name, "name", reference.name()))
                .orElse(Map.of("text", reference.text()));
        return find(reference, selected, query -> clusters(scope, query));
    }

    /**
     * Finds a job.
     *
     * @param reference a UUID or the beginning of one
     * @throws CommandException if there is none or several; the message lists what the user may mean
     */
    public UUID job(Reference reference) {
        return find(reference, Map.of("text", reference.text()), this::jobs);
    }

    /**
     * Finds the newest job of a cluster.
     *
     * @throws CommandException if the cluster has no job
     */
    public UUID newestJob(UUID cluster) {
        return client.jobs().list(ListQuery.of(Map.of("cluster", cluster.toString()))).items().stream()
                .filter(job -> cluster.toString().equals(job.clusterId()))
                .max(Comparator.comparing(Job::startTime))
                .map(job -> UUID.fromString(job.uuid()))
                .orElseThrow(() -> new CommandException("cluster " + cluster + " has no job"));
    }

    /**
     * Finds a chart.
     *
     * @param reference a UUID, the beginning of one, {@code name/version/engine}, or the beginning of that if it is unique
     * @throws CommandException if there is none or several; the message lists what the user may mean
     */
    public UUID chart(Reference reference) {
        return find(reference, Map.of(), all -> charts());
    }

    /**
     * Finds an API token.
     *
     * @param reference a UUID, the beginning of one, or a name
     * @throws CommandException if there is none or several; the message lists what the user may mean
     */
    public UUID token(Reference reference) {
        return find(reference, Map.of(), all -> tokens());
    }

    /** Services that do not know the filters return the whole list. The whole list shows what the user may have meant. */
    private static UUID find(
            Reference reference, Map<String, String> filters, Function<ListQuery, Candidates> candidates) {
        if (reference.uuid().isPresent()) {
            return reference.uuid().get();
        }
        Candidates selected = candidates.apply(ListQuery.of(filters));
        boolean known = filters.isEmpty() || selected.include(reference);
        return UUID.fromString((known ? selected : candidates.apply(ListQuery.all()))
                .find(reference)
                .uuid());
    }

    private Candidates clusters(Optional<String> namespace, ListQuery query) {
        List<Candidate> all = client.clusters().list(false, query).items().stream()
                .filter(cluster -> namespace.map(cluster.namespace()::equals).orElse(true))
                .map(Resolver::candidate)
                .toList();
        return new Candidates(
                "cluster", namespace.map(name -> " in namespace " + name).orElse(""), all);
    }

    private static Candidate candidate(Cluster cluster) {
        List<String> names = List.of(cluster.namespace() + "/" + cluster.name(), cluster.name());
        return new Candidate(cluster.uuid(), names, cluster.status());
    }

    private Candidates jobs(ListQuery query) {
        return new Candidates(
                "job",
                "",
                client.jobs().list(query).items().stream()
                        .map(job -> new Candidate(
                                job.uuid(), List.of(), job.method() + " " + job.status() + " " + job.startTime()))
                        .toList());
    }

    private Candidates tokens() {
        return new Candidates(
                "token",
                "",
                client.tokens().list().stream()
                        .map(token -> new Candidate(token.uuid(), List.of(token.name()), "of " + token.user()))
                        .toList());
    }

    private Candidates charts() {
        return new Candidates(
                "chart",
                "",
                client.charts().list().stream().map(Resolver::candidate).toList());
    }

    private static Candidate candidate(Chart chart) {
        String version = chart.name() + "/" + chart.version();
        List<String> names = chart.engine().isEmpty()
                ? List.of(version, chart.name())
                : List.of(version + "/" + chart.engine(), version, chart.name());
        return new Candidate(
                chart.uuid(), names, Optional.ofNullable(chart.plugin()).orElse(""));
    }
}
