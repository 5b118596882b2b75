/**
 * What several FATE release plugins have in common. It is no library beside the plugins: each build copies it into its own jar, so
 * that a jar stands alone and two jars may carry different versions of it.
 */
package io.kubefate.plugin.shared;
