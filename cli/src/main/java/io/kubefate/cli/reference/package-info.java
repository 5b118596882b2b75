/** What users name clusters, jobs and charts by, and the search for what they mean. */
@NullMarked
package io.kubefate.cli.reference;

import org.jspecify.annotations.NullMarked;
