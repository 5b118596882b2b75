package io.kubefate.server.engine.job;

import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Plan;
import io.kubefate.server.kubernetes.KubernetesException;
import java.util.List;

/** A plan cannot be executed, so nothing of it was applied. */
final class ObstacleException extends KubernetesException {

    private static final long serialVersionUID = 1L;

    private final transient List<Change> obstacles;

    ObstacleException(Plan plan) {
        super(Kind.REFUSED, String.join("; ", plan.obstacleTexts()));
        this.obstacles = plan.obstacles();
    }

    List<Change> obstacles() {
        return obstacles;
    }
}
