/**
 * The installed plugins. The database is the source of truth; each service follows it. A request, or a jar in the plugins folder, changes
 * the database.
 *
 * <p>{@code PluginInbox} and {@code PluginService} ► {@code PluginChanges} ► {@code PluginReplica} ► {@code PluginCache}.
 */
@NullMarked
package io.kubefate.server.service.plugin;

import org.jspecify.annotations.NullMarked;
