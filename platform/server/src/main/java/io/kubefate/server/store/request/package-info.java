/** What a request demands before it is accepted, and what is remembered of it. */
@NullMarked
package io.kubefate.server.store.request;

import org.jspecify.annotations.NullMarked;
