/** Upgrades of clusters between the releases. */
@NullMarked
package io.kubefate.plugin.fate111.upgrade;

import org.jspecify.annotations.NullMarked;
