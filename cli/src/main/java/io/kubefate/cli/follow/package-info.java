/** Long-running requests: waits for jobs, follows logs and events, and shows progress. */
@NullMarked
package io.kubefate.cli.follow;

import org.jspecify.annotations.NullMarked;
