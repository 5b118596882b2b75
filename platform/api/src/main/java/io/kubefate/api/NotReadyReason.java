package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Why a part of a cluster is not ready.
 *
 * @param module the module, for example {@code mysql}
 * @param code for example {@code IMAGE_PULL}
 * @param object the Kubernetes object, for example {@code Pod/mysql-5d4…}
 * @param message what Kubernetes reports and what to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NotReadyReason(String module, String code, String object, String message) {}
