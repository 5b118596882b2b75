/** Rules between the fields of a cluster.yaml, which the schema cannot express. */
@NullMarked
package io.kubefate.plugin.fateexchange.rule;

import org.jspecify.annotations.NullMarked;
