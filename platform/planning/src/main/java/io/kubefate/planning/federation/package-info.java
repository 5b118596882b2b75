/** The federation of all clusters: which routes to other parties have a counterpart, and what to change where one is missing. */
@NullMarked
package io.kubefate.planning.federation;

import org.jspecify.annotations.NullMarked;
