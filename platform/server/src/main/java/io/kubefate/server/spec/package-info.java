/**
 * Reads a cluster.yaml and says what is wrong in it, line by line.
 * A leaf: of the server it imports only the errors.
 */
package io.kubefate.server.spec;
