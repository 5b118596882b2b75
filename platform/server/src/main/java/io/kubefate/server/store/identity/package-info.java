/** Rows of users, their permissions and their tokens. */
@NullMarked
package io.kubefate.server.store.identity;

import org.jspecify.annotations.NullMarked;
