/** The API for plugins of FATE releases. A plugin sees no other types of the platform. */
@NullMarked
package io.kubefate.spi;

import org.jspecify.annotations.NullMarked;
