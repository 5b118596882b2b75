/** The engines of FATE 1.5.0 and the modules of its clusters. */
package io.kubefate.plugin.fate15.module;
