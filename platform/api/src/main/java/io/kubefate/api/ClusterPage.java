package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A web page of a cluster, or another port that clients can be pointed at.
 *
 * @param name the name of its Service
 * @param module its module, or empty text
 * @param port the Service's port
 * @param urls the addresses at which Ingresses lead to it; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterPage(String name, String module, int port, List<String> urls) {}
