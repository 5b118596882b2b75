package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * That a user or group has a role in a namespace.
 *
 * @param id for its deletion
 * @param subjectKind {@code user} or {@code group}
 * @param subject the name of the user or group
 * @param role {@code viewer}, {@code operator}, {@code namespace-admin} or {@code admin}, or a single permission: {@code logs},
 *     {@code exec}, {@code secrets} or {@code plugins}
 * @param namespace a namespace, or {@code *} for all
 * @param creator who granted it
 * @param createdAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RoleGrant(
        String id,
        @JsonProperty("subject_kind") String subjectKind,
        String subject,
        String role,
        String namespace,
        String creator,
        @JsonProperty("created_at") Instant createdAt) {}
