/** The ids of requests. */
@NullMarked
package io.kubefate.server.http.audit;

import org.jspecify.annotations.NullMarked;
