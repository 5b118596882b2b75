package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The difference between two revisions of a cluster.
 *
 * @param spec the keys of cluster.yaml that differ
 * @param objects the objects that differ: {@code create}, {@code update} or {@code remove}, from {@code from} to {@code to}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevisionDiff(int from, int to, List<FieldDiff> spec, List<ObjectChange> objects) {}
