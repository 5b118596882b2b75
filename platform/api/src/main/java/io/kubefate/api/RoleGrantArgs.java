package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request to grant a role, as in {@link RoleGrant}.
 *
 * @param subjectKind {@code user} or {@code group}; null is {@code user}
 * @param subject the name of the user or group
 * @param role a role, or a single permission
 * @param namespace a namespace, or {@code *} for all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleGrantArgs(
        @JsonProperty("subject_kind") @Nullable String subjectKind,
        @Nullable String subject,
        @Nullable String role,
        @Nullable String namespace) {}
