/** What a cluster.yaml of FATE on Spark must keep to beyond what the chart asks for anyway. */
package io.kubefate.plugin.fatespark.rule;
