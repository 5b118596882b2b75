package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.DataLoss;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.preflight.PreflightFinding;
import io.kubefate.server.store.cluster.ClusterVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan with the findings of the preflight rules.
 *
 * @param request the request that the plan is for
 * @param version the version of the cluster; empty for an install
 * @param findings one for each preflight rule
 */
record ReviewedPlan(PlanRequest request, Optional<ClusterVersion> version, Plan plan, List<PreflightFinding> findings) {

    ReviewedPlan {
        requireNonNull(request, "request is null");
        requireNonNull(version, "version is null");
        requireNonNull(plan, "plan is null");
        findings = List.copyOf(requireNonNull(findings, "findings is null"));
    }

    /** Returns whether no obstacle and no failed rule prevents the plan. */
    boolean isFeasible() {
        return plan.obstacles().isEmpty() && failures().isEmpty();
    }

    /**
     * Rejects a plan that cannot succeed, unless the user forces it: then the job finds out whether it can. Objects of other owners are
     * rejected even then, and a plan that deletes data without the consent of the user. An install needs no consent: it replaces only what
     * {@code --cover} names.
     *
     * @throws KubefateException {@code OWNED_BY_ANOTHER} or {@code PLAN_REFUSED}, with everything that prevents the plan and a remedy
     */
    void rejectUnlessFeasible() {
        if (!plan.conflicts().isEmpty()) {
            throw foreignObjects();
        }
        boolean forced = request.options().contains(PlanOption.FORCE);
        if (!forced && !isFeasible()) {
            throw refused(request, "is not possible", reasons() + unaccepted());
        }
        if (!unaccepted().isEmpty()) {
            throw refused(request, "deletes data", unaccepted());
        }
    }

    private KubefateException foreignObjects() {
        String objects = plan.conflicts().stream().map(Change::text).collect(joining("\n"));
        return new KubefateException(
                ErrorCode.OWNED_BY_ANOTHER,
                "namespace " + request.owner().namespace() + " has objects of another owner" + remedies() + ":\n"
                        + objects);
    }

    private String remedies() {
        boolean install = request.operation() == Operation.INSTALL;
        List<String> remedies = new ArrayList<>();
        if (install) {
            remedies.add("install into another namespace");
        }
        if (plan.conflicts().stream().anyMatch(Change::isAdoptable)) {
            remedies.add("take over the Helm release with \"kubefate cluster adopt "
                    + request.owner().name() + " --namespace " + request.owner().namespace() + "\"");
        }
        if (install) {
            remedies.add("or replace them with --cover");
        }
        return remedies.isEmpty() ? "" : "; " + String.join(", ", remedies);
    }

    static KubefateException refused(PlanRequest request, String why, String reasons) {
        return new KubefateException(
                ErrorCode.PLAN_REFUSED, "this " + request.operation().text() + " " + why + ":\n" + reasons.strip());
    }

    private String reasons() {
        String obstacles =
                plan.obstacleTexts().stream().map(text -> text + "\n").collect(joining());
        String failures =
                failures().stream().map(finding -> finding.text() + "\n").collect(joining());
        return obstacles + failures + "to try it nevertheless, use --force\n";
    }

    /** Returns the data that are lost, unless the user accepts it. */
    private String unaccepted() {
        boolean accepted =
                request.operation() == Operation.INSTALL || request.options().contains(PlanOption.ACCEPT_DATA_LOSS);
        return accepted || plan.dataLoss().isEmpty()
                ? ""
                : consent(plan.dataLoss().stream().map(DataLoss::text).toList());
    }

    /** Returns the data that are lost, with the way to accept it. */
    static String consent(List<String> losses) {
        return losses.stream()
                .map(loss -> "data lost: " + loss + "\n")
                .collect(joining("", "", "back up what you need; to continue, use --accept-data-loss\n"));
    }

    private List<PreflightFinding> failures() {
        return findings.stream().filter(PreflightFinding::isFailure).toList();
    }
}
