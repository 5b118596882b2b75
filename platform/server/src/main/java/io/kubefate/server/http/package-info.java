/** The REST API {@code /v1} on Jersey. It parses requests, calls a service and formats the response; it decides nothing itself. */
@NullMarked
package io.kubefate.server.http;

import org.jspecify.annotations.NullMarked;
