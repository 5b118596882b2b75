/** The ids of requests, and what the audit records of them. */
@NullMarked
package io.kubefate.server.http.audit;

import org.jspecify.annotations.NullMarked;
