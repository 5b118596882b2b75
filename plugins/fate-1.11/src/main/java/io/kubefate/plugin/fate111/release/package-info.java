/** FATE 1.11.1 and 1.11.2. */
@NullMarked
package io.kubefate.plugin.fate111.release;

import org.jspecify.annotations.NullMarked;
