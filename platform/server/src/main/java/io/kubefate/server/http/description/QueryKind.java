package io.kubefate.server.http.description;

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
            Query.number("limit-bytes", "The maximum size of the logs; none if it is 0.")));

    private final List<Query> queries;

    QueryKind(List<Query> queries) {
        this.queries = queries;
    }

    public List<Query> queries() {
        return queries;
    }
}
