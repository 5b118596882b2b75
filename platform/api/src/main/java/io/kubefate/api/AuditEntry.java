package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A request that the service recorded. Unknown texts are empty.
 *
 * @param number ascends; identifies the entry
 * @param at when the request was answered
 * @param user the user; for a failed login, the name that was given
 * @param tokenKind the kind of the token
 * @param tokenId the public id of the token
 * @param address of the client, or its IPv6 network
 * @param userAgent the program
 * @param verb what was requested, for example {@code install}
 * @param kind of the object, for example {@code cluster}
 * @param namespace of the object
 * @param name of the object; that of a job is the name of its cluster
 * @param uuid of the object
 * @param result {@code ok}, {@code denied}, {@code rejected} or {@code failed}
 * @param status of HTTP
 * @param detail a short text, for example the error code
 * @param requestId the id of the request, which the log has, too
 * @param requests how many requests the entry stands for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditEntry(
        long number,
        Instant at,
        String user,
        @JsonProperty("token_kind") String tokenKind,
        @JsonProperty("token_id") String tokenId,
        String address,
        @JsonProperty("user_agent") String userAgent,
        String verb,
        String kind,
        String namespace,
        String name,
        String uuid,
        String result,
        int status,
        String detail,
        @JsonProperty("request_id") String requestId,
        int requests) {}
