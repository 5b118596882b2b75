/** Reads request bodies and queries. */
@NullMarked
package io.kubefate.server.http.body;

import org.jspecify.annotations.NullMarked;
