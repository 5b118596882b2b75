/** Reads a cluster.yaml and validates it against the schema and the rules of its release. */
package io.kubefate.planning.spec;
