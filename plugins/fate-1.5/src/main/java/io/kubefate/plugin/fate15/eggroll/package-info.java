/** FATE 1.5.0 on EggRoll: the extension of this plugin. */
package io.kubefate.plugin.fate15.eggroll;
