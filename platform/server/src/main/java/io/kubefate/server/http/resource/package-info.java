/** The REST resources, one class for each noun. */
package io.kubefate.server.http.resource;
