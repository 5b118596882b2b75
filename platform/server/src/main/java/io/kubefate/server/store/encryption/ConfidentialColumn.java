package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The columns that contain passwords or keys. */
public enum ConfidentialColumn {
    CLUSTER_SPEC("cluster", "spec", "uuid"),
    REVISION_SPEC("revision", "spec", "cluster_uuid", "number"),
    REVISION_MANIFESTS("revision", "manifests", "cluster_uuid", "number"),
    JOB_REQUEST("job", "request", "uuid"),
    STEP_MANIFEST("upgrade_step", "manifest", "cluster_uuid", "revision", "number"),
    /** A plain hash would allow to try passwords. */
    REQUEST_FINGERPRINT("keyed_request", "fingerprint", "creator", "request_key"),
    /** A warning can repeat a value of the cluster.yaml. */
    REQUEST_WARNINGS("keyed_request", "warnings", "creator", "request_key"),
    SERVICE_SECRET("service_secret", "content", "name");

    private final String table;
    private final String column;
    private final List<String> key;

    ConfidentialColumn(String table, String column, String... key) {
        this.table = requireNonNull(table, "table is null");
        this.column = requireNonNull(column, "column is null");
        this.key = List.of(key);
    }

    public String table() {
        return table;
    }

    public String column() {
        return column;
    }

    /** Returns the columns that identify a row. */
    public List<String> key() {
        return key;
    }

    /** Returns the condition of SQL for a row, with the {@link #key()} columns as parameters. */
    public String condition() {
        return key.stream().map(name -> name + " = :" + name).collect(joining(" and "));
    }

    /**
     * Returns the cell of a row.
     *
     * @param values of the {@link #key()} columns, in their order
     */
    public Cell cell(Object... values) {
        if (values.length != key.size()) {
            throw new IllegalArgumentException(
                    table + " is identified by " + key + ", not by " + values.length + " values");
        }
        return new Cell(table + "." + column
                + Arrays.stream(values).map(ConfidentialColumn::segment).collect(joining()));
    }

    /**
     * Returns the cell of a row.
     *
     * @param row the values of the {@link #key()} columns
     */
    public Cell cell(Map<String, Object> row) {
        return cell(key.stream().map(row::get).toArray());
    }

    /** Encoded, so that no two rows have the same cell. */
    private static String segment(Object value) {
        return "/" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
