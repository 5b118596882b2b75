/** Checks of a running FATE-Serving cluster. */
package io.kubefate.plugin.fateserving.check;
