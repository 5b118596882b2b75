/** The OpenAPI description of the API, its pages, and what it says of methods that their signatures do not say. */
@NullMarked
package io.kubefate.server.http.description;

import org.jspecify.annotations.NullMarked;
