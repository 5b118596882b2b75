/** The rows of the audit. */
@NullMarked
package io.kubefate.server.store.audit;

import org.jspecify.annotations.NullMarked;
