/** Long-running requests: waits for jobs, follows logs and events, and shows progress. */
package io.kubefate.cli.follow;
