/** Parties and routes of all clusters. */
@NullMarked
package io.kubefate.server.service.federation;

import org.jspecify.annotations.NullMarked;
