/** The REST API {@code /v1} on Jersey: parses, asks a service, answers. Decides nothing itself. */
package io.kubefate.server.http;
