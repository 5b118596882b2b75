/** The REST resources, one class for each noun. */
@NullMarked
package io.kubefate.server.http.resource;

import org.jspecify.annotations.NullMarked;
