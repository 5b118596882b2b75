/** Benchmarks. {@code deploy/bench} runs them against the built distribution and prints a table. */
@NullMarked
package io.kubefate.benchmark;

import org.jspecify.annotations.NullMarked;
