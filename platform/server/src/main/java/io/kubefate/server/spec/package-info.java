/** Reads a cluster.yaml, remembering where everything stands, and checks it against a release's schema. */
package io.kubefate.server.spec;
