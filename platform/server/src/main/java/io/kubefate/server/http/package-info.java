/**
 * The REST API, in the shapes of existing KubeFATE clients. Resources parse and delegate; {@link
 * io.kubefate.server.http.ErrorMapper} alone knows HTTP statuses of failures.
 */
package io.kubefate.server.http;
