/** Reads request bodies and queries. */
package io.kubefate.server.http.body;
