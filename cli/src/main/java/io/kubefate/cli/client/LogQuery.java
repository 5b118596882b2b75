package io.kubefate.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The logs to read.
 *
 * @param target a module, container or pod; empty for all
 * @param range the lines of each container
 * @param previous whether to read the logs of the previous container instances
 * @param timestamps whether lines start with their times
 */
public record LogQuery(String target, LogRange range, boolean previous, boolean timestamps) {

    /** {@return all present logs of a target, without timestamps} */
    public static LogQuery of(String target, LogRange range) {
        return new LogQuery(target, range, false, false);
    }

    public LogQuery withPrevious(boolean value) {
        return new LogQuery(target, range, value, timestamps);
    }

    public LogQuery withTimestamps(boolean value) {
        return new LogQuery(target, range, previous, value);
    }

    public LogQuery since(Instant time) {
        return new LogQuery(target, range.since(time), previous, timestamps);
    }

    /** Always has {@code tail}: older services read a missing number as 0, which means no lines. */
    String text(boolean follow) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("container", target);
        query.put("follow", follow);
        query.put("previous", previous);
        query.put("timestamps", timestamps);
        query.put("tail", range.tail());
        if (!range.since().isZero()) {
            query.put("since", range.since().toSeconds());
        }
        if (!range.sinceTime().isEmpty()) {
            query.put("since-time", range.sinceTime());
        }
        if (range.limitBytes() > 0) {
            query.put("limit-bytes", range.limitBytes());
        }
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
