/** Validates a cluster.yaml with the plugin that serves its release, and renders its objects. */
package io.kubefate.server.service.spec;
