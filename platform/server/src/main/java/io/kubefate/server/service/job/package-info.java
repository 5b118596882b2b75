/** Jobs: their state, history and steps, and the feed that follows them. */
@NullMarked
package io.kubefate.server.service.job;

import org.jspecify.annotations.NullMarked;
