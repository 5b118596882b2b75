/** FATE-Serving 2.0.0: chart {@code fate-serving}, version {@code v2.0.0}. */
package io.kubefate.plugin.fateserving;
