/** The columns that are encrypted, and their ciphers. Nothing here calls the database. */
@NullMarked
package io.kubefate.server.store.encryption;

import org.jspecify.annotations.NullMarked;
