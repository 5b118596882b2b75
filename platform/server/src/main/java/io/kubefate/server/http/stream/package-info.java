/** Responses that continue: server-sent events and WebSockets. */
package io.kubefate.server.http.stream;
