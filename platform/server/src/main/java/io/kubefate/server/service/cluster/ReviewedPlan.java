package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.preflight.PreflightFinding;
import java.util.List;

/**
 * A plan with the findings of the preflight rules.
 *
 * @param request the request that the plan is for
 * @param findings one for each preflight rule
 */
record ReviewedPlan(PlanRequest request, Plan plan, List<PreflightFinding> findings) {

    ReviewedPlan {
        requireNonNull(request, "request is null");
        requireNonNull(plan, "plan is null");
        findings = List.copyOf(requireNonNull(findings, "findings is null"));
    }

    /** Returns whether no obstacle and no failed rule prevents the plan. */
    boolean isFeasible() {
        return plan.obstacles().isEmpty() && failures().isEmpty();
    }

    /**
     * Rejects a plan that cannot succeed, unless the user forces it: then the job finds out whether it can. Objects of other owners are
     * rejected even then.
     *
     * @throws KubefateException {@code OWNED_BY_ANOTHER} or {@code PLAN_REFUSED}, with everything that prevents the plan and a remedy
     */
    void rejectUnlessFeasible() {
        boolean forced = request.options().contains(PlanOption.FORCE);
        if (!plan.conflicts().isEmpty()) {
            throw foreignObjects();
        }
        if (!forced && !isFeasible()) {
            throw new KubefateException(
                    ErrorCode.PLAN_REFUSED, "this " + request.operation().text() + " is not possible:\n" + reasons());
        }
    }

    private KubefateException foreignObjects() {
        String objects = plan.conflicts().stream().map(Change::text).collect(joining("\n"));
        String remedy = request.operation() == Operation.INSTALL
                ? "; install into another namespace, or replace them with --cover:\n"
                : ":\n";
        return new KubefateException(
                ErrorCode.OWNED_BY_ANOTHER,
                "namespace " + request.owner().namespace() + " has objects of another owner" + remedy + objects);
    }

    private String reasons() {
        String obstacles =
                plan.obstacleTexts().stream().map(text -> text + "\n").collect(joining());
        String failures =
                failures().stream().map(finding -> finding.text() + "\n").collect(joining());
        return obstacles + failures + "to try it nevertheless, use --force";
    }

    private List<PreflightFinding> failures() {
        return findings.stream().filter(PreflightFinding::isFailure).toList();
    }
}
