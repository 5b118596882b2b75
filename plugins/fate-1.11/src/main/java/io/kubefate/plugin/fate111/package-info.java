/** FATE 1.11 on EggRoll and Spark; {@code release} has its releases. */
@NullMarked
package io.kubefate.plugin.fate111;

import org.jspecify.annotations.NullMarked;
