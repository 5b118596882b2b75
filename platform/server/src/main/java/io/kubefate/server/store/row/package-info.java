/** What rows of all tables have in common: JSON columns, times, pages of a list. */
@NullMarked
package io.kubefate.server.store.row;

import org.jspecify.annotations.NullMarked;
