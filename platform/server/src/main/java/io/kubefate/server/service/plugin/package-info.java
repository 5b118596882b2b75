/**
 * Which plugins there are. The database says so; each service follows it, and what changes plugins (a request, a jar in the
 * plugins folder) changes the database.
 *
 * <p>{@code PluginInbox} and {@code PluginService} ► {@code PluginChanges} ► {@code PluginReplica} ► {@code PluginCache}.
 */
@NullMarked
package io.kubefate.server.service.plugin;

import org.jspecify.annotations.NullMarked;
