/** Access to the pods of a cluster: logs, events, commands, ports. Separate, because a call can last for hours. */
@NullMarked
package io.kubefate.server.kubernetes.access;

import org.jspecify.annotations.NullMarked;
