/** What can be asked of the pods of a cluster: logs, events, commands in them, their ports. */
@NullMarked
package io.kubefate.server.service.access;

import org.jspecify.annotations.NullMarked;
