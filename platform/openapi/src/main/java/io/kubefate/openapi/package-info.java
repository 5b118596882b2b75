/** The OpenAPI description of the REST API: from the resources, the records and their documentation comments. */
@NullMarked
package io.kubefate.openapi;

import org.jspecify.annotations.NullMarked;
