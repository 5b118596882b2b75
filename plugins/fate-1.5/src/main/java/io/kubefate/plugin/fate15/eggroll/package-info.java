/** FATE 1.5.0 on EggRoll: the extension of this plugin. */
@NullMarked
package io.kubefate.plugin.fate15.eggroll;

import org.jspecify.annotations.NullMarked;
