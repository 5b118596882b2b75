package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the JSON of jobs that have ended for the next list with the same records. Runs after the filters that change the records: those
 * of a masked answer or for another decoder are not the same.
 */
@Priority(Priorities.USER - 1)
final class ListedJobs implements ContainerResponseFilter {

    private static final int MAX_KEPT = 256;
    private static final int MAX_KEPT_CHARACTERS = 16 * 1024;

    private final ObjectMapper json;

    private volatile Map<Job, RawValue> kept = Map.of();

    ListedJobs(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Reply<?> reply
                && reply.data() instanceof List<?> list
                && list.stream().anyMatch(Job.class::isInstance)) {
            response.setEntity(
                    new Reply<>(reply.msg(), written(list), reply.warnings(), reply.next(), reply.remaining()));
        }
    }

    private List<Object> written(List<?> list) {
        Map<Job, RawValue> last = kept;
        Map<Job, RawValue> next = new IdentityHashMap<>();
        List<Object> written = list.stream()
                .map(item -> item instanceof Job job && job.ended() ? written(job, last, next) : item)
                .toList();
        kept = next;
        return written;
    }

    private Object written(Job job, Map<Job, RawValue> last, Map<Job, RawValue> next) {
        RawValue known = last.get(job);
        if (known != null) {
            next.put(job, known);
            return known;
        }
        if (next.size() >= MAX_KEPT) {
            return job;
        }
        String text = text(job);
        RawValue value = new RawValue(new SerializedString(text));
        if (text.length() <= MAX_KEPT_CHARACTERS) {
            next.put(job, value);
        }
        return value;
    }

    private String text(Job job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
