package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A change of a Kubernetes object.
 *
 * @param action {@code create}, {@code update}, {@code restart}, {@code replace}, {@code remove}, {@code keep}, {@code unchanged},
 *     {@code conflict} or {@code refused}; the last two make the plan infeasible
 * @param kind for example {@code Deployment}
 * @param name the object's name
 * @param module its module; empty for an object that all modules share
 * @param restarts whether running pods are restarted
 * @param fields the fields that change
 * @param note the reason or the consequence; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ObjectChange(
        String action,
        String kind,
        String name,
        String module,
        boolean restarts,
        List<FieldDiff> fields,
        String note) {}
