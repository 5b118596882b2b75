/** Responses that continue: server-sent events and WebSockets. */
@NullMarked
package io.kubefate.server.http.stream;

import org.jspecify.annotations.NullMarked;
