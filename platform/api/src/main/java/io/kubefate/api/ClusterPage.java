package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A web page of a cluster, or another port for clients.
 *
 * @param name the name of its Service
 * @param module its module; may be empty
 * @param port the Service's port
 * @param urls the addresses of its Ingresses; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterPage(String name, String module, int port, List<String> urls) {}
