/** The gateways of a cluster and their routes to other parties: for checks, and for the federation that the host shows. */
@NullMarked
package io.kubefate.plugin.shared.route;

import org.jspecify.annotations.NullMarked;
