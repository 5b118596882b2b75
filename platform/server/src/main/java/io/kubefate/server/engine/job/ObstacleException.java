package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.plan.Change;
import io.kubefate.server.kubernetes.KubernetesException;
import java.util.List;

/** A plan cannot be executed, so nothing of it was applied. */
final class ObstacleException extends KubernetesException {

    private static final long serialVersionUID = 1L;

    private final transient List<Change> obstacles;

    ObstacleException(List<Change> obstacles) {
        super(Kind.REFUSED, obstacles.stream().map(Change::text).collect(joining("; ")));
        this.obstacles = List.copyOf(obstacles);
    }

    List<Change> obstacles() {
        return obstacles;
    }
}
