/** What can be tried of a running FATE-Serving. */
package io.kubefate.plugin.fateserving.check;
