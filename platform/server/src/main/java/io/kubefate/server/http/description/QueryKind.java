package io.kubefate.server.http.description;

import io.kubefate.server.service.audit.AuditFilter;
import java.util.List;

/** The query parameters of requests that read them as a whole. */
public enum QueryKind {
    /** Read by {@link io.kubefate.server.http.body.LogParameters}. */
    LOGS(List.of(
            Query.text("container", "A container, module or pod; without it, all containers."),
            Query.flag("previous", "Whether to read the logs of the previous instances of the containers."),
            Query.number("since", "Only the lines of the last seconds."),
            Query.time("since-time", "Only the lines from this time on."),
            Query.flag("timestamps", "Whether each line begins with its time."),
            Query.number("tail", "Only the last lines of each container; all if it is negative."),
            Query.number("limit-bytes", "The maximum size of the logs; none if it is 0."))),

    /** Read by {@link AuditFilter}. */
    AUDIT(List.of(
            Query.text("user", "The name of the user."),
            Query.text("verb", "The verb, or the first word of verbs with two words."),
            Query.text("namespace", "The namespace of the cluster."),
            Query.text("cluster", "A name, namespace/name or UUID."),
            Query.oneOf("result", AuditFilter.results(), "How the request ended."),
            Query.time("since", "Only entries from this time on."),
            Query.time("until", "Only entries before this time."),
            Query.text("text", "A part of any text of the entry."),
            Query.positive("limit", "How many entries, at most 1000; without it, 100."),
            Query.positive("continue", "The field `continue` of the reply with the part before.")));

    private final List<Query> queries;

    QueryKind(List<Query> queries) {
        this.queries = queries;
    }

    public List<Query> queries() {
        return queries;
    }
}
