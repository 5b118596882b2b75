/** Parses a cluster.yaml and validates it against the schema and the rules of its release. */
@NullMarked
package io.kubefate.planning.spec;

import org.jspecify.annotations.NullMarked;
