/** Access to the pods of a cluster: logs, events, commands, ports. Separate from the rest because a call may last for hours. */
@NullMarked
package io.kubefate.server.kubernetes.access;

import org.jspecify.annotations.NullMarked;
