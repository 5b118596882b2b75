/** The REST resources of users, their permissions and their tokens. */
@NullMarked
package io.kubefate.server.http.resource.identity;

import org.jspecify.annotations.NullMarked;
