package io.kubefate.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which logs are wanted; what is empty, null or out of range is not asked for.
 *
 * @param name a module, container or pod
 * @param previous of the runs before the present ones
 * @param sinceSeconds lines that are at most so old; 0 for all
 * @param sinceTime lines from this time on, as RFC 3339 or without a zone for UTC
 * @param timestamps whether lines show their times
 * @param tail that many last lines of each container; below 0 for all
 * @param limitBytes that many bytes of each container; 0 for all
 */
public record LogQuery(
        String name,
        boolean previous,
        long sinceSeconds,
        String sinceTime,
        boolean timestamps,
        long tail,
        long limitBytes) {

    /** {@return the same, with times} */
    public LogQuery withTimestamps() {
        return new LogQuery(name, previous, sinceSeconds, sinceTime, true, tail, limitBytes);
    }

    /** {@return the same from a time on} */
    public LogQuery from(Instant time) {
        return new LogQuery(name, previous, 0, time.toString(), timestamps, -1, limitBytes);
    }

    /** Older services take a missing number for 0, which means something for {@code tail}: hence it is always sent. */
    String text(boolean follow) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("container", name);
        query.put("follow", follow);
        query.put("previous", previous);
        query.put("timestamps", timestamps);
        query.put("tail", tail);
        if (sinceSeconds > 0) {
            query.put("since", sinceSeconds);
        }
        if (!sinceTime.isEmpty()) {
            query.put("since-time", sinceTime);
        }
        if (limitBytes > 0) {
            query.put("limit-bytes", limitBytes);
        }
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
