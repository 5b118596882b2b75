/** What can be asked of the pods of a cluster: logs, events, commands in them, their ports. */
package io.kubefate.server.service.access;
