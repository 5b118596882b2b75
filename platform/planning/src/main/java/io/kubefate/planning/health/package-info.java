/** The health of a cluster and the reasons why it is not ready. */
@NullMarked
package io.kubefate.planning.health;

import org.jspecify.annotations.NullMarked;
