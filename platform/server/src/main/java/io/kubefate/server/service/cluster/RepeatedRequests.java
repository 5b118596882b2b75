package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.service.job.JobAnswer;
import io.kubefate.server.service.spec.SpecProblems;
import io.kubefate.server.store.RequestStore;
import io.kubefate.server.store.request.AnsweredRequest;
import io.kubefate.server.store.request.KeyedRequest;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.request.StoredWarning;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers a request that is sent again with the same key like the first one. */
final class RepeatedRequests {

    private final RequestStore requests;
    private final Clock clock;

    RepeatedRequests(RequestStore requests, Clock clock) {
        this.requests = requireNonNull(requests, "requests is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Makes a change, unless the same request was accepted before.
     *
     * @param answer maps the change that was accepted before
     * @param change makes the change, and stores the request with it
     * @throws KubefateException {@code IDEMPOTENCY_KEY_REUSED}, or what {@code change} throws
     */
    <T> T once(RequestConditions conditions, Function<AcceptedChange, T> answer, Supplier<T> change) {
        Optional<KeyedRequest> keyed = conditions.once();
        if (keyed.isEmpty()) {
            return change.get();
        }
        requests.removeExpired(clock.instant());
        return earlier(keyed.get()).map(answer).orElseGet(() -> attempt(keyed.get(), answer, change));
    }

    /** The same request may be accepted at the same time; this one is then rejected, for whatever reason meets it first. */
    private <T> T attempt(KeyedRequest request, Function<AcceptedChange, T> answer, Supplier<T> change) {
        try {
            return change.get();
        } catch (KubefateException e) {
            return earlier(request).map(answer).orElseThrow(() -> e);
        }
    }

    private Optional<AcceptedChange> earlier(KeyedRequest request) {
        Optional<AnsweredRequest> answered = requests.find(request, clock.instant());
        answered.filter(first -> !first.request().isRepeatedBy(request)).ifPresent(first -> {
            throw RequestStore.reused(request);
        });
        return answered.flatMap(this::accepted);
    }

    private Optional<AcceptedChange> accepted(AnsweredRequest answered) {
        List<LocatedProblem> warnings = answered.request().answeredWarnings().stream()
                .map(warning -> LocatedProblem.warning(warning.path(), warning.line(), warning.message()))
                .toList();
        return requests.accepted(answered)
                .map(job -> new AcceptedChange(JobAnswer.accepted(job), SpecProblems.of(warnings)));
    }

    /** Returns conditions that keep the warnings of the answer. */
    static RequestConditions remember(RequestConditions conditions, List<LocatedProblem> warnings) {
        List<StoredWarning> stored = warnings.stream()
                .map(warning -> new StoredWarning(warning.path(), warning.line(), warning.message()))
                .toList();
        return conditions
                .once()
                .map(request -> conditions.with(request.withWarnings(stored)))
                .orElse(conditions);
    }
}
