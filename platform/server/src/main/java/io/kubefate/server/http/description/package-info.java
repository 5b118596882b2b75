/** The OpenAPI description of the API, and its pages. */
@NullMarked
package io.kubefate.server.http.description;

import org.jspecify.annotations.NullMarked;
