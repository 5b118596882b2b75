package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * In what two revisions of a cluster differ.
 *
 * @param from the one
 * @param to the other
 * @param spec the keys of cluster.yaml that differ
 * @param objects the objects that differ: {@code create}, {@code update} or {@code remove}, seen from the first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevisionDiff(int from, int to, List<FieldDiff> spec, List<ObjectChange> objects) {}
