/** FATE 1.5.0 on EggRoll: chart {@code fate}, version {@code v1.5.0}. */
package io.kubefate.plugin.fate15;
