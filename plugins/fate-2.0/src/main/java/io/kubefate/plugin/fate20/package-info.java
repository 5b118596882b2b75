/** FATE 2 on EggRoll and Spark; {@code release} has what differs between its releases. */
@NullMarked
package io.kubefate.plugin.fate20;

import org.jspecify.annotations.NullMarked;
