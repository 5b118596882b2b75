/** Benchmarks. {@code deploy/bench} runs them against the built distribution and prints a table. */
package io.kubefate.benchmark;
