package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What happens to a Kubernetes object.
 *
 * @param action {@code create}, {@code update}, {@code restart}, {@code replace}, {@code remove}, {@code keep}, {@code unchanged},
 *     {@code conflict} or {@code refused}; the last two forbid the whole plan
 * @param kind for example {@code Deployment}
 * @param name the object's name
 * @param module the module that it belongs to; empty for what all modules share
 * @param restarts whether pods that run now are ended and others started
 * @param fields the fields that change
 * @param note why, or what follows; may be empty
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
